import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from './open-zip.ts';
import { writeZip, type ZipSource } from './write-zip.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

const sourceOf = (name: string, bytes: Uint8Array, sizeBytes = bytes.length): ZipSource => ({
  ...{ name, sizeBytes },
  read: async () =>
    (async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    })(),
});

const large = Uint8Array.from({ length: 1_500_000 }, (_, n) => n % 251);
const files: Readonly<Record<string, Uint8Array>> = {
  'cmi5.xml': Buffer.from('<x/>'),
  'kosong.txt': new Uint8Array(),
  'mé dia/film.mp4': large,
  ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`halaman/${n}.html`, Buffer.from(`<h1>${n}`)])),
};

describe('an archive that is written', () => {
  it('has the size that was told, and is read by other readers and by ours, file by file', async () => {
    const { sizeBytes, body } = writeZip(Object.entries(files).map(([name, bytes]) => sourceOf(name, bytes)));
    const written = await buffer(body);
    expect(written.length).toBe(sizeBytes);
    const unzipped = unzipSync(written);
    expect(Object.keys(unzipped).toSorted()).toEqual(Object.keys(files).toSorted());
    for (const [name, bytes] of Object.entries(files)) {
      expect(Buffer.compare(Buffer.from(unzipped[name] ?? []), Buffer.from(bytes))).toBe(0);
    }
    const path = join(folder, 'a.zip');
    await writeFile(path, written);
    const archive = await openZip(path);
    for (const entry of archive.entries) {
      const read = await buffer(await archive.read(entry));
      expect(read.equals(Buffer.from(files[entry.name] ?? []))).toBe(true);
    }
    await archive.close();
  });

  it('holds files that are given deflated, and tells what they are inflated', async () => {
    const inflated = { sizeBytes: large.length, checksum: crc32(large) };
    const source = { ...sourceOf('besar.xml', deflateRawSync(large)), inflated };
    const { sizeBytes, body } = writeZip([sourceOf('a', Buffer.from('a')), source]);
    const written = await buffer(body);
    expect([written.length, sizeBytes < large.length]).toEqual([sizeBytes, true]);
    expect(Buffer.compare(Buffer.from(unzipSync(written)['besar.xml'] ?? []), Buffer.from(large))).toBe(0);
    const path = join(folder, 'deflated.zip');
    await writeFile(path, written);
    const archive = await openZip(path);
    const [, entry] = archive.entries;
    expect(entry && (await buffer(await archive.read(entry))).equals(Buffer.from(large))).toBe(true);
    await archive.close();
  });

  it('is the same for the same files', async () => {
    const make = () => buffer(writeZip([sourceOf('a', Buffer.from('a'))]).body);
    expect((await make()).equals(await make())).toBe(true);
  });

  it('breaks off where a file is not what was announced', async () => {
    const { body } = writeZip([sourceOf('a', Buffer.from('abc')), sourceOf('b', Buffer.from('abc'), 4)]);
    await expect(buffer(body)).rejects.toThrow('b has 3 bytes, not 4');
  });

  it('refuses what it has no room for', () => {
    expect(() => writeZip([sourceOf('a', new Uint8Array(), 2 ** 32)])).toThrow(RangeError);
  });
});
