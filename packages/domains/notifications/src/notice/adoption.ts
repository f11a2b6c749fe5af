import * as z from 'zod';
import { title } from './title.ts';

/** What invites to learn, without any consequence; and who helps others to. */
export const adoptionNotices = [
  z.object({
    kind: z.literal('nudge'),
    params: z.object({
      nudge: z.enum(['begin', 'continue', 'plan-week']),
      /** Of the course that it is about; absent for the week. */
      courseTitle: title.exactOptional(),
    }),
  }),
  /** The role of helping others to learn: the agency asks, takes its question back, has ended it, or the person works elsewhere. */
  z.object({
    kind: z.literal('champion-moved'),
    params: z.object({
      moved: z.enum(['asked', 'unasked', 'taken-back', 'moved']),
      /** Name of the unit whose people they help. */
      unit: z.string(),
    }),
  }),
  /** What somebody whom the agency asked has said. */
  z.object({
    kind: z.literal('champion-answered'),
    params: z.object({ answer: z.enum(['accepted', 'declined', 'stopped']), name: z.string() }),
  }),
] as const;
