import * as z from 'zod';

/** What somebody can do, and what they mean to learn. */
export const competencyNotices = [
  /** What others have found out about somebody's competence; of a day once for each who records. */
  z.object({
    kind: z.literal('competency-assessed'),
    /** `by`: name of whoever did it. */
    params: z.object({ change: z.enum(['recorded', 'withdrawn', 'restored']), by: z.string() }),
  }),
  /** What the other side has done about an item of a development plan. */
  z.object({
    kind: z.literal('plan-item-moved'),
    params: z.object({
      title: z.string(),
      move: z.enum(['propose', 'change', 'agree', 'return', 'finish', 'reopen', 'drop', 'undo']),
      /** Name of whoever moved it. */
      by: z.string(),
      /** By when it is to be done, ISO date. */
      dueOn: z.string(),
      note: z.string().exactOptional(),
    }),
  }),
  /** An agreed item of a development plan was not done by its last day: of its person and their supervisor, once an item and day. */
  z.object({
    kind: z.literal('plan-item-overdue'),
    params: z.object({
      title: z.string(),
      /** ISO date. */
      dueOn: z.string(),
      /** Name of whose item it is; absent where that is the reader. */
      of: z.string().exactOptional(),
    }),
  }),
] as const;
