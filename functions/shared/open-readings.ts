import { noteReading, type ReadingLog, type SeenLately } from '@sinau/audit';
import type { Clock } from '@sinau/kernel';
import type { ReadingNotes } from '@sinau/platform/http';
import { createAuditParts } from './audit-parts.ts';

export const openReadings = (given: Parameters<typeof createAuditParts>[0]): ReadingNotes =>
  readingNotesOf(createAuditParts(given));

export function readingNotesOf(audit: {
  readonly log: Pick<ReadingLog, 'append'>;
  readonly seen: SeenLately;
  readonly clock: Clock;
}): ReadingNotes {
  return {
    note: async ({ principal, what, personId, reason }) => {
      const about = personId === undefined ? {} : { about: { kind: 'person', personId } as const };
      await noteReading(audit, { principal, what, ...about, ...(reason !== undefined && { reason }) });
    },
  };
}
