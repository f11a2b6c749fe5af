import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Connection } from './create-dynamo.ts';
import type { Dynamo, Item, Key } from './dynamo.ts';
import { PartlyRefused } from './patience.ts';

type WriteRequest =
  | { readonly PutRequest: { readonly Item: Item } }
  | { readonly DeleteRequest: { readonly Key: Key } };

export function batchMethods(connection: Connection): Pick<Dynamo, 'batchGet' | 'batchWrite'> {
  return {
    async batchGet({ table, keys, consistent = false }) {
      const items: Item[] = [];
      for (const chunk of chunks(keys, 100)) {
        items.push(...(await getChunk(connection, { table, keys: chunk, consistent })));
      }
      return items;
    },
    async batchWrite({ table, puts = [], deletes = [] }) {
      const requests = [
        ...puts.map((item) => ({ PutRequest: { Item: item } })),
        ...deletes.map((key) => ({ DeleteRequest: { Key: key } })),
      ];
      for (const chunk of chunks(requests, 25)) await writeChunk(connection, table, chunk);
    },
  };
}

async function getChunk(
  { client, costs, call, note }: Connection,
  input: { readonly table: string; readonly keys: readonly Key[]; readonly consistent: boolean },
): Promise<readonly Item[]> {
  const { table, consistent } = input;
  const items: Item[] = [];
  let keys: readonly Key[] = input.keys;
  while (keys.length > 0) {
    // A page of 16 MB ends early without being refused, so each page that brings something is a call of its own.
    keys = await call({
      what: `batchGet ${table}`,
      async send() {
        const request = { [table]: { Keys: [...keys], ConsistentRead: consistent } };
        const output = await client.send(new BatchGetCommand({ RequestItems: request, ...costs }));
        note('batchGet', output.ConsumedCapacity);
        items.push(...((output.Responses?.[table] ?? []) as Item[]));
        const rest = (output.UnprocessedKeys?.[table]?.Keys ?? []) as Key[];
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
        new BatchWriteCommand({ RequestItems: { [table]: [...rest] }, ...costs }),
      );
      note('batchWrite', output.ConsumedCapacity);
      rest = (output.UnprocessedItems?.[table] ?? []) as WriteRequest[];
      if (rest.length > 0) throw new PartlyRefused('items left unprocessed');
    },
  });
}

function chunks<Element>(all: readonly Element[], size: number): readonly (readonly Element[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, n) => all.slice(n * size, (n + 1) * size));
}
