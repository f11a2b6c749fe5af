import { type Dynamo, queryAll } from '@sinau/platform/dynamo';
import type { PoolLists } from '../pool-list.ts';
import { listsOfPartition, poolListKey, poolListPrefix, poolSeatPartition } from './keys.ts';
import { readListed, toListedRow } from './quota-rows.ts';

/** Lists of pools, beside the seats that were taken of them. */
export function createPoolLists(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): PoolLists {
  const { dynamo, table } = deps;
  return {
    async add(listed) {
      const isWord = listed.state === 'listed';
      const { outcome } = await dynamo.put({
        ...{ table, item: toListedRow(listed) },
        // Asking takes nobody off: closes the race of the question with the answer.
        condition: {
          expression: `attribute_not_exists(pk)${isWord ? ' OR #state = :asked' : ''}`,
          ...(isWord && { names: { '#state': 'state' }, values: { ':asked': 'asked' } }),
        },
      });
      return outcome === 'done' ? 'added' : 'known';
    },
    async remove({ personId, ...pool }) {
      await dynamo.delete({ table, key: poolListKey(pool, personId) });
    },
    list: async (pool) =>
      (
        await queryAll(deps, {
          ...{ partition: poolSeatPartition(pool), sort: { prefix: poolListPrefix }, consistent: true },
        })
      ).map(readListed),
    async find(pool, personId) {
      const row = await dynamo.get({ table, key: poolListKey(pool, personId), consistent: true });
      return row && readListed(row);
    },
    ofPerson: async (personId) =>
      (await queryAll(deps, { index: 'gsi1', partition: listsOfPartition(personId) })).map(readListed),
  };
}
