import type { TransactItem } from '@sinau/platform/dynamo';
import type { LrsContext } from './context.ts';
import { erasureLeaseKey, holdKey } from './keys.ts';
import type { Position } from './position.ts';

/** Far longer than one step takes; only a crash leaves it to run out. */
const leaseMs = 5 * 60_000;

export type FencedWrite =
  | Extract<TransactItem, { kind: 'put' }>
  | Extract<TransactItem, { kind: 'delete' }>
  | Extract<TransactItem, { kind: 'update' }>;

/** Right to change what is stored, until someone else has it. */
export interface Fence {
  /**
   * Carries the writes out in order, in transactions of many. Each one holds only while this caller has the right and
   * nobody heals the commit: a caller that was overtaken changes nothing any more, however late it wakes up.
   */
  write(position: Position, writes: readonly FencedWrite[]): Promise<'done' | 'held'>;
  close(): Promise<void>;
}

/** Undefined while another caller has the right. */
export async function openFence(context: LrsContext): Promise<Fence | undefined> {
  const { dynamo, table, clock, ids, settings } = context;
  const together = settings.rowsErasedTogether;
  const holder = ids.uuid();
  const now = clock.now().getTime();
  const item = { ...erasureLeaseKey, holder, until: now + leaseMs };
  const put = await dynamo.put({
    table,
    item,
    // Free, or run out: closes the race of two that begin.
    condition: {
      expression: 'attribute_not_exists(pk) OR #until < :now',
      names: { '#until': 'until' },
      values: { ':now': now },
    },
  });
  if (put.outcome !== 'done' && put.item?.holder !== holder) return undefined;
  const own = { expression: 'holder = :holder', values: { ':holder': holder } };
  return {
    async write(position, writes) {
      for (let from = 0; from < writes.length; from += together) {
        const result = await dynamo.transactWrite([
          { kind: 'check', table, key: erasureLeaseKey, condition: own },
          // Not held: closes the race with a healer, who writes rows from what it read behind its hold.
          {
            kind: 'check',
            table,
            key: holdKey(position),
            condition: { expression: 'attribute_not_exists(pk)' },
          },
          ...writes.slice(from, from + together),
        ]);
        if (result.outcome === 'done') continue;
        const [right, hold] = result.reasons;
        if (right?.code === 'ConditionalCheckFailed') throw new Error('another erasure has taken over');
        if (hold?.code === 'ConditionalCheckFailed') return 'held';
        throw new Error('a row of a commit is not as it was read');
      }
      return 'done';
    },
    close: async () => void (await dynamo.delete({ table, key: erasureLeaseKey, condition: own })),
  };
}
