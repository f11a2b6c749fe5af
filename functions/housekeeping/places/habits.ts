import type { HabitStore } from '@sinau/adoption';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

/** Pledges, days away and what somebody wants to see of their weeks. Theirs, and no record of the office. */
export function habitsPlace(
  { habits }: { readonly habits: Pick<HabitStore, 'settingsOf' | 'pledgesOf' | 'forget'> },
  settleMs: number,
): PersonPlace {
  const recordsOf = async (personId: PersonId) => {
    const [settings, pledges] = await Promise.all([habits.settingsOf(personId), habits.pledgesOf(personId)]);
    return [...(settings ? [{ habitSettings: settings }] : []), ...pledges.map((pledge) => ({ pledge }))];
  };
  return {
    name: 'habits',
    // Whoever was writing has written by then.
    settleMs,
    count: async ({ personId, keepVerbs }) => ({
      // A retention rule ends statements alone.
      counts: { habits: keepVerbs ? 0 : (await recordsOf(personId)).length },
    }),
    async erase({ personId, keepVerbs }) {
      return { counts: { habits: keepVerbs ? 0 : await habits.forget(personId) } };
    },
    async copy({ personId }) {
      const records = await recordsOf(personId);
      return { records, counts: { habits: records.length } };
    },
  };
}
