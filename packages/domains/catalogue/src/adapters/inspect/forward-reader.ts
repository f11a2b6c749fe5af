import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Bytes from front to back, of a file on disk or of a file being inflated, without holding more than asked for. */
export interface ForwardReader {
  readonly sizeBytes: number;
  /** Bytes taken or skipped so far. */
  position(): number;
  /** The next bytes; fewer than asked for at the end. */
  read(length: number): Promise<Buffer>;
  skip(length: number): Promise<void>;
}

export function readFileForward(file: FileHandle, sizeBytes: number): ForwardReader {
  let at = 0;
  return {
    sizeBytes,
    position: () => at,
    read: async (length) => {
      const wanted = Math.max(0, Math.min(length, sizeBytes - at));
      const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, at);
      at += bytesRead;
      return buffer.subarray(0, bytesRead);
    },
    skip: async (length) => {
      at = Math.min(sizeBytes, at + length);
    },
  };
}

/** The stream is destroyed by whoever gave it. */
export function readStreamForward(stream: Readable, sizeBytes: number): ForwardReader {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  let at = 0;
  /** The next piece of at most so many bytes; undefined at the end. */
  const piece = async (most: number): Promise<Buffer | undefined> => {
    while (held.length === 0) {
      const next = await chunks.next();
      if (next.done) return undefined;
      held = next.value;
    }
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    at += taken.length;
    return taken;
  };
  return {
    sizeBytes,
    position: () => at,
    read: async (length) => {
      const parts: Buffer[] = [];
      for (let left = length; left > 0; ) {
        const part = await piece(left);
        if (!part) break;
        parts.push(part);
        left -= part.length;
      }
      return Buffer.concat(parts);
    },
    skip: async (length) => {
      for (let left = length; left > 0; ) {
        const part = await piece(left);
        if (!part) return;
        left -= part.length;
      }
    },
  };
}
