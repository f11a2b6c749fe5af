import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { checkSealedPdf } from './index.ts';
import {
  createSealingKey,
  objectOf,
  placesOf,
  type SealPdfOptions,
  sealPdf,
  withObjects,
} from './testing/index.ts';

const at = new Date('2026-11-28T03:00:00Z');
const valid = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
const key = createSealingKey({ name: 'Segel Badan Contoh', organisation: 'Badan Contoh', ...valid });

function print(text: string, link = false): Promise<Buffer> {
  const pdf = new PDFDocument({ tagged: true, pdfVersion: '1.7', lang: 'id', displayTitle: true });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(parts))));
  pdf.on('data', (part: Buffer) => parts.push(part));
  pdf.text(text);
  if (link) pdf.link(10, 10, 40, 40, 'https://sinau.example/verify');
  pdf.end();
  return done;
}

const original = await print('Sertifikat Sri Rahayu');
const seal = (options: Partial<SealPdfOptions> = {}, of: Uint8Array = original) =>
  sealPdf(of, key, { at, ...options });
const check = (sealed: Uint8Array, of: Uint8Array = original) => checkSealedPdf({ original: of, sealed, at });
const replaced = (bytes: Buffer, from: string, to: string) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');

/** The last byte of the signature, before the room that is left over. */
function flippedSignature(): Buffer {
  const sealed = seal();
  const end = sealed.indexOf('0'.repeat(200), sealed.indexOf('/Contents <3082', original.length));
  const place = end - 2;
  sealed.write(sealed[place] === 0x31 ? '2' : '1', place, 'latin1');
  return sealed;
}

