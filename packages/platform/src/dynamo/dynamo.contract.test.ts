import { randomUUID } from 'node:crypto';
import {
  BatchWriteItemCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTables } from '../testing/with-tables.ts';
import { type CapacityReport, createDynamo, type Dynamo, type Item, type TransactItem } from './index.ts';

const absent = { expression: 'attribute_not_exists(pk)' };
const bytes = (n: number) => Uint8Array.from({ length: n }, (_, at) => (at * 31) % 256);

withTables((_engine, tables) => {
  let dynamo: Dynamo;
  let client: DynamoDBClient;
  let table: string;
  let lrs: string;

  beforeAll(() => {
    const { connection, lms } = tables();
    dynamo = tables().dynamo;
    lrs = tables().lrs;
    table = lms;
    client = new DynamoDBClient({ ...connection, maxAttempts: 1 });
    return () => client.destroy();
  });

  /** Every test has a partition of its own. */
  const partition = () => `p-${randomUUID()}`;
  const row = (pk: string, sk: string, more: Record<string, unknown> = {}): Item => ({ pk, sk, ...more });
  const skOf = ({ sk }: Item) => sk;

  async function filled(sorts: readonly string[], more: Record<string, unknown> = {}): Promise<string> {
    const pk = partition();
    await dynamo.batchWrite({ table, puts: sorts.map((sk) => row(pk, sk, more)) });
    return pk;
  }

  describe('tables', () => {
    it('have both indexes, a stream of both images and a time to live', async () => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
      expect(Table).toMatchObject({
        TableStatus: 'ACTIVE',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        LatestStreamArn: expect.stringContaining('/stream/'),
      });
      const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, IndexStatus }) => [
        IndexName,
        IndexStatus,
      ]);
      expect(indexes?.sort()).toEqual([
        ['gsi1', 'ACTIVE'],
        ['gsi2', 'ACTIVE'],
      ]);
      const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName: table }));
      expect(ttl.TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
      const { TableNames } = await client.send(new ListTablesCommand({}));
      expect(TableNames).toEqual(expect.arrayContaining([table, lrs]));
    });

    it('that are not there are refused', async () => {
      await expect(dynamo.get({ table: 'nowhere', key: { pk: 'a', sk: 'b' } })).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
    });
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

  describe('query', () => {
    const sorts = ['A', 'A#1', 'A#10', 'A#2', 'AB', 'B#é', 'B#z', 'B#試', 'a'];

    it('is ordered by the bytes of the sort key, both ways', async () => {
      const pk = await filled([...sorts].reverse());
      const inBytes = [...sorts].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      const up = await dynamo.query({ table, partition: pk, consistent: true });
      expect(up.items.map(skOf)).toEqual(inBytes);
      const down = await dynamo.query({ table, partition: pk, consistent: true, descending: true });
      expect(down.items.map(skOf)).toEqual([...inBytes].reverse());
    });

    it('takes a prefix', async () => {
      const pk = await filled(sorts);
      const found = async (prefix: string) => {
        const { items } = await dynamo.query({ table, partition: pk, sort: { prefix } });
        return items.map(skOf);
      };
      expect(await found('A#')).toEqual(['A#1', 'A#10', 'A#2']);
      expect(await found('A#1')).toEqual(['A#1', 'A#10']);
      expect(await found('B#é')).toEqual(['B#é']);
      expect(await found('C')).toEqual([]);
      expect(await found('')).toHaveLength(sorts.length);
    });

    it('takes a range with both ends', async () => {
      const pk = await filled(sorts);
      const between = ['A#1', 'B#z'] as const;
      const { items } = await dynamo.query({ table, partition: pk, sort: { between } });
      expect(items.map(skOf)).toEqual(['A#1', 'A#10', 'A#2', 'AB', 'B#z']);
    });

    it('is empty for an empty partition and never reaches into another one', async () => {
      const pk = await filled(['a']);
      await dynamo.put({ table, item: row(`${pk}0`, 'b') });
      expect(await dynamo.query({ table, partition: partition() })).toEqual({ items: [] });
      expect((await dynamo.query({ table, partition: pk })).items.map(skOf)).toEqual(['a']);
    });

    it.each([false, true])('pages through everything once, descending %j', async (descending) => {
      const numbers = Array.from({ length: 23 }, (_, n) => `n${String(n).padStart(3, '0')}`);
      const pk = await filled(numbers);
      const seen: string[] = [];
      let startAfter: Readonly<Record<string, unknown>> | undefined;
      let pages = 0;
      do {
        const page = await dynamo.query({
          table,
          partition: pk,
          limit: 5,
          descending,
          sort: { prefix: 'n' },
          ...(startAfter && { startAfter }),
        });
        expect(page.items.length).toBeLessThanOrEqual(5);
        seen.push(...page.items.map(skOf));
        startAfter = page.last;
        pages += 1;
      } while (startAfter);
      expect(seen).toEqual(descending ? numbers.reverse() : numbers);
      expect(pages).toBe(5);
    });

    it('goes on after a row that was deleted meanwhile', async () => {
      const pk = await filled(['a', 'b', 'c', 'd']);
      const first = await dynamo.query({ table, partition: pk, limit: 2 });
      await dynamo.delete({ table, key: { pk, sk: 'b' } });
      const rest = await dynamo.query({
        table,
        partition: pk,
        ...(first.last && { startAfter: first.last }),
      });
      expect(rest.items.map(skOf)).toEqual(['c', 'd']);
    });

    it('ends a page at a megabyte', async () => {
      const pk = await filled(['a', 'b', 'c', 'd', 'e'], { body: bytes(300 * 1024) });
      const page = await dynamo.query({ table, partition: pk });
      expect(page.items.map(skOf)).toEqual(['a', 'b', 'c', 'd']);
      expect(page.last).toEqual({ pk, sk: 'd' });
    });
  });

  describe('an index', () => {
    it('shows whole rows in the order of its own keys', async () => {
      const [pk, group] = [partition(), partition()];
      const puts = ['3', '1', '2'].map((n) =>
        row(pk, `r${n}`, { gsi1pk: group, gsi1sk: `s#${n}`, n, body: bytes(9) }),
      );
      await dynamo.batchWrite({ table, puts });
      const { items } = await dynamo.query({ table, index: 'gsi1', partition: group });
      expect(items).toEqual([puts[1], puts[2], puts[0]]);
      const some = await dynamo.query({ table, index: 'gsi1', partition: group, sort: { prefix: 's#2' } });
      expect(some.items).toEqual([puts[2]]);
    });

    it('follows changes of its keys, and shows no row that lacks one', async () => {
      const [group, other] = [partition(), partition()];
      const key = { pk: partition(), sk: 'a' };
      const count = async (of: string) =>
        (await dynamo.query({ table, index: 'gsi2', partition: of })).items.length;
      await dynamo.put({ table, item: { ...key, gsi2pk: group } });
      expect(await count(group)).toBe(0);
      await dynamo.put({ table, item: { ...key, gsi2pk: group, gsi2sk: 'x' } });
      expect(await count(group)).toBe(1);
      await dynamo.update({ table, key, update: 'SET gsi2pk = :o', values: { ':o': other } });
      expect([await count(group), await count(other)]).toEqual([0, 1]);
      await dynamo.update({ table, key, update: 'REMOVE gsi2pk, gsi2sk' });
      expect(await count(other)).toBe(0);
      await dynamo.put({ table, item: { ...key, gsi2pk: other, gsi2sk: 'x' } });
      await dynamo.delete({ table, key });
      expect(await count(other)).toBe(0);
    });

    it('keeps rows with equal index keys apart, and pages through them once', async () => {
      const group = partition();
      const puts = Array.from({ length: 40 }, (_, n) =>
        row(partition(), `r${n}`, { gsi1pk: group, gsi1sk: 'same' }),
      );
      await dynamo.batchWrite({ table, puts });
      const seen = new Set<string>();
      let startAfter: Readonly<Record<string, unknown>> | undefined;
      let total = 0;
      do {
        const page = await dynamo.query({
          table,
          index: 'gsi1',
          partition: group,
          limit: 7,
          ...(startAfter && { startAfter }),
        });
        for (const { pk } of page.items) seen.add(pk);
        total += page.items.length;
        startAfter = page.last;
      } while (startAfter);
      expect([seen.size, total]).toEqual([40, 40]);
    });

    it('cannot be read consistently', async () => {
      const input = { table, index: 'gsi1', partition: 'x', consistent: true } as const;
      await expect(dynamo.query(input)).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });

  describe('batches', () => {
    it('write and read any number of rows, in requests of 25 and 100', async () => {
      const pk = partition();
      const keys = Array.from({ length: 130 }, (_, n) => ({ pk, sk: `r${n}` }));
      await dynamo.batchWrite({ table, puts: keys });
      await dynamo.batchWrite({ table, puts: [{ pk, sk: 'r1', n: 1 } as Item], deletes: [{ pk, sk: 'r0' }] });
      const found = await dynamo.batchGet({ table, keys, consistent: true });
      expect(found).toHaveLength(129);
      expect(found.find(({ sk }) => sk === 'r1')).toEqual({ pk, sk: 'r1', n: 1 });
      expect(await dynamo.batchGet({ table, keys: [] })).toEqual([]);
    });

    it('read more than the 16 MB of one answer', async () => {
      const pk = partition();
      const keys = Array.from({ length: 50 }, (_, n) => ({ pk, sk: `r${n}` }));
      const body = bytes(390 * 1024);
      for (const key of keys) await dynamo.put({ table: lrs, item: { ...key, body } as Item });
      const found = await dynamo.batchGet({ table: lrs, keys });
      expect(found.map(skOf).sort()).toEqual(keys.map(({ sk }) => sk).sort());
    });

    it('are refused with more than 25 writes or with one row twice', async () => {
      const put = (sk: string) => ({ PutRequest: { Item: { pk: { S: 'batch' }, sk: { S: sk } } } });
      const many = Array.from({ length: 26 }, (_, n) => put(`r${n}`));
      for (const requests of [many, [put('a'), put('a')]]) {
        await expect(
          client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } })),
        ).rejects.toMatchObject({ name: 'ValidationException' });
      }
      expect((await dynamo.query({ table, partition: 'batch' })).items).toEqual([]);
    });
  });

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

    it('lose none of 200 parallel increments', async () => {
      const [key, mark] = [{ pk: partition(), sk: 'a' }, partition()];
      const increment = (n: number) =>
        dynamo.transactWrite([
          { kind: 'update', table, key, update: 'ADD n :one', values: { ':one': 1 } },
          put(row(mark, `m${n}`)),
        ]);
      const results = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => increment(n)));
      const done = results.filter(({ status }) => status === 'fulfilled').length;
      const marks = await dynamo.query({ table, partition: mark, consistent: true });
      expect(marks.items).toHaveLength(done);
      expect(await dynamo.get({ table, key, consistent: true })).toEqual({ ...key, n: done });
      expect(done).toBe(200);
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

  describe('costs', () => {
    async function measured(
      work: (measuring: Dynamo) => Promise<unknown>,
    ): Promise<readonly CapacityReport[]> {
      const reports: CapacityReport[] = [];
      const measuring = createDynamo({
        ...tables().connection,
        onCapacity: (report) => reports.push(report),
      });
      await work(measuring);
      return reports;
    }

    async function units(work: (measuring: Dynamo) => Promise<unknown>) {
      const reports = await measured(work);
      return reports.map(({ readUnits, writeUnits, indexes }) => [readUnits, writeUnits, indexes]);
    }

    const keys = (n: number) => ({
      ...(n > 0 ? { gsi1pk: 'cost', gsi1sk: 'a' } : {}),
      ...(n > 1 ? { gsi2pk: 'cost', gsi2sk: 'a' } : {}),
    });

    it('are told with operation and table', async () => {
      const pk = partition();
      expect(await measured((it) => it.put({ table: lrs, item: row(pk, 'a') }))).toEqual([
        { operation: 'put', table: lrs, readUnits: 0, writeUnits: 1, indexes: {} },
      ]);
      expect(await measured((it) => it.get({ table: lrs, key: { pk, sk: 'a' } }))).toEqual([
        { operation: 'get', table: lrs, readUnits: 0.5, writeUnits: 0, indexes: {} },
      ]);
    });

    it('of a put are a unit a kilobyte, again in every index', async () => {
      const pk = partition();
      const size = (total: number, sk: string) => bytes(total - pk.length - sk.length - 'pkskb'.length);
      expect(await units((it) => it.put({ table, item: row(pk, 'a', { b: size(1024, 'a') }) }))).toEqual([
        [0, 1, {}],
      ]);
      expect(await units((it) => it.put({ table, item: row(pk, 'b', { b: size(1025, 'b') }) }))).toEqual([
        [0, 2, {}],
      ]);
      expect(await units((it) => it.put({ table, item: row(pk, 'c', { ...keys(1) }) }))).toEqual([
        [0, 2, { gsi1: 1 }],
      ]);
      expect(
        await units((it) => it.put({ table, item: row(pk, 'd', { ...keys(2), b: bytes(2000) }) })),
      ).toEqual([[0, 9, { gsi1: 3, gsi2: 3 }]]);
    });

    it('of a replacement are those of the larger row, and of an index only what it must change', async () => {
      const pk = partition();
      const item = row(pk, 'a', { ...keys(1), b: bytes(3000) });
      await dynamo.put({ table, item });
      expect(await units((it) => it.put({ table, item: row(pk, 'a', keys(1)) }))).toEqual([
        [0, 6, { gsi1: 3 }],
      ]);
      expect(await units((it) => it.put({ table, item: row(pk, 'a', keys(1)) }))).toEqual([[0, 1, {}]]);
      expect(
        await units((it) => it.put({ table, item: row(pk, 'a', { ...keys(1), gsi1sk: 'moved' }) })),
      ).toEqual([[0, 3, { gsi1: 2 }]]);
      expect(await units((it) => it.put({ table, item: row(pk, 'a') }))).toEqual([[0, 2, { gsi1: 1 }]]);
    });

    it('of an update and a delete follow the same rules', async () => {
      const key = { pk: partition(), sk: 'a' };
      await dynamo.put({ table, item: { ...key, ...keys(2) } });
      const update = (text: string, values?: Record<string, unknown>) =>
        units((it) => it.update({ table, key, update: text, ...(values && { values }) }));
      expect(await update('SET n = :v', { ':v': 1 })).toEqual([[0, 3, { gsi1: 1, gsi2: 1 }]]);
      expect(await update('SET gsi1sk = :v', { ':v': 'other' })).toEqual([[0, 4, { gsi1: 2, gsi2: 1 }]]);
      expect(await update('REMOVE gsi2pk, gsi2sk')).toEqual([[0, 3, { gsi1: 1, gsi2: 1 }]]);
      expect(await units((it) => it.delete({ table, key }))).toEqual([[0, 2, { gsi1: 1 }]]);
      expect(await units((it) => it.delete({ table, key }))).toEqual([[0, 1, {}]]);
    });

    it('of a get are half a unit for 4 KB, a whole one when consistent', async () => {
      const key = { pk: partition(), sk: 'a' };
      const read = (consistent: boolean) => units((it) => it.get({ table, key, consistent }));
      expect(await read(false)).toEqual([[0.5, 0, {}]]);
      expect(await read(true)).toEqual([[1, 0, {}]]);
      await dynamo.put({ table, item: { ...key, b: bytes(4090) } as Item });
      expect(await read(false)).toEqual([[1, 0, {}]]);
      expect(await read(true)).toEqual([[2, 0, {}]]);
    });

    it('of a query are those of all its rows together', async () => {
      const group = partition();
      const pk = await filled(['a', 'b', 'c', 'd', 'e', 'f'], { b: bytes(1500), gsi1pk: group, gsi1sk: 'x' });
      expect(await units((it) => it.query({ table, partition: pk }))).toEqual([[1.5, 0, {}]]);
      expect(await units((it) => it.query({ table, partition: pk, consistent: true }))).toEqual([[3, 0, {}]]);
      expect(await units((it) => it.query({ table, partition: pk, limit: 2 }))).toEqual([[0.5, 0, {}]]);
      expect(await units((it) => it.query({ table, index: 'gsi1', partition: group }))).toEqual([
        [1.5, 0, { gsi1: 1.5 }],
      ]);
    });

    it('of batches are the sums of their rows', async () => {
      const pk = partition();
      const puts = [row(pk, 'a', keys(1)), row(pk, 'b', { b: bytes(1500) })];
      // There already: for one that is not, DynamoDB Local counts a unit more than AWS.
      await dynamo.put({ table, item: row(pk, 'c') });
      expect(await units((it) => it.batchWrite({ table, puts, deletes: [{ pk, sk: 'c' }] }))).toEqual([
        [0, 5, { gsi1: 1 }],
      ]);
      const keysOf = ['a', 'b'].map((sk) => ({ pk, sk }));
      expect(await units((it) => it.batchGet({ table, keys: keysOf }))).toEqual([[1, 0, {}]]);
      expect(await units((it) => it.batchGet({ table, keys: keysOf, consistent: true }))).toEqual([
        [2, 0, {}],
      ]);
    });

    it('of transactions are double, told for each table', async () => {
      const pk = partition();
      // Two equal rows in each: DynamoDB Local counts equal rows once and each fourfold, AWS counts all twofold.
      const write = await measured((it) =>
        it.transactWrite([
          { kind: 'put', table, item: row(pk, 'a', keys(1)) },
          { kind: 'put', table, item: row(pk, 'b', keys(1)) },
          { kind: 'put', table: lrs, item: row(pk, 'a', { b: bytes(1500) }) },
          { kind: 'put', table: lrs, item: row(pk, 'b', { b: bytes(1500) }) },
        ]),
      );
      const byTable = Object.fromEntries(write.map((report) => [report.table, report]));
      expect(byTable[table]).toMatchObject({ writeUnits: 8, indexes: { gsi1: 4 } });
      expect(byTable[lrs]).toMatchObject({ writeUnits: 8, indexes: {} });
      const read = await units((it) => it.transactGet([{ table, key: { pk, sk: 'a' } }]));
      expect(read).toEqual([[2, 0, {}]]);
    });
  });

  it('a scan of the table pages through all of its rows', async () => {
    const pk = partition();
    const puts = Array.from({ length: 30 }, (_, n) => row(pk, `r${n}`));
    await dynamo.batchWrite({ table: lrs, puts });
    const found: (string | undefined)[] = [];
    let ExclusiveStartKey: Record<string, import('@aws-sdk/client-dynamodb').AttributeValue> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: lrs,
          Limit: 50,
          FilterExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk } },
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      found.push(...(page.Items ?? []).map((item) => item.sk?.S));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    expect(found.sort()).toEqual(puts.map(skOf).sort());
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
});
