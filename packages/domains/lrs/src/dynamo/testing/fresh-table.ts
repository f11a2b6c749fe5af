import { randomUUID } from 'node:crypto';
import type { Dynamo, Item, Key } from '@sinau/platform/dynamo';

/**
 * The table as if it were empty: every partition key gets a prefix of its own on the way in and loses it on the way
 * out, so that tests share one table without seeing each other's rows.
 */
export function freshTable({ dynamo }: { readonly dynamo: Dynamo }): Dynamo {
  const prefix = `${randomUUID()}!`;
  const inKey = <Kind extends Key>(key: Kind): Kind => ({ ...key, pk: prefix + key.pk });
  const out = <Kind extends Item | undefined>(item: Kind): Kind =>
    item ? { ...item, pk: item.pk.slice(prefix.length) } : item;
  const outResult = <Result extends { readonly outcome: string }>(result: Result): Result =>
    'item' in result ? { ...result, item: out(result.item as Item | undefined) } : result;
  return {
    get: async (input) => out(await dynamo.get({ ...input, key: inKey(input.key) })),
    put: async (input) => outResult(await dynamo.put({ ...input, item: inKey(input.item) })),
    update: async (input) => outResult(await dynamo.update({ ...input, key: inKey(input.key) })),
    delete: async (input) => outResult(await dynamo.delete({ ...input, key: inKey(input.key) })),
    query: async (input) => {
      const page = await dynamo.query({ ...input, partition: prefix + input.partition });
      return { ...page, items: page.items.map(out) };
    },
    batchGet: async (input) => (await dynamo.batchGet({ ...input, keys: input.keys.map(inKey) })).map(out),
    batchWrite: ({ table, puts = [], deletes = [] }) =>
      dynamo.batchWrite({ table, puts: puts.map(inKey), deletes: deletes.map(inKey) }),
    transactWrite: async (items, options) => {
      const result = await dynamo.transactWrite(
        items.map((item) =>
          item.kind === 'put' ? { ...item, item: inKey(item.item) } : { ...item, key: inKey(item.key) },
        ),
        options,
      );
      if (result.outcome === 'done') return result;
      return {
        ...result,
        reasons: result.reasons.map((reason) =>
          'item' in reason && reason.item ? { ...reason, item: out(reason.item) } : reason,
        ),
      };
    },
    transactGet: async (keys) =>
      (await dynamo.transactGet(keys.map(({ table, key }) => ({ table, key: inKey(key) })))).map(out),
  };
}
