import type { AgencyId } from '@sinau/kernel';
import type { FeedLine } from './feed.ts';
import { headOf, parseLine } from './parse-line.ts';
import type { FeedStore } from './ports.ts';

/** Which lines a feed holds. About a hundred bytes of memory a line. */
export interface KnownLines {
  has(key: string): boolean;
}

const chunksTogether = 100;
/** One set of the engine holds 16 million entries at most. */
const parts = 64;

/** Reads all of an agency's feed, for a rebuild; nobody who is waited for does that. */
export async function readKnownLines(
  deps: { readonly feed: FeedStore },
  agencyId: AgencyId,
): Promise<KnownLines> {
  const sets = Array.from({ length: parts }, () => new Set<string>());
  const setOf = (key: string) => sets[partOf(key)];
  for (const lane of await deps.feed.lanes(agencyId)) {
    let after = 0;
    for (;;) {
      const { chunks, more } = await deps.feed.read({ agencyId, lane, after, limit: chunksTogether });
      for (const line of chunks.flatMap((chunk) => chunk.lines)) {
        const key = keyOf(line);
        setOf(key)?.add(key);
      }
      after = chunks.at(-1)?.number ?? after;
      if (!more) break;
    }
  }
  return { has: (key) => setOf(key)?.has(key) ?? false };
}

/** Of a line, however it was cut into units: a statement by its position, a void by its target. */
export function keyOf(line: FeedLine): string {
  if (line.kind === 'reference') return line.position;
  const { kind, id } = headOf(line.text);
  if (kind === 'void') return `void ${id}`;
  return positionOf(line.text);
}

const position = /^\{"kind":"\w+","id":"[^"\\]*","position":"([^"\\]*)"/;

function positionOf(text: string): string {
  const found = position.exec(text)?.[1];
  if (found !== undefined) return found;
  const line = parseLine(text);
  return 'position' in line ? line.position : line.id;
}

/** The last characters of positions and ids are random. */
function partOf(key: string): number {
  return ((key.charCodeAt(key.length - 1) * 31 + key.charCodeAt(key.length - 6)) >>> 0) % parts;
}
