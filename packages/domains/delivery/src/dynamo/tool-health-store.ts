import type { PersonId } from '@sinau/kernel';
import type { Dynamo, Item } from '@sinau/platform/dynamo';
import { expiryAttribute, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LtiClientId, ToolHealthStore, ToolWait } from '../lti/index.ts';
import { freshToolHealth } from '../lti/index.ts';
import {
  downTools,
  toolHealthKey,
  toolWaitKey,
  toolWaitPrefix,
  toolWaitsPartition,
  waitsOfPerson,
} from './lti-keys.ts';
import { readToolHealth, toToolHealthRow } from './tool-health-rows.ts';

const waitRow = z.object({
  clientId: z.custom<LtiClientId>((value) => typeof value === 'string'),
  personId: z.string(),
  courseId: z.string(),
  partId: z.string(),
  askedAt: z.string(),
});

const waitSeconds = 30 * 24 * 3600;
const mostDown = 200;
/** Others may write meanwhile; nobody loses more often than this. */
const tries = 8;

/** One row a tool, and one for each who waits for it. */
export function createToolHealthStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): ToolHealthStore {
  const { dynamo, table } = deps;
  const read = async (clientId: LtiClientId) => {
    const row = await dynamo.get({ table, key: toolHealthKey(clientId), consistent: true });
    return row ? readToolHealth(row) : { health: freshToolHealth, rev: 0 };
  };
  return {
    find: async (clientId) => (await read(clientId)).health,
    async findMany(clientIds) {
      const keys = [...new Set(clientIds)].map((clientId) => toolHealthKey(clientId));
      const rows = (await dynamo.batchGet({ table, keys, consistent: true })).map(readToolHealth);
      return new Map(rows.map(({ clientId, health }) => [clientId, health]));
    },
    async update(clientId, change) {
      for (let n = 0; n < tries; n += 1) {
        const { health, rev } = await read(clientId);
        const after = change(health);
        if (!after) return health;
        const written = await dynamo.put({
          ...{ table, item: toToolHealthRow(clientId, after, rev + 1) },
          condition:
            rev === 0
              ? // Nobody has changed it: a row that only counts has no number yet.
                { expression: 'attribute_not_exists(rev)' }
              : { expression: 'rev = :rev', values: { ':rev': rev } },
        });
        if (written.outcome === 'done') return after;
      }
      return (await read(clientId)).health;
    },
    async noteLed(clientId, at) {
      await dynamo.update({
        ...{ table, key: toolHealthKey(clientId) },
        update:
          'SET #kind = :kind, clientId = :client, unansweredSince = if_not_exists(unansweredSince, :at) ADD unanswered :one',
        names: { '#kind': 'kind' },
        values: { ':kind': 'lti-tool-health', ':client': clientId, ':at': at, ':one': 1 },
      });
    },
    async listDown() {
      const { items } = await dynamo.query({ table, index: 'gsi2', partition: downTools, limit: mostDown });
      return items.map((row) => readToolHealth(row).clientId);
    },
    ...waitsOf(deps),
  };
}

type Waits = Pick<ToolHealthStore, 'keepWait' | 'hasWait' | 'listWaits' | 'listWaitsOf' | 'removeWait'>;

function waitsOf({ dynamo, table }: { readonly dynamo: Dynamo; readonly table: string }): Waits {
  return {
    async keepWait(wait) {
      await dynamo.put({ table, item: toWaitRow(wait) });
    },
    hasWait: async (clientId, personId: PersonId) =>
      (await dynamo.get({ table, key: toolWaitKey(clientId, personId), consistent: true })) !== undefined,
    async listWaits(clientId, limit) {
      const partition = toolWaitsPartition(clientId);
      const page = await dynamo.query({
        table,
        partition,
        sort: { prefix: toolWaitPrefix },
        limit,
        consistent: true,
      });
      return page.items.map((row) => waitRow.parse(row));
    },
    async listWaitsOf(personId) {
      const rows = await queryAll({ dynamo, table }, { index: 'gsi1', partition: waitsOfPerson(personId) });
      return rows.map((row) => waitRow.parse(row));
    },
    async removeWait({ clientId, personId }) {
      await dynamo.delete({ table, key: toolWaitKey(clientId, personId) });
    },
  };
}

const toWaitRow = (wait: ToolWait): Item => ({
  ...toolWaitKey(wait.clientId, wait.personId),
  kind: 'lti-tool-wait',
  ...wait,
  ...{ gsi1pk: waitsOfPerson(wait.personId), gsi1sk: wait.clientId },
  [expiryAttribute]: Math.ceil(Date.parse(wait.askedAt) / 1000) + waitSeconds,
});
