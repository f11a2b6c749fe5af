import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A running checksum, given in base64 as the `x-amz-checksum-*` headers carry it. */
export interface Checksum {
  update(chunk: Uint8Array): void;
  base64(): string;
}

/** Header or trailer name → algorithm; undefined for one this endpoint does not know. */
export function checksumOf(header: string): Checksum | undefined {
  if (header === 'x-amz-checksum-crc32') return rolling(crc32);
  if (header === 'x-amz-checksum-crc32c') return rolling(crc32c);
  if (header === 'x-amz-checksum-sha1') return hashing('sha1');
  if (header === 'x-amz-checksum-sha256') return hashing('sha256');
  return undefined;
}

function hashing(algorithm: string): Checksum {
  const hash = createHash(algorithm);
  return { update: (chunk) => void hash.update(chunk), base64: () => hash.digest('base64') };
}

function rolling(next: (chunk: Uint8Array, value: number) => number): Checksum {
  let value = 0;
  return {
    update: (chunk) => {
      value = next(chunk, value);
    },
    base64: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value >>> 0);
      return bytes.toString('base64');
    },
  };
}

// Castagnoli polynomial, reflected (RFC 3720 appendix B.4).
const castagnoli = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

export function crc32c(chunk: Uint8Array, start = 0): number {
  let value = ~start;
  for (const byte of chunk) value = (value >>> 8) ^ (castagnoli[(value ^ byte) & 255] ?? 0);
  return ~value >>> 0;
}
