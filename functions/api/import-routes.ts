import {
  cancelUpload,
  createPartUpload,
  createUpload,
  getImportReport,
  getUpload,
  type ImportJob,
  isFinished,
  type JobId,
  listImports,
  moduleKinds,
  PackageRejected,
  signParts,
  signRequestSchema,
  startImport,
  startRequestSchema,
  uploadRequestSchema,
} from '@sinau/catalogue';
import { InvalidInput, type Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';
import { readQuery } from './read-query.ts';
import { viewOfImport } from './views.ts';

/**
 * A package sent as a body. Larger ones go by `POST /api/uploads`. NOTE: Lambda takes 6 MB with base64, so behind API
 * Gateway a zip of more than about 4.4 MB must go by upload.
 */
export const maxSentPackageBytes = 8 * 1024 * 1024;

const packageQuerySchema = z.strictObject({
  fileName: z.string().min(1).max(255).default('package'),
  courseId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .exactOptional(),
  module: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .exactOptional(),
  kind: z.enum(moduleKinds).exactOptional(),
});

export function addImportRoutes(app: HttpApp, deps: ApiDeps): void {
  app.route(
    {
      method: 'POST',
      path: '/api/packages',
      access: ['scope:courses/write'],
      maxBodyBytes: maxSentPackageBytes,
    },
    async (c) => {
      const principal = c.get('principal');
      const query = readQuery(c.req.query(), packageQuerySchema);
      const body = new Uint8Array(await c.req.arrayBuffer());
      if (body.length === 0) throw new InvalidInput('Send the package as the body.');
      const contentType = c.req.header('content-type') ?? 'application/octet-stream';
      const { submitPackage } = await import('../shared/package-submission.ts');
      const sent = await submitPackage(deps, { principal, contentType, body, ...query });
      const job = await waitFor(deps, { principal, job: sent });
      if (job.state === 'refused' && job.report) throw new PackageRejected(job.report);
      const done = job.state === 'passed';
      c.header('location', done ? `/api/courses/${job.result?.courseId}` : `/api/imports/${job.jobId}`);
      return c.json(viewOfImport(job), done ? 201 : 202);
    },
  );
  // The answer holds a URL that is a permission.
  app.route(
    { method: 'POST', path: '/api/uploads', access: ['scope:courses/write'], replayable: false },
    async (c) => {
      const request = await readJson(c.req, uploadRequestSchema);
      if (request.inParts) {
        const ticket = await createPartUpload(deps, { principal: c.get('principal'), request });
        c.header('location', `/api/uploads/${ticket.jobId}`);
        return c.json(ticket, 201);
      }
      const ticket = await createUpload(deps, { principal: c.get('principal'), request });
      const headers = { 'content-type': request.contentType, 'content-length': String(request.sizeBytes) };
      return c.json({ ...ticket, method: 'PUT', headers }, 201);
    },
  );
  addPartRoutes(app, deps);
  app.route({ method: 'POST', path: '/api/imports', access: ['scope:courses/write'] }, async (c) => {
    const request = await readJson(c.req, startRequestSchema);
    const job = await startImport(deps, { principal: c.get('principal'), ...request });
    c.header('location', `/api/imports/${job.jobId}`);
    return c.json(viewOfImport(job), 202);
  });
  app.route({ method: 'GET', path: '/api/imports', access: ['scope:courses/read'] }, async (c) => {
    const jobs = await listImports(deps, { principal: c.get('principal') });
    return c.json({ imports: jobs.map(viewOfImport) });
  });
  app.route({ method: 'GET', path: '/api/imports/:jobId', access: ['scope:courses/read'] }, async (c) => {
    const jobId = c.req.param('jobId') as JobId;
    return c.json(viewOfImport(await getImportReport(deps, { principal: c.get('principal'), jobId })));
  });
}

/** Sending a package in parts: how far it is, where the next parts go, and giving it up. */
function addPartRoutes(app: HttpApp, deps: ApiDeps): void {
  const path = '/api/uploads/:jobId';
  const access = ['scope:courses/write'] as const;
  const own = (principal: Principal, jobId: string) => ({ principal, jobId: jobId as JobId });
  app.route({ method: 'GET', path, access }, async (c) =>
    c.json(await getUpload(deps, own(c.get('principal'), c.req.param('jobId')))),
  );
  // The answer holds URLs that are permissions.
  app.route({ method: 'POST', path: `${path}/parts`, access, replayable: false }, async (c) => {
    const { partNumbers } = await readJson(c.req, signRequestSchema);
    return c.json(await signParts(deps, { ...own(c.get('principal'), c.req.param('jobId')), partNumbers }));
  });
  app.route({ method: 'DELETE', path, access }, async (c) => {
    await cancelUpload(deps, own(c.get('principal'), c.req.param('jobId')));
    return c.body(null, 204);
  });
}

const pollMs = 250;

/** The job once it is finished, or as it stands when the time is over. */
async function waitFor(
  deps: ApiDeps,
  sent: { readonly principal: Principal; readonly job: ImportJob },
): Promise<ImportJob> {
  const { principal, job } = sent;
  const until = deps.clock.now().getTime() + deps.importWaitSeconds * 1000;
  let current = job;
  while (!isFinished(current) && deps.clock.now().getTime() < until) {
    await deps.sleep(pollMs);
    current = await getImportReport(deps, { principal, jobId: job.jobId });
  }
  return current;
}
