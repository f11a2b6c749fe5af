import type { NudgeStore } from '@sinau/adoption';
import type { PersonPlace } from '@sinau/privacy';

/** Which nudges somebody was met by, and in which group. Sums stay: they hold nobody's name, and never fewer than ten are told. */
export function nudgesPlace(
  { nudges }: { readonly nudges: Pick<NudgeStore, 'metBy' | 'forget'> },
  settleMs: number,
): PersonPlace {
  return {
    name: 'nudges',
    // A round that was under way has ended by then.
    settleMs,
    settlesAfter: 'confirmation',
    count: async ({ personId, keepVerbs }) => ({
      // A retention rule ends statements alone.
      counts: { nudges: keepVerbs ? 0 : (await nudges.metBy(personId)).length },
    }),
    async erase({ personId, keepVerbs }) {
      return { counts: { nudges: keepVerbs ? 0 : await nudges.forget(personId) } };
    },
    async copy({ personId }) {
      const met = await nudges.metBy(personId);
      return { records: met.map((nudge) => ({ nudge })), counts: { nudges: met.length } };
    },
  };
}
