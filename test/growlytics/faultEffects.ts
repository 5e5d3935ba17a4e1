import type { FastifyReply } from 'fastify';
import type { Failure } from './faultSchema';

const SUCCESS_TEXT = '{"success":true}';

/**
 * Answers, or fails to answer, as a fault says.
 *
 * @param handle handles the request as if nothing were wrong, its answer being thrown away;
 * called only by faults that strike after storing
 */
export function applyFailure(fault: Failure, reply: FastifyReply, handle: () => void): void {
	switch (fault.kind) {
		case 'status': {
			if (fault.store) handle();
			const { status, contentType, headers, retryAfter } = fault;
			if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
			reply.code(status).type(contentType).headers(headers);
			reply.send(fault.body ?? JSON.stringify({ message: `Injected status ${status}` }));
			return;
		}
		case 'redirect':
			reply.code(fault.status).header('location', fault.location).send();
			return;
		case 'resetAfter':
			handle();
			reset(reply);
			return;
		case 'resetBefore':
			reset(reply);
			return;
		case 'hang':
			reply.hijack();
			return;
		case 'halfBody':
			cutInHalf(reply);
	}
}

function reset(reply: FastifyReply): void {
	reply.hijack();
	reply.raw.socket?.resetAndDestroy();
}

function cutInHalf(reply: FastifyReply): void {
	reply.hijack();
	reply.raw.writeHead(200, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': SUCCESS_TEXT.length,
	});
	const half = SUCCESS_TEXT.slice(0, SUCCESS_TEXT.length / 2);
	reply.raw.write(half, () => reply.raw.socket?.destroy());
}
