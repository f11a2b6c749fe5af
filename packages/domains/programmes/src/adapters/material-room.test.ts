import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { EventId } from '../event.ts';
import { createMaterialRoom } from './material-room.ts';

const eventId = 'e-1' as EventId;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** As small as a PDF can be, with what stands in its catalog. */
const pdfWith = (catalog = '') =>
  bytesOf(
    [
      ...['%PDF-1.7', `1 0 obj <</Type/Catalog/Pages 2 0 R${catalog}>> endobj`],
      ...['2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj', '3 0 obj <</Type/Page/Parent 2 0 R>> endobj'],
      ...['trailer <</Root 1 0 R>>', '%%EOF', ''],
    ].join('\n'),
  );

it('takes an honest PDF, and refuses what is none, what is locked and what runs or carries something', async () => {
  const room = createMaterialRoom({ objects: createMemoryObjectStore(), digest: nodeDigest });
  expect(await room.inspect(pdfWith())).toMatchObject({
    pages: 1,
    sha256: expect.stringMatching(/^[\da-f]{64}$/),
  });
  expect(await room.inspect(bytesOf('<html><script>alert(1)</script>'))).toEqual({ problem: 'not-pdf' });
  const script = pdfWith('/OpenAction<</S/JavaScript/JS(app.alert(1))>>');
  expect(await room.inspect(script)).toEqual({ problem: 'active' });
  const files = pdfWith('/Names<</EmbeddedFiles<</Names[]>>>>');
  expect(await room.inspect(files)).toEqual({ problem: 'active' });
});

it('gives back what was put, and takes away one file or all of an event', async () => {
  const room = createMaterialRoom({ objects: createMemoryObjectStore(), digest: nodeDigest });
  const [one, two] = [
    { eventId, materialId: 'm1' },
    { eventId, materialId: 'm2' },
  ];
  for (const place of [one, two]) await room.put(place, bytesOf(place.materialId));
  expect(await room.get(two)).toEqual(bytesOf('m2'));
  await room.remove(one);
  expect(await room.get(one)).toBeUndefined();
  await room.removeAll(eventId);
  expect(await room.get(two)).toBeUndefined();
});
