import type { ReadingLog } from '@sinau/audit';
import type { PersonPlace } from '@sinau/privacy';

const linesTogether = 200;

/** Who read the person's records, as their own page tells it: the office and its reason, and not which officer it was. */
export function readingsPlace({ log }: { readonly log: Pick<ReadingLog, 'listAbout'> }): PersonPlace {
  return {
    name: 'readings',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }, cursor) {
      const page = { limit: linesTogether, ...(cursor !== undefined && { before: cursor }) };
      const { lines, next } = await log.listAbout({ kind: 'person', personId }, page);
      return {
        records: lines.map(({ at, office, purpose, what, reason, because }) => ({
          reading: {
            ...{ at, office, purpose, what },
            ...(reason !== undefined && { reason }),
            ...(because !== undefined && { because }),
          },
        })),
        counts: { readings: lines.length },
        ...(next !== undefined && { next }),
      };
    },
  };
}
