import { readFile, stat } from 'node:fs/promises';
import {
  courseStructureXsd,
  createFinding,
  type Finding,
  type StructureDocument,
  structureFile,
} from '@sinau/cmi5';
import type { ObjectStore } from '@sinau/platform/objects';
import { readXml } from '@sinau/platform/xml';
import { openZip, type ZipArchive, type ZipEntry, type ZipLimits, ZipRefused } from '@sinau/platform/zip';
import type { OpenPackage, PackageOpener } from '../ports.ts';
import { reservedFolder } from './content-room.ts';
import { fetchUpload, type LocalPackage } from './fetch-upload.ts';
import { unpackFiles } from './unpack-files.ts';

export interface PackageOpenerOptions {
  readonly uploads: ObjectStore;
  readonly content: ObjectStore;
  /** Folder with room for one package, e.g. `/tmp` of a Lambda. */
  readonly temporaryFolder: string;
  readonly maxPackageBytes: number;
  readonly zipLimits?: Partial<ZipLimits>;
}

type Opening = Awaited<ReturnType<PackageOpener['open']>>;

/**
 * 1,001 AUs take 0.4 MB. The schema validator looks for the place of every fault from the beginning, so that its time
 * grows with the square of the faults: half a minute at worst for this much.
 */
const maxStructureBytes = 2 * 1024 * 1024;

/** Reads uploaded packages from the local disk: zip through `platform/zip`, `cmi5.xml` through `platform/xml`. */
export function createPackageOpener(options: PackageOpenerOptions): PackageOpener {
  return {
    open: async (uploadKey) => {
      const local = await fetchUpload(options, uploadKey);
      if (!local) return refused(createFinding('package.upload-missing'));
      try {
        const opening = await openLocal(local, options);
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

async function openLocal(local: LocalPackage, options: PackageOpenerOptions): Promise<Opening> {
  if (local.format === 'zip') return openZipPackage(local, options);
  if (local.format === 'unknown') return refused(createFinding('package.unknown-format'));
  const { size } = await stat(local.path);
  const structure = size > maxStructureBytes ? tooLarge(size) : parseStructure(await readFile(local.path));
  const nothing = { outcome: 'unpacked', fileCount: 0, totalBytes: 0, findings: [] } as const;
  return {
    outcome: 'opened',
    package: {
      reading: { kind: 'cmi5', packaged: false, structure },
      files: new Set(),
      unpack: async () => nothing,
      close: local.remove,
    },
  };
}

async function openZipPackage(local: LocalPackage, options: PackageOpenerOptions): Promise<Opening> {
  const archive = await openZip(local.path, options.zipLimits);
  try {
    const entries = archive.entries.filter(({ name }) => !isLitter(name));
    const reserved = entries.filter(({ name }) => isReserved(name));
    if (reserved.length > 0) {
      await archive.close();
      return refused(...reserved.map(({ name }) => createFinding('package.reserved-name', { entry: name })));
    }
    const manifest = entries.find(({ name }) => name === structureFile);
    if (!manifest) {
      await archive.close();
      return refused(missingStructure(entries));
    }
    const structure =
      manifest.sizeBytes > maxStructureBytes
        ? tooLarge(manifest.sizeBytes)
        : parseStructure(await archive.readAll(manifest, maxStructureBytes));
    return { outcome: 'opened', package: zipPackage({ local, archive, entries, structure }, options) };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

function zipPackage(
  opened: {
    readonly local: LocalPackage;
    readonly archive: ZipArchive;
    readonly entries: readonly ZipEntry[];
    readonly structure: StructureDocument;
  },
  { content }: PackageOpenerOptions,
): OpenPackage {
  const { local, archive, entries, structure } = opened;
  return {
    reading: { kind: 'cmi5', packaged: true, structure },
    files: new Set(entries.map(({ name }) => name)),
    unpack: async (target) => {
      try {
        return await unpackFiles({ archive, entries, content }, target);
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

function parseStructure(bytes: Uint8Array): StructureDocument {
  return readXml(bytes, { schema: courseStructureXsd, maxBytes: maxStructureBytes });
}

function tooLarge(size: number): StructureDocument {
  const detail = `${size} bytes, at most ${maxStructureBytes}`;
  return { findings: [{ code: 'xml.too-large', detail, line: 1, column: 1 }] };
}

function missingStructure(entries: readonly ZipEntry[]): Finding {
  const found = entries.find(({ name }) => name.toLowerCase().endsWith(`/${structureFile}`));
  return found
    ? createFinding('package.structure-in-folder', { found: found.name })
    : createFinding('package.no-structure');
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

function isReserved(name: string): boolean {
  return name.split('/')[0]?.toLowerCase() === reservedFolder;
}

function refused(...findings: readonly Finding[]): Opening {
  return { outcome: 'refused', findings };
}
