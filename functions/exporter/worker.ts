import { type RunReportDeps, runReport, sweepReports } from '@sinau/compliance/reports';
import {
  type DailyFilesDeps,
  type ExportMessage,
  exportMessageSchema,
  type RunExportDeps,
  runExport,
  sweepExports,
  writeDailyFiles,
} from '@sinau/exports';
import type { AgencyId } from '@sinau/kernel';
import { queueHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';

export interface ExporterDeps extends RunExportDeps, DailyFilesDeps {
  readonly agencies: () => Promise<readonly AgencyId[]>;
  /** Loaded when a report is asked for. */
  readonly reportParts: () => Promise<RunReportDeps>;
  readonly log: Log;
}

/** Consumer of the export queue: daily files and exports, in runs of about ten minutes. */
export function createExporter(deps: ExporterDeps) {
  return queueHandler({
    name: 'exporter',
    log: deps.log,
    schema: exportMessageSchema,
    handle: (message) => handle(deps, message),
  });
}

async function handle(deps: ExporterDeps, message: ExportMessage): Promise<void> {
  switch (message.kind) {
    case 'start-daily':
      for (const agencyId of await deps.agencies()) await deps.queue.send({ kind: 'daily', agencyId });
      return;
    case 'daily':
      return daily(deps, message.agencyId);
    case 'exports':
      return oneExport(deps, message.agencyId);
    case 'report':
      return oneReport(deps, message);
    case 'sweep':
      deps.log.info('exports swept', { agencies: await sweepExports(deps) });
      deps.log.info('reports swept', { reports: await sweepReports(await deps.reportParts()) });
      return;
  }
}

async function daily(deps: ExporterDeps, agencyId: AgencyId): Promise<void> {
  const { outcome, rows } = await writeDailyFiles(deps, { agencyId });
  deps.log.info('daily files', { agencyId, outcome, rows });
  if (outcome === 'more') await deps.queue.send({ kind: 'daily', agencyId });
}

async function oneReport(
  deps: ExporterDeps,
  at: { readonly agencyId: AgencyId; readonly reportId: string },
): Promise<void> {
  const { outcome, error } = await runReport(await deps.reportParts(), at);
  const fields = { agencyId: at.agencyId, reportId: at.reportId, outcome };
  if (error === undefined) deps.log.info('report', fields);
  else deps.log.error('report broke', error, fields);
}

async function oneExport(deps: ExporterDeps, agencyId: AgencyId): Promise<void> {
  const { outcome, exportId, error } = await runExport(deps, { agencyId });
  const fields = { agencyId, outcome, ...(exportId !== undefined && { exportId }) };
  if (error === undefined) deps.log.info('export', fields);
  else deps.log.error('export broke', error, fields);
}
