import * as z from 'zod';
import { title } from './title.ts';

/** What invites to learn, without any consequence. */
export const adoptionNotices = [
  z.object({
    kind: z.literal('nudge'),
    params: z.object({
      nudge: z.enum(['begin', 'continue', 'plan-week']),
      /** Of the course that it is about; absent for the week. */
      courseTitle: title.exactOptional(),
    }),
  }),
] as const;
