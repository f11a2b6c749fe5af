import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestTables } from '../../testing/with-tables.ts';
import type { Dynamo } from '../dynamo.ts';
import { bytes, fill, partition, row, skOf } from './fixtures.ts';

/** Queries of the table and of its indexes, scans. */
export function queriesContract(tables: () => TestTables): void {
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

    it('refuses an empty bound, as no key is empty', async () => {
      const between = ['', 'B'] as const;
      const message = expect.stringContaining('cannot contain an empty string value');
      for (const place of [{ table }, { table, index: 'gsi1' as const }]) {
        const asked = dynamo.query({ ...place, partition: partition(), sort: { between } });
        await expect(asked).rejects.toMatchObject({ name: 'ValidationException', message });
      }
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

  it('a scan of the table pages through all of its rows', async () => {
    const pk = partition();
    const puts = Array.from({ length: 30 }, (_, n) => row(pk, `r${n}`));
    await dynamo.batchWrite({ table: lrs, puts });
    const found: (string | undefined)[] = [];
    let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
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
}
