import * as z from 'zod';
import { envelope } from './envelope.ts';

/**
 * A provider offers a course no longer, and somebody has accepted that: nobody new gets in, whoever is learning goes on.
 * From connectors.
 */
export const offerWithdrawnSchema = z.object({
  ...envelope,
  type: z.literal('offer-withdrawn'),
  providerId: z.string(),
  courseId: z.string(),
});
export type OfferWithdrawn = z.infer<typeof offerWithdrawnSchema>;
