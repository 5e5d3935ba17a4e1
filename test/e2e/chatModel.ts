import Fastify from 'fastify';
import { z } from 'zod';

const messageSchema = z.object({ role: z.string(), content: z.unknown() }).passthrough();
const requestSchema = z
	.object({
		model: z.string(),
		messages: z.array(messageSchema),
		tools: z
			.array(z.object({ function: z.object({ name: z.string() }).passthrough() }))
			.default([]),
	})
	.passthrough();

/** What the model was asked. */
export type ChatRequest = z.output<typeof requestSchema>;

export interface ChatModel {
	/** To be used as the base URL of an OpenAI credential. */
	readonly url: string;
	/** In order of arrival. */
	readonly requests: readonly ChatRequest[];
	/** What it gives its only tool from now on. */
	use(toolArguments: object): void;
	close(): Promise<void>;
}

/**
 * Starts a stand-in for an OpenAI-compatible server that talks as platform.openai.com/docs/api-reference/chat says:
 * to a person's message it answers with a call of the tool it was offered, and to the tool's result with a text.
 *
 * @param answer that text
 */
export async function startChatModel(answer: string): Promise<ChatModel> {
	const requests: ChatRequest[] = [];
	let toolArguments: object = {};
	const app = Fastify({ forceCloseConnections: true });
	app.post('/v1/chat/completions', (request) => {
		const asked = requestSchema.parse(request.body);
		requests.push(asked);
		const [tool] = asked.tools;
		const isDone = tool === undefined || asked.messages.at(-1)?.role === 'tool';
		const message = isDone ? { content: answer } : { content: null, tool_calls: [call(tool)] };
		return {
			id: `chatcmpl-${requests.length}`,
			object: 'chat.completion',
			created: 1_767_225_600,
			model: asked.model,
			choices: [
				{
					index: 0,
					message: { role: 'assistant', ...message },
					finish_reason: isDone ? 'stop' : 'tool_calls',
				},
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	});
	const call = (tool: ChatRequest['tools'][number]) => ({
		id: `call_${requests.length}`,
		type: 'function',
		function: { name: tool.function.name, arguments: JSON.stringify(toolArguments) },
	});

	const address = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		url: `${address}/v1`,
		requests,
		use: (chosen) => {
			toolArguments = chosen;
		},
		close: async () => await app.close(),
	};
}
