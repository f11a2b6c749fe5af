import type { AgencyId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { createDecreeRoom } from './decree-room.ts';

const room = createDecreeRoom({ objects: createMemoryObjectStore(), digest: nodeDigest });
const pdfWith = (catalog: string) =>
  Uint8Array.from(
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
      'latin1',
    ),
  );

it('keeps a letter as it was sent, below the agency and year', async () => {
  const bytes = pdfWith('');
  expect(await room.inspect(bytes)).toEqual({ pages: 1, sha256: nodeDigest.sha256(bytes) });
  const place = { agencyId: 'bkn' as AgencyId, year: 2027, decreeId: 'd1' };
  await room.put(place, bytes);
  expect(await room.get(place)).toEqual(bytes);
  expect(await room.get({ ...place, agencyId: 'lan' as AgencyId })).toBeUndefined();
  await room.remove({ ...place, decreeId: 'd2' });
  expect(await room.get(place)).toEqual(bytes);
  await room.remove(place);
  expect(await room.get(place)).toBeUndefined();
});

it.each([
  ['a script', pdfWith('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'active'],
  ['an attached file', pdfWith('/Names << /EmbeddedFiles 9 0 R >>'), 'active'],
  ['a page of HTML', new TextEncoder().encode('<script>alert(1)</script>'), 'not-pdf'],
])('refuses %s', async (_, bytes, problem) => {
  expect(await room.inspect(bytes)).toEqual({ problem });
});
