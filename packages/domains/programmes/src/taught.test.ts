import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { Event, SessionId } from './event.ts';
import { taughtAt } from './taught.ts';
import { eventOf } from './testing/index.ts';

const person = { personId: 'sri' as PersonId, agencyId: 'bkn' as AgencyId };
const sessions = [1, 2].map((n) => ({
  ...{ sessionId: `s${n}` as SessionId, place: 'Aula' },
  ...{ startsAt: `2026-03-0${n}T18:00:00.000Z`, endsAt: `2026-03-0${n}T19:30:00.000Z` },
}));
const speakers = [{ name: 'Sri', person }, { name: 'Dr. Tamu' }, { name: 'Sri', person }];
const open: Event = eventOf({ sessions, speakers, state: 'published', zone: 'Asia/Jakarta', rev: 3 });
const closed: Event = { ...open, closedAt: '2026-03-03T01:00:00.000Z', rev: 4 };

describe('what speakers have taught', () => {
  it('is noted once when attendance is closed, its minutes shared among all who spoke, by the day of the place', () => {
    const said = taughtAt(open, closed);
    expect(said).toMatchObject([
      {
        ...{ type: 'teaching-shared', shareId: `event-${open.eventId}-sri`, revision: 4, personId: 'sri' },
        ...{ agencyId: 'bkn', form: 'event', minutes: 60, on: '2026-03-02', withdrawn: false },
      },
    ]);
    expect(taughtAt(closed, { ...closed, rev: 5 })).toEqual([]);
    expect(taughtAt(undefined, open)).toEqual([]);
    expect(taughtAt(open, { ...closed, speakers: [{ name: 'Dr. Tamu' }] })).toEqual([]);
  });

  it('is taken back while attendance is open again, by a word that holds', () => {
    const { closedAt: _, ...again } = { ...closed, rev: 5 };
    expect(taughtAt(closed, again)).toMatchObject([{ revision: 5, withdrawn: true, minutes: 60 }]);
  });
});
