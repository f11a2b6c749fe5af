import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { Event, EventId, EventTerms, SessionId } from '../event.ts';
import type { Seat } from '../seat.ts';

export const someAgency = 'bkn' as AgencyId;

/** Two days in December, from nine to noon in Jakarta. */
export const someTerms: EventTerms = {
  ...{ title: 'Seminar layanan publik', about: 'Dua hari dengan praktisi.', form: 'KL06', mode: 'in-person' },
  ...{ abroad: false, zone: 'Asia/Jakarta', capacity: 2 },
  sessions: [
    {
      ...{ sessionId: 'hari-1' as SessionId, startsAt: '2026-12-01T02:00:00.000Z' },
      ...{ endsAt: '2026-12-01T05:00:00.000Z', place: 'Aula lantai 2' },
    },
    {
      ...{ sessionId: 'hari-2' as SessionId, startsAt: '2026-12-02T02:00:00.000Z' },
      ...{ endsAt: '2026-12-02T05:00:00.000Z', place: 'Aula lantai 2' },
    },
  ],
  speakers: [{ name: 'Dr. Sari', post: 'Widyaiswara', bio: 'Mengajar pelayanan publik.' }],
  ...{ opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-12-01T01:00:00.000Z' },
  ...{ audience: 'agency', unitIds: [], approval: 'none', confirmHours: 24 },
  links: [],
};

export const eventOf = (over: Partial<Event> = {}): Event => ({
  ...someTerms,
  ...{ eventId: 'e-1' as EventId, owner: { kind: 'agency', agencyId: someAgency }, state: 'published' },
  ...{ createdBy: 'rina' as PersonId, createdAt: '2026-11-01T00:00:00.000Z' },
  ...{ updatedAt: '2026-11-01T00:00:00.000Z', rev: 0 },
  ...over,
});

export const seatAt = (over: Partial<Seat> = {}): Seat => ({
  ...{ eventId: 'e-1' as EventId, personId: 'budi' as PersonId, agencyId: someAgency, state: 'confirmed' },
  ...{ since: '2026-11-10T00:00:00.000Z', marks: [], rev: 0 },
  ...over,
});

export const learner = (name: string, over: Partial<PersonPrincipal> = {}): PersonPrincipal => ({
  ...{ kind: 'person', personId: name as PersonId, name, roles: ['learner'], agencyId: someAgency },
  ...over,
});

export const organiser: PersonPrincipal = learner('rina', { roles: ['learner', 'agency-admin'] });
