import type { DailyCursor, DailyFile } from '../daily-file.ts';
import type { DailyFileStore } from '../ports.ts';

/** The port on maps, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryDailyFileStore(): DailyFileStore {
  const cursors = new Map<string, DailyCursor>();
  const files = new Map<string, DailyFile>();
  const placeOf = ({ agencyId, date, lane, from }: DailyFile) => `${agencyId} ${date} ${lane} ${from}`;
  const ordered = (agencyId: string) =>
    [...files.values()]
      .filter((file) => file.agencyId === agencyId)
      .sort((a, b) => a.date.localeCompare(b.date) || a.lane - b.lane || a.from - b.from);
  return {
    findCursor: async (agencyId) => structuredClone(cursors.get(agencyId)),
    replaceCursor: async (cursor) => {
      if ((cursors.get(cursor.agencyId)?.rev ?? 0) !== cursor.rev - 1) return 'conflict';
      cursors.set(cursor.agencyId, structuredClone(cursor));
      return 'stored';
    },
    putFiles: async (more) => {
      for (const file of more) files.set(placeOf(file), structuredClone(file));
    },
    filesOf: async (agencyId, date) => ordered(agencyId).filter((file) => file.date === date),
    listFiles: async ({ agencyId, before, limit }) => {
      const all = ordered(agencyId).filter(({ date }) => before === undefined || date < before);
      const newest = all.toReversed();
      const cut = newest.length > limit ? newest[limit - 1]?.date : undefined;
      if (cut === undefined) return newest;
      const whole = newest.slice(0, limit).filter(({ date }) => date !== cut);
      return whole.length > 0 ? whole : all.filter(({ date }) => date === cut);
    },
  };
}
