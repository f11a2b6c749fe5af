import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ObjectStore } from '@sinau/platform/objects';

/** A package on the local disk, where it can be read at any place and nobody can exchange it any more. */
export interface LocalPackage {
  readonly path: string;
  readonly sizeBytes: number;
  readonly isZip: boolean;
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
    const { size } = await stat(path);
    return { path, sizeBytes: size, isZip: await beginsAsZip(path), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function beginsAsZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return ['PK\x03\x04', 'PK\x05\x06'].includes(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}
