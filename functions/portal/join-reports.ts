import { reportingDay } from '@sinau/compliance';
import {
  cancelReport,
  isExpiredReport,
  linkToReport,
  listReports,
  orderReport,
  type ReportJob,
  readReport,
} from '@sinau/compliance/reports';
import type { PersonPrincipal } from '@sinau/kernel';
import type { ReportsPorts, ReportView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { ownTenant } from './own-tenant.ts';

/** Reports of the reader's own agency. */
export function joinReports(deps: Pick<PortalDeps, 'reports' | 'compliance' | 'siasn'>): ReportsPorts {
  const viewer = async (principal: PersonPrincipal) => {
    const [{ clock }, units] = await Promise.all([deps.reports(), unitsOf(principal)]);
    const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
    return (job: ReportJob) => viewOf(job, names, clock.now());
  };
  const unitsOf = async (principal: PersonPrincipal) =>
    (await deps.compliance()).units.unitsOf(ownTenant(principal).agencyId);
  return {
    choicesFor: async (principal) => ({
      units: (await unitsOf(principal)).map(({ unitId, name }) => ({ unitId, name })),
      year: Number(reportingDay((await deps.reports()).clock.now()).slice(0, 4)),
    }),
    reportsOf: async (principal) => {
      const view = await viewer(principal);
      return (await listReports(await deps.reports(), principal)).map(view);
    },
    reportOf: async (principal, reportId) => {
      const view = await viewer(principal);
      return view(await readReport(await deps.reports(), { principal, reportId }));
    },
    order: async (principal, order) =>
      (await orderReport(await deps.reports(), { principal, order })).reportId,
    cancel: async (principal, reportId) => {
      const parts = await deps.reports();
      await cancelReport(parts, { principal, reportId });
      const { kind, state, agencyId } = await readReport(parts, { principal, reportId });
      // What it held already goes its way again.
      if (kind === 'siasn' && state === 'cancelled')
        await (await deps.siasn()).tell({ task: 'release-file', agencyId, reportId });
    },
    linkTo: async (principal, reportId, file) =>
      linkToReport(await deps.reports(), { principal, reportId, file }),
  };
}

function viewOf(job: ReportJob, units: ReadonlyMap<string, string>, now: Date): ReportView {
  const { reportId, kind, format, year, unitId, rows, expected, createdAt, availableUntil, asOf } = job;
  return {
    ...{ reportId, kind, format, year, rows, createdAt, requestedBy: job.requestedBy.name },
    state: isExpiredReport(job, now) ? 'expired' : job.state,
    percent: job.state === 'done' ? 100 : Math.floor((rows * 100) / Math.max(1, expected ?? 1, rows + 1)),
    ...(unitId !== undefined && { unit: units.get(unitId) ?? unitId }),
    ...(asOf !== undefined && { asOf }),
    ...(availableUntil !== undefined && { availableUntil }),
    ...(job.failure === 'too-large' && { isTooLarge: true }),
    files: job.files.map(({ name, bytes }) => ({ name, bytes })),
  };
}
