import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ObjectStore } from '@sinau/platform/objects';

/** A package on the local disk, where it can be read at any place and nobody can exchange it any more. */
export interface LocalPackage {
  readonly path: string;
  readonly format: 'zip' | 'xml' | 'unknown';
  remove(): Promise<void>;
}

/** Streams an upload to a folder of its own; undefined when it is absent or larger than allowed. */
export async function fetchUpload(
  deps: { readonly uploads: ObjectStore; readonly temporaryFolder: string; readonly maxPackageBytes: number },
  uploadKey: string,
): Promise<LocalPackage | undefined> {
  const upload = await deps.uploads.read(uploadKey);
  if (!upload) return undefined;
  if (upload.info.sizeBytes > deps.maxPackageBytes) {
    upload.body.destroy();
    return undefined;
  }
  const folder = await mkdtemp(join(deps.temporaryFolder, 'import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'package');
    await pipeline(upload.body, createWriteStream(path, { flags: 'wx' }));
    return { path, format: await formatOf(path), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function formatOf(path: string): Promise<LocalPackage['format']> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const text = buffer.subarray(0, bytesRead).toString('latin1');
    if (['PK\x03\x04', 'PK\x05\x06'].some((signature) => text.startsWith(signature))) return 'zip';
    const mark = ['\xef\xbb\xbf', '\xff\xfe', '\xfe\xff'].find((bytes) => text.startsWith(bytes)) ?? '';
    // UTF-16 shows its "<" between zero bytes; blanks may stand before it.
    const start = text.slice(mark.length).replaceAll('\0', '').trimStart();
    return start.startsWith('<') ? 'xml' : 'unknown';
  } finally {
    await file.close();
  }
}
