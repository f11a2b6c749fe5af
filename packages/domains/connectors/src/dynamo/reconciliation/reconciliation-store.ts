import { type Dynamo, type Item, queryPage } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ReconciliationStore } from '../../reconciliation/ports.ts';
import type { ReconciliationRun } from '../../reconciliation/run.ts';
import { isUnseen, seenAgain } from '../../reconciliation/seen-again.ts';
import {
  headKey,
  historyPartition,
  mismatchesPartition,
  mismatchKey,
  mismatchPrefix,
  runKey,
} from './keys.ts';
import { readMismatch, readRun, toMismatchRow, toRunRow } from './rows.ts';

interface Deps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const headRow = z.object({ runId: z.string() });
/** A head and a row a run; mismatches in a partition of their own. */
export function createReconciliationStore(deps: Deps): ReconciliationStore {
  const { dynamo, table } = deps;

  async function findRun(connectionId: string, runId: string): Promise<ReconciliationRun | undefined> {
    const row = await dynamo.get({ table, key: runKey(connectionId, runId), consistent: true });
    return row && readRun(row);
  }

  return {
    async begin(run, staleBefore) {
      const { connectionId, runId } = run;
      const head = await dynamo.get({ table, key: headKey(connectionId), consistent: true });
      const known = head && headRow.parse(head).runId;
      const last = known === undefined ? undefined : await findRun(connectionId, known);
      if (last?.state === 'running' && last.updatedAt > staleBefore) return 'running';
      const written = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table, item: { ...headKey(connectionId), kind: 'reconciliation-head', runId } },
          // Unmoved: two who begin at once.
          condition:
            known === undefined
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'runId = :known', values: { ':known': known } },
        },
        { kind: 'put', table, item: toRunRow(run) },
      ]);
      return written.outcome === 'done' ? 'begun' : 'running';
    },
    findRun,
    async listRuns(connectionId, limit) {
      const partition = historyPartition(connectionId);
      const page = await dynamo.query({ table, index: 'gsi1', partition, descending: true, limit });
      return page.items.map(readRun);
    },
    async saveRun(run) {
      const result = await dynamo.put({
        ...{ table, item: toRunRow({ ...run, rev: run.rev + 1 }) },
        // Unmoved: two deliveries of one message; the slower one stops.
        condition: { expression: 'rev = :rev', values: { ':rev': run.rev } },
      });
      return result.outcome === 'done' ? 'saved' : 'lost';
    },
    ...mismatchMethods(deps),
  };
}

function mismatchMethods(
  deps: Deps,
): Pick<ReconciliationStore, 'see' | 'find' | 'handle' | 'reopen' | 'list' | 'dropUnseen'> {
  const { dynamo, table } = deps;
  return {
    async see(found) {
      if (found.length === 0) return;
      const keys = found.map(({ connectionId, mismatchId }) => mismatchKey(connectionId, mismatchId));
      const rows = await dynamo.batchGet({ table, keys, consistent: true });
      const known = new Map(rows.map(readMismatch).map((one) => [one.mismatchId, one]));
      const puts = found.map((one) => toMismatchRow(seenAgain(known.get(one.mismatchId), one)));
      await dynamo.batchWrite({ table, puts });
    },
    async find(connectionId, mismatchId) {
      const row = await dynamo.get({ table, key: mismatchKey(connectionId, mismatchId), consistent: true });
      return row && readMismatch(row);
    },
    async handle({ connectionId, mismatchId }, handled) {
      await dynamo.update({
        ...{ table, key: mismatchKey(connectionId, mismatchId) },
        update: 'SET handled = :handled',
        // There: a run has taken away what is right by now.
        condition: 'attribute_exists(pk)',
        values: { ':handled': handled },
      });
    },
    async reopen({ connectionId, mismatchId }) {
      await dynamo.update({
        ...{ table, key: mismatchKey(connectionId, mismatchId), update: 'REMOVE handled' },
        // There: a run has taken away what is right by now.
        condition: 'attribute_exists(pk)',
      });
    },
    async list(connectionId, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, partition: mismatchesPartition(connectionId), sort: { prefix: mismatchPrefix } },
        ...{ consistent: true, limit },
        after,
      });
      const mismatches = items.map(readMismatch);
      return { mismatches, ...next };
    },
    dropUnseen: (connectionId, walk) => dropUnseen(deps, connectionId, walk),
  };
}

async function dropUnseen(
  { dynamo, table }: Deps,
  connectionId: string,
  walk: Parameters<typeof isUnseen>[1],
): Promise<number> {
  let dropped = 0;
  let startAfter: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      ...{ table, partition: mismatchesPartition(connectionId), sort: { prefix: mismatchPrefix } },
      ...{ consistent: true, ...(startAfter && { startAfter }) },
    });
    const unseen = page.items.map((item: Item) => readMismatch(item)).filter((one) => isUnseen(one, walk));
    const deletes = unseen.map((one) => mismatchKey(connectionId, one.mismatchId));
    await dynamo.batchWrite({ table, deletes });
    dropped += unseen.length;
    startAfter = page.last;
  } while (startAfter);
  return dropped;
}
