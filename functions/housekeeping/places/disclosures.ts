import type { DisclosureStore } from '@sinau/agreements';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

/**
 * What providers have heard of a person, and under which pseudonym. A copy holds it; an erasure of learning records leaves it, like the
 * enrolments: it is the proof of what was shared, and names the person to nobody else.
 */
export function disclosuresPlace(deps: {
  readonly disclosures: Pick<DisclosureStore, 'ofPerson'>;
}): PersonPlace {
  return {
    name: 'disclosures',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }) {
      const all = await deps.disclosures.ofPerson(personId as PersonId);
      return { records: all.map((disclosure) => ({ disclosure })), counts: { disclosures: all.length } };
    },
  };
}
