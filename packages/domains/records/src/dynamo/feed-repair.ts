import { type AgencyId, Unavailable } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import type { FeedRepair } from '../ports.ts';
import type { FeedStoreOptions } from './feed-store.ts';
import { headKey, seenKey } from './keys.ts';
import { countLines, headOf, readHead, unmoved } from './lane-head.ts';

/** Writers that append meanwhile are caught up with so often. */
const tries = 20;

export function createFeedRepair(options: FeedStoreOptions): FeedRepair {
  const { dynamo, table } = options;

  /** Birth of a lane, `undefined` for an old one; `gone` when there is no such lane. */
  async function birthOf(agencyId: AgencyId, lane: number): Promise<number | undefined | 'gone'> {
    const { chunks, bornMs } = await readHead(options, { agencyId, lane });
    return chunks === 0 ? 'gone' : bornMs;
  }

  return {
    async dropStaleMarks(agencyId, units) {
      const keys = units.map((unit) => seenKey(agencyId, unit));
      const marks = await dynamo.batchGet({ table, keys, consistent: true });
      const births = new Map<number, number | undefined | 'gone'>();
      for (const mark of marks) {
        const lane = laneOf(mark);
        if (!births.has(lane)) births.set(lane, await birthOf(agencyId, lane));
        if (births.get(lane) === birthIn(mark)) continue;
        await dynamo.delete({ table, key: { pk: mark.pk, sk: mark.sk }, condition: asRead(mark) });
      }
    },
    async countLane(agencyId, lane) {
      const place = { agencyId, lane };
      let counted = { chunks: 0, lines: 0 };
      for (let n = 0; n < tries; n += 1) {
        const head = await readHead(options, place);
        if (head.chunks === 0 || head.lines !== undefined) return;
        const more = await countLines(options, place, { from: counted.chunks, to: head.chunks });
        counted = { chunks: head.chunks, lines: counted.lines + more };
        const { expression, values } = unmoved(head);
        const result = await dynamo.update({
          table,
          key: headKey(agencyId, lane),
          update: 'SET l = :lines',
          condition: expression,
          values: { ...values, ':lines': counted.lines },
        });
        if (result.outcome === 'done' || (result.item && headOf(result.item).lines !== undefined)) return;
      }
      throw new Unavailable('a lane of a feed grows faster than it is counted');
    },
  };
}

/** Marks from before lanes were noted lie in lanes without a birth; lane 0 stands for all of them. */
const laneOf = (mark: Item): number => (typeof mark.l === 'number' ? mark.l : 0);
const birthIn = (mark: Item): number | undefined => (typeof mark.g === 'number' ? mark.g : undefined);

/** As it was read: closes the race with a projector that appended the unit to the lane of now. */
function asRead(mark: Item) {
  const born = birthIn(mark);
  if (born === undefined) return { expression: 'attribute_not_exists(g)' };
  return { expression: 'g = :born', values: { ':born': born } };
}
