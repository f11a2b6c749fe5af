import { deflateSync, inflateSync } from 'node:zlib';
import * as z from 'zod';
import type { FeedLine } from '../feed.ts';
import { dictionaryOne } from './dictionary-1.ts';

/** By version byte. A dictionary that was ever used stays here unchanged. */
const dictionaries: ReadonlyMap<number, Buffer> = new Map([[1, Buffer.from(dictionaryOne)]]);
const current = 1;
const maxUnpackedBytes = 64 * 1024 * 1024;

/** With its keys a row of eight write units. A line that needs more lies in a row of its own. */
const chunkBytes = 7 * 1024;
/** A row as full as this is not worth another try. */
const fullBytes = 0.85 * chunkBytes;
/** Lines tried for the first chunk; the next one follows what fitted. */
const firstGuess = 40;

export interface PackedChunk {
  readonly packed: Uint8Array;
  readonly count: number;
}

/** As few rows as hold the lines, in order. */
export function packChunks(lines: readonly FeedLine[]): readonly PackedChunk[] {
  const rest = [...lines];
  const chunks: PackedChunk[] = [];
  let guess = firstGuess;
  while (rest.length > 0) {
    const chunk = fill(rest, guess);
    rest.splice(0, chunk.count);
    chunks.push(chunk);
    guess = chunk.count;
  }
  return chunks;
}

/** As many from the start as fit, close to it; one at least. */
function fill(lines: readonly FeedLine[], guess: number): PackedChunk {
  let fitting: PackedChunk | undefined;
  let tooMany = lines.length + 1;
  let count = Math.min(guess, lines.length);
  for (;;) {
    const packed = pack(lines.slice(0, count));
    if (packed.length <= chunkBytes || count === 1) fitting = { packed, count };
    else tooMany = count;
    const most = tooMany - 1;
    if (fitting && (fitting.count === most || fitting.packed.length >= fullBytes)) return fitting;
    const least = (fitting?.count ?? 0) + 1;
    const wished = fitting && most < lines.length ? (least + most) / 2 : (count * chunkBytes) / packed.length;
    count = Math.min(most, Math.max(least, Math.floor(wished)));
  }
}

/** Lines that stay together, whatever their size. */
export function packLines(lines: readonly FeedLine[]): Uint8Array {
  return pack(lines);
}

const referenceMark = '&';

function pack(lines: readonly FeedLine[]): Uint8Array {
  const texts = lines.map((line) => {
    if (line.kind === 'text') return line.text;
    const { id, position, stored } = line;
    return referenceMark + JSON.stringify({ id, position, stored });
  });
  const dictionary = dictionaries.get(current);
  const body = deflateSync(texts.join('\n'), { ...(dictionary ? { dictionary } : {}), level: 6 });
  const packed = new Uint8Array(body.length + 1);
  packed[0] = current;
  packed.set(body, 1);
  return packed;
}

const referenceSchema = z.object({ id: z.string(), position: z.string(), stored: z.string() });

/** Throws when the bytes are damaged or of an unknown dictionary. */
export function unpack(packed: Uint8Array): readonly FeedLine[] {
  const dictionary = dictionaries.get(packed[0] ?? 0);
  if (!dictionary) throw new Error(`a chunk is packed with unknown dictionary ${packed[0]}`);
  const body = inflateSync(packed.subarray(1), { dictionary, maxOutputLength: maxUnpackedBytes });
  return body.toString('utf8').split('\n').map(readLine);
}

function readLine(text: string): FeedLine {
  if (!text.startsWith(referenceMark)) return { kind: 'text', text };
  return { kind: 'reference', ...referenceSchema.parse(JSON.parse(text.slice(referenceMark.length))) };
}
