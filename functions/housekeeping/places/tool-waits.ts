import type { ToolHealthStore } from '@sinau/delivery/lti';
import type { PersonPlace, Subject } from '@sinau/privacy';

/** Tools that somebody wants to hear of when they are back. It is theirs and no record of the office. */
export function toolWaitsPlace({
  toolHealth,
}: {
  readonly toolHealth: Pick<ToolHealthStore, 'listWaitsOf' | 'removeWait'>;
}): PersonPlace {
  // A retention rule ends statements alone, and these rows go by themselves after a month.
  const waitsOf = async ({ personId, keepVerbs }: Pick<Subject, 'personId' | 'keepVerbs'>) =>
    keepVerbs ? [] : toolHealth.listWaitsOf(personId);
  return {
    name: 'tool-waits',
    settleMs: 0,
    count: async (subject) => ({ counts: { toolWaits: (await waitsOf(subject)).length } }),
    async erase(order) {
      const waits = await waitsOf(order);
      for (const wait of waits) await toolHealth.removeWait(wait);
      return { counts: { toolWaits: waits.length } };
    },
    async copy({ personId }) {
      const waits = await toolHealth.listWaitsOf(personId);
      return {
        records: waits.map((toolWait) => ({ toolWait })),
        counts: { toolWaits: waits.length },
      };
    },
  };
}
