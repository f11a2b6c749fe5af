import { expect, it } from 'vitest';
import { withTables } from '../testing/index.ts';
import { absent, unchangedSince } from './conditions.ts';
import { queryAll } from './query-all.ts';

withTables((engine, tables) => {
  it(`reads a partition to its end, and no other, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const sorts = Array.from({ length: 9 }, (_, n) => `A#${n}`);
    const puts = ['few', 'other'].flatMap((pk) => [
      ...sorts.map((sk) => ({ pk, sk, kind: 'test' })),
      { pk, sk: 'B#0', kind: 'test' },
    ]);
    await dynamo.batchWrite({ table, puts });
    // DynamoDB ends its pages after a megabyte: here after two rows.
    const door = {
      table,
      dynamo: { query: (input: object) => dynamo.query({ ...input, limit: 2 } as never) },
    };
    const found = await queryAll(door, { partition: 'few', sort: { prefix: 'A#' }, consistent: true });
    expect(found.map(({ sk }) => sk)).toEqual(sorts);
    const all = await queryAll(door, { partition: 'few', descending: true });
    expect(all.map(({ sk }) => sk)).toEqual(['B#0', ...sorts.toReversed()]);
    expect(await queryAll(door, { partition: 'none' })).toEqual([]);
  });

  it(`of two who read the same row and write it, one is refused, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const save = async (rev: number) => {
      const item = { pk: 'rev', sk: 'x', rev: rev + 1 };
      return (await dynamo.put({ table, item, condition: unchangedSince(rev) })).outcome;
    };
    expect([await save(0), await save(0)]).toEqual(['done', 'condition-failed']);
    expect([await save(1), await save(1), await save(2)]).toEqual(['done', 'condition-failed', 'done']);
    const again = { pk: 'rev', sk: 'x', rev: 1 };
    expect(await dynamo.put({ table, item: again, condition: absent })).toMatchObject({
      outcome: 'condition-failed',
    });
  });
});
