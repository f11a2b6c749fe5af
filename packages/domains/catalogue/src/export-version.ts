import { type Au, type CourseStructure, writeCourseStructure } from '@sinau/cmi5';
import { type Principal, Unavailable } from '@sinau/kernel';
import { isBarePackage } from './build-structure.ts';
import type { CourseId, CourseVersion } from './course.ts';
import { CourseNotFound, NotExportable } from './errors.ts';
import { getCourse } from './get-course.ts';
import type { JobId } from './import-job.ts';
import type { ContentRoom, CourseStore, ExportRoom, ImportJobStore } from './ports.ts';

export interface ExportDeps {
  readonly courses: CourseStore;
  readonly jobs: Pick<ImportJobStore, 'find'>;
  readonly content: Pick<ContentRoom, 'readStructure'>;
  readonly exportRoom: ExportRoom;
}

interface Wanted {
  readonly principal: Principal;
  readonly courseId: CourseId;
  readonly version: number;
}

/** What is put together while its asker waits; larger packages stay in the upload bucket for as long as it keeps them. */
export const exportLimits = { files: 2000, bytes: 256 * 1024 * 1024 };

/**
 * The `cmi5.xml` of one of the caller's versions (13.1): of a package as its publisher wrote it, else the structure that the
 * course was made into. Parts of other kinds than cmi5 stand there with the address of the page of ours that plays them.
 */
export async function exportStructure(deps: ExportDeps, input: Wanted): Promise<Uint8Array> {
  const version = await ownVersion(deps, input);
  const published =
    isBarePackage(version.modules) && (await deps.exportRoom.readStructureFile(version.originHash));
  if (published) return published;
  return new TextEncoder().encode(writeCourseStructure(await structureOf(deps, version)));
}

/**
 * A link to one of the caller's versions as a package that can be imported again: the upload as it came, while it is kept,
 * else its files put together again. Of several cmi5 packages each lies in a folder of its own, below a structure that names
 * them all. Rejects with `NotExportable` when the version holds what only this platform plays, or is too large.
 */
export async function exportPackage(
  deps: ExportDeps,
  input: Wanted,
): Promise<{ readonly url: string; readonly fileName: string; readonly expiresInSeconds: number }> {
  const version = await ownVersion(deps, input);
  const other = version.modules.findIndex(({ kind }) => kind !== 'cmi5');
  if (other >= 0) throw new NotExportable('other-kind', `/modules/${other}`);
  const upload = await keptUpload(deps, version);
  if (upload) return linkTo(deps, upload);
  if (version.fileCount > exportLimits.files || version.totalBytes > exportLimits.bytes) {
    throw new NotExportable('too-large', '/version');
  }
  const made = { key: `exports/${version.versionId}.zip`, fileName: `kursus-v${version.version}.zip` };
  // Versions never change, so what was put together once is good for ever.
  if ((await deps.exportRoom.sizeOf(made.key)) === undefined) await putTogether(deps, version, made.key);
  return linkTo(deps, made);
}

const linkSeconds = 600;

async function linkTo(
  { exportRoom }: Pick<ExportDeps, 'exportRoom'>,
  file: { readonly key: string; readonly fileName: string },
) {
  const url = await exportRoom.linkTo({ ...file, expiresInSeconds: linkSeconds });
  return { url, fileName: file.fileName, expiresInSeconds: linkSeconds };
}

async function ownVersion(
  deps: ExportDeps,
  { principal, courseId, version }: Wanted,
): Promise<CourseVersion> {
  await getCourse(deps, { principal, courseId });
  const found = await deps.courses.findVersion(courseId, version);
  if (!found) throw new CourseNotFound();
  return found;
}

async function structureOf(deps: ExportDeps, { originHash }: CourseVersion): Promise<CourseStructure> {
  const structure = await deps.content.readStructure(originHash);
  if (!structure) throw new Unavailable('The structure of this version cannot be read.');
  return structure;
}

/** A package is called as the job that imported it; its upload goes by itself some weeks later. */
async function keptUpload(deps: ExportDeps, { modules }: CourseVersion) {
  const [only] = modules;
  if (!only || !isBarePackage(modules)) return undefined;
  const job = await deps.jobs.find(only.packageId as JobId);
  if (!job || (await deps.exportRoom.sizeOf(job.uploadKey)) !== job.sizeBytes) return undefined;
  return { key: job.uploadKey, fileName: job.fileName };
}

async function putTogether(deps: ExportDeps, version: CourseVersion, key: string): Promise<void> {
  const { modules, originHash } = version;
  if (isBarePackage(modules)) {
    // A structure that came without a package has no file.
    const hasFile = (await deps.exportRoom.readStructureFile(originHash)) !== undefined;
    const body = hasFile ? '' : writeCourseStructure(await structureOf(deps, version));
    const files = hasFile ? [] : [{ name: 'cmi5.xml', body }];
    await deps.exportRoom.pack({ key, folders: [{ originHash, folder: '' }], files });
    return;
  }
  const folders = modules.map((module, index) => ({
    originHash: module.originHash,
    folder: `modul-${index + 1}/`,
  }));
  const structure = await structureOf(deps, version);
  const text = writeCourseStructure({ ...structure, aus: inFolders(structure.aus, modules) });
  await deps.exportRoom.pack({ key, folders, files: [{ name: 'cmi5.xml', body: text }] });
}

/** Modules stand one behind the other in the structure, each with as many AUs as its package has. */
function inFolders(aus: readonly Au[], modules: CourseVersion['modules']): readonly Au[] {
  const folderOf = modules.flatMap(({ auCount }, index) =>
    Array.from({ length: auCount }, () => `modul-${index + 1}/`),
  );
  return aus.map((au, index) => {
    if (au.file === undefined) return au;
    const url = `${folderOf[index] ?? ''}${au.url.replace(/^(?:\.?\/)+/, '')}`;
    return { ...au, url };
  });
}
