import type { AgencyId } from '@sinau/kernel';
import type { LanePlace } from './cursor.ts';
import type { FeedStore, LaneHead } from './ports.ts';

/** Clocks of those who store and those who append may differ by less than this. */
const marginMs = 10 * 60_000;

/**
 * Where in a lane to begin for what was stored at `sinceMs` or later: nothing of it lies before, since nothing is
 * appended before it was stored. A bisection over the times of appending, a read of one chunk a step.
 */
export async function placeSince(
  feed: FeedStore,
  request: { readonly agencyId: AgencyId; readonly head: LaneHead; readonly sinceMs: number },
): Promise<LanePlace> {
  const { agencyId, head, sinceMs } = request;
  const { lane } = head;
  const beforeMs = sinceMs - marginMs;
  let passed: LanePlace = { chunk: 0, lines: 0 };
  let end = head.chunks;
  while (passed.chunk < end) {
    const middle = Math.ceil((passed.chunk + end) / 2);
    const { chunks } = await feed.read({ agencyId, lane, after: middle - 1, limit: 1 });
    const [chunk] = chunks;
    // A chunk that does not tell when it was appended ends what may be skipped.
    if (chunk?.appendedMs !== undefined && chunk.appendedMs < beforeMs) {
      const { linesBefore } = chunk;
      const count = linesBefore === undefined ? {} : { passed: linesBefore + chunk.lines.length };
      passed = { chunk: middle, lines: 0, ...count };
    } else end = middle - 1;
  }
  return passed;
}
