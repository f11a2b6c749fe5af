import type { Condition } from './dynamo.ts';

/** There is no such row. */
export const absent: Condition = { expression: 'attribute_not_exists(pk)' };

/**
 * The row is as it was read: its `rev` is this one still, and for 0 there is none. Of two who have read the same row and write it
 * whole, the second is refused.
 */
export const unchangedSince = (rev: number): Condition =>
  rev === 0 ? absent : { expression: '#rev = :rev', names: { '#rev': 'rev' }, values: { ':rev': rev } };
