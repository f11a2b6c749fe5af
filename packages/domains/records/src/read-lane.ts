import type { AgencyId } from '@sinau/kernel';
import type { LanePlace } from './cursor.ts';
import { bytesOf, type FeedChunk, type FeedLine, statementLine } from './feed.ts';
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
const usualLines = 30;
const mostChunks = 200;

export function openLane(
  deps: LaneDeps,
  start: { readonly agencyId: AgencyId; readonly lane: number; readonly place: LanePlace },
): LaneReader {
  const { agencyId, lane } = start;
  let place = start.place;
  let waiting: FeedChunk[] = [];
  let follows = true;
  let perChunk = usualLines;
  let next: TakenLine | undefined;

  /** False when there is nothing more now. */
  async function fetchChunks(wanted: number): Promise<boolean> {
    if (!follows) return false;
    const limit = Math.min(mostChunks, Math.max(1, Math.ceil(wanted / perChunk)));
    const page = await deps.feed.read({ agencyId, lane, after: place.chunk, limit });
    waiting = [...page.chunks];
    follows = page.more;
    const lines = page.chunks.reduce((sum, chunk) => sum + chunk.lines.length, 0);
    perChunk = Math.max(1, lines / Math.max(1, page.chunks.length));
    return waiting.length > 0;
  }

  function advance(): void {
    next = undefined;
    const all = waiting[0]?.lines.length ?? 0;
    if (place.lines + 1 < all) place = { ...place, lines: place.lines + 1 };
    else {
      place = { chunk: place.chunk + 1, lines: 0 };
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

async function readLine({ bodies }: LaneDeps, line: FeedLine): Promise<TakenLine> {
  const text = line.kind === 'text' ? line.text : statementLine(line, await bodyOf(bodies, line.id));
  // With its line break.
  return { text, bytes: bytesOf(text) + 1 };
}

async function bodyOf(bodies: StatementBodies, id: string): Promise<string> {
  const json = await bodies.find(id);
  if (json === undefined) throw new Error('a feed refers to a statement that the record store does not have');
  return json;
}
