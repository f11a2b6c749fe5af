import * as z from 'zod';

/** What the worker of certificates is asked to do; each is safe to repeat. */
export const certificateMessageSchema = z.discriminatedUnion('kind', [
  /** An enrolment was completed, or its completion was taken back or given again. */
  z.object({ kind: z.literal('settle'), registration: z.string().min(1) }),
  /** The documents of the latest edition are missing. */
  z.object({ kind: z.literal('documents'), number: z.string().min(1) }),
  /** Somebody wants the transcript of a year. */
  z.object({ kind: z.literal('transcript'), personId: z.string().min(1), year: z.int() }),
  /** Two people have signed this text of a session. */
  z.object({
    kind: z.literal('signed-form'),
    ...{ pairId: z.string().min(1), sessionId: z.string().min(1), edition: z.int().min(1) },
  }),
]);
export type CertificateMessage = z.infer<typeof certificateMessageSchema>;
