import type { ReportFinished } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isReportRow, readReportRow } from './report-store.ts';

/** What one change of a report tells; the table's stream is the outbox. Machines ask for the state of theirs themselves. */
export function reportFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ReportFinished[] {
  const { before, after } = change;
  if (!after || !isReportRow(after)) return [];
  const { reportId, agencyId, requestedBy, state, kind, year, rows, updatedAt } = readReportRow(after);
  if (before && readReportRow(before).state === state) return [];
  if (requestedBy.personId === undefined || (state !== 'done' && state !== 'failed')) return [];
  return [
    {
      ...{ eventId: `report-finished:${agencyId}:${reportId}`, type: 'report-finished' },
      ...{ occurredAt: updatedAt, reportId, agencyId, personId: requestedBy.personId },
      ...{ kind, year, outcome: state, rows },
    },
  ];
}
