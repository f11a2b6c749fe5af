import type { Pledge } from '../habits/pledge.ts';
import type { HabitSettings, HabitStore } from '../habits/ports.ts';

/** Habits without a table. */
export function memoryHabitStore(): HabitStore {
  const settings = new Map<string, HabitSettings>();
  const pledges = new Map<string, Pledge>();
  const counts = new Map<string, number>();
  const keyOf = ({ personId, pledgeId }: Pledge) => `${personId} ${pledgeId}`;
  const isCurrent = (next: HabitSettings) => (settings.get(next.personId)?.rev ?? 0) === next.rev;
  const isCurrentPledge = (next: Pledge) => (pledges.get(keyOf(next))?.rev ?? 0) === next.rev;
  const keep = (next: HabitSettings) => settings.set(next.personId, { ...next, rev: next.rev + 1 });
  const keepPledge = (next: Pledge) => pledges.set(keyOf(next), { ...next, rev: next.rev + 1 });
  return {
    settingsOf: async (personId) => settings.get(personId),
    async saveSettings(next) {
      if (!isCurrent(next)) return 'conflict';
      keep(next);
      return 'saved';
    },
    async bookOf(personId) {
      const own = settings.get(personId);
      const all = [...pledges.values()].filter((one) => one.personId === personId);
      return { ...(own && { settings: own }), pledges: all };
    },
    pledgesOf: async (personId) => [...pledges.values()].filter((one) => one.personId === personId),
    async savePledge(next) {
      if (!isCurrentPledge(next)) return 'conflict';
      keepPledge(next);
      return 'saved';
    },
    async openPledge(next, { settings: own, counted }) {
      if (!isCurrentPledge(next) || !isCurrent(own)) return 'conflict';
      keepPledge(next);
      keep(own);
      const key = counted && `${counted.agencyId} ${counted.year}`;
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
      return 'saved';
    },
    pledgers: async (agencyId, year) => counts.get(`${agencyId} ${year}`) ?? 0,
    async forget(personId) {
      const own = [...pledges.values()].filter((one) => one.personId === personId);
      for (const one of own) pledges.delete(keyOf(one));
      return own.length + (settings.delete(personId) ? 1 : 0);
    },
  };
}
