import type { Locale, Principal } from '@sinau/kernel';
import { type HttpApp, NotSignedIn, type RouteSpec } from '@sinau/platform/http';
import { tableLimits } from '@sinau/rostering/table';
import type { Importer, ListName } from '@sinau/staffing';
import type { ListDoor, ListFormat } from '../shared/list-files.ts';
import type { ApiDeps } from './deps.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Few machines send lists. */
const answers = () => import('./list-import-answers.ts');

interface ListRoutes {
  readonly list: ListName;
  readonly path: string;
  readonly template: string;
  readonly read: RouteSpec<string>['access'];
  readonly write: RouteSpec<string>['access'];
  readonly reads: NonNullable<RouteSpec<string>['reads']>;
  /** Name of its files. */
  readonly name: string;
}

const people: ListRoutes = {
  ...{ list: 'people', path: '/api/people-imports', template: '/api/people-import-template' },
  ...{ read: ['scope:people/read'], write: ['scope:people/write'], reads: { what: 'people' } },
  name: 'pegawai',
};

const history: ListRoutes = {
  ...{ list: 'history', path: '/api/external-learning-imports' },
  ...{ template: '/api/external-learning-import-template', name: 'riwayat' },
  ...{ read: ['scope:credit/read'], write: ['scope:credit/write'], reads: { what: 'learning-elsewhere' } },
};

/** Lists that agencies send: tried, then taken as a job. */
export function addListImportRoutes(
  app: HttpApp,
  deps: Pick<ApiDeps, 'staffing' | 'history' | 'portalOrigin'>,
): void {
  addRoutes(app, people, { open: deps.staffing, origin: deps.portalOrigin });
  addRoutes(app, history, { open: deps.history, origin: deps.portalOrigin });
}

interface Given {
  readonly open: () => Promise<ListDoor>;
  readonly origin: string;
}

function addRoutes(app: HttpApp, routes: ListRoutes, { open, origin }: Given): void {
  const { list, path, read, write, reads, name } = routes;
  const one = `${path}/:listId`;
  app.route({ method: 'GET', path: routes.template, access: read }, async (c) => {
    const format = formatIn(c);
    const file = await (await answers()).templateOf(list, format);
    return c.body(file, 200, headersOf(format, `sinau-${name}`));
  });
  app.route({ method: 'GET', path, access: read }, async (c) =>
    c.json(await (await answers()).listOf(await open(), callerOf(c.get('principal')))),
  );
  // The body is the file.
  const sent = { access: write, maxBodyBytes: tableLimits.file, replayable: false };
  app.route({ method: 'POST', path, ...sent }, async (c) => {
    const { status, body } = await (await answers()).uploaded(await open(), {
      ...{ principal: callerOf(c.get('principal')), name: c.req.query('name') ?? '' },
      bytes: new Uint8Array(await c.req.arrayBuffer()),
    });
    return c.json(body, status);
  });
  app.route({ method: 'GET', path: one, access: read, reads }, async (c) =>
    c.json(await (await answers()).readOne(await open(), at(c))),
  );
  app.route({ method: 'POST', path: `${one}/start`, access: write }, async (c) =>
    // The worker does it.
    c.json(await (await answers()).started(await open(), at(c)), 202),
  );
  app.route({ method: 'DELETE', path: one, access: write }, async (c) => {
    await (await answers()).discarded(await open(), at(c));
    return c.body(null, 204);
  });
  app.route({ method: 'GET', path: `${one}/results`, access: read, reads }, async (c) => {
    const { body, headers } = await (await answers()).resultsOf(await open(), { ...wish(c), origin });
    return c.body(body, 200, { ...headersOf('csv', `hasil-impor-${name}`), ...headers });
  });
  app.route({ method: 'GET', path: `${one}/refused-rows`, access: read, reads }, async (c) => {
    const asked = { ...wish(c), format: formatIn(c) };
    const { body, headers } = await (await answers()).refusedOf(await open(), asked);
    return c.body(body, 200, { ...headersOf(asked.format, `${name}-ditolak`), ...headers });
  });
}

interface Asked {
  get(name: 'principal'): Principal;
  readonly req: {
    param(name: string): string | undefined;
    query(name: string): string | undefined;
    header(name: string): string | undefined;
  };
}

const formatIn = (c: Asked): ListFormat => (c.req.query('format') === 'csv' ? 'csv' : 'xlsx');
const localeIn = (c: Asked): Locale => (c.req.query('language') === 'en' ? 'en' : 'id');
const wish = (c: Asked) => ({
  ...{ ...at(c), locale: localeIn(c), encodings: c.req.header('accept-encoding') },
});

const headersOf = (format: keyof typeof types, name: string) => ({
  'content-type': types[format],
  'content-disposition': `attachment; filename="${name}.${format}"`,
});

function callerOf(principal: Principal): Importer {
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

const at = (c: Asked) => ({
  principal: callerOf(c.get('principal')),
  importId: c.req.param('listId') ?? '',
});
