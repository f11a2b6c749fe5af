import { CsvBroken, type CsvRecord, csvRecords } from './csv-records.ts';
import { type FileMode, type RosterFile, rosterFiles } from './files.ts';
import { packageLimits } from './limits.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';
import { type SentFiles, subjectOfUser } from './merge.ts';
import type { PackageFinding, PackageProblem } from './problems.ts';
import { fileReader, type ReadFile } from './read-file.ts';

/** An archive whose guards are its own: it rejects before more comes out than may. */
export interface PackageArchive {
  readonly names: readonly string[];
  open(name: string): AsyncIterable<Uint8Array>;
}

export interface PackageContents {
  readonly manifest: Manifest;
  readonly files: SentFiles;
  /** People in `users.csv`, and those of them who are called by a pseudonym of Sinau. */
  readonly people?: { readonly all: number; readonly known: number };
}

export interface PackageRefusal {
  readonly outcome: 'refused';
  /** The first of them. */
  readonly findings: readonly PackageFinding[];
  readonly total: number;
}
export type PackageReading =
  | { readonly outcome: 'read'; readonly contents: PackageContents }
  | PackageRefusal;

const mostFindings = 200;

export function refusedPackage(findings: readonly PackageFinding[]): PackageRefusal {
  return { outcome: 'refused', findings: findings.slice(0, mostFindings), total: findings.length };
}

/** Reads a whole package, one file after the other and line by line. Rejects with what the archive rejects with, and nothing else. */
export async function readPackage(archive: PackageArchive): Promise<PackageReading> {
  const names = archive.names.filter((name) => /\.csv$/i.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name));
  if (!names.includes(manifestName)) {
    const inside = names.find((name) => name.endsWith(`/${manifestName}`));
    const problem = inside === undefined ? 'manifest-missing' : 'in-folder';
    return refusedPackage([{ problem, file: inside ?? manifestName }]);
  }
  const findings: PackageFinding[] = [];
  const records: CsvRecord[] = [];
  await readRecords(archive, manifestName, {
    wrong: (finding) => void findings.push(finding),
    take: (record) => records.length < mostManifestRows && records.push(record) > 0,
  });
  if (findings.length > 0) return refusedPackage(findings);
  const read = readManifest(records);
  if ('findings' in read) return refusedPackage(read.findings);
  const { manifest } = read;
  const unlike = unlikeManifest(names, manifest);
  if (unlike.length > 0) return refusedPackage(unlike);
  return readFiles(archive, manifest);
}

const mostManifestRows = 200;

/** Files that are there and should not be, and the other way round. */
function unlikeManifest(names: readonly string[], { modes }: Manifest): readonly PackageFinding[] {
  const declared = [...modes.keys()].map((file) => `${file}.csv`);
  const missing = declared.filter((name) => !names.includes(name));
  const undeclared = names.filter((name) => name !== manifestName && !declared.includes(name));
  return [
    ...missing.map((file): PackageFinding => ({ problem: 'file-missing', file })),
    ...undeclared.map((file): PackageFinding => ({ problem: 'file-undeclared', file: file.slice(0, 200) })),
    ...(declared.length === 0 ? [{ problem: 'nothing-there' } as const] : []),
  ];
}

async function readFiles(archive: PackageArchive, manifest: Manifest): Promise<PackageReading> {
  const findings: PackageFinding[] = [];
  const files: Partial<Record<RosterFile, ReadFile & { readonly mode: FileMode }>> = {};
  const counted = { rows: 0 };
  for (const [name, mode] of manifest.modes) {
    const file = rosterFiles.find((one) => one === name);
    // What Sinau has no use for has to be readable, too: a package that is broken anywhere was cut.
    const reader = file ? fileReader({ file, mode }, (finding) => void findings.push(finding)) : undefined;
    const { heads, isBroken } = await readRows(archive, `${name}.csv`, { reader, findings, counted });
    // How much more would have come, nobody knows.
    if (isBroken) continue;
    if (!heads) findings.push({ problem: 'file-empty', file: `${name}.csv` });
    else if (file && reader) files[file] = { ...reader.end(), mode };
    if (counted.rows > packageLimits.rows) return refusedPackage([{ problem: 'too-many-rows' }]);
    if (findings.length >= mostFindings) break;
  }
  if (findings.length > 0) return refusedPackage(findings);
  const users = files.users?.rows;
  const known = users?.filter((user) => subjectOfUser(user) !== undefined).length ?? 0;
  const people = users && { all: users.length, known };
  return { outcome: 'read', contents: { manifest, files, ...(people && { people }) } };
}

interface Reading {
  readonly reader: ReturnType<typeof fileReader> | undefined;
  readonly findings: PackageFinding[];
  readonly counted: { rows: number };
}

async function readRows(
  archive: PackageArchive,
  name: string,
  { reader, findings, counted }: Reading,
): Promise<{ readonly heads: boolean; readonly isBroken: boolean }> {
  let heads = false;
  const isBroken = await readRecords(archive, name, {
    wrong: (finding) => void findings.push(finding),
    take(record) {
      if (!heads) {
        reader?.heads(record);
        heads = true;
        // Lines under wrong heads say nothing.
        return findings.length === 0;
      }
      if (reader) counted.rows += 1;
      reader?.row(record);
      return findings.length < mostFindings && counted.rows <= packageLimits.rows;
    },
  });
  return { heads, isBroken };
}

/** Gives records to `take` until it says false. True: the file breaks off, or is none. */
async function readRecords(
  archive: PackageArchive,
  file: string,
  to: {
    readonly take: (record: CsvRecord) => boolean;
    readonly wrong: (finding: PackageFinding) => void;
  },
): Promise<boolean> {
  try {
    for await (const record of csvRecords(textOf(archive.open(file)))) if (!to.take(record)) break;
    return false;
  } catch (error) {
    if (error instanceof CsvBroken) to.wrong({ problem: error.problem, file, line: error.line });
    else if (error instanceof NotText) to.wrong({ problem: 'encoding' satisfies PackageProblem, file });
    else throw error;
    return true;
  }
}

class NotText extends Error {}

/** UTF-8, with or without a byte order mark, and nothing else. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) yield decoded(decoder, piece);
  yield decoded(decoder);
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  let text: string;
  try {
    text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new NotText('no UTF-8', { cause });
  }
  // No text of a table has one; UTF-16 is full of them.
  if (text.includes('\u0000')) throw new NotText('a zero byte');
  return text;
}
