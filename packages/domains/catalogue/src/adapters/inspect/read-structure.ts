import { courseStructureXsd, type StructureDocument } from '@sinau/cmi5';
import { readXml } from '@sinau/platform/xml';
import type { ManifestDocument } from '@sinau/scorm';

/**
 * 1,001 AUs take 0.4 MB. The schema validator looks for the place of every fault from the beginning, so that its time
 * grows with the square of the faults: half a minute at worst for this much.
 */
const maxStructureBytes = 2 * 1024 * 1024;

/** Manifests name every file of the package and are read without a schema. */
const maxManifestBytes = 4 * 1024 * 1024;

interface XmlFile {
  readonly sizeBytes: number;
  readonly read: (maxBytes: number) => Promise<Uint8Array>;
}

/** A `cmi5.xml`, validated against its schema. */
export async function readStructureFile(file: XmlFile): Promise<StructureDocument> {
  if (file.sizeBytes > maxStructureBytes) return tooLarge(file.sizeBytes, maxStructureBytes);
  const bytes = await file.read(maxStructureBytes);
  return readXml(bytes, { schema: courseStructureXsd, maxBytes: maxStructureBytes });
}

export async function readManifestFile(file: XmlFile): Promise<ManifestDocument> {
  if (file.sizeBytes > maxManifestBytes) return tooLarge(file.sizeBytes, maxManifestBytes);
  return readXml(await file.read(maxManifestBytes), { maxBytes: maxManifestBytes });
}

function tooLarge(size: number, limit: number): StructureDocument & ManifestDocument {
  const detail = `${size} bytes, at most ${limit}`;
  return { findings: [{ code: 'xml.too-large', detail, line: 1, column: 1 }] };
}
