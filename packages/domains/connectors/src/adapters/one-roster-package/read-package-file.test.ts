import { craftZip } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { packageBytes, samplePackage } from '../../testing/packages/sample-package.ts';
import { readPackageFile } from './read-package-file.ts';

const findingsOf = async (bytes: Uint8Array) => {
  const reading = await readPackageFile(bytes);
  return reading.outcome === 'read'
    ? []
    : reading.findings.map(({ problem, file = '' }) => `${problem} ${file}`.trim());
};
const manifest = Buffer.from(
  'propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.courses,bulk\n',
);
const withFiles = (...files: readonly { readonly name: string; readonly data: Buffer }[]) =>
  craftZip([{ name: 'manifest.csv', data: manifest }, ...files]);

describe('the file of a package', () => {
  it.each(['1.1', '1.2'] as const)('of version %s is read', async (version) => {
    const reading = await readPackageFile(packageBytes(samplePackage(2), { version }));
    expect(reading).toMatchObject({
      outcome: 'read',
      contents: { manifest: { version, systemName: 'SIAKAD Contoh' }, files: { classes: { lines: [2, 3] } } },
    });
  });

  it.each([
    ['is no archive', Buffer.from('sourcedId,title\n1,Etika'), 'not-a-package'],
    ['is empty', new Uint8Array(), 'not-a-package'],
    ['is cut off', packageBytes(samplePackage()).subarray(0, 900), 'not-a-package'],
    ['is too large', new Uint8Array(4 * 1024 * 1024 + 1), 'package-large'],
    ['lies in a folder', packageBytes(samplePackage(), { folder: 'paket/' }), 'in-folder paket/manifest.csv'],
  ])('is refused when it %s (case A4)', async (_what, bytes, expected) => {
    expect(await findingsOf(bytes)).toEqual([expected]);
  });

  it('is refused when a name leads out of it, and tells the name without signs that nobody sees (case A1)', async () => {
    const data = Buffer.from('x');
    expect(await findingsOf(withFiles({ name: '../courses.csv', data }))).toEqual([
      'not-a-package ../courses.csv',
    ]);
    expect(await findingsOf(withFiles({ name: '/etc/courses.csv', data }))).toHaveLength(1);
    const [finding] = await findingsOf(withFiles({ name: 'a\u0000\u0007.csv', data }));
    expect(finding).toBe('not-a-package a.csv');
  });

  it('is refused when it comes to much more than it is, before that is held anywhere (case A3)', async () => {
    const bomb = withFiles({ name: 'courses.csv', data: Buffer.alloc(33 * 1024 * 1024, 'a') });
    expect(bomb.length).toBeLessThan(200_000);
    expect(new Set(await findingsOf(bomb))).toEqual(new Set(['package-large courses.csv']));
    const one = Buffer.alloc(5 * 1024 * 1024, 'a');
    expect(await findingsOf(withFiles({ name: 'courses.csv', data: one }))).toEqual([
      'package-large courses.csv',
    ]);
  });

  it('is refused when one cell, or one line, has no end', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `${n}:${Math.sin(n)}`).join('');
    const cell = Buffer.from(`sourcedId,title\nc1,"${lines}"`);
    expect(await findingsOf(withFiles({ name: 'courses.csv', data: cell }))).toEqual([
      'cell-long courses.csv',
    ]);
    const line = Buffer.from(`sourcedId,title\nc1${','.repeat(200_000)}`);
    expect(await findingsOf(withFiles({ name: 'courses.csv', data: line }))).toEqual([
      'cells-count courses.csv',
    ]);
  });

  it('is read or refused whatever happened to its bytes on the way', async () => {
    const bytes = packageBytes(samplePackage(3));
    let seed = 11;
    for (let round = 0; round < 40; round += 1) {
      const damaged = Uint8Array.from(bytes);
      for (let n = 0; n < 3; n += 1) {
        seed = (seed * 16_807) % 2_147_483_647;
        damaged[seed % damaged.length] = seed % 256;
      }
      expect((await readPackageFile(damaged)).outcome).toMatch(/^(read|refused)$/);
    }
  });
});
