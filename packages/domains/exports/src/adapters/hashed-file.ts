import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** A file on the local disk that counts and hashes what is written to it, in order. */
export interface HashedFile {
  /** Takes the bytes over before it returns; waits for the disk. */
  write(bytes: Uint8Array): Promise<void>;
  bytes(): number;
  /** Closes it; afterwards 64 lowercase hex digits. */
  finish(): Promise<string>;
  /** Closes it, whatever came before. */
  close(): Promise<void>;
}

export async function createHashedFile(path: string): Promise<HashedFile> {
  let handle: FileHandle | undefined = await open(path, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  const close = async () => {
    const closing = handle;
    handle = undefined;
    await closing?.close();
  };
  return {
    write: async (part) => {
      if (!handle) throw new Error('the file is closed');
      hash.update(part);
      bytes += part.length;
      await handle.appendFile(part);
    },
    bytes: () => bytes,
    finish: async () => {
      await close();
      return hash.digest('hex');
    },
    close,
  };
}
