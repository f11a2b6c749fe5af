import type { AgencyId, Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { PersonStanding } from '../ledger/standing.ts';
import type { Completion, CreditStore } from '../ports.ts';
import { eLearning } from '../rules/forms.ts';
import { memoryCreditStore } from './memory-credit-store.ts';
import { pns } from './samples.ts';

const agencyId = 'bkn' as AgencyId;
export const sri = 'sri' as PersonId;
export const budi: PersonPrincipal = {
  ...{ kind: 'person', personId: 'budi' as PersonId, name: 'Budi' },
  ...{ roles: ['agency-admin'], agencyId },
};

/** A course of one JP that Sri has learned for twenty minutes. */
export const course: Completion = {
  ...{ personId: sri, agencyId, registration: 'r1', courseId: 'c1', version: 1, title: { id: 'Etika' } },
  ...{
    form: eLearning,
    abroad: false,
    stated: 100 as Jp,
    stands: true,
    shown: { here: 1, elsewhere: 0, waived: 0 },
  },
  ...{ enrolledAt: '2026-03-01T01:00:00.000Z', completedAt: '2026-03-02T01:20:00.000Z' },
  moments: [
    {
      ...{ kind: 'launched', sessionId: 's1' },
      ...{ at: '2026-03-02T01:00:00.000Z', storedAt: '2026-03-02T01:00:00.000Z' },
    },
  ],
};

/** The ledger in memory, with completions and people as a test says. */
export function creditWorld(credit: CreditStore = memoryCreditStore()) {
  const clock = fixedClock('2026-03-02T02:00:00.000Z');
  const completions = new Map<string, Completion>();
  const people = new Map<PersonId, PersonStanding>([[sri, { ...pns, agencyId }]]);
  return {
    ...{ credit, clock, people },
    /** What is known of a registration from now on. */
    complete: (completion: Completion) => completions.set(completion.registration, completion),
    completions: { completionOf: async (registration: string) => completions.get(registration) },
    standings: {
      standingOf: async (personId: PersonId) => people.get(personId),
      standingsOf: async () => people,
    },
  };
}
