import { open } from 'node:fs/promises';
import { createFinding } from '@sinau/cmi5';
import type { Finding } from '@sinau/findings';
import type { ObjectStore } from '@sinau/platform/objects';
import { openZip, type ZipArchive, type ZipLimits, ZipRefused } from '@sinau/platform/zip';
import type { OpenPackage, PackageOpener } from '../ports.ts';
import { isReservedName } from './content-room.ts';
import { fetchUpload, type LocalPackage } from './fetch-upload.ts';
import { inspectArchive } from './inspect/inspect-archive.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import type { Inspection, StoredFile } from './inspect/inspection.ts';
import { isArchiveFile, storeBareFile, unpackFiles } from './unpack-files.ts';

export interface PackageOpenerOptions {
  readonly uploads: ObjectStore;
  readonly content: ObjectStore;
  /** Folder with room for one package, e.g. `/tmp` of a Lambda. */
  readonly temporaryFolder: string;
  readonly maxPackageBytes: number;
  readonly zipLimits?: Partial<ZipLimits>;
}

type Opening = Awaited<ReturnType<PackageOpener['open']>>;
type Readable = Extract<Inspection, { readonly outcome: 'readable' }>;

/** Reads uploads from the local disk, whatever their kind, and stores what they hold under an origin. */
export function createPackageOpener(options: PackageOpenerOptions): PackageOpener {
  return {
    open: async ({ uploadKey, fileName }) => {
      const local = await fetchUpload(options, uploadKey);
      if (!local) return refused(createFinding('package.upload-missing'));
      try {
        const opening = await (local.isZip
          ? openArchive(local, { ...options, fileName })
          : openBareFile(local, { fileName, content: options.content }));
        if (opening.outcome === 'refused') await local.remove();
        return opening;
      } catch (error) {
        await local.remove();
        if (error instanceof ZipRefused) return { outcome: 'refused', findings: describeZip(error) };
        throw error;
      }
    },
  };
}

async function openBareFile(
  local: LocalPackage,
  to: { readonly fileName: string; readonly content: ObjectStore },
): Promise<Opening> {
  const file = await open(local.path, 'r');
  let inspection: Inspection;
  try {
    inspection = await inspectFile({ file, sizeBytes: local.sizeBytes, fileName: to.fileName });
  } finally {
    await file.close();
  }
  if (inspection.outcome === 'refused') return inspection;
  const { reading, files } = inspection;
  return opened({
    reading,
    files: namesOf(files),
    unpack: (target) => storeBareFile({ local, files, content: to.content }, target),
    close: local.remove,
  });
}

async function openArchive(
  local: LocalPackage,
  options: PackageOpenerOptions & { readonly fileName: string },
): Promise<Opening> {
  const archive = await openZip(local.path, options.zipLimits);
  try {
    const entries = archive.entries.filter(({ name }) => !isLitter(name));
    const inspection = await inspectArchive({
      fileName: options.fileName,
      entries,
      read: (entry) => archive.read(entry),
      readAll: (entry, maxBytes) => archive.readAll(entry, maxBytes),
    });
    const refusal = inspection.outcome === 'refused' ? inspection : reservedNames(inspection);
    if (refusal) {
      await archive.close();
      return refusal;
    }
    return opened(archivePackage({ local, archive, inspection: inspection as Readable }, options));
  } catch (error) {
    await archive.close();
    throw error;
  }
}

/** Judged by the names under which files would be stored, since a folder around the package falls away. */
function reservedNames(inspection: Readable): Opening | undefined {
  const reserved = inspection.files.filter(({ name }) => isReservedName(name));
  if (reserved.length === 0) return undefined;
  return refused(
    ...reserved.map(({ name }) => createFinding('package.reserved-name', { entry: name }, { file: name })),
  );
}

function archivePackage(
  from: { readonly local: LocalPackage; readonly archive: ZipArchive; readonly inspection: Readable },
  { content }: PackageOpenerOptions,
): OpenPackage {
  const { local, archive, inspection } = from;
  const files = inspection.files.filter(isArchiveFile);
  return {
    reading: inspection.reading,
    files: namesOf(files),
    unpack: async (target) => {
      try {
        return await unpackFiles({ archive, files, content }, target);
      } catch (error) {
        if (error instanceof ZipRefused) return { outcome: 'refused', findings: describeZip(error) };
        throw error;
      }
    },
    close: async () => {
      await archive.close();
      await local.remove();
    },
  };
}

function opened(made: OpenPackage): Opening {
  return { outcome: 'opened', package: made };
}

function namesOf(files: readonly StoredFile[]): ReadonlySet<string> {
  return new Set(files.map(({ name }) => name));
}

function describeZip({ findings }: ZipRefused): readonly Finding[] {
  return findings.map(({ rule, entry, params }) => {
    const place = entry === undefined ? {} : { file: entry };
    return createFinding(rule, { entry: entry ?? '', ...params }, place);
  });
}

/** What macOS and Windows leave behind in archives; nothing of it is part of the course. */
function isLitter(name: string): boolean {
  return /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name);
}

function refused(...findings: readonly Finding[]): Opening {
  return { outcome: 'refused', findings };
}
