import { type Entry, getFileNameLowLevel } from 'yauzl';
import { collisionKey, readEntryName } from './entry-name.ts';
import type { ZipLimits } from './zip-limits.ts';
import type { ZipFinding, ZipRule } from './zip-refused.ts';

/** A file of the archive; folders are left out. */
export interface ZipEntry {
  /** Path inside the package: forward slashes, no `.` or empty steps. */
  readonly name: string;
  /** As the directory declares it; reading refuses any other size. */
  readonly sizeBytes: number;
  readonly compressedBytes: number;
}

export interface DirectoryEntry extends ZipEntry {
  readonly source: Entry;
}

export interface DirectoryReading {
  readonly entries: readonly DirectoryEntry[];
  readonly findings: readonly ZipFinding[];
}

/** Pass 1: everything that can be known before a byte is inflated. */
export async function readDirectory(
  source: AsyncIterable<Entry>,
  limits: ZipLimits,
): Promise<DirectoryReading> {
  const entries: DirectoryEntry[] = [];
  const findings: ZipFinding[] = [];
  const names = createNameRegister();
  for await (const entry of source) {
    const raw = rawNameOf(entry);
    const refuse = (rule: ZipRule, params: ZipFinding['params'] = {}) =>
      findings.push({ rule, entry: raw, params });
    const reading = readEntryName(raw, limits);
    if ('rule' in reading) refuse(reading.rule);
    else {
      const rule = ruleBrokenBy(entry, reading.folder) ?? names.add(reading);
      if (rule) refuse(rule.rule, rule.params);
      else if (!reading.folder) entries.push(toDirectoryEntry(entry, reading.name));
    }
    if (findings.length >= limits.maxFindings) return { entries, findings };
  }
  return { entries, findings: [...findings, ...overlaps(entries), ...declaredSizes(entries, limits)] };
}

function rawNameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

function toDirectoryEntry(entry: Entry, name: string): DirectoryEntry {
  return {
    name,
    sizeBytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    source: entry,
  };
}

type Breach = { readonly rule: ZipRule; readonly params: ZipFinding['params'] };

function ruleBrokenBy(entry: Entry, folder: boolean): Breach | undefined {
  const breach = (rule: ZipRule, params: ZipFinding['params'] = {}): Breach => ({ rule, params });
  // Bits 12–15 of the Unix mode: only regular files and folders, whatever system the archive says it comes from.
  const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (fileType !== 0 && fileType !== 0o100000 && fileType !== 0o040000) return breach('zip.special-file');
  if (entry.isEncrypted()) return breach('zip.encrypted');
  if (folder)
    return entry.uncompressedSize > 0
      ? breach('zip.malformed', { detail: 'folder with content' })
      : undefined;
  const { compressionMethod: method } = entry;
  if (method !== 0 && method !== 8) return breach('zip.method', { method });
  return undefined;
}

function createNameRegister() {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  return {
    add({ name, folder }: { readonly name: string; readonly folder: boolean }): Breach | undefined {
      const key = collisionKey(name);
      const other = folder ? files.get(key) : (files.get(key) ?? folders.get(key));
      if (other !== undefined) return { rule: 'zip.duplicate', params: { other } };
      const steps = name.split('/');
      const last = folder ? steps.length : steps.length - 1;
      for (let depth = 1; depth <= last; depth += 1) {
        const parent = steps.slice(0, depth).join('/');
        const parentKey = collisionKey(parent);
        // A folder that differs only by letter case would fold two trees into one elsewhere.
        const known = files.get(parentKey) ?? folders.get(parentKey);
        if (known !== undefined && known !== parent)
          return { rule: 'zip.duplicate', params: { other: known } };
        if (files.has(parentKey)) return { rule: 'zip.duplicate', params: { other: parent } };
        folders.set(parentKey, parent);
      }
      if (!folder) files.set(key, name);
      return undefined;
    },
  };
}

/** Files that share compressed bytes are how a small archive claims to be a huge one. */
function overlaps(entries: readonly DirectoryEntry[]): readonly ZipFinding[] {
  const localHeaderBytes = 30;
  const byOffset = entries.toSorted(
    (a, b) => a.source.relativeOffsetOfLocalHeader - b.source.relativeOffsetOfLocalHeader,
  );
  let end = 0;
  for (const { source, name, compressedBytes } of byOffset) {
    if (source.relativeOffsetOfLocalHeader < end) return [{ rule: 'zip.overlap', entry: name, params: {} }];
    end = source.relativeOffsetOfLocalHeader + localHeaderBytes + source.fileNameRaw.length + compressedBytes;
  }
  return [];
}

function declaredSizes(entries: readonly DirectoryEntry[], limits: ZipLimits): readonly ZipFinding[] {
  const findings: ZipFinding[] = [];
  for (const { name, sizeBytes, compressedBytes } of entries) {
    const params = { bytes: sizeBytes, limit: limits.maxFileBytes };
    if (sizeBytes > limits.maxFileBytes) findings.push({ rule: 'zip.file-too-large', entry: name, params });
    else if (exceedsRatio({ out: sizeBytes, compressedBytes }, limits)) {
      findings.push({ rule: 'zip.ratio', entry: name, params: { limit: limits.maxRatio } });
    }
  }
  const bytes = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes > limits.maxTotalBytes) {
    findings.push({ rule: 'zip.total-too-large', params: { bytes, limit: limits.maxTotalBytes } });
  }
  return findings.slice(0, limits.maxFindings);
}

/** `out`: inflated bytes so far. */
export function exceedsRatio(
  sizes: { readonly out: number; readonly compressedBytes: number },
  limits: ZipLimits,
): boolean {
  return sizes.out > limits.ratioFromBytes && sizes.out > limits.maxRatio * sizes.compressedBytes;
}
