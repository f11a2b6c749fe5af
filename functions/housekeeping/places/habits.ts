import { type BoardStore, type ChampionStore, type HabitStore, leaveBoard } from '@sinau/adoption';
import type { PersonId } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

/** Pledges, days away, what somebody wants to see of their weeks, and that they help others to learn. Theirs, and no record of the office. */
export function habitsPlace(
  {
    habits,
    boards,
    champions,
  }: {
    readonly habits: Pick<HabitStore, 'settingsOf' | 'pledgesOf' | 'forget'>;
    readonly boards: BoardStore;
    readonly champions: Pick<ChampionStore, 'find' | 'forget'>;
  },
  settleMs: number,
): PersonPlace {
  const recordsOf = async (personId: PersonId) => {
    const [settings, pledges, board, role] = await Promise.all([
      habits.settingsOf(personId),
      habits.pledgesOf(personId),
      boards.membershipOf(personId),
      champions.find(personId),
    ]);
    return [
      ...(settings ? [{ habitSettings: settings }] : []),
      ...pledges.map((pledge) => ({ pledge })),
      ...(board ? [{ teamBoard: board }] : []),
      ...(role ? [{ learningChampion: role }] : []),
    ];
  };
  return {
    name: 'habits',
    // Whoever was writing has written by then.
    settleMs,
    settlesAfter: 'confirmation',
    count: async ({ personId, keepVerbs }) => ({
      // A retention rule ends statements alone.
      counts: { habits: keepVerbs ? 0 : (await recordsOf(personId)).length },
    }),
    async erase({ personId, keepVerbs }) {
      if (keepVerbs) return { counts: { habits: 0 } };
      const { length } = await recordsOf(personId);
      // As whoever leaves by themselves: the month of the board goes with them.
      await leaveBoard({ boards }, { personId });
      await champions.forget(personId);
      await habits.forget(personId);
      return { counts: { habits: length } };
    },
    async copy({ personId }) {
      const records = await recordsOf(personId);
      return { records, counts: { habits: records.length } };
    },
  };
}
