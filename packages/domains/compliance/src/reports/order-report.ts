import type { AgencyId, Clock, Ids, Principal } from '@sinau/kernel';
import { InvalidInput, Unavailable } from '@sinau/kernel';
import { ComplianceNotFound, ReportNotReady, TooManyReports } from '../errors.ts';
import type { UnitDirectory } from '../ports.ts';
import type { ReportFiles, ReportQueue, ReportStore } from './ports.ts';
import {
  isExpiredReport,
  isOpenReport,
  mostOpenReports,
  type ReportJob,
  type ReportOrder,
} from './report-job.ts';

interface Deps {
  readonly reports: ReportStore;
  readonly clock: Clock;
}

const shown = 50;

/** The agency of an administrator or of its own system; never named by a request (case C3). */
function agencyOf(principal: Principal): AgencyId {
  if (principal.kind === 'client' && principal.tenant.kind === 'agency') return principal.tenant.agencyId;
  const isAdmin = principal.kind === 'person' && principal.roles.includes('agency-admin');
  if (!isAdmin || principal.agencyId === undefined) throw new ComplianceNotFound('agency');
  return principal.agencyId;
}

function requesterOf(principal: Principal): ReportJob['requestedBy'] {
  if (principal.kind === 'person') return { personId: principal.personId, name: principal.name };
  if (principal.kind === 'client') return { clientId: principal.clientId, name: principal.name };
  throw new ComplianceNotFound('agency');
}

/** Takes a report on; a unit that the agency does not have is an issue of `/unitId`. Row first, message second: one whose message was lost is found by the sweep. */
export async function orderReport(
  deps: Deps & { readonly queue: ReportQueue; readonly ids: Ids; readonly units: UnitDirectory },
  { principal, order }: { readonly principal: Principal; readonly order: ReportOrder },
): Promise<ReportJob> {
  const agencyId = agencyOf(principal);
  const { unitId: wanted } = order;
  const units = wanted === undefined ? [] : await deps.units.unitsOf(agencyId);
  if (wanted !== undefined && !units.some(({ unitId }) => unitId === wanted)) {
    const message = 'There is no such unit in your agency.';
    throw new InvalidInput(message, { issues: [{ path: '/unitId', message }] });
  }
  const open = (await deps.reports.list(agencyId, shown)).filter(isOpenReport);
  if (open.length >= mostOpenReports) throw new TooManyReports(mostOpenReports);
  const now = deps.clock.now().toISOString();
  const job: ReportJob = {
    ...order,
    reportId: `${now.replace(/\D/g, '')}-${deps.ids.uuid().slice(-12)}`,
    agencyId,
    requestedBy: requesterOf(principal),
    ...{ state: 'waiting', rows: 0, files: [], tries: 0, createdAt: now, updatedAt: now, rev: 1 },
  };
  await deps.reports.create(job);
  await deps.queue.send({ kind: 'report', agencyId, reportId: job.reportId });
  return job;
}

/** Those of the agency, newest first. */
export const listReports = async (
  { reports }: Pick<Deps, 'reports'>,
  principal: Principal,
): Promise<readonly ReportJob[]> => reports.list(agencyOf(principal), shown);

interface Asked {
  readonly principal: Principal;
  readonly reportId: string;
}

export async function readReport(
  { reports }: Pick<Deps, 'reports'>,
  { principal, reportId }: Asked,
): Promise<ReportJob> {
  const job = await reports.find(agencyOf(principal), reportId);
  if (!job) throw new ComplianceNotFound('report');
  return job;
}

/** Where a file of a finished report can be fetched for a while; `file` counts from 1. */
export async function linkToReport(
  deps: Deps & { readonly files: Pick<ReportFiles, 'linkTo'> },
  { file, ...asked }: Asked & { readonly file: number },
): Promise<string> {
  const job = await readReport(deps, asked);
  if (job.state !== 'done' || isExpiredReport(job, deps.clock.now())) throw new ReportNotReady();
  const found = job.files[file - 1];
  if (!found) throw new ComplianceNotFound('report');
  return deps.files.linkTo(found);
}

/** A worker that tells progress may change the row in between, a few times at most. */
const tries = 10;

/** Ends one that waits or runs; its worker notices with the next thing it tells. */
export async function cancelReport(deps: Deps, asked: Asked): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    const job = await readReport(deps, asked);
    if (!isOpenReport(job)) return;
    const { leaseUntil: _, ...rest } = job;
    const now = deps.clock.now().toISOString();
    const next = { ...rest, state: 'cancelled', finishedAt: now, updatedAt: now, rev: job.rev + 1 } as const;
    if ((await deps.reports.replace(next)) === 'stored') return;
  }
  throw new Unavailable('The report is being worked on. Cancel it again.');
}
