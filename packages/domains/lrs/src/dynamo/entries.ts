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

export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  for (const { index, chunk, refers, tags, agencies } of entries) {
    pushCount(bytes, index);
    pushCount(bytes, chunk * 2 + (refers ? 1 : 0));
    pushCount(bytes, agencies.length);
    for (const agency of agencies) bytes.push(...Buffer.from(agency, 'hex'));
    pushCount(bytes, tags.length);
    for (const tag of tags) bytes.push(tag >>> 24, (tag >>> 16) & 255, (tag >>> 8) & 255, tag & 255);
  }
  return Uint8Array.from(bytes);
}

export function decodeEntries(bytes: Uint8Array): readonly Entry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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

/** Seven bits a byte, the highest bit says that more follow. */
function pushCount(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
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
