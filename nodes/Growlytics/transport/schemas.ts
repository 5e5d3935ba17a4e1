import { z } from 'zod';

/**
 * The parts of Growlytics' 422 body that name what was refused: a Joi validation error, as its page on
 * syncing products publishes it. The other pages leave the body blank.
 */
export const validationErrorSchema = z.object({
	details: z
		.array(
			z.object({
				message: z.string(),
				path: z.array(z.union([z.string(), z.number()])).default([]),
			}),
		)
		.nonempty(),
});

/** "200: { success: true }" (docs.growlytics.in, tracking users). */
export const successSchema = z.object({ success: z.literal(true) }).passthrough();

/** What n8n's request helper gives with `returnFullResponse`. */
export const fullResponseSchema = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).default({}),
	body: z.unknown(),
});
export type FullResponse = z.infer<typeof fullResponseSchema>;
