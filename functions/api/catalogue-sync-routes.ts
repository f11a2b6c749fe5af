import type { Connection } from '@sinau/connectors';
import type { ItemFinding, ItemList, SyncItem, SyncRun } from '@sinau/connectors/sync';
import type { Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ApiDeps } from './deps.ts';
import { readQuery } from './read-query.ts';

const base = '/api/connections/:connectionId';
const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;
const limit = z.coerce.number().int().min(1).max(100).default(25);
const page = z.string().min(1).max(2_048).exactOptional();
const runsQuery = z.strictObject({ limit });
const resultsQuery = z.strictObject({ limit, page, only: z.literal('refused').exactOptional() });

/** Few machines decide on catalogues. */
const syncing = () => import('@sinau/connectors/sync');

async function itemsQuery() {
  const { itemLists } = await syncing();
  return z.strictObject({ list: z.enum(itemLists).default('new'), limit, page });
}

type Deps = Pick<ApiDeps, 'catalogueSync' | 'signer'>;

/** Catalogues of a provider's connections: read, compared with what was taken over, and decided on. */
export function addCatalogueSyncRoutes(app: HttpApp, deps: Deps): void {
  const at = async (principal: Principal, connectionId: string | undefined) => {
    const parts = await deps.catalogueSync();
    const { ownConnection } = await import('@sinau/connectors');
    const connection = await ownConnection(parts, { principal, connectionId: connectionId ?? '' });
    return { parts, connection, connectionId: connection.connectionId };
  };
  addRunRoutes(app, at);
  addItemRoutes(app, { at, signer: deps.signer });
  addBatchRoutes(app, { at, signer: deps.signer });
}

type At = (
  principal: Principal,
  connectionId: string | undefined,
) => Promise<{
  readonly parts: Awaited<ReturnType<Deps['catalogueSync']>>;
  readonly connection: Connection;
  readonly connectionId: Connection['connectionId'];
}>;

interface Listing extends Pick<Deps, 'signer'> {
  readonly at: At;
}

