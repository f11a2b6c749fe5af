import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What a list row says about one statement, enough to decide most filters without its body. */
export interface Entry {
  /** In the commit. */
  readonly index: number;
  /** Chunk of the batch that holds the body; 0 for a statement that came alone. */
  readonly chunk: number;
  /** Refers to another statement, so that it may match through that one. */
  readonly refers: boolean;
  /** Short hashes (32 bits) of everything a filter can ask for. */
  readonly tags: readonly number[];
  /** Hashes (64 bits, hex) of the agencies that may see it. */
  readonly agencies: readonly string[];
}

/** More bytes than this are compressed: with the keys of a row they would be more than a write unit. */
const plainBytes = 896;
/** Begins what is compressed. No entry begins so, since an index takes two bytes at most. */
const compressedMark = Buffer.from([0xff, 0xff, 0xff]);

export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  return joinEntries(entries.map(encodeEntry));
}

/**
 * Entries follow each other without a frame, so what was encoded alone may be put together. Those of one batch are much
 * alike: learner, course and agency repeat.
 */
export function joinEntries(encoded: readonly Uint8Array[]): Uint8Array {
  const plain = Buffer.concat(encoded);
  return plain.length <= plainBytes ? plain : Buffer.concat([compressedMark, deflateRawSync(plain)]);
}

export function encodeEntry({ index, chunk, refers, tags, agencies }: Entry): Uint8Array {
  const buffer = Buffer.alloc(4 * mostCountBytes + 8 * agencies.length + 4 * tags.length);
  let at = writeCount(buffer, 0, index);
  at = writeCount(buffer, at, chunk * 2 + (refers ? 1 : 0));
  at = writeCount(buffer, at, agencies.length);
  for (const agency of agencies) at += buffer.write(agency, at, 'hex');
  at = writeCount(buffer, at, tags.length);
  for (const tag of tags) at = buffer.writeUInt32BE(tag, at);
  return buffer.subarray(0, at);
}

export function decodeEntries(bytes: Uint8Array): readonly Entry[] {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const buffer = given.subarray(0, compressedMark.length).equals(compressedMark) ? inflated(given) : given;
  const entries: Entry[] = [];
  const at = { offset: 0 };
  while (at.offset < buffer.length) {
    const index = readCount(buffer, at);
    const place = readCount(buffer, at);
    const agencies = Array.from({ length: readCount(buffer, at) }, () => {
      at.offset += 8;
      return buffer.toString('hex', at.offset - 8, at.offset);
    });
    const tags = Array.from({ length: readCount(buffer, at) }, () => {
      at.offset += 4;
      return buffer.readUInt32BE(at.offset - 4);
    });
    entries.push({ index, chunk: place >> 1, refers: place % 2 === 1, tags, agencies });
  }
  return entries;
}

/** A request names at most `maxListRows` agents and activities; its entries take far less than this. */
const mostBytes = 16 * 1024 * 1024;

function inflated(bytes: Buffer): Buffer {
  return inflateRawSync(bytes.subarray(compressedMark.length), { maxOutputLength: mostBytes });
}

/** Of one count below 2³². */
const mostCountBytes = 5;

/** Seven bits a byte, the highest bit says that more follow. Returns where it ends. */
function writeCount(buffer: Buffer, offset: number, value: number): number {
  let at = offset;
  let rest = value;
  while (rest > 127) {
    at = buffer.writeUInt8((rest & 127) | 128, at);
    rest >>>= 7;
  }
  return buffer.writeUInt8(rest, at);
}

function readCount(buffer: Buffer, at: { offset: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = buffer.readUInt8(at.offset);
    at.offset += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}
