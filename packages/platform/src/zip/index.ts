export type { ZipEntry } from './directory.ts';
export { openZip, type ZipArchive } from './open-zip.ts';
export { defaultZipLimits, type ZipLimits } from './zip-limits.ts';
export { type ZipFinding, ZipRefused, type ZipRule, zipRules } from './zip-refused.ts';
