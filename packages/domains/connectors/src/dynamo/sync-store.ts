import type { Dynamo, Item, TransactItem } from '@sinau/platform/dynamo';
import type { ConnectionId } from '../connection.ts';
import type { Overdue, Page, SyncStore } from '../sync/ports.ts';
import {
  auditPartition,
  batchKey,
  batchNamePrefix,
  batchPartition,
  everyResultPrefix,
  headKey,
  itemKey,
  itemPrefix,
  itemsPartition,
  listPartition,
  openPartition,
  refusedPrefix,
  runKey,
  runPrefix,
  syncPartition,
} from './sync-keys.ts';
import {
  readBatch,
  readHead,
  readItem,
  readLine,
  readResult,
  readRun,
  toBatchNameRow,
  toBatchRow,
  toHeadRow,
  toItemRow,
  toLineRow,
  toResultRow,
  toRunRow,
  untilQueued,
} from './sync-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const mostListed = 100;

export function createSyncStore(door: Door): SyncStore {
  return { ...runMethods(door), ...itemMethods(door), ...batchMethods(door), ...overdueMethod(door) };
}

type RunMethods = 'findHead' | 'begin' | 'take' | 'keep' | 'end' | 'findRun' | 'listRuns';

function runMethods({ dynamo, table }: Door): Pick<SyncStore, RunMethods> {
  const headRow = (connectionId: ConnectionId) =>
    dynamo.get({ table, key: headKey(connectionId), consistent: true });
  return {
    findHead: async (connectionId) => readHead(await headRow(connectionId)),
    async begin(run) {
      const { connectionId, runId } = run;
      const head = readHead(await headRow(connectionId));
      if (head.running) return 'other-running';
      const running = { runId, until: untilQueued(run) };
      const written = await dynamo.transactWrite([
        {
          kind: 'put',
          table,
          item: toHeadRow(connectionId, { ...head, running }),
          // Idle: of two who begin at once one does; the second finds its run.
          condition: { expression: 'attribute_not_exists(running)' },
        },
        { kind: 'put', table, item: toRunRow(run) },
      ]);
      return written.outcome === 'done' ? 'begun' : 'other-running';
    },
    async take({ connectionId, runId }, { token, now, until }) {
      const head = readHead(await headRow(connectionId));
      if (head.running?.runId !== runId) return 'over';
      const taken = await dynamo.put({
        table,
        item: toHeadRow(connectionId, { ...head, running: { runId, token, until } }),
        condition: {
          // Free, or own after a lost answer: of two workers with one message one is at it.
          expression:
            'running.runId = :run AND (attribute_not_exists(running.#token) OR running.#until < :now OR running.#token = :token)',
          names: { '#token': 'token', '#until': 'until' },
          values: { ':run': runId, ':now': now, ':token': token },
        },
      });
      if (taken.outcome !== 'done') return 'busy';
      const row = await dynamo.get({ table, key: runKey(connectionId, runId), consistent: true });
      return row ? readRun(row) : 'over';
    },
    async keep(run, { token, until }) {
      const head = readHead(await headRow(run.connectionId));
      const running = { runId: run.runId, token, until };
      const item = toHeadRow(run.connectionId, { ...head, running });
      const written = await dynamo.transactWrite([
        { kind: 'put', table, item, condition: holdsLease(run.runId, token) },
        { kind: 'put', table, item: toRunRow(run) },
      ]);
      return written.outcome === 'done' ? 'kept' : 'lost';
    },
    async end(run, token, head) {
      const written = await dynamo.transactWrite([
        {
          kind: 'put',
          table,
          item: toHeadRow(run.connectionId, head),
          condition: holdsLease(run.runId, token),
        },
        { kind: 'put', table, item: toRunRow(run) },
      ]);
      return written.outcome === 'done' ? 'ended' : 'lost';
    },
    async findRun(connectionId, runId) {
      const row = await dynamo.get({ table, key: runKey(connectionId, runId), consistent: true });
      return row && readRun(row);
    },
    async listRuns(connectionId, limit) {
      const partition = syncPartition(connectionId);
      const sort = { prefix: runPrefix };
      const page = await dynamo.query({ table, partition, sort, descending: true, consistent: true, limit });
      return page.items.map(readRun);
    },
  };
}

/** Still this worker's: what a slower one writes after it was given up is not written. */
const holdsLease = (runId: string, token: string) => ({
  expression: 'running.runId = :run AND running.#token = :token',
  names: { '#token': 'token' },
  values: { ':run': runId, ':token': token },
});

type ItemMethods = 'findItem' | 'findItems' | 'saveItem' | 'walkItems' | 'listItems' | 'listAudit';

