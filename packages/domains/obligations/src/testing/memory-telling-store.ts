import type { PersonId } from '@sinau/kernel';
import type { Duty } from '../duty/duty.ts';
import type { TeamTelling, TellingStore } from '../reminders/ports.ts';

/** What waits to be told, without a table. `all`: every duty there is. */
export function memoryTellingStore(all: () => readonly Duty[]): TellingStore {
  const teams = new Map<string, { telling: TeamTelling; people: Set<PersonId>; isOpen: boolean }>();
  const digests = new Map<PersonId, string>();
  const keyOf = ({ supervisorId, day, step }: TeamTelling) => [supervisorId, day, step].join(' ');
  return {
    reminderParts: 1,
    listDueReminders: async (_, until, limit) =>
      all()
        .filter(({ remind }) => remind !== undefined && remind.at <= until)
        .sort((a, b) => ((a.remind?.at ?? '') < (b.remind?.at ?? '') ? -1 : 1))
        .slice(0, limit),
    async noteTeam(telling, personId) {
      const known = teams.get(keyOf(telling)) ?? { telling, people: new Set(), isOpen: true };
      known.people.add(personId);
      teams.set(keyOf(telling), known);
    },
    listDueTeams: async (until, limit) =>
      [...teams.values()]
        .filter(({ telling, isOpen }) => isOpen && telling.at <= until)
        .slice(0, limit)
        .map(({ telling }) => telling),
    countTeam: async (telling) => teams.get(keyOf(telling))?.people.size ?? 0,
    async closeTeam(telling) {
      const known = teams.get(keyOf(telling));
      if (known) known.isOpen = false;
    },
    async addDigest({ personId, at }) {
      if (!digests.has(personId)) digests.set(personId, at);
    },
    listDueDigests: async (_, until, limit) =>
      [...digests]
        .filter(([, at]) => at <= until)
        .slice(0, limit)
        .map(([personId, at]) => ({ personId, at })),
    async moveDigest({ personId, at }, next) {
      if (digests.get(personId) !== at) return;
      if (next === undefined) digests.delete(personId);
      else digests.set(personId, next);
    },
  };
}
