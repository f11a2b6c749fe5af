import * as z from 'zod';

/** How learners start courses of a catalogue: in a tool of the same provider that is registered here (LTI 1.3), not on a page. */
export const startSettingsSchema = z.strictObject({
  clientId: z.string().min(1).max(255),
  deploymentId: z.string().min(1).max(255),
  /** Custom parameter that tells the tool the id of the course there; absent: the tool is asked to lead to the course's address. */
  parameter: z
    .string()
    .regex(/^[a-z]\w{0,99}$/i)
    .exactOptional(),
});
export type StartSettings = z.infer<typeof startSettingsSchema>;
