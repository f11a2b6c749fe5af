import { createFinding, structureFile } from '@sinau/cmi5';
import type { ZipEntry } from '@sinau/platform/zip';
import { isQtiManifest } from '@sinau/quiz';
import { manifestFile, readManifest } from '@sinau/scorm';
import { readTincan, tincanFile } from '@sinau/tincan';
import { createMediaFinding } from './finding.ts';
import { inspectMediaArchive } from './inspect-media-archive.ts';
import { type ArchiveView, type Inspection, refused } from './inspection.ts';
import { inspectQtiArchive } from './quiz/inspect-qti.ts';
import { inspectQuizArchive } from './quiz/inspect-quiz-archive.ts';
import { readManifestFile, readStructureFile } from './read-structure.ts';

/**
 * Tells what a zip holds: a cmi5 package, a SCORM package (also one level down, when nothing lies beside its folder), or
 * one video or audio file with what belongs to it.
 */
export async function inspectArchive(archive: ArchiveView): Promise<Inspection> {
  const { entries } = archive;
  const structure = entries.find(({ name }) => name === structureFile);
  if (structure) return inspectCmi5(archive, structure);
  const manifest = findManifest(entries);
  if (manifest && 'folder' in manifest) return inspectScorm(archive, manifest);
  const tincan = findTincan(entries);
  if (tincan && 'folder' in tincan) return inspectTincan(archive, tincan);
  const quiz = await inspectQuizArchive(archive);
  if (quiz) return quiz;
  // A course of cmi5 must not hide behind what else lies in the zip.
  const nested = entries.find(({ name }) => name.toLowerCase().endsWith(`/${structureFile}`));
  if (nested) return refused(createFinding('package.structure-in-folder', { found: nested.name }));
  if (manifest) return refused(createMediaFinding('kind.manifest-in-folder', { found: manifest.found }));
  if (tincan) return refused(createMediaFinding('kind.tincan-in-folder', { found: tincan.found }));
  return (await inspectMediaArchive(archive)) ?? refused(nothingKnown(entries));
}

async function inspectCmi5(archive: ArchiveView, entry: ZipEntry): Promise<Inspection> {
  const structure = await readStructureFile(xmlFile(archive, entry));
  return {
    outcome: 'readable',
    reading: { kind: 'cmi5', packaged: true, structure },
    files: archive.entries.map((file) => ({ name: file.name, entry: file })),
  };
}

function xmlFile(archive: ArchiveView, entry: ZipEntry) {
  const read = (maxBytes: number) => archive.readAll(entry, maxBytes);
  return { sizeBytes: entry.sizeBytes, read };
}

type ManifestPlace = { readonly entry: ZipEntry; readonly folder: string } | { readonly found: string };

/** At the top level, else in the one folder that holds everything. */
function findManifest(entries: readonly ZipEntry[]): ManifestPlace | undefined {
  const top = entries.find(({ name }) => name === manifestFile);
  if (top) return { entry: top, folder: '' };
  const nested = entries.filter(({ name }) => name.endsWith(`/${manifestFile}`));
  const highest = nested.toSorted((a, b) => depthOf(a) - depthOf(b))[0];
  if (!highest) return undefined;
  const folder = highest.name.slice(0, -manifestFile.length);
  const alone = depthOf(highest) === 1 && entries.every(({ name }) => name.startsWith(folder));
  return alone ? { entry: highest, folder } : { found: highest.name };
}

function depthOf({ name }: ZipEntry): number {
  return name.split('/').length - 1;
}

async function inspectScorm(
  archive: ArchiveView,
  { entry, folder }: { readonly entry: ZipEntry; readonly folder: string },
): Promise<Inspection> {
  const document = await readManifestFile(xmlFile(archive, entry));
  if (document.root && isQtiManifest(document.root)) {
    return inspectQtiArchive({ archive, folder, file: manifestFile, manifest: document.root });
  }
  // The folder around the package is left away, so that every file lies where the manifest says.
  const files = archive.entries.map((file) => ({ name: file.name.slice(folder.length), entry: file }));
  const { course, findings } = readManifest(document, { files: new Set(files.map(({ name }) => name)) });
  if (!course) return refused(...findings);
  return { outcome: 'readable', reading: { kind: 'scorm', course, findings }, files };
}

/** At any depth, as long as nothing lies beside its folders. */
function findTincan(entries: readonly ZipEntry[]): ManifestPlace | undefined {
  const found = entries.filter(({ name }) => baseName(name).toLowerCase() === tincanFile);
  const highest = found.toSorted((a, b) => depthOf(a) - depthOf(b))[0];
  if (!highest) return undefined;
  const folder = highest.name.slice(0, -tincanFile.length);
  const alone = entries.every(({ name }) => name.startsWith(folder));
  return alone ? { entry: highest, folder } : { found: highest.name };
}

const baseName = (name: string) => name.slice(name.lastIndexOf('/') + 1);

async function inspectTincan(
  archive: ArchiveView,
  { entry, folder }: { readonly entry: ZipEntry; readonly folder: string },
): Promise<Inspection> {
  const document = await readManifestFile(xmlFile(archive, entry));
  const files = archive.entries.map((file) => ({ name: file.name.slice(folder.length), entry: file }));
  const { activity, findings } = readTincan(document, new Set(files.map(({ name }) => name)));
  if (!activity) return refused(...findings);
  const { id, title, description, file, query } = activity;
  const media = {
    ...{ src: file, title: title.id ?? title.en ?? Object.values(title)[0] ?? '', captions: [] },
    ...{ activityId: id, query, wording: { title, description } },
  };
  return { outcome: 'readable', reading: { kind: 'tincan', media, findings }, files };
}

/** By the file that such a package cannot be without. */
function otherStandard(entries: readonly ZipEntry[]): string | undefined {
  const marks = [
    ['AICC', /\.crs$/i],
    ['H5P', /^h5p\.json$/i],
    ['Moodle', /^moodle_backup\.xml$/i],
  ] as const;
  return marks.find(([, mark]) => entries.some(({ name }) => mark.test(name)))?.[0];
}

function nothingKnown(entries: readonly ZipEntry[]) {
  const single = entries.filter(({ name }) => /\.(?:pdf|md|markdown)$/i.test(name));
  if (single.length > 0 && single.length === entries.length) {
    const names = single.slice(0, 5).map(({ name }) => name);
    return createMediaFinding('kind.zipped-single', { names: names.join(', ') });
  }
  const standard = otherStandard(entries);
  if (standard) return createMediaFinding('kind.other-standard', { standard });
  return createFinding('package.no-structure');
}
