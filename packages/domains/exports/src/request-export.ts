import { type Clock, type Ids, InvalidInput, type Principal } from '@sinau/kernel';
import { agencyOf, requesterOf } from './agency-of.ts';
import { TooManyExports } from './errors.ts';
import { type ExportFilter, type ExportId, type ExportJob, mostOpenExports } from './export-job.ts';
import type { FileFormat } from './file-layout.ts';
import type { ExportJobStore, ExportQueue, RecordSelection } from './ports.ts';

export interface ExportRequest {
  readonly format: FileFormat;
  readonly filter: ExportFilter;
}

/**
 * Takes an export on: it waits until its agency's earlier ones have ended. Throws `InvalidInput` for a filter that can
 * find nothing, `TooManyExports` when the agency has as many open as it may.
 */
export async function requestExport(
  deps: {
    readonly exports: Pick<ExportJobStore, 'create' | 'listOpen'>;
    readonly selection: RecordSelection;
    readonly queue: ExportQueue;
    readonly clock: Clock;
    readonly ids: Ids;
  },
  input: { readonly principal: Principal; readonly request: ExportRequest },
): Promise<ExportJob> {
  const { principal, request } = input;
  const agencyId = agencyOf(principal);
  const { from, to } = request.filter;
  if (from !== undefined && to !== undefined && from >= to) {
    throw new InvalidInput('The period is empty.', {
      issues: [{ path: '/to', message: 'is not after "from"' }],
    });
  }
  await deps.selection.open(agencyId, request.filter);
  const open = await deps.exports.listOpen(agencyId);
  if (open.length >= mostOpenExports) throw new TooManyExports(mostOpenExports);
  const now = deps.clock.now().toISOString();
  const job: ExportJob = {
    exportId: `${now.replace(/\D/g, '')}-${deps.ids.uuid().slice(-12)}` as ExportId,
    agencyId,
    requestedBy: requesterOf(principal),
    ...request,
    state: 'waiting',
    progress: { chunks: 0, read: 0, rows: 0, totalChunks: 0 },
    parts: [],
    tries: 0,
    createdAt: now,
    updatedAt: now,
    rev: 1,
  };
  await deps.exports.create(job);
  // Row first, message second: a job whose message was lost is found by the sweep.
  await deps.queue.send({ kind: 'exports', agencyId });
  return job;
}
