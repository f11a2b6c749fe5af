import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openZip, type ZipArchive, ZipRefused } from '@sinau/platform/zip';
import {
  type PackageReading,
  packageLimits,
  readPackage,
  refusedPackage,
} from '@sinau/rostering/one-roster-package';

const mebibyte = 1024 * 1024;

const zipLimits = {
  maxEntries: 100,
  maxFileBytes: 32 * mebibyte,
  maxTotalBytes: 64 * mebibyte,
  ratioFromBytes: 4 * mebibyte,
};

/** Rules of archives that speak of their size; every other is an archive that no program of a university wrote. */
const sizeRules = /^zip\.(too-many-entries|file-too-large|total-too-large|ratio)$/;

/** A package as it was uploaded. Never rejects for what it holds; what the archive inflates to passes by line by line. */
export async function readPackageFile(bytes: Uint8Array): Promise<PackageReading> {
  if (bytes.length > packageLimits.file) return refusedPackage([{ problem: 'package-large' }]);
  const folder = await mkdtemp(join(tmpdir(), 'sinau-package-'));
  try {
    const path = join(folder, 'package.zip');
    await writeFile(path, bytes);
    const archive = await openZip(path, zipLimits);
    try {
      return await readPackage({
        names: archive.entries.map(({ name }) => name),
        open: (name) => piecesOf(archive, name),
      });
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return refusedPackage(
      error.findings.map(({ rule, entry }) => ({
        problem: sizeRules.test(rule) ? 'package-large' : 'not-a-package',
        ...(entry !== undefined && { file: entry.replaceAll(/\p{C}/gu, '').slice(0, 200) }),
      })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* piecesOf(archive: ZipArchive, name: string): AsyncGenerator<Uint8Array> {
  const entry = archive.entries.find((one) => one.name === name);
  if (entry) yield* await archive.read(entry);
}
