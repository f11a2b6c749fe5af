import { deflateSync } from 'node:zlib';
import type { AgencyId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import type { ForumId } from '../forums/forum.ts';
import { createMinutesRoom } from './minutes-room.ts';

const room = createMinutesRoom({ objects: createMemoryObjectStore(), digest: nodeDigest });

/** One page whose content is that; packed as writers do, or plain. */
function pdfWith(content: string, { catalog = '', isPacked = true, more = '' } = {}): Uint8Array {
  const body = isPacked ? deflateSync(Buffer.from(content, 'latin1')) : Buffer.from(content, 'latin1');
  const filter = isPacked ? '/Filter /FlateDecode' : '';
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n4 0 obj\n<< ${filter} /Length ${body.length} >>\nstream\n`;
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from(head, 'latin1'),
      body,
      Buffer.from(`\nendstream\nendobj\n${more}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1'),
    ]),
  );
}
/** Streams behind the first. */
const streams = (count: number, content: string) =>
  Array.from({ length: count }, (_, n) => {
    const body = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
    return `${n + 5} 0 obj\n<< /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj\n`;
  }).join('');
const megabytes = (count: number, letter: string) => letter.repeat(count * 1024 * 1024);
const line = (text: string) => `BT /F1 12 Tf (${text}) Tj ET`;

describe('minutes as files', () => {
  it('are kept as they were sent', async () => {
    const bytes = pdfWith(line('Disepakati loket kedua dibuka 1 Desember 2026, biaya Rp12.500.000.000.'));
    expect(await room.inspect(bytes)).toEqual({ pages: 1, sha256: nodeDigest.sha256(bytes) });
    const place = { agencyId: 'bkn' as AgencyId, forumId: 'f1' as ForumId, fileId: 'x' };
    await room.put(place, bytes);
    expect(await room.get(place)).toEqual(bytes);
    expect(await room.get({ ...place, agencyId: 'lan' as AgencyId })).toBeUndefined();
    await room.remove(place);
    expect(await room.get(place)).toBeUndefined();
  });

  it.each([
    ['packed', line('NIK 3201011505900001'), {}],
    ['plain', line('Hubungi 0812-3456-7890'), { isPacked: false }],
    ['in pieces', 'BT [(08)-20(12 34)10(56 7890)] TJ ET', {}],
    ['with escapes', line('budi\\100contoh.go.id'), {}],
    ['as a description', line('Rapat'), { catalog: '/Lang (sri@contoh.go.id)' }],
  ])('are refused with a number or an address of somebody, %s', async (_, content, how) => {
    expect(await room.inspect(pdfWith(content, how))).toEqual({ problem: 'tells-of-person' });
  });

  it.each([
    ['not-pdf', Uint8Array.from(Buffer.from('<script>'))],
    ['active', pdfWith(line('x'), { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })],
  ])('are refused when they are %s', async (problem, bytes) => {
    expect(await room.inspect(bytes)).toEqual({ problem });
  });

  it.each([
    ['streams', streams(5_000, 'q Q')],
    ['letters', streams(12, megabytes(3, 'q'))],
    ['letters in one stream', streams(1, megabytes(5, 'q'))],
  ])('are refused where they have too many %s to be read to the end', async (_, more) => {
    expect(await room.inspect(pdfWith(line('Rapat'), { more }))).toEqual({ problem: 'too-much' });
  });

  it.each([
    ['as many streams as are read', streams(4_999, 'q Q')],
    ['large pictures', streams(12, megabytes(5, '\u00ff'))],
  ])('are kept with %s, and read behind them', async (_, more) => {
    expect(await room.inspect(pdfWith(line('Rapat'), { more }))).toMatchObject({ pages: 1 });
    const behind = `${more}9999 0 obj\n(NIK 3201011505900001)\nendobj\n`;
    expect(await room.inspect(pdfWith(line('Rapat'), { more: behind }))).toEqual({
      problem: 'tells-of-person',
    });
  });

  it('F3: are read in no time, whatever is in them', async () => {
    for (const content of [
      '('.repeat(200_000),
      '['.repeat(200_000),
      '(\\'.repeat(100_000),
      '[(a)'.repeat(100_000),
    ]) {
      const began = performance.now();
      await room.inspect(pdfWith(content));
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
});
