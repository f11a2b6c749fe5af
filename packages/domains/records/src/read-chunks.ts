import type { AgencyId } from '@sinau/kernel';
import { type LaneDeps, readLine } from './read-lane.ts';

export interface TextChunk {
  readonly number: number;
  /** JSON texts without line breaks. */
  readonly lines: readonly string[];
}

/** Whole chunks of a lane after a place, with their large statements fetched; for readers that work in chunks. */
export async function readChunks(
  deps: LaneDeps,
  place: {
    readonly agencyId: AgencyId;
    readonly lane: number;
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly TextChunk[]> {
  const { chunks } = await deps.feed.read(place);
  const texts: TextChunk[] = [];
  for (const { number, lines } of chunks) {
    const read = await Promise.all(lines.map((line) => readLine(deps, line)));
    texts.push({ number, lines: read.map(({ text }) => text) });
  }
  return texts;
}
