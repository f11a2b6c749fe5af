import {
  cancelExport,
  dayOf,
  type ExportFilter,
  type ExportId,
  type ExportJob,
  isExpired,
  linkToDailyFile,
  linkToPart,
  listDays,
  listExports,
  partName,
  readExport,
  requestExport,
  startOfDay,
} from '@sinau/exports';
import { listUnits } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import type { ExportsPorts, ExportView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

const dayMs = 86_400_000;

/** Use cases of exports for the agency's pages; the agency comes from the session alone. */
export function joinExports(deps: Pick<PortalDeps, 'exports' | 'organisations'>): ExportsPorts {
  const unitsOf = async (principal: PersonPrincipal) => {
    if (!principal.agencyId) return [];
    const units = await listUnits(deps, { principal, agencyId: principal.agencyId });
    return units.map(({ unitId, name }) => ({ unitId, name }));
  };
  const viewer = async (principal: PersonPrincipal) => {
    const [{ clock }, units] = await Promise.all([deps.exports(), unitsOf(principal)]);
    const names = new Map<string, string>(units.map(({ unitId, name }) => [unitId, name]));
    return (job: ExportJob) => viewOf(job, { names, now: clock.now() });
  };
  return {
    unitsOf,
    exportsOf: async (principal) => {
      const view = await viewer(principal);
      return (await listExports(await deps.exports(), { principal })).map(view);
    },
    daysOf: async (principal, before) => {
      const input = { principal, ...(before !== undefined && { before }) };
      const { days, next } = await listDays(await deps.exports(), input);
      const views = days.map(({ date, rows, files }) => ({
        date,
        rows,
        files: files.flatMap((file, n) =>
          (['ndjson', 'parquet'] as const).map(
            (format) => [format, { number: n + 1, ...file.files[format] }] as const,
          ),
        ),
      }));
      return { days: views, ...(next !== undefined && { next }) };
    },
    exportOf: async (principal, exportId) => {
      const view = await viewer(principal);
      return view(await readExport(await deps.exports(), { principal, exportId: exportId as ExportId }));
    },
    request: async (principal, { format, from, to, ...rest }) => {
      const filter: ExportFilter = {
        ...rest,
        ...(from !== undefined && { from: startOfDay(from).toISOString() }),
        // The last day is wanted as a whole.
        ...(to !== undefined && { to: new Date(startOfDay(to).getTime() + dayMs).toISOString() }),
      };
      const request = { format, filter };
      return (await requestExport(await deps.exports(), { principal, request })).exportId;
    },
    cancel: async (principal, exportId) => {
      await cancelExport(await deps.exports(), { principal, exportId: exportId as ExportId });
    },
    linkTo: async (principal, exportId, part) =>
      linkToPart(await deps.exports(), { principal, exportId: exportId as ExportId, part }),
    linkToDaily: async (principal, file) => linkToDailyFile(await deps.exports(), { principal, ...file }),
  };
}

function viewOf(
  job: ExportJob,
  { names, now }: { readonly names: ReadonlyMap<string, string>; readonly now: Date },
): ExportView {
  const { filter, progress } = job;
  const done = job.state === 'done';
  const share = progress.totalChunks === 0 ? 0 : progress.chunks / progress.totalChunks;
  return {
    exportId: job.exportId,
    state: isExpired(job, now) ? 'expired' : job.state,
    format: job.format,
    ...(filter.from !== undefined && { from: dayOf(new Date(filter.from)) }),
    ...(filter.to !== undefined && { to: dayOf(new Date(Date.parse(filter.to) - 1)) }),
    ...(filter.unit !== undefined && { unit: names.get(filter.unit) ?? filter.unit }),
    ...(filter.course !== undefined && { course: filter.course }),
    requestedBy: job.requestedBy.name,
    rows: progress.rows,
    read: progress.read,
    ...(progress.totalLines !== undefined && { total: progress.totalLines }),
    percent: done ? 100 : Math.floor(share * 100),
    ...(job.failure && { failure: job.failure }),
    createdAt: job.createdAt,
    ...(job.finishedAt !== undefined && { finishedAt: job.finishedAt }),
    ...(job.availableUntil !== undefined && { availableUntil: job.availableUntil }),
    files: job.parts.map(({ rows, bytes, sha256 }, n) => ({
      name: partName(job, n + 1),
      ...{ rows, bytes, sha256 },
    })),
  };
}
