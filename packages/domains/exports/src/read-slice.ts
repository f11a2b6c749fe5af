import type { AgencyId } from '@sinau/kernel';
import { Unavailable } from '@sinau/kernel';
import type { Slice } from './daily-file.ts';
import type { LineChunk, RecordFeed } from './ports.ts';

/** What one slice may hold; the first chunk goes in whatever its size. */
export interface SliceBudget {
  readonly lines: number;
  /** UTF-16 units of text, which is what memory counts. */
  readonly characters: number;
}

/** Chunks asked for at once, about what one page of the store holds. */
const together = 100;

/** The next chunks of a lane up to `end`, as many as the budget takes; undefined when the lane shows none yet. */
export async function readNextSlice(
  feed: RecordFeed,
  place: { readonly agencyId: AgencyId; readonly lane: number; readonly after: number; readonly end: number },
  budget: SliceBudget,
): Promise<{ readonly slice: Slice; readonly chunks: readonly LineChunk[] } | undefined> {
  const { agencyId, lane, after, end } = place;
  const chunks: LineChunk[] = [];
  const left = { ...budget };
  for (let last = after; last < end; last = chunks.at(-1)?.number ?? end) {
    const limit = Math.min(together, end - last);
    const page = await feed.read({ agencyId, lane, after: last, limit });
    const fitting = page.findIndex((chunk, n) => {
      left.lines -= chunk.lines.length;
      left.characters -= chunk.lines.reduce((sum, line) => sum + line.length, 0);
      return (left.lines < 0 || left.characters < 0) && chunks.length + n > 0;
    });
    chunks.push(...(fitting < 0 ? page : page.slice(0, fitting)));
    if (fitting >= 0 || page.length === 0) break;
  }
  const to = chunks.at(-1)?.number;
  return to === undefined ? undefined : { slice: { lane, from: after + 1, to }, chunks };
}

/** Exactly the chunks of a slice that was announced. Rejects with `Unavailable` when the store does not show all yet. */
export async function readAnnounced(
  feed: RecordFeed,
  agencyId: AgencyId,
  { lane, from, to }: Slice,
): Promise<readonly LineChunk[]> {
  const whole = { lines: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY };
  const read = await readNextSlice(feed, { agencyId, lane, after: from - 1, end: to }, whole);
  if (read?.slice.to !== to) throw new Unavailable('A chunk of the feed is not visible yet.');
  return read.chunks;
}
