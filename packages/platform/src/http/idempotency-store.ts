import * as z from 'zod';
import type { Dynamo } from '../dynamo/dynamo.ts';
import type { IdempotencyStore } from './idempotency.ts';

const rowSchema = z.object({
  bodyHash: z.string(),
  status: z.number().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
});

const rowKey = (key: string) => ({ pk: `IDEMPOTENCY#${key}`, sk: 'RESPONSE' });

/** Rows `IDEMPOTENCY#<hash>` of the LMS table, removed by TTL a day later. */
export function createIdempotencyStore(deps: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): IdempotencyStore {
  const { dynamo, table } = deps;
  return {
    async claim({ key, bodyHash, now, lockedUntil, expiresAt }) {
      const result = await dynamo.put({
        table,
        item: {
          ...rowKey(key),
          bodyHash,
          lockedUntil: lockedUntil.getTime(),
          expiresAt: Math.floor(expiresAt.getTime() / 1000),
        },
        condition: {
          // absent: the usual case · stale: its owner died before answering · expired: TTL has not swept it yet
          expression:
            'attribute_not_exists(pk) OR (attribute_not_exists(#status) AND lockedUntil < :now) OR expiresAt < :nowSeconds',
          names: { '#status': 'status' },
          values: { ':now': now.getTime(), ':nowSeconds': Math.floor(now.getTime() / 1000) },
        },
      });
      if (result.outcome === 'done') return 'claimed';
      const row = rowSchema.parse(
        result.item ?? (await dynamo.get({ table, key: rowKey(key), consistent: true })) ?? { bodyHash },
      );
      if (row.status === undefined) return { bodyHash: row.bodyHash };
      const response = { status: row.status, headers: row.headers ?? {}, body: row.body ?? '' };
      return { bodyHash: row.bodyHash, response };
    },
    async finish(key, response) {
      await dynamo.update({
        table,
        key: rowKey(key),
        update: 'SET #status = :status, headers = :headers, body = :body',
        names: { '#status': 'status' },
        values: { ':status': response.status, ':headers': response.headers, ':body': response.body },
      });
    },
    async release(key) {
      await dynamo.delete({ table, key: rowKey(key) });
    },
  };
}
