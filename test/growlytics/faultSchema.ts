import { z } from 'zod';

const sequence = z.number().int().min(1);
const range = z
	.object({ from: sequence, to: sequence })
	.strict()
	.refine(({ from, to }) => from <= to, 'from must not be after to');

const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'is not a header name');
const headerText = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'cannot be sent in a header');

/** Text is sent literally, so that dates and nonsense can be tried too. */
export const retryAfterSchema = z.union([z.number().min(0), headerText]);

/** Any fault may carry these; all that are given must hold. */
const conditions = {
	share: z.number().min(0).max(1).optional(),
	attempts: sequence.optional(),
	requests: z.union([range, z.array(z.union([sequence, range])).min(1)]).optional(),
	customers: z.array(z.string().min(1)).min(1).optional(),
	products: z.array(z.string().min(1)).min(1).optional(),
	tokens: z.array(z.string().min(1)).min(1).optional(),
};

const faultSchema = z.discriminatedUnion('kind', [
	z
		.object({
			kind: z.literal('status'),
			status: z.number().int().min(200).max(599),
			body: z.string().optional(),
			contentType: headerText.default('application/json; charset=utf-8'),
			retryAfter: retryAfterSchema.optional(),
			headers: z.record(headerName, headerText).default({}),
			store: z.boolean().default(false),
			...conditions,
		})
		.strict(),
	z
		.object({
			kind: z.literal('latency'),
			minMs: z.number().min(0).max(600_000),
			maxMs: z.number().min(0).max(600_000),
			...conditions,
		})
		.strict(),
	z.object({ kind: z.literal('resetBefore'), ...conditions }).strict(),
	z.object({ kind: z.literal('resetAfter'), ...conditions }).strict(),
	z.object({ kind: z.literal('hang'), ...conditions }).strict(),
	z.object({ kind: z.literal('halfBody'), ...conditions }).strict(),
	z
		.object({
			kind: z.literal('redirect'),
			status: z.number().int().min(300).max(399).default(302),
			location: headerText.min(1),
			...conditions,
		})
		.strict(),
]);

/** A fault as a caller writes it. */
export type Fault = z.input<typeof faultSchema>;
/** A fault with its defaults filled in. */
export type ResolvedFault = z.output<typeof faultSchema>;
export type LatencyFault = Extract<ResolvedFault, { kind: 'latency' }>;
/** Every fault but latency: at most one of them hits a request. */
export type Failure = Exclude<ResolvedFault, LatencyFault>;

const ROUNDING = 1e-9;

/** The list of faults; shares of failures are slices of one whole and cannot exceed it together. */
export const faultsSchema = z.array(faultSchema).superRefine((faults, context) => {
	faults.forEach((fault, index) => {
		if (fault.kind !== 'latency' || fault.minMs <= fault.maxMs) return;
		context.addIssue({
			code: 'custom',
			path: [index, 'maxMs'],
			message: 'must not be below minMs',
		});
	});
	const total = faults
		.filter(({ kind }) => kind !== 'latency')
		.reduce((sum, { share }) => sum + (share ?? 0), 0);
	if (total <= 1 + ROUNDING) return;
	context.addIssue({ code: 'custom', message: `the shares add up to ${total}, more than 1` });
});
