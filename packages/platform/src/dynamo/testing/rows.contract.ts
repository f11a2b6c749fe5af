import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestTables } from '../../testing/with-tables.ts';
import type { Dynamo, Item } from '../dynamo.ts';
import { absent, bytes, partition, row } from './fixtures.ts';

/** Single rows: values, conditions, updates, deletions. */
export function rowsContract(tables: () => TestTables): void {
  let dynamo: Dynamo;
  let table: string;
  let client: DynamoDBClient;

  beforeAll(() => {
    dynamo = tables().dynamo;
    table = tables().lms;
    client = new DynamoDBClient({ ...tables().connection, maxAttempts: 1 });
    return () => client.destroy();
  });

  describe('values', () => {
    it('come back as they were put: text, numbers, lists, maps, sets, null and binary', async () => {
      const item = row(partition(), 'all', {
        text: 'Ujian “akhir” — 試験 🎓',
        empty: '',
        whole: 9_007_199_254_740_991,
        part: -0.000_125,
        yes: true,
        no: false,
        nothing: null,
        list: [1, 'two', [3], { four: 4 }],
        map: { deep: { deeper: { deepest: 'x' } }, none: {} },
        tags: new Set(['a', 'b']),
        counts: new Set([1, 2]),
        body: bytes(300),
      });
      await dynamo.put({ table, item });
      expect(await dynamo.get({ table, key: item, consistent: true }).catch((error) => error.name)).toBe(
        'ValidationException',
      );
      expect(await dynamo.get({ table, key: { pk: item.pk, sk: 'all' }, consistent: true })).toEqual(item);
    });

    it('leave undefined out', async () => {
      const item = row(partition(), 'a', { gone: undefined, kept: { gone: undefined, here: 1 } });
      await dynamo.put({ table, item });
      const { pk, sk } = item;
      expect(await dynamo.get({ table, key: { pk, sk } })).toStrictEqual({ pk, sk, kept: { here: 1 } });
    });

    it('of an absent row are undefined', async () => {
      expect(await dynamo.get({ table, key: { pk: partition(), sk: 'a' } })).toBeUndefined();
    });

    it('under a key that is longer than any row has are undefined, whichever way it is asked', async () => {
      const rows = [
        { pk: 'p'.repeat(2_048), sk: 's'.repeat(1_024) },
        { pk: 'é'.repeat(1_024), sk: '試'.repeat(341) },
      ];
      for (const key of rows) {
        await dynamo.put({ table, item: key });
        expect(await dynamo.get({ table, key })).toEqual(key);
        expect(await dynamo.query({ table, partition: key.pk, sort: { prefix: key.sk } })).toEqual({
          items: [key],
        });
        for (const long of [
          { ...key, pk: `${key.pk}a` },
          { ...key, sk: `${key.sk}aa` },
        ]) {
          expect(await dynamo.get({ table, key: long })).toBeUndefined();
          expect(await dynamo.batchGet({ table, keys: [long, key] })).toEqual([key]);
          const prefix = { table, partition: long.pk, sort: { prefix: long.sk } };
          for (const index of [{}, { index: 'gsi1' } as const]) {
            expect(await dynamo.query({ ...prefix, ...index })).toEqual({ items: [] });
          }
        }
      }
    });

    it('may fill 400 KB and not a byte more, names counted', async () => {
      const pk = partition();
      const names = 'pk'.length + pk.length + 'sk'.length + 'a'.length + 'body'.length;
      const most = 400 * 1024 - names;
      expect(await dynamo.put({ table, item: row(pk, 'a', { body: bytes(most) }) })).toEqual({
        outcome: 'done',
      });
      await expect(
        dynamo.put({ table, item: row(pk, 'a', { body: bytes(most + 1) }) }),
      ).rejects.toMatchObject({
        name: 'ValidationException',
      });
      const grown = { update: 'SET more = :m', values: { ':m': 'x' } };
      await expect(dynamo.update({ table, key: { pk, sk: 'a' }, ...grown })).rejects.toMatchObject({
        name: 'ValidationException',
      });
      const kept = await dynamo.get({ table, key: { pk, sk: 'a' }, consistent: true });
      expect(kept?.body).toEqual(bytes(most));
    });

    it('of keys may not be empty, neither of the table nor of an index', async () => {
      for (const item of [
        row('', 'a'),
        row(partition(), ''),
        row(partition(), 'a', { gsi1pk: '', gsi1sk: 'x' }),
        row(partition(), 'a', { gsi1pk: 'x', gsi1sk: '' }),
      ]) {
        await expect(dynamo.put({ table, item })).rejects.toMatchObject({ name: 'ValidationException' });
      }
    });

    it('of index keys must be text', async () => {
      await expect(
        dynamo.put({ table, item: row(partition(), 'a', { gsi1pk: 7, gsi1sk: 'x' }) }),
      ).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });

  describe('put', () => {
    it('replaces the whole row', async () => {
      const pk = partition();
      await dynamo.put({ table, item: row(pk, 'a', { old: 1 }) });
      await dynamo.put({ table, item: row(pk, 'a', { new: 2 }) });
      expect(await dynamo.get({ table, key: { pk, sk: 'a' } })).toEqual({ pk, sk: 'a', new: 2 });
    });

    it('under a condition gives back the row it met', async () => {
      const pk = partition();
      const item = row(pk, 'a', { owner: 'first', body: bytes(3) });
      expect(await dynamo.put({ table, item, condition: absent })).toEqual({ outcome: 'done' });
      const second = await dynamo.put({ table, item: row(pk, 'a', { owner: 'second' }), condition: absent });
      expect(second).toEqual({ outcome: 'condition-failed', item });
    });

    it('under a condition that needs a row says that there was none', async () => {
      const condition = { expression: 'attribute_exists(pk)' };
      const result = await dynamo.put({ table, item: row(partition(), 'a'), condition });
      expect(result).toEqual({ outcome: 'condition-failed' });
    });

    it('lets one of twenty racing writers win', async () => {
      const pk = partition();
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          dynamo.put({ table, item: row(pk, 'a', { n }), condition: absent }),
        ),
      );
      expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
    });
  });

  describe('conditions', () => {
    const stored = {
      n: 5,
      name: 'Sri Wahyuni',
      tags: new Set(['x']),
      counts: [1, 2],
      m: { k: 'v' },
      b: bytes(4),
    };
    it.each([
      ['n = :v', 5, true],
      ['n <> :v', 5, false],
      ['n < :v', 6, true],
      ['n <= :v', 5, true],
      ['n > :v', 5, false],
      ['n >= :v', 5, true],
      ['n BETWEEN :v AND :v', 5, true],
      ['n IN (:v)', 5, true],
      ['#name = :v', 'Sri Wahyuni', true],
      ['begins_with(#name, :v)', 'Sri', true],
      ['contains(#name, :v)', 'Wahyu', true],
      ['contains(tags, :v)', 'x', true],
      ['contains(tags, :v)', 'y', false],
      ['size(#name) = :v', 11, true],
      ['size(b) = :v', 4, true],
      ['attribute_type(#name, :v)', 'S', true],
      ['attribute_type(n, :v)', 'S', false],
      ['m.k = :v', 'v', true],
      ['counts[1] = :v', 2, true],
      ['attribute_not_exists(gone) AND n = :v', 5, true],
      ['attribute_exists(gone) OR n = :v', 5, true],
      ['NOT n = :v', 5, false],
      ['(n = :v OR n = :v) AND attribute_exists(b)', 5, true],
      ['gone < :v', 5, false],
      ['gone <> :v', 5, true],
      ['b = :v', bytes(4), true],
    ])('%s with %j', async (expression, value, holds) => {
      const pk = partition();
      await dynamo.put({ table, item: row(pk, 'a', stored) });
      const names = expression.includes('#name') ? { names: { '#name': 'name' } } : {};
      const condition = { expression, values: { ':v': value }, ...names };
      const result = await dynamo.put({ table, item: row(pk, 'a'), condition });
      expect(result.outcome).toBe(holds ? 'done' : 'condition-failed');
    });

    it('are refused when they do not parse, use a reserved word or leave a value unused', async () => {
      for (const condition of [
        { expression: 'n = = :v', values: { ':v': 1 } },
        { expression: 'name = :v', values: { ':v': 1 } },
        { expression: 'n = :v', values: { ':v': 1, ':w': 2 } },
        { expression: 'n = :w', values: { ':v': 1 } },
      ]) {
        await expect(dynamo.put({ table, item: row(partition(), 'a'), condition })).rejects.toMatchObject({
          name: 'ValidationException',
        });
      }
    });
  });

  describe('update', () => {
    async function updated(
      update: string,
      values: Record<string, unknown> | undefined,
      start: Record<string, unknown>,
    ): Promise<Item | undefined> {
      const key = { pk: partition(), sk: 'a' };
      await dynamo.put({ table, item: { ...key, ...start } });
      const result = await dynamo.update({ table, key, update, ...(values && { values }), returnNew: true });
      const now = await dynamo.get({ table, key, consistent: true });
      expect(result).toEqual({ outcome: 'done', attributes: now });
      const { pk: _pk, sk: _sk, ...rest } = now ?? key;
      return rest as Item;
    }

    it('makes the row when there is none', async () => {
      const key = { pk: partition(), sk: 'a' };
      await dynamo.update({ table, key, update: 'ADD n :one', values: { ':one': 1 } });
      expect(await dynamo.get({ table, key })).toEqual({ ...key, n: 1 });
    });

    it('sets, computes, appends, removes, adds to and takes from sets', async () => {
      expect(await updated('SET a = :v, b = b + :v, c = :v - c', { ':v': 2 }, { b: 3, c: 1 })).toEqual({
        a: 2,
        b: 5,
        c: 1,
      });
      expect(
        await updated(
          'SET l = list_append(if_not_exists(l, :none), :more)',
          { ':none': [], ':more': ['x'] },
          {},
        ),
      ).toEqual({ l: ['x'] });
      expect(
        await updated('SET m.deep = :v REMOVE gone, l[0]', { ':v': 1 }, { m: {}, gone: 1, l: [7, 8] }),
      ).toEqual({
        m: { deep: 1 },
        l: [8],
      });
      expect(
        await updated('ADD s :v, n :one', { ':v': new Set(['b']), ':one': 1 }, { s: new Set(['a']), n: 0.5 }),
      ).toEqual({
        s: new Set(['a', 'b']),
        n: 1.5,
      });
      expect(await updated('DELETE s :v', { ':v': new Set(['a']) }, { s: new Set(['a']) })).toEqual({});
    });

    it('sees all attributes as they were before it', async () => {
      expect(await updated('SET a = b, b = a', undefined, { a: 1, b: 2 })).toEqual({ a: 2, b: 1 });
    });

    it('under a condition changes nothing and gives back the row', async () => {
      const key = { pk: partition(), sk: 'a' };
      await dynamo.put({ table, item: { ...key, rev: 2 } });
      const input = { table, key, update: 'SET rev = :new', condition: 'rev = :old' };
      const result = await dynamo.update({ ...input, values: { ':new': 9, ':old': 1 } });
      expect(result).toEqual({ outcome: 'condition-failed', item: { ...key, rev: 2 } });
      expect(await dynamo.update({ ...input, values: { ':new': 3, ':old': 2 } })).toEqual({
        outcome: 'done',
      });
    });

    it('is refused for key attributes, overlapping paths and paths that are not there', async () => {
      const key = { pk: partition(), sk: 'a' };
      for (const update of [
        'SET sk = :v',
        'SET a = :v, a = :v',
        'SET nowhere.deep = :v',
        'SET n = gone + :v',
      ]) {
        await expect(dynamo.update({ table, key, update, values: { ':v': 1 } })).rejects.toMatchObject({
          name: 'ValidationException',
        });
      }
      expect(await dynamo.get({ table, key })).toBeUndefined();
    });

    it('loses none of a hundred parallel counts', async () => {
      const key = { pk: partition(), sk: 'a' };
      const count = () => dynamo.update({ table, key, update: 'ADD n :one', values: { ':one': 1 } });
      await Promise.all(Array.from({ length: 100 }, count));
      expect(await dynamo.get({ table, key, consistent: true })).toEqual({ ...key, n: 100 });
    });
  });

  describe('delete', () => {
    it('removes the row, is content when there is none, and obeys a condition', async () => {
      const key = { pk: partition(), sk: 'a' };
      await dynamo.put({ table, item: { ...key, rev: 1 } });
      const condition = { expression: 'rev = :r', values: { ':r': 2 } };
      const refused = await dynamo.delete({ table, key, condition });
      expect(refused).toEqual({ outcome: 'condition-failed', item: { ...key, rev: 1 } });
      expect(await dynamo.delete({ table, key })).toEqual({ outcome: 'done' });
      expect(await dynamo.get({ table, key, consistent: true })).toBeUndefined();
      expect(await dynamo.delete({ table, key })).toEqual({ outcome: 'done' });
    });
  });

  it('a row may have any attribute that is no key, and old values come back when asked for', async () => {
    const pk = partition();
    await dynamo.put({ table, item: row(pk, 'a', { n: 1 }) });
    const output = await client.send(
      new PutItemCommand({
        TableName: table,
        Item: { pk: { S: pk }, sk: { S: 'a' } },
        ReturnValues: 'ALL_OLD',
      }),
    );
    expect(output.Attributes).toEqual({ pk: { S: pk }, sk: { S: 'a' }, n: { N: '1' } });
  });
}
