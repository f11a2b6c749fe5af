import type { Principal } from '@sinau/kernel';
import { type HttpApp, NotSignedIn } from '@sinau/platform/http';
import { tableLimits } from '@sinau/rostering/table';
import type { Importer } from '@sinau/staffing';
import type { ApiDeps } from './deps.ts';

const path = '/api/people-imports';
const one = `${path}/:listId`;
const read = ['scope:people/read'] as const;
const write = ['scope:people/write'] as const;
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Few machines send lists of people. */
const answers = () => import('./people-import-answers.ts');

/** Lists of the people of an agency: tried, then taken as a job. */
export function addPeopleImportRoutes(app: HttpApp, deps: Pick<ApiDeps, 'staffing'>): void {
  app.route({ method: 'GET', path: '/api/people-import-template', access: read }, async (c) => {
    const format = c.req.query('format') === 'csv' ? 'csv' : 'xlsx';
    return c.body(await (await answers()).templateOf(format), 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename="sinau-pegawai.${format}"`,
    });
  });
  app.route({ method: 'GET', path, access: read }, async (c) =>
    c.json(await (await answers()).listOf(await deps.staffing(), callerOf(c.get('principal')))),
  );
  // The body is the file.
  const sent = { access: write, maxBodyBytes: tableLimits.file, replayable: false };
  app.route({ method: 'POST', path, ...sent }, async (c) => {
    const { status, body } = await (await answers()).uploaded(await deps.staffing(), {
      ...{ principal: callerOf(c.get('principal')), name: c.req.query('name') ?? '' },
      bytes: new Uint8Array(await c.req.arrayBuffer()),
    });
    return c.json(body, status);
  });
  app.route({ method: 'GET', path: one, access: read, reads: { what: 'people' } }, async (c) =>
    c.json(await (await answers()).readOne(await deps.staffing(), at(c))),
  );
  app.route({ method: 'POST', path: `${one}/start`, access: write }, async (c) =>
    // The worker does it.
    c.json(await (await answers()).started(await deps.staffing(), at(c)), 202),
  );
  app.route({ method: 'DELETE', path: one, access: write }, async (c) => {
    await (await answers()).discarded(await deps.staffing(), at(c));
    return c.body(null, 204);
  });
  app.route({ method: 'GET', path: `${one}/results`, access: read, reads: { what: 'people' } }, async (c) => {
    const locale = c.req.query('language') === 'en' ? 'en' : 'id';
    const file = await (await answers()).resultsOf(await deps.staffing(), { ...at(c), locale });
    return c.body(file, 200, {
      'content-type': types.csv,
      'content-disposition': 'attachment; filename="hasil-impor-pegawai.csv"',
    });
  });
}

function callerOf(principal: Principal): Importer {
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

const at = (c: {
  get(name: 'principal'): Principal;
  readonly req: { param(name: string): string | undefined };
}) => ({ principal: callerOf(c.get('principal')), importId: c.req.param('listId') ?? '' });
