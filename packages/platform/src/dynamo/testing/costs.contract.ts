import { beforeAll, describe, expect, it } from 'vitest';
import type { TestTables } from '../../testing/with-tables.ts';
import type { CapacityReport } from '../capacity.ts';
import { createDynamo } from '../create-dynamo.ts';
import type { Dynamo, Item } from '../dynamo.ts';
import { bytes, fill, partition, row } from './fixtures.ts';

/** What requests cost: the same figures on every engine. */
export function costsContract(tables: () => TestTables): void {
  let dynamo: Dynamo;
  let table: string;
  let lrs: string;

  beforeAll(() => {
    dynamo = tables().dynamo;
    table = tables().lms;
    lrs = tables().lrs;
  });

  const filled = (sorts: readonly string[], more?: Record<string, unknown>) =>
    fill({ dynamo, table }, sorts, more);

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

    it('count every kind of value in bytes', async () => {
      const pk = partition();
      const values = {
        a: 123.456,
        b: -5,
        c: ['x', 'y', 1],
        d: { k: { z: 'q' } },
        e: null,
        f: true,
        g: 'é試',
      };
      // Eight names (the padding's too), then the values in order.
      const known = 'pk'.length + pk.length + 'sk'.length + 1 + 8 + 5 + 3 + 10 + 11 + 1 + 1 + 5;
      const put = (padding: number) =>
        units((it) => it.put({ table, item: row(pk, 'a', { ...values, h: 'x'.repeat(padding) }) }));
      expect(await put(1024 - known)).toEqual([[0, 1, {}]]);
      expect(await put(1025 - known)).toEqual([[0, 2, {}]]);
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
}
