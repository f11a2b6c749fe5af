import * as z from 'zod';
import { title } from './title.ts';

/** Enrolments that somebody asks for, decides on or is given. */
export const enrolmentNotices = [
  z.object({
    kind: z.literal('seat-release-near'),
    params: z.object({
      courseTitle: title,
      /** Days that the quota gives to begin. */
      days: z.int().positive(),
      /** The first day on which the seat may go, ISO date. */
      on: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('seat-released'),
    params: z.object({
      courseTitle: title,
      days: z.int().positive(),
      /** Name of who had the seat; its reader approved of it. Absent: the reader had it. */
      learner: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('enrolment-requested'),
    params: z.object({
      courseTitle: title,
      /** Name of whoever asks. */
      learner: z.string(),
      /** Nobody has answered: the supervisor is asked again, or the agency may answer now. */
      again: z.enum(['supervisor', 'agency']).exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('enrolment-decided'),
    params: z.object({
      courseTitle: title,
      /** `waiting`: approved, and on the waiting list. */
      outcome: z.enum(['approved', 'waiting', 'declined']),
      /** Given when it was declined. */
      reason: z.string().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('enrolment-promoted'), params: z.object({ courseTitle: title }) }),
  z.object({
    kind: z.literal('course-assigned'),
    params: z.object({
      courseTitle: title,
      as: z.enum(['supervisor', 'agency']),
      /** Name of whoever assigned it. */
      by: z.string(),
      /** Last day, ISO date. */
      dueOn: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('provider-enrolment'),
    params: z.object({
      courseTitle: title,
      /** Name of the provider. */
      provider: z.string(),
      outcome: z.enum(['confirmed', 'refused', 'timed-out']),
      /** Code of why not. */
      reason: z.string().exactOptional(),
      /** What the provider has said to that. */
      said: z.string().exactOptional(),
      /** Name of the learner, for whoever gave the duty; absent: the reader is the learner. */
      learner: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('assignment-withdrawn'),
    params: z.object({
      courseTitle: title,
      /** The enrolment ended with the duty. */
      ended: z.boolean(),
      /** The reader had asked to take the course, and nobody has decided on that. */
      hadAsked: z.literal(true).exactOptional(),
    }),
  }),
] as const;
