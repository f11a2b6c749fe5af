import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A provider has said something of a learner, and nobody has looked yet where it counts. From connectors. */
export const resultArrivedSchema = z.object({
  ...envelope,
  type: z.literal('result-arrived'),
  resultId: z.uuid(),
  providerId: z.string(),
});
export type ResultArrived = z.infer<typeof resultArrivedSchema>;
