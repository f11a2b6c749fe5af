import { forgetPerson, type PairStore, sharedWith } from '@sinau/collaboration';
import { systemClock } from '@sinau/platform/crypto';
import type { PersonPlace, Subject } from '@sinau/privacy';

/**
 * What somebody agreed and wrote with those who coach and mentor them, or whom they guide. An erasure takes every word out and ends what goes on; that
 * a session took place stays, as the JP of the other one rest on it. Both have written it, so that both have a copy.
 */
export function collaborationPlace({ pairs }: { readonly pairs: PairStore }, settleMs: number): PersonPlace {
  const deps = { pairs, clock: systemClock };
  const meant = async ({ personId, keepVerbs }: Subject) =>
    // A retention rule ends statements alone.
    keepVerbs ? [] : sharedWith(deps, personId);
  return {
    name: 'coaching',
    // Whoever was writing has written by then.
    settleMs,
    async count(subject) {
      const shared = await meant(subject);
      return { counts: { coaching: shared.reduce((sum, { sessions }) => sum + 1 + sessions.length, 0) } };
    },
    async erase({ personId, keepVerbs }) {
      return { counts: { coaching: keepVerbs ? 0 : await forgetPerson(deps, personId) } };
    },
    async copy({ personId }) {
      const shared = await sharedWith(deps, personId);
      return {
        records: shared.flatMap(({ pair, sessions }) => [
          { pair },
          ...sessions.map((session) => ({ coachingSession: session })),
        ]),
        counts: { coaching: shared.reduce((sum, { sessions }) => sum + 1 + sessions.length, 0) },
      };
    },
  };
}
