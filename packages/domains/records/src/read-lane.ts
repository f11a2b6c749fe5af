import type { AgencyId } from '@sinau/kernel';
import type { LanePlace } from './cursor.ts';
import { bytesOf, eraseLine, type FeedChunk, type FeedLine, statementLine } from './feed.ts';
import type { LineFilter } from './line-filter.ts';
import type { FeedStore, StatementBodies } from './ports.ts';

export interface LaneDeps {
  readonly feed: FeedStore;
  readonly bodies: StatementBodies;
}

/** What a page may still take. */
export interface Budget {
  readonly lines: number;
  readonly bytes: number;
}

export interface TakenLine {
  readonly text: string;
  readonly bytes: number;
}

/** Reads one lane forward. */
export interface LaneReader {
  readonly lane: number;
  /** Behind the last line taken. */
  place(): LanePlace;
  /** False once all that was there has been taken. */
  more(): boolean;
  /** The next lines, as many as fit. */
  take(budget: Budget): Promise<readonly TakenLine[]>;
}

/** Lines in a chunk of a busy feed; only a first guess of how many chunks to ask for. */
const usualLines = 60;
const mostChunks = 200;

/** Lines to leave out, and how much of the lane may be gone through for that. */
export interface LaneSieve {
  readonly filter: LineFilter;
  /** As `LineFilter.prepare` counts it; the chunks that use it up are still decided on. */
  readonly work: number;
}

/** Chunks that are decided on together. */
const siftedTogether = 25;
/** Reading a chunk is as much work as deciding on so many lines. */
const chunkWork = 30;

interface LaneStart {
  readonly agencyId: AgencyId;
  readonly lane: number;
  readonly place: LanePlace;
  /** Absent: every line is taken. */
  readonly sieve?: LaneSieve;
}

export function openLane(deps: LaneDeps, start: LaneStart): LaneReader {
  const { agencyId, lane, sieve } = start;
  let place: LanePlace =
    start.place.chunk + start.place.lines > 0 ? start.place : { ...start.place, passed: 0 };
  let work = sieve?.work ?? 0;
  let waiting: FeedChunk[] = [];
  let follows = true;
  let perChunk = usualLines;
  let next: TakenLine | undefined;

  /** False when there is nothing more now. */
  async function fetchChunks(wanted: number): Promise<boolean> {
    if (!follows || (sieve && work <= 0)) return false;
    const guess = Math.min(mostChunks, Math.max(1, Math.ceil(wanted / perChunk)));
    const limit = sieve ? siftedTogether : guess;
    const page = await deps.feed.read({ agencyId, lane, after: place.chunk, limit });
    if (sieve) {
      const decided = await sieve.filter.prepare(page.chunks.flatMap((chunk) => chunk.lines));
      work -= Math.max(decided, page.chunks.length * chunkWork);
    }
    waiting = [...page.chunks];
    const before = waiting[0]?.linesBefore;
    if (place.passed === undefined && before !== undefined)
      place = { ...place, passed: before + place.lines };
    follows = page.more;
    const lines = page.chunks.reduce((sum, chunk) => sum + chunk.lines.length, 0);
    perChunk = Math.max(1, lines / Math.max(1, page.chunks.length));
    return waiting.length > 0;
  }

  function advance(): void {
    next = undefined;
    const all = waiting[0]?.lines.length ?? 0;
    const count = place.passed === undefined ? {} : { passed: place.passed + 1 };
    if (place.lines + 1 < all) place = { ...place, lines: place.lines + 1, ...count };
    else {
      place = { ...place, chunk: place.chunk + 1, lines: 0, ...count };
      waiting.shift();
    }
  }

  return {
    lane,
    place: () => place,
    more: () => waiting.length > 0 || follows,
    async take(budget) {
      const taken: TakenLine[] = [];
      let { lines, bytes } = budget;
      while (lines > 0) {
        if (waiting.length === 0 && !(await fetchChunks(lines))) break;
        const line = waiting[0]?.lines[place.lines];
        if (!line) throw new Error('a cursor points behind the end of its chunk');
        if (sieve && !sieve.filter.matches(line)) {
          advance();
          continue;
        }
        next ??= await readLine(deps, line);
        if (next.bytes > bytes) break;
        taken.push(next);
        lines -= 1;
        bytes -= next.bytes;
        advance();
      }
      return taken;
    },
  };
}

export async function readLine({ bodies }: LaneDeps, line: FeedLine): Promise<TakenLine> {
  const text = line.kind === 'text' ? line.text : await readReference(bodies, line);
  // With its line break.
  return { text, bytes: bytesOf(text) + 1 };
}

/** What is not there was erased, and the feed is about to be told. */
async function readReference(
  bodies: StatementBodies,
  line: Extract<FeedLine, { kind: 'reference' }>,
): Promise<string> {
  const json = await bodies.find(line.id);
  return json === undefined ? eraseLine({ ...line, mode: 'erased' }) : statementLine(line, json);
}
