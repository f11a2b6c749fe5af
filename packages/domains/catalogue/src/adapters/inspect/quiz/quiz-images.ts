import type { ZipEntry } from '@sinau/platform/zip';
import { type ImageType, imageHeadBytes, imageTypeOf } from '@sinau/quiz';
import { readStreamForward } from '../forward-reader.ts';
import type { ArchiveView, StoredFile } from '../inspection.ts';

/** Images of a package that questions may show, by their names in it. */
export type QuizImages = ReadonlyMap<string, StoredFile>;

export const noImages: QuizImages = new Map();

/** An image is shown beside a question, on phones. */
export const maxImageBytes = 10 * 1024 * 1024;
const maxImages = 1000;

/** The images of a zip, told by their content; `folder` around the package falls away. */
export async function findImages(archive: ArchiveView, folder = ''): Promise<QuizImages> {
  const images = new Map<string, StoredFile>();
  for (const entry of archive.entries) {
    const named = /\.(?:png|jpe?g|gif|webp)$/i.test(entry.name);
    if (!named || !entry.name.startsWith(folder) || images.size === maxImages) continue;
    const type = entry.sizeBytes <= maxImageBytes ? await typeOf(archive, entry) : undefined;
    const name = entry.name.slice(folder.length);
    if (type) images.set(name, { name, entry, contentType: type.contentType });
  }
  return images;
}

async function typeOf(archive: ArchiveView, entry: ZipEntry): Promise<ImageType | undefined> {
  const stream = await archive.read(entry);
  try {
    return imageTypeOf(await readStreamForward(stream, entry.sizeBytes).read(imageHeadBytes));
  } finally {
    stream.destroy();
  }
}
