import * as z from 'zod';
import { title } from './title.ts';

/** What is required; absent: courses alone. */
const required = z.enum(['paths', 'both']).exactOptional();

const teamLine = z.object({ name: z.string(), title, dueOn: z.string(), isOverdue: z.boolean() });

/** Lists by day and name; each with at most some lines. */
const teamNews = z.object({
  ...{ duties: z.array(teamLine), planItems: z.array(teamLine) },
  finished: z.array(z.object({ name: z.string(), title })),
  recognised: z.array(z.object({ name: z.string() })),
  /** What is left out of the lists. */
  more: z.int().nonnegative(),
  ...{ requests: z.int().nonnegative(), evaluations: z.int().nonnegative() },
  action: z.enum(['decide', 'talk', 'evaluate', 'congratulate', 'plan']),
});

/** Courses that have to be taken by a day, and the letter of the week. */
export const dutiesNotices = [
  /** To whoever has set the terms: a course of it takes nobody any more. */
  z.object({
    kind: z.literal('obligation-course-closed'),
    params: z.object({ obligation: z.string() }),
  }),
  z.object({
    kind: z.literal('duty-reminder'),
    params: z.object({
      courseTitle: title,
      /** As the agency has called the obligation. */
      obligation: z.string(),
      /** Days that are left, or that it is over. */
      step: z.enum(['30', '7', '1', 'overdue']),
      /** Last day, ISO date. */
      dueOn: z.string(),
      /** Other courses that have reached the step on the same day. */
      others: z.array(z.object({ courseTitle: title, dueOn: z.string() })).exactOptional(),
      /** What is left out of these. */
      more: z.int().nonnegative().exactOptional(),
      required,
    }),
  }),
  z.object({
    kind: z.literal('duty-changed'),
    params: z.object({
      /** As the agency has called the obligation. */
      obligation: z.string(),
      /** `day`: there is another last day for the person. `course-…`: of one course, for everybody. */
      what: z.enum([
        'exempted',
        'exemption-undone',
        'exemption-over',
        'day',
        'course-skipped',
        'course-replaced',
        'course-back',
      ]),
      courseTitle: title.exactOptional(),
      /** Required in its place. */
      otherTitle: title.exactOptional(),
      /** Of the agency. */
      reason: z.string().exactOptional(),
      /** Last day of the exemption, ISO date. */
      until: z.string().exactOptional(),
      dueOn: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('team-duties'),
    params: z.object({
      step: z.enum(['30', '7', '1', 'overdue']),
      /** Of the team, to whom that applies today. */
      people: z.int().positive(),
    }),
  }),
  /** A letter: never in the inbox. */
  z.object({
    kind: z.literal('weekly-digest'),
    params: z.object({
      /** What is required, the earliest day first. */
      duties: z.array(z.object({ courseTitle: title, dueOn: z.string(), isOverdue: z.boolean() })),
      /** Courses that were begun by oneself. */
      unfinished: z.array(z.object({ courseTitle: title })),
      required,
      /** What is left out of the two. */
      more: z.int().nonnegative(),
      /** Hundredths of JP of this year. */
      jp: z.object({ year: z.int(), recognised: z.int(), minimum: z.int().exactOptional() }),
      /** Of whom the reader leads; absent: nothing to tell. */
      team: teamNews.exactOptional(),
    }),
  }),
] as const;
