import type { Event, Session } from './event.ts';

type Times = Pick<Session, 'startsAt' | 'endsAt'>;

/** They share a moment, also where one lies within the other; one that ends as the other begins does not (case L8). */
export const overlaps = (a: Times, b: Times): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Those of `others` that somebody cannot be at as well. The days between two sessions are free. */
export function clashesOf<Other extends Pick<Event, 'eventId' | 'sessions'>>(
  event: Pick<Event, 'eventId' | 'sessions'>,
  others: readonly Other[],
): readonly Other[] {
  return others.filter(
    (other) =>
      other.eventId !== event.eventId &&
      other.sessions.some((one) => event.sessions.some((session) => overlaps(session, one))),
  );
}
