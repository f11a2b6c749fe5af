import type { TeachingShared } from '@sinau/domain-events';
import { type Event, spanOf } from './event.ts';
import { localDayOf } from './zone.ts';

const minuteMs = 60_000;

/**
 * What the speakers of an event have taught who are the organiser's people: its sessions, shared among all who spoke. It is noted when attendance is closed,
 * and taken back when that is opened again, before which no speaker can be changed. Empty where neither has happened.
 */
export function taughtAt(before: Event | undefined, after: Event): readonly TeachingShared[] {
  const [was, is] = [before?.closedAt !== undefined, after.closedAt !== undefined];
  if (was === is) return [];
  const { eventId: event, title, rev: revision, updatedAt: occurredAt, speakers, sessions } = after;
  const taught = sessions.reduce(
    (sum, { startsAt, endsAt }) => sum + Date.parse(endsAt) - Date.parse(startsAt),
    0,
  );
  const minutes = Math.max(1, Math.floor(taught / minuteMs / Math.max(1, speakers.length)));
  const people = new Map(speakers.flatMap(({ person }) => (person ? [[person.personId, person]] : [])));
  return [...people.values()].map(({ personId, agencyId }) => ({
    ...{ eventId: `teaching-shared:event-${event}-${personId}:${revision}`, type: 'teaching-shared' },
    ...{ occurredAt, shareId: `event-${event}-${personId}`, revision, personId, agencyId, form: 'event' },
    ...{ minutes, on: localDayOf(spanOf(after).startsAt, after.zone), title, withdrawn: !is },
  }));
}
