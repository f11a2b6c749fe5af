import { type BoardStore, type HabitStore, leaveBoard } from '@sinau/adoption';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

/** Pledges, days away and what somebody wants to see of their weeks. Theirs, and no record of the office. */
export function habitsPlace(
  {
    habits,
    boards,
  }: {
    readonly habits: Pick<HabitStore, 'settingsOf' | 'pledgesOf' | 'forget'>;
    readonly boards: BoardStore;
  },
  settleMs: number,
): PersonPlace {
  const recordsOf = async (personId: PersonId) => {
    const [settings, pledges, board] = await Promise.all([
      habits.settingsOf(personId),
      habits.pledgesOf(personId),
      boards.membershipOf(personId),
    ]);
    return [
      ...(settings ? [{ habitSettings: settings }] : []),
      ...pledges.map((pledge) => ({ pledge })),
      ...(board ? [{ teamBoard: board }] : []),
    ];
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
      if (keepVerbs) return { counts: { habits: 0 } };
      const { length } = await recordsOf(personId);
      // As whoever leaves by themselves: the month of the board goes with them.
      await leaveBoard({ boards }, { personId });
      await habits.forget(personId);
      return { counts: { habits: length } };
    },
    async copy({ personId }) {
      const records = await recordsOf(personId);
      return { records, counts: { habits: records.length } };
    },
  };
}
