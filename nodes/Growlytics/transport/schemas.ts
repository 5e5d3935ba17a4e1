import { z } from 'zod';

/** "200: { success: true }" (docs.growlytics.in, tracking users). */
export const successSchema = z.object({ success: z.literal(true) }).passthrough();

/** What n8n's request helper gives with `returnFullResponse`. */
export const fullResponseSchema = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).default({}),
	body: z.unknown(),
});
export type FullResponse = z.infer<typeof fullResponseSchema>;
