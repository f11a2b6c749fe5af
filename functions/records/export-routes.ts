import {
  cancelExport,
  type ExportId,
  type ExportJob,
  exportFormats,
  isExpired,
  linkSeconds,
  linkToPart,
  listExports,
  partName,
  readExport,
  requestExport,
} from '@sinau/exports';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { RecordsDeps } from './deps.ts';

const id = z.string().regex(/^[\w-]{1,64}$/, 'is not an id');
const time = z.iso
  .datetime({ offset: true, error: 'is a time like 2026-03-01T00:00:00Z' })
  .transform((text) => new Date(text).toISOString());

/** What an export may ask for; filters as a pull has them. */
const requestSchema = z.strictObject({
  format: z.enum(exportFormats),
  filter: z
    .strictObject({
      unit: id.exactOptional(),
      person: id.exactOptional(),
      course: id.exactOptional(),
      from: time.exactOptional(),
      to: time.exactOptional(),
    })
    .default({}),
});

export const exportsPath = '/records/exports';
const access = ['scope:records/read'] as const;

export function addExportRoutes(app: HttpApp, deps: RecordsDeps): void {
  const one = `${exportsPath}/:exportId`;
  app.route({ method: 'POST', path: exportsPath, access }, async (c) => {
    const request = await readJson(c.req, requestSchema);
    const job = await requestExport(deps, { principal: c.get('principal'), request });
    c.header('location', `${exportsPath}/${job.exportId}`);
    return c.json(viewOf(deps, job), 202);
  });
  app.route({ method: 'GET', path: exportsPath, access }, async (c) => {
    const jobs = await listExports(deps, { principal: c.get('principal') });
    return c.json({ exports: jobs.map((job) => viewOf(deps, job)) });
  });
  app.route({ method: 'GET', path: one, access, reads: { what: 'export' } }, async (c) => {
    const principal = c.get('principal');
    const exportId = c.req.param('exportId') as ExportId;
    const job = await readExport(deps, { principal, exportId });
    const view = viewOf(deps, job);
    if (view.state !== 'done') return c.json(view);
    const files = view.files.map(async (file, n) => ({
      ...file,
      url: await linkToPart(deps, { principal, exportId, part: n + 1 }),
      urlExpiresInSeconds: linkSeconds,
    }));
    return c.json({ ...view, files: await Promise.all(files) });
  });
  app.route({ method: 'DELETE', path: one, access }, async (c) => {
    const exportId = c.req.param('exportId') as ExportId;
    return c.json(viewOf(deps, await cancelExport(deps, { principal: c.get('principal'), exportId })));
  });
}

const failures = {
  machine:
    'The export broke off three times. Ask for it again; if it breaks off again, tell the operator its id.',
  filter: 'The filter names a unit that your agency does not have any more.',
};

/** `state` is `expired` once the files of a finished export are gone. */
function viewOf({ clock }: Pick<RecordsDeps, 'clock'>, job: ExportJob) {
  const { chunks, totalChunks, read, rows, totalLines } = job.progress;
  return {
    exportId: job.exportId,
    state: isExpired(job, clock.now()) ? ('expired' as const) : job.state,
    format: job.format,
    filter: job.filter,
    progress: {
      rows,
      read,
      ...(totalLines !== undefined && { total: totalLines }),
      percent: percentOf(job, totalChunks === 0 ? 0 : chunks / totalChunks),
    },
    ...(job.failure && { failure: failures[job.failure] }),
    createdAt: job.createdAt,
    ...(job.startedAt !== undefined && { startedAt: job.startedAt }),
    ...(job.finishedAt !== undefined && { finishedAt: job.finishedAt }),
    ...(job.availableUntil !== undefined && { availableUntil: job.availableUntil }),
    files: job.parts.map(({ rows: lines, bytes, sha256 }, n) => ({
      name: partName(job, n + 1),
      rows: lines,
      bytes,
      sha256,
    })),
  };
}

function percentOf({ state }: ExportJob, share: number): number {
  return state === 'done' ? 100 : Math.floor(share * 100);
}
