import { isExpiredReport, listReports } from '@sinau/compliance/reports';
import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { agencyOf, filesHolding, holdsRows, SiasnNotFound } from '@sinau/siasn-sync';
import type { SiasnFileView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'siasn' | 'reports' | 'clock'>;

/**
 * The reader's agency, when the file is theirs. Reports are forgotten after a month, and what a file holds is not: then the rows of the agency
 * say whose it is.
 */
export async function agencyOfFile(
  deps: Deps,
  principal: PersonPrincipal,
  reportId: string,
): Promise<AgencyId> {
  const agencyId = agencyOf(principal);
  const report = await (await deps.reports()).reports.find(agencyId, reportId);
  const isFile = report
    ? report.kind === 'siasn' && report.state !== 'waiting' && report.state !== 'running'
    : await holdsRows(await deps.siasn(), { agencyId, reportId });
  if (!isFile) throw new SiasnNotFound();
  return agencyId;
}

/** Those that can be fetched, and those that hold lines still, however old they are. */
export async function filesOf(deps: Deps, principal: PersonPrincipal): Promise<readonly SiasnFileView[]> {
  const agencyId = agencyOf(principal);
  const parts = await deps.reports();
  const [listed, held] = await Promise.all([
    listReports(parts, principal),
    filesHolding(await deps.siasn(), agencyId),
  ]);
  const known = new Set(listed.map(({ reportId }) => reportId));
  const older = [...held.keys()].filter((reportId) => !known.has(reportId));
  const found = await Promise.all(
    older.map(async (reportId) => (await parts.reports.find(agencyId, reportId)) ?? { reportId }),
  );
  return [...listed, ...found].flatMap((report): readonly SiasnFileView[] => {
    const { reportId } = report;
    const holds = held.get(reportId) ?? 0;
    if (!('kind' in report)) return [{ reportId, holds }];
    const { kind, state, year, rows, createdAt, asOf = createdAt } = report;
    const isThere = state === 'done' && !isExpiredReport(report, deps.clock.now());
    if (kind !== 'siasn' || !(isThere || holds > 0)) return [];
    return [{ reportId, holds, made: { year, rows, asOf } }];
  });
}
