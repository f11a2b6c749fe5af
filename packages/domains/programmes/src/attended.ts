import type { LocalDate } from '@sinau/kernel';
import type { Event, Session } from './event.ts';
import type { Mark, Seat } from './seat.ts';
import { localDayOf } from './zone.ts';

/** What somebody was at, by days of the place. */
export interface Attended {
  /** Days of which every session was attended, in order. */
  readonly days: readonly LocalDate[];
  /** Day of each attended session, in order. */
  readonly sessions: readonly LocalDate[];
  /** Every session of the event. */
  readonly isComplete: boolean;
}

/** The last word on each session; what an organiser said stands before every code. */
export function presenceOf(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  const last = new Map<string, Mark>();
  for (const mark of marks) {
    const before = last.get(mark.sessionId);
    if (mark.way === 'code' && before?.way === 'staff') continue;
    last.set(mark.sessionId, mark);
  }
  return last;
}

export function attendedOf(
  { sessions, zone }: Pick<Event, 'sessions' | 'zone'>,
  { marks }: Pick<Seat, 'marks'>,
): Attended {
  const presence = presenceOf(marks);
  const isPresent = ({ sessionId }: Session) => presence.get(sessionId)?.present === true;
  const days = new Map<LocalDate, boolean>();
  for (const session of sessions) {
    const day = localDayOf(session.startsAt, zone);
    days.set(day, (days.get(day) ?? true) && isPresent(session));
  }
  const attended = sessions.filter(isPresent).map(({ startsAt }) => localDayOf(startsAt, zone));
  return {
    days: [...days].flatMap(([day, isWhole]) => (isWhole ? [day] : [])).toSorted(),
    sessions: attended.toSorted(),
    isComplete: attended.length === sessions.length,
  };
}

/** Whether what was attended counts yet: nothing more can come, or the organiser has said so. */
export const isSettled = (event: Pick<Event, 'closedAt'>, attended: Attended): boolean =>
  event.closedAt !== undefined || attended.isComplete;
