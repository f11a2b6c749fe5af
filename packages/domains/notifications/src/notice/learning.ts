import * as z from 'zod';
import { title } from './title.ts';

/** What was learned: completions, JP, certificates, learning elsewhere. */
export const learningNotices = [
  z.object({
    kind: z.literal('completion-corrected'),
    params: z.object({
      courseTitle: title,
      /** Name of the provider. */
      provider: z.string(),
      /** Taken back, or given again after that. */
      change: z.enum(['withdrawn', 'restored']),
      /** When, ISO 8601 UTC. */
      at: z.string(),
      /** An administrator is told once a course and day, of everybody whom it concerns. */
      reader: z.enum(['learner', 'agency']),
    }),
  }),
  z.object({ kind: z.literal('course-completed'), params: z.object({ courseTitle: title }) }),
  z.object({
    kind: z.literal('credit-held'),
    /** `reason`: the agency's, once it has decided. */
    params: z.object({
      courseTitle: title,
      state: z.enum(['open', 'released', 'rejected']),
      /** `counted`: a record of learning elsewhere that may be a course here. @default for the time that was spent */
      why: z.literal('counted').exactOptional(),
      reason: z.string().exactOptional(),
    }),
  }),
  /** To whoever decides about held JP in an agency, once a day at most: their list says which. */
  z.object({ kind: z.literal('credit-holds-waiting'), params: z.object({}) }),
  z.object({
    kind: z.literal('external-learning-waiting'),
    params: z.object({
      /** As the learner has called it. */
      title: z.string(),
      /** Name of whoever asks. */
      learner: z.string(),
      /** What is asked for: leave to go there, or to count what was learned. */
      asks: z.enum(['proposal', 'letter', 'report']),
      /** Nobody has answered: the supervisor is asked again, or the agency may answer now. */
      again: z.enum(['supervisor', 'agency']).exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('external-learning-entered'), params: z.object({}) }),
  z.object({
    kind: z.literal('external-learning-decided'),
    params: z.object({
      title: z.string(),
      outcome: z.enum(['approved', 'assigned', 'returned', 'rejected', 'recognised']),
      reason: z.string().exactOptional(),
      /** What counts of it, in hundredths of JP. */
      recognised: z.int().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('certificate-issued'),
    /** `edition`: from 1; later ones correct the one before. */
    params: z.object({ courseTitle: title, number: z.string(), edition: z.number() }),
  }),
  z.object({
    kind: z.literal('certificate-revoked'),
    params: z.object({
      courseTitle: title,
      number: z.string(),
      reason: z.enum(['completion-withdrawn', 'issued-in-error', 'other']),
      /** Written by whoever decided. */
      note: z.string().exactOptional(),
    }),
  }),
] as const;
