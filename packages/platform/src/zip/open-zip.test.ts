import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, createDeflateRaw } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from './open-zip.ts';
import { type CraftedEntry, craftZip } from './testing/craft-zip.ts';
import type { ZipLimits } from './zip-limits.ts';
import { ZipRefused } from './zip-refused.ts';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.zip`);
  await writeFile(path, bytes);
  return path;
}

/** Rules broken on opening, or on reading every file. */
async function rulesOf(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<readonly string[]> {
  return rulesOfFile(await fileOf(bytes), limits);
}

async function rulesOfFile(path: string, limits: Partial<ZipLimits>): Promise<readonly string[]> {
  try {
    const archive = await openZip(path, limits);
    try {
      for (const entry of archive.entries) for await (const _ of await archive.read(entry));
      return [];
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (error instanceof ZipRefused) return error.findings.map(({ rule }) => rule);
    throw error;
  }
}

const named = (...names: string[]) => craftZip(names.map((name) => ({ name })));
const text = Buffer.from('some text, some text, some text');

describe('openZip', () => {
  it.each([
    [
      'zip32 written by another library',
      Buffer.from(zipSync({ 'a/b.txt': text, 'c.txt': text }, { level: 6 })),
    ],
    [
      'zip64',
      craftZip(
        [
          { name: 'a/b.txt', data: text },
          { name: 'c.txt', data: text, stored: true },
        ],
        { zip64: true },
      ),
    ],
  ])('reads %s', async (_kind, bytes) => {
    const archive = await openZip(await fileOf(bytes));
    expect(archive.entries.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
      ['a/b.txt', text.length],
      ['c.txt', text.length],
    ]);
    for (const entry of archive.entries) {
      expect(Buffer.from(await archive.readAll(entry, 100))).toEqual(text);
    }
    const [first] = archive.entries;
    if (!first) throw new Error('no entry');
    await expect(archive.readAll(first, 5)).rejects.toThrow('zip.file-too-large');
    await archive.close();
  });

  it.each(['', 'text only', 'PK\u0005\u0006', '<xml/>'])(
    'refuses what is not an archive: %j',
    async (body) => {
      expect(await rulesOf(Buffer.from(body))).toEqual(['zip.malformed']);
    },
  );

  it('refuses an archive that was cut', async () => {
    const bytes = craftZip([{ name: 'a', data: text }]);
    expect(await rulesOf(bytes.subarray(0, bytes.length * 0.6))).toEqual(['zip.malformed']);
  });

  it.each([
    ['../../x.html', 'zip.name-outside'],
    ['a/../../x', 'zip.name-outside'],
    ['..\\x', 'zip.name-outside'],
    ['a\\..\\..\\x', 'zip.name-outside'],
    ['/etc/x', 'zip.name-absolute'],
    ['\\\\host\\share', 'zip.name-absolute'],
    ['C:\\x', 'zip.name-absolute'],
    ['c:x', 'zip.name-absolute'],
    ['a\nb', 'zip.name-control-character'],
    ['a\u0000.html', 'zip.name-control-character'],
    ['', 'zip.name-empty'],
    ['.', 'zip.name-empty'],
    ['x'.repeat(701), 'zip.name-too-long'],
    [`${'d/'.repeat(33)}x`, 'zip.name-too-deep'],
  ])('A1: refuses the entry name %j', async (name, rule) => {
    expect(await rulesOf(named('cmi5.xml', name))).toEqual([rule]);
  });

  it('A1: refuses a name that is not of its encoding', async () => {
    expect(await rulesOf(craftZip([{ name: Buffer.from([0x61, 0xff, 0x62]) }]))).toEqual([
      'zip.name-encoding',
    ]);
  });

  it('A2: refuses a symbolic link and a device', async () => {
    const link = { name: 'link', data: Buffer.from('/etc/passwd') };
    expect(await rulesOf(craftZip([{ ...link, mode: 0o120777 }]))).toEqual(['zip.special-file']);
    expect(await rulesOf(craftZip([{ ...link, mode: 0o020666 }]))).toEqual(['zip.special-file']);
    expect(await rulesOf(craftZip([{ ...link, mode: 0o100644 }]))).toEqual([]);
  });

  it('A3: stops a zip bomb of 10 GB from 10 MB within a second and at flat memory', {
    timeout: 60_000,
  }, async () => {
    const raw = await deflatedZeros(10 * 1024 ** 3);
    expect(raw.length).toBeLessThan(11 * 1024 ** 2);
    // Honest headers fall in pass 1; these headers lie.
    const honest = craftZip([{ name: 'a', raw, declaredBytes: 2 ** 32 - 2 }]);
    const lying = craftZip([{ name: 'a', raw, declaredBytes: 100 }]);
    const lyingWithinLimits = craftZip([{ name: 'a', raw, declaredBytes: 1024 ** 3 }]);
    const lyingInParts = craftZip(
      ['a', 'b', 'c'].map((name) => ({ name, raw, declaredBytes: 30 * 1024 ** 2 })),
    );
    for (const [bytes, rules, limits] of [
      [honest, ['zip.file-too-large'], {}],
      [lying, ['zip.size-mismatch'], {}],
      [lyingWithinLimits, ['zip.ratio'], {}],
      [lyingInParts, ['zip.size-mismatch'], {}],
    ] as const) {
      const path = await fileOf(bytes);
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      expect(await rulesOfFile(path, limits)).toEqual(rules);
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
    }
  });

  it('A3: refuses a million empty entries', async () => {
    const bytes = craftZip([{ name: 'a' }], { zip64: true, entryCount: 1_000_000 });
    expect(await rulesOf(bytes)).toEqual(['zip.too-many-entries']);
    expect(
      await rulesOf(named(...Array.from({ length: 11 }, (_, n) => `f${n}`)), { maxEntries: 10 }),
    ).toEqual(['zip.too-many-entries']);
  });

  it('A3: leaves archives inside the archive as they are', async () => {
    const nest = (depth: number): Buffer =>
      depth === 0 ? text : craftZip([{ name: 'nested.zip', data: nest(depth - 1) }]);
    const archive = await openZip(await fileOf(nest(5)));
    expect(archive.entries.map(({ name }) => name)).toEqual(['nested.zip']);
    await archive.close();
  });

  it('A3: refuses files that share their compressed bytes', async () => {
    const data = Buffer.alloc(1_000);
    expect(
      await rulesOf(
        craftZip([
          { name: 'a', data },
          { name: 'b', data, offset: 0 },
        ]),
      ),
    ).toEqual(['zip.overlap']);
  });

  it.each([
    ['fewer', text.length - 1],
    ['more', text.length + 1],
  ])('A4: counts measured bytes when the header declares %s', async (_kind, declaredBytes) => {
    expect(await rulesOf(craftZip([{ name: 'a', data: text, declaredBytes }]))).toEqual([
      'zip.size-mismatch',
    ]);
  });

  it('A4: holds limits against the sum of what came out', async () => {
    const data = Buffer.alloc(600, 'ab');
    const bytes = craftZip(['a', 'b', 'c'].map((name) => ({ name, data })));
    expect(await rulesOf(bytes, { maxTotalBytes: 1_799 })).toEqual(['zip.total-too-large']);
    expect(await rulesOf(bytes, { maxTotalBytes: 1_800 })).toEqual([]);
    expect(await rulesOf(bytes, { maxFileBytes: 599 })).toEqual(Array(3).fill('zip.file-too-large'));
    expect(await rulesOf(bytes, { maxRatio: 10, ratioFromBytes: 500 })).toEqual(Array(3).fill('zip.ratio'));
  });

  it.each([
    ['two letter cases', ['A.js', 'a.js']],
    ['two equal names', ['a.js', 'a.js']],
    ['NFC and NFD', ['caf\u00e9.js', 'cafe\u0301.js']],
    ['two separators', ['a/b.js', 'a\\b.js']],
    ['a needless step', ['b.js', './b.js']],
    ['a file that is also a folder', ['a', 'a/b.js']],
    ['a folder that is also a file', ['a/b.js', 'a']],
    ['folders that differ by letter case', ['a/b.js', 'A/c.js']],
  ])('A7: refuses %s, the same on every run', async (_kind, names) => {
    for (let run = 0; run < 2; run += 1) expect(await rulesOf(named(...names))).toEqual(['zip.duplicate']);
  });

  it('A11: accepts backslashes, needless steps and folder entries', async () => {
    const archive = await openZip(
      await fileOf(named('./index.html', 'lib\\', 'lib\\a.js', 'lib//b.js', 'lib/')),
    );
    expect(archive.entries.map(({ name }) => name)).toEqual(['index.html', 'lib/a.js', 'lib/b.js']);
    await archive.close();
  });

  it.each<[string, CraftedEntry, string]>([
    ['an encrypted entry', { name: 'a', data: text, flags: 0x801 }, 'zip.encrypted'],
    ['strong encryption', { name: 'a', data: text, flags: 0x841 }, 'zip.encrypted'],
    ['another compression method', { name: 'a', data: text, method: 14 }, 'zip.method'],
    ['a wrong checksum', { name: 'a', data: text, checksum: 1 }, 'zip.checksum'],
    [
      'a broken deflate stream',
      { name: 'a', raw: Buffer.from([7, 7, 7]), declaredBytes: 9 },
      'zip.malformed',
    ],
    ['data beyond the end of the file', { name: 'a', data: text, offset: 60 }, 'zip.malformed'],
  ])('refuses %s', async (_kind, entry, rule) => {
    expect(await rulesOf(craftZip([entry]))).toEqual([rule]);
  });

  it('names every finding of the directory with its entry', async () => {
    const bytes = named('../a', 'b', '/c');
    const opening = openZip(await fileOf(bytes));
    await expect(opening).rejects.toMatchObject({
      findings: [
        { rule: 'zip.name-outside', entry: '../a' },
        { rule: 'zip.name-absolute', entry: '/c' },
      ],
    });
  });

  it('lets only its own refusals escape from altered archives', async () => {
    const sound = craftZip([
      { name: 'a.txt', data: text },
      { name: 'b/c.txt', data: text, stored: true },
    ]);
    const change = fc.record({ at: fc.nat(sound.length - 1), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(sound);
        for (const { at, value } of changes) bytes[at] = value;
        await rulesOf(bytes);
      }),
      { numRuns: 400 },
    );
  });
});

/** Deflate of zeros is periodic: one flushed block repeated, then the end marker. */
async function deflatedZeros(bytes: number): Promise<Buffer> {
  const block = 64 * 1024 ** 2;
  const deflate = createDeflateRaw({ level: 9 });
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const write = (size: number) =>
    new Promise<void>((done) => deflate.write(Buffer.alloc(size), () => done()));
  const flush = () => new Promise<void>((done) => deflate.flush(constants.Z_FULL_FLUSH, done));
  await write(block);
  await flush();
  const one = Buffer.concat(chunks);
  return Buffer.concat([...Array<Buffer>(bytes / block).fill(one), Buffer.from([3, 0])]);
}