/** Whether the tool is there; it is another implementation than ours. */
function pdfsig(bytes: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  try {
    writeFileSync(join(folder, 'sealed.pdf'), bytes);
    return execFileSync('pdfsig', ['-nocert', join(folder, 'sealed.pdf')], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a sealed PDF', () => {
  it.each([
    ['a plain page', false],
    ['a page that has a link already', true],
  ])('is taken, and tells whose seal it is: %s', async (_, link) => {
    const pdf = await print('Sertifikat', link);
    expect(check(seal({}, pdf), pdf)).toEqual({
      sealer: {
        ...{ name: 'Segel Badan Contoh', organisation: 'Badan Contoh', issuer: 'Segel Badan Contoh' },
        ...{
          serialNumber: expect.stringMatching(/^11[0-9A-F]{16}$/),
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        validTo: '2027-01-01T00:00:00.000Z',
      },
    });
  });

  it('holds for another program too, where there is one', ({ skip }) => {
    const told = pdfsig(seal());
    if (told === undefined) skip('pdfsig is not installed');
    expect(told).toContain('Signature is Valid');
    expect(told).toContain('Total document signed');
  });

  it.each<[string, () => Uint8Array, string]>([
    ['nothing at all', () => Buffer.alloc(0), 'other-document'],
    ['what was sent, without a seal', () => original, 'other-document'],
    ['a page of an error', () => Buffer.from('<html>502</html>'.repeat(2_000)), 'other-document'],
    ['one byte of the document changed', () => replaced(seal(), '/Lang', '/Lbng'), 'other-document'],
    ['a file that breaks off', () => seal().subarray(0, -400), 'broken'],
    ['more than any signature takes', () => Buffer.concat([original, Buffer.alloc(2_200_000)]), 'broken'],
    ['bytes behind what is signed', () => Buffer.concat([seal(), Buffer.from('\n')]), 'not-sealed'],
    ['a signature of another kind', () => seal({ kind: 'adbe.x509.rsa_sha1' }), 'not-sealed'],
    ['a byte of what is signed changed', () => replaced(seal({ reason: 'A' }), '(A)', '(B)'), 'forged'],
    ['a byte of the signature changed', () => flippedSignature(), 'forged'],
    ['a seal that is seen', () => seal({ rect: '0 0 300 300' }), 'changed'],
  ])('is refused for %s', (_, sealed, refused) => {
    expect(check(sealed())).toMatchObject({ refused });
  });

  it('is refused when a second update shows something else than what was signed', () => {
    const sealed = seal();
    const { root, table, size } = placesOf(sealed);
    const later = withObjects(sealed, {
      objects: new Map([[size, '<< /A 1 >>']]),
      root,
      table,
      size: size + 1,
    });
    expect(check(later)).toMatchObject({ refused: 'changed' });
  });

  it.each<[string, (places: ReturnType<typeof placesOf>) => ReadonlyMap<number, string>]>([
    ['its text', (of) => new Map([[contentOf(of.page), '<< /Length 0 >>\nstream\n\nendstream']])],
    [
      'the pages it has',
      (of) => new Map([[of.root, objectOf(original, of.root).replace(/\/Pages \d+/, '/Pages 999')]]),
    ],
    [
      'how big its page is',
      (of) => new Map([[of.page, objectOf(original, of.page).replace(/\/MediaBox \[0 0/, '/MediaBox [9 9')]]),
    ],
    [
      'what its page does',
      (of) => new Map([[of.root, objectOf(original, of.root).replace(/>>$/, '/OpenAction [1 0 R /Fit] >>')]]),
    ],
    [
      'a note upon it',
      (of) =>
        new Map([
          [
            of.page,
            objectOf(original, of.page).replace(/>>$/, `/Annots [${of.size} 0 R ${of.size + 2} 0 R] >>`),
          ],
          [of.size + 2, '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (PALSU) >>'],
        ]),
    ],
  ])('is refused when the update changes %s, though its signature holds', (_, objects) => {
    expect(check(seal({ objects: objects(placesOf(original)) }))).toMatchObject({ refused: 'changed' });
  });

  it('is refused when it runs something', () => {
    const { size } = placesOf(original);
    const script = new Map([[size + 2, '<< /S /JavaScript /JS (app.alert(1)) >>']]);
    expect(check(seal({ objects: script }))).toMatchObject({ refused: 'broken' });
  });

  it('is refused when its table leads elsewhere', () => {
    const sealed = seal();
    const text = sealed.toString('latin1');
    const last = text.lastIndexOf('00000 n');
    const elsewhere = replaced(sealed, text.slice(last - 11, last + 7), '0000000015 00000 n');
    expect(check(elsewhere)).toMatchObject({ refused: 'changed' });
  });

  it.each([
    ['has ended', '2027-01-01T00:00:01Z'],
    ['has not begun', '2025-12-31T23:59:59Z'],
  ])('is refused when its certificate %s', (_, now) => {
    expect(checkSealedPdf({ original, sealed: seal(), at: new Date(now) })).toMatchObject({
      refused: 'ended',
    });
  });

  it('is refused when the certificate within belongs to another key', () => {
    // Of the same names, so that nothing else moves.
    const other = createSealingKey({ name: 'Segel Badan Contoh', organisation: 'Badan Contoh', ...valid });
    const hex = (bytes: Buffer) => bytes.toString('hex');
    const swapped = replaced(sealPdf(original, other, { at }), hex(other.certificate), hex(key.certificate));
    expect(swapped.toString('latin1')).toContain(hex(key.certificate));
    expect(check(swapped)).toMatchObject({ refused: 'forged' });
  });

  it('never throws, whatever comes back behind the document', () => {
    const sealed = seal();
    fc.assert(
      fc.property(
        fc.nat(sealed.length - original.length - 1),
        fc.nat(255),
        fc.nat(400),
        (place, byte, cut) => {
          const bytes = Buffer.from(sealed.subarray(0, sealed.length - (cut > 200 ? cut - 200 : 0)));
          const where = original.length + Math.min(place, bytes.length - original.length - 1);
          const before = bytes[where];
          bytes[where] = byte;
          const isSame = before === byte && bytes.length === sealed.length;
          // Digits of hexadecimal come large or small, and room that is left over is no part of a signature.
          if (!isSame && 'sealer' in check(bytes))
            expect(where).toBeGreaterThan(sealed.indexOf('/Contents <', original.length));
        },
      ),
      { numRuns: 300, seed: 56 },
    );
  });
});

function contentOf(page: number): number {
  return Number(/\/Contents (\d+) 0 R/.exec(objectOf(original, page))?.[1]);
}
