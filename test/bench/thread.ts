/* eslint-disable @n8n/community-nodes/no-restricted-imports -- measuring program, never shipped: threads */
import { once } from 'node:events';
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

const startSchema = z.object({ file: z.string(), data: z.unknown() });

/** Another thread that answers questions, one at a time. */
export class Thread {
	private constructor(private readonly worker: Worker) {}

	/**
	 * @param file a module that calls `answerFrom`, if `startData` has something for it
	 * @returns when it is ready, with what it says then
	 */
	static async start(file: string, data: object): Promise<{ thread: Thread; ready: unknown }> {
		const worker = new Worker(file, { workerData: { file, data } });
		const [ready] = await once(worker, 'message');
		return { thread: new Thread(worker), ready };
	}

	/** Throws what went wrong in the thread. */
	async ask(question: object): Promise<unknown> {
		const answered = once(this.worker, 'message');
		this.worker.postMessage(question);
		const [answer] = await answered;
		return answer;
	}

	async close(): Promise<void> {
		await this.worker.terminate();
	}
}

/** In a thread that was started for this file: what it was started with. Elsewhere undefined. */
export function startData(file: string): unknown {
	const start = startSchema.safeParse(workerData);
	return start.success && start.data.file === file ? start.data.data : undefined;
}

/** The other side: says that it is ready, and answers whatever is asked. */
export function answerFrom(ready: object, answer: (question: unknown) => Promise<object>): void {
	parentPort?.on('message', (question) => {
		void answer(question).then((result) => parentPort?.postMessage(result));
	});
	parentPort?.postMessage(ready);
}
