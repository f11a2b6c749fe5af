import type { ExportFinished } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isExportRow, readExportRow } from './export-job-store.ts';

/**
 * The facts that one change of a row tells. The stream is the outbox: what was committed is told sooner or later, with
 * the same event id each time. Machines ask for the state of their exports themselves.
 */
export function exportFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ExportFinished[] {
  const { before, after } = change;
  if (!after || !isExportRow(after) || before?.state === after.state) return [];
  const { exportId, agencyId, requestedBy, state, format, progress, updatedAt } = readExportRow(after);
  if (requestedBy.kind !== 'person' || (state !== 'done' && state !== 'failed')) return [];
  return [
    {
      eventId: `export-finished:${agencyId}:${exportId}`,
      occurredAt: updatedAt,
      type: 'export-finished',
      exportId,
      agencyId,
      personId: requestedBy.id,
      format: format === 'parquet' ? 'Parquet' : format.toUpperCase(),
      outcome: state,
      rows: progress.rows,
    },
  ];
}
