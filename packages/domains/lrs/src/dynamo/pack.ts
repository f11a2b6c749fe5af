import { deflateSync, inflateSync } from 'node:zlib';
import { dictionaryOne } from './dictionary-1.ts';

/** By version byte. A dictionary that was ever used stays here unchanged. */
const dictionaries: ReadonlyMap<number, Buffer> = new Map([[1, Buffer.from(dictionaryOne)]]);
const current = 1;
const maxUnpackedBytes = 256 * 1024 * 1024;

/** Texts without line breaks outside of JSON strings, compressed together: version byte, then a zlib stream. */
export function pack(texts: readonly string[]): Uint8Array {
  const dictionary = dictionaries.get(current);
  const body = deflateSync(texts.join('\n'), { ...(dictionary ? { dictionary } : {}), level: 6 });
  const packed = new Uint8Array(body.length + 1);
  packed[0] = current;
  packed.set(body, 1);
  return packed;
}

/** Throws when the bytes are damaged or of an unknown dictionary: zlib's header names the one it needs. */
export function unpack(packed: Uint8Array): readonly string[] {
  const dictionary = dictionaries.get(packed[0] ?? 0);
  if (!dictionary) throw new Error(`statements are packed with unknown dictionary ${packed[0]}`);
  // Most rows hold one statement: zlib's own 16 KB of room cost more than to unpack it.
  const chunkSize = packed.length < 1_024 ? 4_096 : 16_384;
  const body = inflateSync(packed.subarray(1), { dictionary, chunkSize, maxOutputLength: maxUnpackedBytes });
  return body.toString('utf8').split('\n');
}
