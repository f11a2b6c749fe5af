import { randomUUID } from 'node:crypto';
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { Unavailable } from '@sinau/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestTables } from '../../testing/with-tables.ts';
import type { Dynamo, Item, TransactItem } from '../dynamo.ts';
import { absent, bytes, fill, partition, row, skOf } from './fixtures.ts';

/** Transactions: all or nothing, under any race. */
export function transactionsContract(tables: () => TestTables): void {
  let dynamo: Dynamo;
  let table: string;
  let lrs: string;
  let client: DynamoDBClient;

  beforeAll(() => {
    dynamo = tables().dynamo;
    table = tables().lms;
    lrs = tables().lrs;
    client = new DynamoDBClient({ ...tables().connection, maxAttempts: 1 });
    return () => client.destroy();
  });

  const filled = (sorts: readonly string[], more?: Record<string, unknown>) =>
    fill({ dynamo, table }, sorts, more);

  describe('transactions', () => {
    const put = (item: Item): TransactItem => ({ kind: 'put', table, item });

    it('write a hundred rows of both tables at once, and refuse more', async () => {
      const pk = partition();
      const items = Array.from(
        { length: 100 },
        (_, n): TransactItem => ({
          kind: 'put',
          table: n % 2 ? table : lrs,
          item: row(pk, `r${String(n).padStart(3, '0')}`, { n }),
        }),
      );
      expect(await dynamo.transactWrite(items)).toEqual({ outcome: 'done' });
      const both = [
        ...(await dynamo.query({ table, partition: pk, consistent: true })).items,
        ...(await dynamo.query({ table: lrs, partition: pk, consistent: true })).items,
      ];
      expect(both).toHaveLength(100);
      await expect(dynamo.transactWrite([...items, put(row(pk, 'more'))])).rejects.toMatchObject({
        name: 'ValidationException',
      });
    });

    it('put, update, delete and check together', async () => {
      const pk = await filled(['changed', 'deleted', 'checked'], { n: 1 });
      const result = await dynamo.transactWrite([
        put(row(pk, 'new')),
        { kind: 'update', table, key: { pk, sk: 'changed' }, update: 'ADD n :one', values: { ':one': 1 } },
        { kind: 'delete', table, key: { pk, sk: 'deleted' } },
        {
          kind: 'check',
          table,
          key: { pk, sk: 'checked' },
          condition: { expression: 'n = :n', values: { ':n': 1 } },
        },
      ]);
      expect(result).toEqual({ outcome: 'done' });
      const { items } = await dynamo.query({ table, partition: pk, consistent: true });
      expect(items.map(({ sk, n }) => [sk, n])).toEqual([
        ['changed', 2],
        ['checked', 1],
        ['new', undefined],
      ]);
    });

    it('change nothing when one condition fails, and say which and what row it met', async () => {
      const pk = await filled(['there'], { n: 1, body: bytes(5) });
      const result = await dynamo.transactWrite([
        put(row(pk, 'first')),
        { kind: 'put', table, item: row(pk, 'there'), condition: absent },
        {
          kind: 'update',
          table,
          key: { pk, sk: 'nowhere' },
          update: 'SET n = :n',
          values: { ':n': 1 },
          condition: 'attribute_exists(pk)',
        },
        { kind: 'delete', table, key: { pk, sk: 'other' } },
      ]);
      expect(result).toEqual({
        outcome: 'cancelled',
        reasons: [
          { code: 'None' },
          { code: 'ConditionalCheckFailed', item: row(pk, 'there', { n: 1, body: bytes(5) }) },
          { code: 'ConditionalCheckFailed' },
          { code: 'None' },
        ],
      });
      const { items } = await dynamo.query({ table, partition: pk, consistent: true });
      expect(items.map(skOf)).toEqual(['there']);
    });

    it('change nothing when one write is impossible', async () => {
      const pk = await filled(['text'], { n: 'not a number' });
      const write = dynamo.transactWrite([
        put(row(pk, 'first')),
        { kind: 'update', table, key: { pk, sk: 'text' }, update: 'ADD n :one', values: { ':one': 1 } },
      ]);
      // AWS cancels the transaction with reason ValidationError, DynamoDB Local refuses the request.
      await expect(write).rejects.toMatchObject({
        name: expect.stringMatching(/^(TransactionCanceledException|ValidationException)$/),
      });
      expect((await dynamo.query({ table, partition: pk, consistent: true })).items.map(skOf)).toEqual([
        'text',
      ]);
    });

    it('keep the indexes in step', async () => {
      const [pk, group] = [partition(), partition()];
      const items = ['a', 'b'].map((sk) => put(row(pk, sk, { gsi1pk: group, gsi1sk: sk })));
      await dynamo.transactWrite(items);
      const { items: shown } = await dynamo.query({ table, index: 'gsi1', partition: group });
      expect(shown.map(skOf)).toEqual(['a', 'b']);
    });

    it('are refused with one row twice', async () => {
      const pk = partition();
      const twice = [put(row(pk, 'a')), { kind: 'delete', table, key: { pk, sk: 'a' } } as const];
      await expect(dynamo.transactWrite(twice)).rejects.toMatchObject({ name: 'ValidationException' });
    });

    it('are refused when empty or above 4 MB', async () => {
      await expect(dynamo.transactWrite([])).rejects.toMatchObject({ name: 'ValidationException' });
      const pk = partition();
      const large = Array.from({ length: 11 }, (_, n) => put(row(pk, `r${n}`, { body: bytes(390 * 1024) })));
      await expect(dynamo.transactWrite(large)).rejects.toMatchObject({ name: 'ValidationException' });
      expect((await dynamo.query({ table, partition: pk })).items).toEqual([]);
    });

    it('with a token are carried out once', async () => {
      const key = { pk: partition(), sk: 'a' };
      const count = { kind: 'update', table, key, update: 'ADD n :one', values: { ':one': 1 } } as const;
      const token = randomUUID();
      expect(await dynamo.transactWrite([count], { token })).toEqual({ outcome: 'done' });
      expect(await dynamo.transactWrite([count], { token })).toEqual({ outcome: 'done' });
      expect(await dynamo.get({ table, key, consistent: true })).toEqual({ ...key, n: 1 });
      const other = { ...count, values: { ':one': 2 } };
      await expect(dynamo.transactWrite([other], { token })).rejects.toMatchObject({
        name: 'IdempotentParameterMismatchException',
      });
      const long = { token: `${token}/${'x'.repeat(100)}` };
      await dynamo.transactWrite([count], long);
      await dynamo.transactWrite([count], long);
      expect(await dynamo.get({ table, key, consistent: true })).toEqual({ ...key, n: 2 });
    });

    it('that were cancelled may try again under their token', async () => {
      const key = { pk: partition(), sk: 'a' };
      const exists = { expression: 'attribute_exists(pk)' };
      const guarded = [{ kind: 'put', table, item: { ...key, n: 2 } as Item, condition: exists } as const];
      const token = randomUUID();
      expect((await dynamo.transactWrite(guarded, { token })).outcome).toBe('cancelled');
      await dynamo.put({ table, item: key });
      expect((await dynamo.transactWrite(guarded, { token })).outcome).toBe('done');
      expect(await dynamo.get({ table, key, consistent: true })).toEqual({ ...key, n: 2 });
    });

    it('lose none of 200 parallel increments, and count none twice', async () => {
      const [key, mark] = [{ pk: partition(), sk: 'a' }, partition()];
      // Conflicts may outlast the patience of one call; the token makes the next call a repetition of the same.
      async function increment(n: number): Promise<void> {
        const token = randomUUID();
        const items: readonly TransactItem[] = [
          { kind: 'update', table, key, update: 'ADD n :one', values: { ':one': 1 } },
          put(row(mark, `m${n}`)),
        ];
        for (let done = false; !done; ) {
          const result = await dynamo.transactWrite(items, { token }).catch((error: unknown) => error);
          if (result instanceof Unavailable) continue;
          expect(result).toEqual({ outcome: 'done' });
          done = true;
        }
      }
      await Promise.all(Array.from({ length: 200 }, (_, n) => increment(n)));
      expect(await dynamo.get({ table, key, consistent: true })).toEqual({ ...key, n: 200 });
      const marks = await dynamo.query({ table, partition: mark, consistent: true });
      expect(marks.items).toHaveLength(200);
    });

    it('let one of twenty racing transactions win', async () => {
      const pk = partition();
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          dynamo.transactWrite([
            put(row(pk, `own-${n}`)),
            { kind: 'put', table, item: row(pk, 'seat', { n }), condition: absent },
          ]),
        ),
      );
      const winners = results.flatMap(({ outcome }, n) => (outcome === 'done' ? [n] : []));
      expect(winners).toHaveLength(1);
      const { items } = await dynamo.query({ table, partition: pk, consistent: true });
      expect(items.map(skOf).sort()).toEqual([`own-${winners[0]}`, 'seat']);
    });

    it('read up to a hundred rows in the order asked, absent ones as undefined', async () => {
      const pk = await filled(['a', 'b']);
      const keys = ['b', 'nowhere', 'a'].map((sk) => ({ table, key: { pk, sk } }));
      expect(await dynamo.transactGet(keys)).toEqual([row(pk, 'b'), undefined, row(pk, 'a')]);
    });

    it('read no half of another transaction', async () => {
      const pk = await filled(['a', 'b'], { n: 0 });
      const keys = ['a', 'b'].map((sk) => ({ pk, sk }));
      const move = async () => {
        for (let n = 1; n <= 20; n += 1)
          await dynamo.transactWrite(keys.map((key) => put({ ...key, n } as Item)));
      };
      const torn: unknown[] = [];
      const watch = async () => {
        for (let n = 0; n < 40; n += 1) {
          const [a, b] = await dynamo.transactGet(keys.map((key) => ({ table, key })));
          if (a?.n !== b?.n) torn.push([a, b]);
        }
      };
      await Promise.all([move(), watch()]);
      expect(torn).toEqual([]);
    });

    it('are refused for a mistaken item without a word about other items', async () => {
      const TransactItems = [{ Put: { TableName: table, Item: { pk: { S: 'x' } } } }];
      await expect(client.send(new TransactWriteItemsCommand({ TransactItems }))).rejects.toThrow();
    });
  });
}
