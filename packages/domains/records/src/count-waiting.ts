import type { AgencyId } from '@sinau/kernel';
import type { LanePlaces } from './cursor.ts';
import type { FeedLine } from './feed.ts';
import type { FeedStore } from './ports.ts';

export interface WaitingLines {
  /** Lines behind the places. */
  readonly lines: number;
  /** True when there are more than were counted. */
  readonly atLeast: boolean;
  /** When the oldest of them was stored, ISO 8601 UTC; absent when there is none. */
  readonly oldestStored?: string;
}

/** How far a reader is behind its agency's feed. Looks at `chunks` chunks a lane at most, so that it stays cheap. */
export async function countWaiting(
  deps: { readonly feed: FeedStore },
  request: { readonly agencyId: AgencyId; readonly places: LanePlaces; readonly chunks: number },
): Promise<WaitingLines> {
  const { agencyId, places, chunks: limit } = request;
  const lanes = await deps.feed.lanes(agencyId);
  const counted = await Promise.all(
    lanes.map(async (lane) => {
      const place = places.get(lane) ?? { chunk: 0, lines: 0 };
      const { chunks, more } = await deps.feed.read({ agencyId, lane, after: place.chunk, limit });
      const lines = chunks.flatMap((chunk) => chunk.lines).slice(place.lines);
      const [oldest] = lines;
      return { lines: lines.length, more, oldest: oldest && storedOf(oldest) };
    }),
  );
  const [oldestStored] = counted.flatMap(({ oldest }) => oldest ?? []).sort();
  return {
    lines: counted.reduce((sum, { lines }) => sum + lines, 0),
    atLeast: counted.some(({ more }) => more),
    ...(oldestStored !== undefined && { oldestStored }),
  };
}

function storedOf(line: FeedLine): string {
  if (line.kind === 'reference') return line.stored;
  const parsed: { readonly stored?: unknown } = JSON.parse(line.text);
  return typeof parsed.stored === 'string' ? parsed.stored : '';
}
