import type { CourseStructure } from '@sinau/cmi5';
import type { ObjectStore } from '@sinau/platform/objects';
import type { PackageContent } from '../module.ts';
import type { ContentRoom } from '../ports.ts';
import { renderArticle, renderedArticle } from './inspect/render-article.ts';

/** Folder of everything of one version; its files keep their names below it. */
export const originFolder = (originHash: string): string => `versions/${originHash}/`;

/** Below an origin, names of our own: never served to a browser, and refused as names of a package. */
export const reservedFolder = '.sinau';

/** Served on every content origin in place of whatever would lie there: the pages of our own player. */
const playerFolder = '_sinau';

/** True for names that no file of a package may have. */
export function isReservedName(name: string): boolean {
  const top = name.split('/')[0]?.toLowerCase();
  return top === reservedFolder || top === playerFolder;
}

const structureKey = (originHash: string) => `${originFolder(originHash)}${reservedFolder}/structure.json`;
const packageKey = (originHash: string) => `${originFolder(originHash)}${reservedFolder}/package.json`;

/** Unpacked packages in the content bucket. What lies under the reserved folder was written here: no package can. */
export function createContentRoom({ content }: { readonly content: ObjectStore }): ContentRoom {
  const write = async (key: string, value: object) => {
    await content.put({ key, body: JSON.stringify(value), contentType: 'application/json' });
  };
  const read = async <Value>(key: string) => {
    const bytes = await content.get(key);
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Value);
  };
  const readStructure = (originHash: string) => read<CourseStructure>(structureKey(originHash));
  return {
    writePackage: (originHash, made) =>
      made.kind === 'cmi5'
        ? write(structureKey(originHash), made.structure)
        : write(packageKey(originHash), made),
    readPackage: async (originHash) => {
      const structure = await readStructure(originHash);
      if (structure) return { kind: 'cmi5', structure };
      return read<PackageContent>(packageKey(originHash));
    },
    writeArticle: async (originHash, text) => {
      const original = new TextEncoder().encode(text);
      const rendered = await renderArticle(text);
      // Never as a page: a browser that opens an address of these shows the text as it is.
      const store = (name: string, body: Uint8Array) =>
        content.put({
          key: `${originFolder(originHash)}${name}`,
          body,
          contentType: 'text/plain; charset=utf-8',
        });
      await store('article.md', original);
      if (rendered) await store(renderedArticle.src, rendered);
      return {
        media: rendered ? renderedArticle : { src: 'article.md', type: 'text/markdown' },
        fileCount: rendered ? 2 : 1,
        totalBytes: original.length + (rendered?.length ?? 0),
      };
    },
    writeStructure: (originHash, structure) => write(structureKey(originHash), structure),
    readStructure,
    discard: (originHash) => content.deletePrefix(originFolder(originHash)),
  };
}
