import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { readStoredItem, toStoredItem } from './attribute-value.ts';
import type { Connection } from './create-dynamo.ts';
import type { Dynamo, Item } from './dynamo.ts';
import { fits } from './key-limits.ts';
import { PartlyRefused } from './patience.ts';
import { tracedItem } from './traced.ts';

type StoredKey = Record<string, AttributeValue>;

export function batchMethods(connection: Connection): Pick<Dynamo, 'batchGet' | 'batchWrite'> {
  return {
    async batchGet({ table, keys, consistent = false }) {
      const items: Item[] = [];
      for (const chunk of chunks(keys.filter(fits).map(toStoredItem), 100)) {
        items.push(...(await getChunk(connection, { table, keys: chunk, consistent })));
      }
      return items;
    },
    async batchWrite({ table, puts = [], deletes = [] }) {
      const requests = [
        ...puts.map((item) => ({ PutRequest: { Item: toStoredItem(tracedItem(item)) } })),
        ...deletes.map((key) => ({ DeleteRequest: { Key: toStoredItem(key) } })),
      ];
      for (const chunk of chunks(requests, 25)) await writeChunk(connection, table, chunk);
    },
  };
}

async function getChunk(
  { client, costs, call, note }: Connection,
  input: { readonly table: string; readonly keys: readonly StoredKey[]; readonly consistent: boolean },
): Promise<readonly Item[]> {
  const { table, consistent } = input;
  const items: Item[] = [];
  let keys: readonly StoredKey[] = input.keys;
  while (keys.length > 0) {
    // A page of 16 MB ends early without being refused, so each page that brings something is a call of its own.
    keys = await call({
      what: `batchGet ${table}`,
      async send() {
        const request = { [table]: { Keys: [...keys], ConsistentRead: consistent } };
        const output = await client.send(new BatchGetItemCommand({ RequestItems: request, ...costs }));
        note('batchGet', output.ConsumedCapacity);
        for (const row of output.Responses?.[table] ?? []) items.push(readStoredItem(row));
        const rest = output.UnprocessedKeys?.[table]?.Keys ?? [];
        if (rest.length > 0 && rest.length === keys.length) throw new PartlyRefused('keys left unprocessed');
        return rest;
      },
    });
  }
  return items;
}

async function writeChunk(
  { client, costs, call, note }: Connection,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  let rest: readonly WriteRequest[] = requests;
  await call({
    what: `batchWrite ${table}`,
    async send() {
      const output = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [table]: [...rest] }, ...costs }),
      );
      note('batchWrite', output.ConsumedCapacity);
      rest = output.UnprocessedItems?.[table] ?? [];
      if (rest.length > 0) throw new PartlyRefused('items left unprocessed');
    },
  });
}

function chunks<Element>(all: readonly Element[], size: number): readonly (readonly Element[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, n) => all.slice(n * size, (n + 1) * size));
}
