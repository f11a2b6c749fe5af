import type { CourseStructure } from '@sinau/cmi5';
import type { ObjectStore } from '@sinau/platform/objects';
import type { ContentRoom } from '../ports.ts';

/** Folder of everything of one version; its files keep their names below it. */
export const originFolder = (originHash: string): string => `versions/${originHash}/`;

/** Below an origin, names of our own: never served to a browser, and refused as names of a package. */
export const reservedFolder = '.sinau';

const structureKey = (originHash: string) => `${originFolder(originHash)}${reservedFolder}/structure.json`;

/** Unpacked versions in the content bucket. */
export function createContentRoom({ content }: { readonly content: ObjectStore }): ContentRoom {
  return {
    writeStructure: async (originHash, structure) => {
      const body = JSON.stringify(structure);
      await content.put({ key: structureKey(originHash), body, contentType: 'application/json' });
    },
    readStructure: async (originHash) => {
      const bytes = await content.get(structureKey(originHash));
      // Written by `writeStructure` alone: no package can place a file under the reserved folder.
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as CourseStructure);
    },
    discard: (originHash) => content.deletePrefix(originFolder(originHash)),
  };
}
