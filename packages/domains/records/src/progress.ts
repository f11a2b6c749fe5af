import type { LanePlaces } from './cursor.ts';
import type { LaneHead } from './ports.ts';

/** How far a reader is in its agency's feed. */
export interface FeedProgress {
  /** Lines of the feed by now; absent while a long lane from before lines were counted has not been counted. */
  readonly total?: number;
  /** Lines that lie before the reader's place; absent when that is not known. */
  readonly position?: number;
}

/** From heads and places alone; nothing is read for it. A lane that appeared since the heads were read counts too. */
export function progressOf(heads: readonly LaneHead[], places: LanePlaces): FeedProgress {
  const passed = new Map([...places].map(([lane, place]) => [lane, place.passed]));
  for (const { lane } of heads) if (!passed.has(lane)) passed.set(lane, 0);
  const position = sum([...passed.values()]);
  const lanes = new Map(heads.map(({ lane, lines }) => [lane, lines]));
  // Heads may lag behind the chunks that were read.
  const totals = [...passed].map(([lane, count = 0]) => {
    if (lanes.has(lane) && lanes.get(lane) === undefined) return undefined;
    return Math.max(lanes.get(lane) ?? 0, count);
  });
  const total = sum(totals);
  return { ...(total !== undefined && { total }), ...(position !== undefined && { position }) };
}

/** Undefined when one of them is. */
function sum(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce<number | undefined>(
    (all, count) => (all === undefined || count === undefined ? undefined : all + count),
    0,
  );
}
