import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { type CraftedEntry, craftZip, createMemoryObjectStore } from '@sinau/platform/testing';
import type { ZipLimits } from '@sinau/platform/zip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContentRoom, createUploadRoom } from './adapters/index.ts';
import { createPackageOpener } from './adapters/package-reader.ts';
import { getImportReport, runImport, submitPackage } from './index.ts';
import { memoryCatalogue } from './testing/index.ts';

const principal: Principal = {
  ...{ kind: 'client', clientId: 'p1', name: 'p1', scopes: ['courses/write', 'courses/read'] },
  tenant: { kind: 'provider', providerId: 'p1' as ProviderId },
};
const wording =
  '<title><langstring lang="id">Etika</langstring></title><description><langstring>D</langstring></description>';
const structure = (more = '') => `<?xml version="1.0" encoding="UTF-8"?>
${more}<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://p.example/c">${wording}</course>
  <au id="https://p.example/a" moveOn="Passed">${wording}<url>index.html</url></au>
</courseStructure>`;
const data = (text: string) => Buffer.from(text);
const cmi5: CraftedEntry = { name: 'cmi5.xml', data: data(structure()) };
const page: CraftedEntry = { name: 'index.html', data: data('<h1>Etika</h1>') };
const other = (entry: Partial<CraftedEntry>): CraftedEntry[] => [
  cmi5,
  page,
  { name: 'other.txt', data: data('other'), ...entry },
];

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'single-defects-'));
});
afterEach(async () => {
  expect(await readdir(temporaryFolder)).toEqual([]);
  await rm(temporaryFolder, { recursive: true });
});

async function findingsOf(body: Uint8Array, zipLimits: Partial<ZipLimits> = {}) {
  const [uploads, content] = [createMemoryObjectStore(), createMemoryObjectStore()];
  const deps = {
    ...memoryCatalogue(),
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
    uploads: createUploadRoom({ uploads }),
    content: createContentRoom({ content }),
    packages: createPackageOpener({
      ...{ uploads, content, temporaryFolder, zipLimits },
      maxPackageBytes: 10_000_000,
    }),
    queue: { send: () => Promise.resolve() },
    ...{ maxPackageBytes: 10_000_000, allowedOrigins: ['https://c.example'] },
    activityBase: 'https://sinau.example/activities',
  };
  const upload = { fileName: 'etika.zip', contentType: 'application/zip', body };
  const { jobId } = await submitPackage(deps, { principal, ...upload });
  const outcome = await runImport(deps, { jobId });
  const { report } = await getImportReport(deps, { principal, jobId });
  const left: string[] = [];
  for await (const { key } of content.list('')) left.push(key);
  return { outcome, findings: report?.findings ?? [], left };
}

const told = (findings: Awaited<ReturnType<typeof findingsOf>>['findings']) =>
  findings.map(({ severity, rule, code, file, line, column }) => [severity, rule, code, file, line, column]);

interface Defect {
  readonly rule: string;
  readonly code: string;
  readonly is: string;
  readonly body: Uint8Array;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly limits?: Partial<ZipLimits>;
}

const named = (code: string, name: string, file = name): Defect => ({
  ...{ rule: 'sinau.package-name', code, is: `the name ${name.slice(0, 30)}`, file },
  body: craftZip(other({ name })),
});
const longName = `${'x'.repeat(701)}.txt`;
const deepName = `${'d/'.repeat(40)}x.txt`;
const names: readonly Defect[] = [
  named('zip.name-outside', '../x.txt'),
  named('zip.name-absolute', '/x.txt'),
  named('zip.name-control-character', 'a\u0001.txt', 'a\ufffd.txt'),
  named('zip.name-too-long', longName, `${'x'.repeat(200)}…`),
  named('zip.name-too-deep', deepName),
  named('zip.name-empty', '.'),
  named('zip.duplicate', 'Index.html'),
  named('zip.duplicate', 'index.html'),
  named('package.reserved-name', '.sinau/structure.json'),
];

const urlAt = { line: 4, column: (structure().split('\n')[3]?.indexOf('<url>') ?? 0) + 1 };
const cut = craftZip([cmi5, page]).subarray(0, -30);
const format = (code: string, is: string, body: Uint8Array): Defect => ({
  ...{ rule: '14.1.0.0-1', code, is, body },
});
const fileOf = (code: string, is: string, entry: Partial<CraftedEntry>): Defect => ({
  ...format(code, is, craftZip(other(entry))),
  file: 'other.txt',
});
const formats: readonly Defect[] = [
  { ...format('package.unknown-format', 'neither zip nor XML', data('Rar! archive')), rule: '14.0.0.0-1' },
  format('zip.malformed', 'a zip that was cut', cut),
  fileOf('zip.encrypted', 'an encrypted file', { flags: 1 }),
  fileOf('zip.method', 'a method nobody reads', { method: 99 }),
  fileOf('zip.checksum', 'a wrong checksum', { checksum: 1 }),
  fileOf('zip.size-mismatch', 'a wrong size', { declaredBytes: 3 }),
];

