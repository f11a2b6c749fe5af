import { ComplianceNotFound, reportingDay } from '@sinau/compliance';
import {
  cancelReport,
  isExpiredReport,
  linkToReport,
  listReports,
  mostReportRows,
  orderReport,
  type ReportJob,
  readReport,
  reportFormats,
  reportKinds,
} from '@sinau/compliance/reports';
import { InvalidInput } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { reportLinkSeconds } from '../shared/report-files.ts';
import type { ReportParts } from '../shared/report-parts.ts';
import type { ReportRouteDeps } from './report-routes.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

/** Files for SIASN hold whole employee numbers and are marked as sent by whoever fetched them: people ask for them on their page. */
const kinds = reportKinds.filter((kind) => kind !== 'siasn');
const isForPeople = ({ kind }: ReportJob): boolean => kind === 'siasn';

const orderSchema = z.strictObject({
  kind: z.enum(kinds),
  format: z.enum(reportFormats).default('csv'),
  year: z.int().min(2000).max(2100).exactOptional(),
  unitId: z.string().min(1).max(64).exactOptional(),
  locale: z.enum(['id', 'en']).default('id'),
});

export async function takeOrder(c: Context, deps: ReportRouteDeps): Promise<Response> {
  const { year, ...order } = await readJson(c.req, orderSchema);
  if (order.kind === 'cost' && order.unitId !== undefined) {
    const message = 'Costs are of the whole agency.';
    throw new InvalidInput(message, { issues: [{ path: '/unitId', message }] });
  }
  const parts = await deps.reports();
  const thisYear = Number(reportingDay(parts.clock.now()).slice(0, 4));
  const wanted = { ...order, year: year ?? thisYear };
  const job = await orderReport(parts, { principal: c.get('principal'), order: wanted });
  c.header('location', `/api/reports/${job.reportId}`);
  return c.json(viewOf(parts, job), 202);
}

export async function answerReports(c: Context, deps: ReportRouteDeps): Promise<Response> {
  const parts = await deps.reports();
  const jobs = await listReports(parts, c.get('principal'));
  return c.json({ reports: jobs.filter((job) => !isForPeople(job)).map((job) => viewOf(parts, job)) });
}

/** Its files with addresses that work for a while, once it is done. */
export async function answerReport(c: Context, deps: ReportRouteDeps): Promise<Response> {
  const parts = await deps.reports();
  const asked = { principal: c.get('principal'), reportId: idOf(c) };
  const job = await readForMachine(parts, asked);
  const view = viewOf(parts, job);
  if (view.state !== 'done') return c.json(view);
  const files = job.files.map(async ({ name, bytes }, n) => ({
    ...{ name, bytes, url: await linkToReport(parts, { ...asked, file: n + 1 }) },
    urlExpiresInSeconds: reportLinkSeconds,
  }));
  return c.json({ ...view, files: await Promise.all(files) });
}

export async function takeBack(c: Context, deps: ReportRouteDeps): Promise<Response> {
  const parts = await deps.reports();
  const asked = { principal: c.get('principal'), reportId: idOf(c) };
  await readForMachine(parts, asked);
  await cancelReport(parts, asked);
  return c.json(viewOf(parts, await readReport(parts, asked)));
}

async function readForMachine(
  parts: ReportParts,
  asked: Parameters<typeof readReport>[1],
): Promise<ReportJob> {
  const job = await readReport(parts, asked);
  if (isForPeople(job)) throw new ComplianceNotFound('report');
  return job;
}

const idOf = (c: Context) => c.req.param('reportId') ?? '';

const failures = {
  broken:
    'The report broke off three times. Ask for it again; if it breaks off again, tell the operator its id.',
  large: `The report has more than ${mostReportRows} rows. Ask for one of a unit.`,
};

/** `expired`: the files of a finished report are gone. */
function viewOf({ clock }: Pick<ReportParts, 'clock'>, job: ReportJob) {
  const { reportId, kind, format, year, unitId, locale, rows, expected, createdAt } = job;
  const { asOf, finishedAt, availableUntil, requestedBy, failure } = job;
  return {
    ...{ reportId, kind, format, year, locale, rows, createdAt, requestedBy: requestedBy.name },
    state: isExpiredReport(job, clock.now()) ? ('expired' as const) : job.state,
    ...(unitId !== undefined && { unitId }),
    ...(expected !== undefined && { expected }),
    ...(asOf !== undefined && { asOf }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(availableUntil !== undefined && { availableUntil }),
    ...(job.state === 'failed' && { failure: failure === 'too-large' ? failures.large : failures.broken }),
  };
}
