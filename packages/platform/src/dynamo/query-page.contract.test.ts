import { InvalidInput } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { withTables } from '../testing/index.ts';
import type { QueryInput } from './dynamo.ts';
import { queryPage } from './query-page.ts';

withTables((engine, tables) => {
  const list = { partition: 'place', sort: { prefix: 'A#' }, consistent: true, limit: 2 } as const;

  async function filled() {
    const { dynamo, lms: table } = tables();
    const sorts = ['A#1', 'A#2', 'A#3', 'A#é', 'A#ｚ', 'A#😀', 'B#1', 'B#2', 'B#3'];
    const index = { gsi1pk: 'listed' };
    const puts = sorts.map((sk) => ({ pk: 'place', sk, ...index, gsi1sk: sk }));
    await dynamo.batchWrite({ table, puts });
    return { dynamo, table };
  }

  it(`reads a list page by page, of a table and of an index, on ${engine}`, async () => {
    const { dynamo, table } = await filled();
    const lists: readonly Omit<QueryInput, 'table'>[] = [
      list,
      { ...list, descending: true },
      { index: 'gsi1', partition: 'listed', limit: 2, sort: { between: ['A#1', 'A#😀'] } },
    ];
    for (const query of lists) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await queryPage(dynamo, { table, ...query, after });
        seen.push(...page.items.map(({ sk }) => sk));
        after = page.next;
      } while (after !== undefined);
      const sorts = ['A#1', 'A#2', 'A#3', 'A#é', 'A#ｚ', 'A#😀'];
      expect(seen).toEqual(query.descending ? sorts.toReversed() : sorts);
    }
  });

  it(`refuses what is no place of the list, and asks nothing then, on ${engine}`, async () => {
    const { dynamo, table } = await filled();
    const next = async (query: Omit<QueryInput, 'table'>) =>
      (await queryPage(dynamo, { table, ...query })).next ?? '';
    const place = (pk: string, sk: unknown) => JSON.stringify({ pk, sk });
    const wrong = [
      ...['', 'x', '1', 'null', '[]', '{}', '{"pk":"place"}', '"place"', '{"__proto__":{"pk":"place"}}'],
      ...[place('place', 1), place('place', ''), place('place', '\ud800'), place('other', 'A#1')],
      // Beyond the range, and longer than any key.
      ...[place('place', 'B#1'), place('place', `A#${'é'.repeat(512)}`)],
      JSON.stringify({ pk: 'place', sk: 'A#1', more: 'x' }),
      await next({ ...list, sort: { prefix: 'B#' } }),
      await next({ index: 'gsi1', partition: 'listed', limit: 1 }),
    ];
    let asked = 0;
    const counting: typeof dynamo.query = (input) => {
      asked += 1;
      return dynamo.query(input);
    };
    for (const after of wrong) {
      const answer = queryPage({ query: counting }, { table, ...list, after });
      await expect(answer, after).rejects.toThrow(InvalidInput);
    }
    expect(asked).toBe(0);
    const ofIndex = { table, index: 'gsi1', partition: 'listed', sort: { between: ['A#1', 'A#é'] } } as const;
    for (const after of [await next(list), await next({ index: 'gsi1', partition: 'listed', limit: 6 })]) {
      await expect(queryPage(dynamo, { ...ofIndex, after }), after).rejects.toThrow(InvalidInput);
    }
  });
});
