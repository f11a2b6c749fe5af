import { InvalidInput } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import { tableKinds, tableLimits } from '@sinau/rostering/table';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';

const path = '/api/connections/:connectionId/tables';
const one = `${path}/:kind/:tableId`;
const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;
const mappingSchema = z.strictObject({
  mapping: z.record(z.string().max(40), z.int().nonnegative().max(tableLimits.columns)),
});
const confirmSchema = z.strictObject({ isWhole: z.boolean().exactOptional() });
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Few machines send tables. */
const answers = () => import('./table-answers.ts');

/** Catalogues, results and enrolments as tables, for providers without an interface of their own. */
export function addTableRoutes(app: HttpApp, deps: Pick<ApiDeps, 'tables'>): void {
  app.route({ method: 'GET', path: '/api/table-templates/:kind', access: read }, async (c) => {
    const kind = kindOf(c.req.param('kind'));
    const format = c.req.query('format') === 'csv' ? 'csv' : 'xlsx';
    return c.body(await (await answers()).templateOf(kind, format), 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename="sinau-${kind}.${format}"`,
    });
  });
  app.route({ method: 'GET', path, access: read }, async (c) => {
    const at = { principal: c.get('principal'), connectionId: c.req.param('connectionId') ?? '' };
    return c.json(await (await answers()).listOf(await deps.tables(), at));
  });
  // The form around a file is missing here: the body is the file.
  const sent = { path: `${path}/:kind`, access: write, maxBodyBytes: tableLimits.file, replayable: false };
  app.route({ method: 'POST', ...sent }, async (c) => {
    const { status, body } = await (await answers()).uploaded(await deps.tables(), {
      ...{ principal: c.get('principal'), connectionId: c.req.param('connectionId') ?? '' },
      ...{ kind: kindOf(c.req.param('kind')), name: c.req.query('name') ?? '' },
      bytes: new Uint8Array(await c.req.arrayBuffer()),
    });
    return c.json(body, status);
  });
  addWaitingRoutes(app, deps);
}

/** The table that waits: looked at, mapped, confirmed, thrown away. */
function addWaitingRoutes(app: HttpApp, deps: Pick<ApiDeps, 'tables'>): void {
  app.route({ method: 'GET', path: one, access: read }, async (c) =>
    c.json(
      await (await answers()).previewed(await deps.tables(), { ...at(c), principal: c.get('principal') }),
    ),
  );
  app.route({ method: 'POST', path: `${one}/mapping`, access: write }, async (c) => {
    const { mapping } = await readJson(c.req, mappingSchema);
    const input = { ...at(c), principal: c.get('principal'), mapping };
    return c.json(await (await answers()).mapped(await deps.tables(), input));
  });
  app.route({ method: 'POST', path: `${one}/confirm`, access: write }, async (c) => {
    const text = await c.req.text();
    const { isWhole = false } = text === '' ? {} : await readJson(c.req, confirmSchema);
    const input = { ...at(c), principal: c.get('principal'), isWhole };
    // What follows is done by the worker.
    return c.json(await (await answers()).confirmed(await deps.tables(), input), 202);
  });
  app.route({ method: 'DELETE', path: one, access: write }, async (c) => {
    await (await answers()).discarded(await deps.tables(), { ...at(c), principal: c.get('principal') });
    return c.body(null, 204);
  });
}

const at = (c: { readonly req: { param(name: string): string | undefined } }) => ({
  kind: kindOf(c.req.param('kind')),
  connectionId: c.req.param('connectionId') ?? '',
  tableId: c.req.param('tableId') ?? '',
});

function kindOf(text: string | undefined) {
  const kind = tableKinds.find((name) => name === text);
  if (!kind) throw new InvalidInput(`A table is one of ${tableKinds.join(', ')}.`);
  return kind;
}
