import { daysBetween, type LocalDate } from './local-day.ts';

/**
 * Whoever supervises is asked once more after a week, and after two the agency may answer as well: that is about what a leave or a
 * journey takes, and nobody's learning waits longer for one person. The supervisor may answer all the same.
 */
export const answerDays = { askedAgain: 7, agencyToo: 14 } as const;

/** Whether the agency may answer in place of a supervisor who has been asked at `since`, ISO 8601 UTC. */
export const waitsLong = (since: string | undefined, today: LocalDate): boolean =>
  since !== undefined && daysBetween(since.slice(0, 10), today) >= answerDays.agencyToo;