const rootless = (code: string, is: string, body: Uint8Array): Defect => ({
  ...{ rule: '14.1.0.0-2', code, is, body },
});
const contents: readonly Defect[] = [
  rootless('package.no-structure', 'no cmi5.xml', craftZip([page])),
  rootless('package.no-structure', 'a name in capitals', craftZip([{ ...cmi5, name: 'CMI5.XML' }, page])),
  rootless(
    'package.structure-in-folder',
    'a cmi5.xml in a folder',
    craftZip([cmi5, page].map((entry) => ({ ...entry, name: `kursus/${entry.name}` }))),
  ),
  {
    ...{ rule: '14.1.0.0-4', code: 'url.file-missing', is: 'an AU whose file is not in the zip' },
    ...{ body: craftZip([cmi5]), file: 'cmi5.xml', ...urlAt },
  },
  {
    ...{ rule: '14.2.0.0-1', code: 'url.relative-without-zip', is: 'a relative URL without zip' },
    ...{ body: data(structure()), file: 'cmi5.xml', ...urlAt },
  },
  {
    ...{ rule: 'sinau.xml-doctype', code: 'xml.doctype', is: 'a DTD' },
    body: craftZip([
      { name: 'cmi5.xml', data: data(structure('<!DOCTYPE c SYSTEM "http://127.0.0.1:9/">')) },
      page,
    ]),
    ...{ file: 'cmi5.xml', line: 2, column: 1 },
  },
];

const limit = (code: string, is: string, entries: readonly CraftedEntry[]): Defect => ({
  ...{ rule: 'sinau.package-limit', code, is, body: craftZip(entries) },
});
const noise = Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 2654435761) >>> 24));
const limits: readonly Defect[] = [
  { ...limit('zip.too-many-entries', 'too many files', other({})), limits: { maxEntries: 2 } },
  { ...limit('zip.total-too-large', 'too much in all', other({})), limits: { maxTotalBytes: 300 } },
  {
    ...limit('zip.file-too-large', 'a file that is too large', other({ data: noise })),
    ...{ file: 'other.txt', limits: { maxFileBytes: 4_000 } },
  },
  { ...limit('zip.ratio', 'a bomb', other({ data: Buffer.alloc(40_000_000) })), file: 'other.txt' },
  {
    ...limit('zip.overlap', 'two files in one place', [
      cmi5,
      page,
      { ...cmi5, name: 'other.txt', offset: 0 },
    ]),
    file: 'other.txt',
  },
  {
    ...limit('xml.too-large', 'a cmi5.xml of 3 MB', [
      { name: 'cmi5.xml', data: data(structure(`<!--${'x'.repeat(3_000_000)}-->`)), stored: true },
      page,
    ]),
    ...{ file: 'cmi5.xml', line: 1, column: 1 },
  },
  {
    ...{ rule: 'sinau.package-name', code: 'zip.special-file', is: 'a link', file: 'other.txt' },
    body: craftZip(other({ mode: 0o120777 })),
  },
  {
    ...{
      rule: 'sinau.package-name',
      code: 'zip.name-encoding',
      is: 'a name that is no text',
      file: 'a\ufffd',
    },
    body: craftZip(other({ name: Buffer.from([97, 255]) })),
  },
];

describe('a package with one defect', () => {
  it.each([...formats, ...contents, ...limits, ...names])(
    '$rule: $code for $is is one finding, and nothing stays',
    async ({ rule, code, body, file, line, column, ...more }) => {
      const { outcome, findings, left } = await findingsOf(body, more.limits);
      expect(told(findings)).toEqual([['error', rule, code, file, line, column]]);
      expect(outcome).toBe('refused');
      expect(left).toEqual([]);
    },
  );
});

describe('a package that only looks odd', () => {
  it.each<[string, Uint8Array]>([
    ['14.0.0.0-1: zip32', craftZip([cmi5, page])],
    ['14.0.0.0-1: zip64', craftZip([cmi5, page], { zip64: true })],
    ['14.0.0.0-1: a bare cmi5.xml', data(structure().replace('index.html', 'https://c.example/'))],
    [
      'files stored, not deflated',
      craftZip([
        { ...cmi5, stored: true },
        { ...page, stored: true },
      ]),
    ],
    ['entries for folders', craftZip([{ name: 'media/' }, cmi5, page])],
    ['what a Mac adds', craftZip(other({ name: '__MACOSX/._index.html' }))],
    ['another cmi5.xml further down', craftZip(other({ name: 'old/cmi5.xml', data: data('<x>') }))],
    ['a name beyond ASCII', craftZip(other({ name: 'gambar/é日.txt', flags: 0x800 }))],
  ])('%s: no error', async (_is, body) => {
    const { outcome, findings } = await findingsOf(body);
    expect(findings).toEqual([]);
    expect(outcome).toBe('passed');
  });
});