function itemMethods(door: Door): Pick<SyncStore, ItemMethods> {
  const { dynamo, table } = door;
  return {
    async findItem(connectionId, externalId) {
      const row = await dynamo.get({ table, key: itemKey(connectionId, externalId), consistent: true });
      return row && readItem(row);
    },
    async findItems(connectionId, externalIds) {
      const keys = externalIds.map((id) => itemKey(connectionId, id));
      return (await dynamo.batchGet({ table, keys, consistent: true })).map(readItem);
    },
    async saveItem(item, line) {
      const put: TransactItem = { kind: 'put', table, item: toItemRow(item), condition: follows(item.rev) };
      if (!line) return (await dynamo.put(put)).outcome === 'done' ? 'saved' : 'changed';
      const written = await dynamo.transactWrite([put, { kind: 'put', table, item: toLineRow(line) }]);
      return written.outcome === 'done' ? 'saved' : 'changed';
    },
    async walkItems(connectionId, page) {
      const partition = itemsPartition(connectionId);
      const { rows, next } = await pageOf(door, { partition, prefix: itemPrefix }, page);
      return { items: rows.map(readItem), ...(next && { next }) };
    },
    async listItems(connectionId, list, page) {
      const query = { index: 'gsi1' as const, partition: listPartition(connectionId, list) };
      const { rows, next } = await pageOf(door, query, page);
      return { items: rows.map(readItem), ...(next && { next }) };
    },
    async listAudit(connectionId, externalId) {
      const partition = auditPartition(connectionId, externalId);
      const query = { table, partition, descending: true, consistent: true, limit: mostListed };
      return (await dynamo.query(query)).items.map(readLine);
    },
  };
}

/** Closes the race of two who read the same row: the second finds another `rev`. */
const follows = (rev: number) =>
  rev === 1
    ? { expression: 'attribute_not_exists(pk)' }
    : { expression: '#rev = :before', names: { '#rev': 'rev' }, values: { ':before': rev - 1 } };

type BatchMethods = 'saveBatch' | 'findBatch' | 'listBatches' | 'listResults';

function batchMethods(door: Door): Pick<SyncStore, BatchMethods> {
  const { dynamo, table } = door;
  return {
    async saveBatch(batch, results) {
      const written = await dynamo.transactWrite([
        { kind: 'put', table, item: toBatchRow(batch), condition: follows(batch.rev) },
        ...(batch.rev === 1 ? [{ kind: 'put' as const, table, item: toBatchNameRow(batch) }] : []),
        ...results.map((one) => ({ kind: 'put' as const, table, item: toResultRow(batch, one) })),
      ]);
      return written.outcome === 'done' ? 'saved' : 'changed';
    },
    async findBatch(connectionId, batchId) {
      const row = await dynamo.get({ table, key: batchKey(connectionId, batchId), consistent: true });
      return row && readBatch(row);
    },
    async listBatches(connectionId, limit) {
      const partition = syncPartition(connectionId);
      const sort = { prefix: batchNamePrefix };
      const named = { table, partition, sort, descending: true, consistent: true, limit } as const;
      const ids = (await dynamo.query(named)).items.map(({ batchId }) => String(batchId));
      const keys = ids.map((batchId) => batchKey(connectionId, batchId));
      const batches = (await dynamo.batchGet({ table, keys, consistent: true })).map(readBatch);
      return batches.toSorted((a, b) => ids.indexOf(a.batchId) - ids.indexOf(b.batchId));
    },
    async listResults({ connectionId, batchId }, page) {
      const partition = batchPartition(connectionId, batchId);
      const prefix = page.only === 'refused' ? refusedPrefix : everyResultPrefix;
      const { rows, next } = await pageOf(door, { partition, prefix }, page);
      return { results: rows.map(readResult), ...(next && { next }) };
    },
  };
}

const overdueMethod = ({ dynamo, table }: Door): Pick<SyncStore, 'listOverdue'> => ({
  async listOverdue(now) {
    const sort = { between: ['0', now] as const };
    const query = { table, index: 'gsi2' as const, partition: openPartition, sort, limit: mostListed };
    return (await dynamo.query(query)).items.map(overdueIn);
  },
});

function overdueIn(row: Item): Overdue {
  if (row.kind === 'sync-item') return readItem(row);
  if (row.kind === 'sync-batch') return readBatch(row);
  const runId = readHead(row).running?.runId ?? '';
  return { connectionId: row.connectionId as ConnectionId, runId };
}

const highest = '\u{10ffff}';

/** Sort keys are the places of a list. */
async function pageOf(
  { dynamo, table }: Door,
  of: { readonly index?: 'gsi1'; readonly partition: string; readonly prefix?: string },
  { limit, after }: Page,
): Promise<{ rows: readonly Item[]; next?: string }> {
  const { index, partition, prefix } = of;
  const end = `${prefix ?? ''}${highest}`;
  // A place comes back from clients, so any text must make a valid range.
  const isPlace = after === undefined || (after < end && Buffer.byteLength(after) <= 1_024);
  if (!isPlace) return { rows: [] };
  const sort = after === undefined ? prefix && { prefix } : { between: [after, end] as const };
  const placeOf = (row: Item) => String(index ? row[`${index}sk`] : row.sk);
  const { items } = await dynamo.query({
    table,
    partition,
    ...(index ? { index } : { consistent: true }),
    limit: limit + 2,
    ...(sort && { sort }),
  });
  // The bound itself was on the page before.
  const found = items.filter((row) => placeOf(row) !== after);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return found.length > limit && last ? { rows, next: placeOf(last) } : { rows };
}
