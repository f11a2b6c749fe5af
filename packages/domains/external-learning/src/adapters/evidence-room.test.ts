import { deflateSync } from 'node:zlib';
import type { PersonId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import type { EvidenceId, LearningId } from '../learning.ts';
import { createEvidenceRoom } from './evidence-room.ts';

const room = createEvidenceRoom({ objects: createMemoryObjectStore(), digest: nodeDigest });

const pdfWith = (catalog: string, more = '') =>
  Uint8Array.from(
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n${more}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
      'latin1',
    ),
  );

/** Catalog and all in a stream of objects, as a table of the file would name them. */
function packed(dictionary: string): Uint8Array {
  const objects = '7 0 << /S /JavaScript /JS (app.alert(1)) >>';
  const body = deflateSync(Buffer.from(objects));
  const head = `4 0 obj\n<< ${dictionary} /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\n`;
  return pdfWith(
    '',
    Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream\nendobj\n')]).toString('latin1'),
  );
}

describe('files of evidence', () => {
  it('are kept as they were sent', async () => {
    const bytes = pdfWith('');
    expect(await room.inspect(bytes)).toEqual({ pages: 1, sha256: nodeDigest.sha256(bytes) });
    const place = {
      personId: 'sri' as PersonId,
      ...{ learningId: 'l1' as LearningId, evidenceId: 'e1' as EvidenceId },
    };
    await room.put(place, bytes);
    expect(await room.get(place)).toEqual(bytes);
    await room.remove(place);
    expect(await room.get(place)).toBeUndefined();
    const neighbour = { ...place, learningId: 'l10' as LearningId };
    for (const one of [place, neighbour]) await room.put(one, bytes);
    await room.removeAll(place);
    expect(await room.get(place)).toBeUndefined();
    expect(await room.get(neighbour)).toEqual(bytes);
  });

  it.each([
    ['a script when it opens', pdfWith('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'active'],
    ['a script whose name is written in hex', pdfWith('/AA << /O << /S /Java#53cript >> >>'), 'active'],
    ['an attached file', pdfWith('/Names << /EmbeddedFiles 9 0 R >>'), 'active'],
    ['a script packed with other objects, whatever the pack calls itself', packed('/Type /Foo'), 'active'],
    ['a script packed in differences', packed('/Type /ObjStm /DecodeParms << /Predictor 12 >>'), 'not-pdf'],
    ['a form that sends', pdfWith('/AcroForm << /A << /S /SubmitForm >> >>'), 'active'],
    ['a program that starts', pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'active'],
    [
      'a password',
      new TextEncoder().encode(
        '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt 8 0 R >>\n',
      ),
      'encrypted',
    ],
    [
      'a page of HTML that calls itself PDF',
      new TextEncoder().encode('<script>alert(1)</script>'),
      'not-pdf',
    ],
    ['nothing behind its first line', new TextEncoder().encode('%PDF-1.7\n'), 'not-pdf'],
    ['no bytes', new Uint8Array(), 'not-pdf'],
    ['a stream without an end', pdfWith('', '4 0 obj\n<< /Length 9 >>\nstream\nxx'), 'not-pdf'],
  ])('are refused with %s', async (_, bytes, problem) => {
    expect(await room.inspect(bytes)).toEqual({ problem });
  });
});
