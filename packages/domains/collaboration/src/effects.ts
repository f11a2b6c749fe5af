import { yearOf } from '@sinau/kernel';
import type { Side } from './pair.ts';
import { sides } from './pair.ts';
import { dayOf, minutesOf, type Session, type SessionText, takesTime } from './session.ts';

/** Time that a session takes of somebody. */
export interface Slot extends Pick<SessionText, 'startsAt' | 'endsAt'> {
  readonly sessionId: string;
}

/** Months of UTC that it lies in, at most two: a session is shorter than a day. */
export const monthsOf = ({
  startsAt,
  endsAt,
}: Pick<SessionText, 'startsAt' | 'endsAt'>): readonly string[] => [
  ...new Set([startsAt.slice(0, 7), endsAt.slice(0, 7)]),
];

/** What a step adds to the counters of both memberships, by year of the learner's day. Years that stay as they were are left out. */
export function countsBetween(
  before: Session | undefined,
  after: Session,
): ReadonlyMap<string, { readonly sessions: number; readonly minutes: number }> {
  const sums = new Map<string, { readonly sessions: number; readonly minutes: number }>();
  const add = (session: Session | undefined, sign: 1 | -1) => {
    if (session?.state !== 'confirmed') return;
    const year = String(yearOf(dayOf(session)));
    const { sessions, minutes } = sums.get(year) ?? { sessions: 0, minutes: 0 };
    sums.set(year, { sessions: sessions + sign, minutes: minutes + sign * minutesOf(session) });
  };
  add(before, -1);
  add(after, 1);
  for (const [year, { sessions, minutes }] of sums) if (sessions === 0 && minutes === 0) sums.delete(year);
  return sums;
}

/** Whose time changes by the step. */
export const slotSides = (before: Session | undefined, after: Session): readonly Side[] =>
  [before, after].some((session) => session && takesTime(session)) ? sides : [];
