import { structureFile } from '@sinau/cmi5';
import { Unavailable } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import type { ExportRoom } from '../ports.ts';
import { originFolder, reservedFolder } from './content-room.ts';

/** Packages on their way out: read from the content bucket, put together in that of uploads, which forgets by itself. */
export function createExportRoom(stores: {
  readonly content: ObjectStore;
  readonly uploads: ObjectStore;
}): ExportRoom {
  const { content, uploads } = stores;
  return {
    readStructureFile: (originHash) => content.get(`${originFolder(originHash)}${structureFile}`),
    sizeOf: async (key) => (await uploads.head(key))?.sizeBytes,
    pack: async ({ key, folders, files }) => {
      // Few ask for it.
      const { writeZip } = await import('@sinau/platform/zip-writer');
      const stored = await Promise.all(folders.map((folder) => filesIn(content, folder)));
      const own = files.map(({ name, body }) => {
        const bytes = new TextEncoder().encode(body);
        return { name, sizeBytes: bytes.length, read: async () => only(bytes) };
      });
      const { sizeBytes, body } = writeZip([...own, ...stored.flat()]);
      await uploads.put({ key, body, sizeBytes, contentType: 'application/zip' });
    },
    linkTo: (file) => uploads.presignGet(file),
  };
}

async function filesIn(
  content: ObjectStore,
  { originHash, folder }: { readonly originHash: string; readonly folder: string },
) {
  const prefix = originFolder(originHash);
  const found: { name: string; sizeBytes: number; read: () => Promise<AsyncIterable<Uint8Array>> }[] = [];
  for await (const { key, sizeBytes } of content.list(prefix)) {
    const name = key.slice(prefix.length);
    if (name.startsWith(`${reservedFolder}/`)) continue;
    const read = async () => {
      const object = await content.read(key);
      if (!object) throw new Unavailable('A file of this package cannot be read.');
      return object.body;
    };
    found.push({ name: `${folder}${name}`, sizeBytes, read });
  }
  return found;
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
