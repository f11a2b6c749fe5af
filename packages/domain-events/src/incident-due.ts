import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Of an incident with personal data nobody has been told, and less than a day is left for it. From privacy. */
export const incidentDueSchema = z.object({
  ...envelope,
  type: z.literal('incident-due'),
  incidentId: z.string(),
  notifyDueAt: z.string(),
});
export type IncidentDue = z.infer<typeof incidentDueSchema>;
