import type { AgencyId } from '@sinau/kernel';
import type { LanePlaces } from './cursor.ts';
import type { LineFilter } from './line-filter.ts';
import { type Budget, type LaneDeps, type LaneReader, openLane, type TakenLine } from './read-lane.ts';

export interface FeedPage {
  /** JSON texts without line breaks. */
  readonly lines: readonly string[];
  /** Behind the last line, in every lane that was looked at. */
  readonly places: LanePlaces;
  /** True when there is more already. */
  readonly more: boolean;
}

/**
 * Lines that a filtered page goes through at most, apart from the last chunks it took up: a second's work or two, so
 * that no filter, however rare what it finds, makes a page time out.
 */
const workOfPage = 8_000;

/** The next lines of an agency's feed from a place in every lane; an absent lane is read from its beginning. */
export async function readFeed(
  deps: LaneDeps,
  request: {
    readonly agencyId: AgencyId;
    readonly places: LanePlaces;
    /** Most lines; integer > 0. */
    readonly limit: number;
    /** Most bytes of the lines with their line breaks; a line that is larger goes alone. */
    readonly maxBytes: number;
    /** Absent: every line. With one, a page may be short or empty although there is more. */
    readonly filter?: LineFilter;
  },
): Promise<FeedPage> {
  const { agencyId, places, filter } = request;
  const lanes = [...(await deps.feed.lanes(agencyId))].sort((one, other) => one - other);
  const sieve = filter && { filter, work: Math.ceil(workOfPage / lanes.length) };
  const readers = lanes.map((lane) => {
    const place = places.get(lane) ?? { chunk: 0, lines: 0 };
    return openLane(deps, { agencyId, lane, place, ...(sieve && { sieve }) });
  });
  const lines = await fillPage(readers, { lines: request.limit, bytes: request.maxBytes });
  return {
    lines,
    places: new Map([...places, ...readers.map((reader) => [reader.lane, reader.place()] as const)]),
    more: readers.some((reader) => reader.more()),
  };
}

/** Every lane gets its share first, so that a busy one does not starve the others; then the rest is filled up. */
async function fillPage(readers: readonly LaneReader[], budget: Budget): Promise<readonly string[]> {
  const texts: string[] = [];
  const left = { ...budget };
  const add = (taken: readonly TakenLine[]) => {
    for (const { text, bytes } of taken) {
      texts.push(text);
      left.lines -= 1;
      left.bytes -= bytes;
    }
  };
  const take = async (reader: LaneReader, part: Budget) => add(await reader.take(part));
  const share = {
    lines: Math.floor(budget.lines / readers.length),
    bytes: Math.floor(budget.bytes / readers.length),
  };
  // Lane by lane, whichever answers first, so that the same cursor gives the same page.
  for (const taken of await Promise.all(readers.map((reader) => reader.take(share)))) add(taken);
  for (const reader of readers) if (reader.more()) await take(reader, left);
  for (const reader of readers) {
    if (texts.length === 0) await take(reader, { lines: 1, bytes: Number.POSITIVE_INFINITY });
  }
  return texts;
}