function addRunRoutes(app: HttpApp, at: At): void {
  const runs = `${base}/sync-runs`;
  app.route({ method: 'GET', path: runs, access: read }, async (c) => {
    const { parts, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const query = readQuery(c.req.query(), runsQuery);
    return c.json({ runs: (await parts.sync.listRuns(connectionId, query.limit)).map(runOf) });
  });
  app.route({ method: 'POST', path: runs, access: write }, async (c) => {
    const request = await readJson(c.req, (await syncing()).startSyncSchema);
    const principal = c.get('principal');
    const { parts, connection, connectionId } = await at(principal, c.req.param('connectionId'));
    const run = await (await syncing()).startSync(parts, {
      connection,
      by: (await syncing()).partyOf(principal),
      ...request,
    });
    const location = `/api/connections/${connectionId}/sync-runs/${run.runId}`;
    return c.json(runOf(run), 202, { location });
  });
  app.route({ method: 'GET', path: `${runs}/:runId`, access: read }, async (c) => {
    const { parts, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const run = await parts.sync.findRun(connectionId, c.req.param('runId') ?? '');
    if (!run) throw new (await syncing()).SyncNotFound('run');
    return c.json(runOf(run));
  });
}

function addItemRoutes(app: HttpApp, { at, signer }: Listing): void {
  const items = `${base}/items`;
  app.route({ method: 'GET', path: items, access: read }, async (c) => {
    const { parts, connection, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const { list, limit, page } = readQuery(c.req.query(), await itemsQuery());
    const of = [connectionId, list];
    const pages = sealedPages({ signer }, { list: 'catalogue', by: c.get('principal'), of });
    const found = await parts.sync.listItems(connectionId, list, { limit, ...pages.open(page) });
    return c.json({
      items: await Promise.all(
        found.items.map(async (item) => itemOf(item, await findingsOf(parts, connection, item), list)),
      ),
      ...(found.next !== undefined && { next: pages.seal(found.next) }),
    });
  });
  app.route({ method: 'GET', path: `${items}/:externalId`, access: read }, async (c) => {
    const { parts, connection } = await at(c.get('principal'), c.req.param('connectionId'));
    return c.json(await detailOf(parts, connection, c.req.param('externalId') ?? ''));
  });
  app.route({ method: 'POST', path: `${items}/:externalId/decisions`, access: write }, async (c) => {
    const decision = await readJson(c.req, (await syncing()).itemDecisionSchema);
    const principal = c.get('principal');
    const { parts, connection, connectionId } = await at(principal, c.req.param('connectionId'));
    const externalId = c.req.param('externalId') ?? '';
    await (await syncing()).decideItem(parts, {
      connectionId,
      externalId,
      by: (await syncing()).partyOf(principal),
      decision,
    });
    return c.json(await detailOf(parts, connection, externalId));
  });
}

function addBatchRoutes(app: HttpApp, { at, signer }: Listing): void {
  const batches = `${base}/item-batches`;
  app.route({ method: 'GET', path: `${base}/item-preview`, access: read }, async (c) => {
    const { parts, connection } = await at(c.get('principal'), c.req.param('connectionId'));
    const { previewBatch, batchLists } = await syncing();
    const { list } = readQuery(c.req.query(), z.strictObject({ list: z.enum(batchLists).default('new') }));
    return c.json({ list, ...(await previewBatch(parts, { connection, lists: [list] })) });
  });
  app.route({ method: 'POST', path: batches, access: write }, async (c) => {
    const request = await readJson(c.req, (await syncing()).batchRequestSchema);
    const principal = c.get('principal');
    const { parts, connection, connectionId } = await at(principal, c.req.param('connectionId'));
    const { batchId, state, counts } = await (await syncing()).startBatch(parts, {
      connection,
      by: (await syncing()).partyOf(principal),
      request,
    });
    const location = `/api/connections/${connectionId}/item-batches/${batchId}`;
    return c.json({ batchId, state, counts }, 202, { location });
  });
  app.route({ method: 'GET', path: `${batches}/:batchId`, access: read }, async (c) => {
    const { parts, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const batch = await parts.sync.findBatch(connectionId, c.req.param('batchId') ?? '');
    if (!batch) throw new (await syncing()).SyncNotFound('batch');
    const { page, ...query } = readQuery(c.req.query(), resultsQuery);
    const of = [connectionId, batch.batchId, query.only];
    const pages = sealedPages({ signer }, { list: 'catalogue-batch', by: c.get('principal'), of });
    const { results, next } = await parts.sync.listResults(batch, { ...query, ...pages.open(page) });
    const { batchId, state, lists, submit, counts, expected, createdAt, updatedAt } = batch;
    return c.json({
      ...{ batchId, state, lists, submit, counts, expected, createdAt, updatedAt, results },
      ...(next !== undefined && { next: pages.seal(next) }),
    });
  });
}

function runOf(run: SyncRun) {
  const { providerId: _provider, connectionId: _connection, tries, ...shown } = run;
  return { ...shown, tries };
}

const findingsOf = async (
  parts: Awaited<ReturnType<Deps['catalogueSync']>>,
  connection: Connection,
  item: SyncItem,
): Promise<readonly ItemFinding[]> => (await syncing()).findingsNow(parts, connection, item);

/** An item in a list: what waits, and no more. */
function itemOf(
  { externalId, rev, content, present, courseId, waiting, seenAt }: SyncItem,
  noted: readonly ItemFinding[],
  list?: ItemList,
) {
  const { change, since, fields, conflicts } = waiting ?? {};
  const findings = waiting || noted.length > 0 ? noted : undefined;
  return {
    ...{ externalId, rev, list, title: content.title, present, seenAt, courseId },
    ...{ change, since, fields, conflicts, findings },
  };
}

async function detailOf(
  parts: Awaited<ReturnType<Deps['catalogueSync']>>,
  connection: Connection,
  externalId: string,
) {
  const { readSyncItem } = await import('../shared/sync-views.ts');
  const { item, audit, fields, learners, list } = await readSyncItem(parts, {
    ...{ connectionId: connection.connectionId, externalId },
  });
  const { waiting, undo } = item;
  return {
    ...itemOf(item, await findingsOf(parts, connection, item), list),
    ...{ values: fields, learners, rejected: waiting?.rejected },
    mayUndo: waiting?.rejected !== undefined || undo !== undefined,
    audit: audit.map(({ connectionId: _c, providerId: _p, externalId: _e, ...line }) => line),
  };
}
