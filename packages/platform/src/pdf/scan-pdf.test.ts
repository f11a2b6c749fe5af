import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { scanPdf } from './scan-pdf.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** One page; `more`: whole objects from number 10 on. */
const pdfWith = ({ catalog = '', page = '', more = [] as readonly (string | Buffer)[] }) =>
  Buffer.concat([
    latin(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`),
    latin('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    latin(`3 0 obj\n<< /Type /Page /Parent 2 0 R ${page} >>\nendobj\n`),
    ...more.map((one, n) =>
      Buffer.concat([latin(`${10 + n} 0 obj\n`), Buffer.from(one), latin('\nendobj\n')]),
    ),
    latin('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);

/** Objects packed under these numbers, at these places or where they stand. */
function packed(objects: readonly (readonly [number, string, at?: number])[]): Buffer {
  let offset = 0;
  const header = objects.map(([number, text, at]) => {
    const line = `${number} ${at ?? offset}`;
    offset += text.length + 1;
    return line;
  });
  const first = `${header.join(' ')} `;
  const body = deflateSync(latin(`${first}${objects.map(([, text]) => text).join('\n')}\n`));
  const told = `/Type /ObjStm /N ${objects.length} /First ${first.length} /Filter /FlateDecode`;
  return Buffer.concat([latin(`<< ${told} /Length ${body.length} >>\nstream\n`), body, latin('\nendstream')]);
}

const link = (address: string) => ({
  page: `/Annots [<< /Subtype /Link /A << /S /URI /URI ${address} >> >>]`,
});
const goTo = '<< /S /GoTo /D [3 0 R /Fit] >>';

describe('what a PDF does by itself', () => {
  it.each([
    ['is going to a page', { catalog: `/OpenAction ${goTo}` }],
    ['is a place', { catalog: '/OpenAction [3 0 R /XYZ null null 1]' }],
    ['is a place elsewhere in the file', { catalog: '/OpenAction 10 0 R', more: ['[3 0 R /Fit]'] }],
    ['is going, packed with other objects', { catalog: '/OpenAction 20 0 R', more: [packed([[20, goTo]])] }],
    ['is going when a page is shown', { page: `/AA << /O ${goTo} >>` }],
    ['is nothing', { catalog: '/OpenAction null', page: '/AA << >>' }],
    [
      'is nothing: a font is called AA',
      { page: '/Resources << /Font << /AA 10 0 R >> >>', more: ['<< /Type /Font >>'] },
    ],
  ])('is let through when it %s', (_, parts) => {
    expect(scanPdf(pdfWith(parts))).toEqual({ pages: 1 });
  });

  it.each([
    [
      'it opens a page of the web',
      { catalog: '/OpenAction << /S /URI /URI (https://x.example) >>' },
      '/OpenAction',
    ],
    ['it prints', { catalog: '/Open#41ction << /S /Named /N /Print >>' }, '/OpenAction'],
    [
      'it goes somewhere and then on',
      { catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (https://x.example) >> >>' },
      '/OpenAction',
    ],
    [
      'it does so by a reference',
      { catalog: '/OpenAction 10 0 R', more: ['<< /S /URI /URI (https://x.example) >>'] },
      '/OpenAction',
    ],
    [
      'it does so by a reference into a pack',
      { catalog: '/OpenAction 20 0 R', more: [packed([[20, '<< /S /Hide /T (x) >>']])] },
      '/OpenAction',
    ],
    ['its reference leads nowhere', { catalog: '/OpenAction 99 0 R' }, '/OpenAction'],
    [
      'an object stands there twice',
      { catalog: '/OpenAction 10 0 R', more: [goTo, '<< >>\nendobj\n10 0 obj\n<< /S /Named >>'] },
      '/OpenAction',
    ],
    ['a page acts when it is shown', { page: '/AA << /O << /S /URI /URI (https://x.example) >> >>' }, '/AA'],
    ['a page acts by a list elsewhere', { page: '/AA 10 0 R', more: ['<< /O << /S /Named >> >>'] }, '/AA'],
    ['a list elsewhere leads on', { page: '/AA 10 0 R', more: ['<< /O 11 0 R >>', goTo] }, '/AA'],
    [
      'a field acts',
      { catalog: '/AcroForm << /Fields [<< /AA << /K 10 0 R >> >>] >>', more: ['<< /S /Named >>'] },
      '/OpenAction',
    ],
    [
      'a model brings a script',
      { more: ['<< /Subtype /3D /3DD << /OnInstantiate 9 0 R >> >>'] },
      '/OnInstantiate',
    ],
  ])('is refused when %s', (_, parts, name) => {
    expect(scanPdf(pdfWith(parts))).toEqual({ refused: 'active', names: [name] });
  });
});

describe('links of a PDF', () => {
  it.each([
    '(https://sinau.example/a?b=c#d:e)',
    '(HTTP://x.example)',
    '<68747470733a2f2f78>',
    '(mailto:a@x.example)',
    '(tel:+6221)',
    '(halaman/2.html)',
    '(//x.example/a:b)',
    '(?a=b:c)',
    '10 0 R',
  ])('may lead to %s', (address) => {
    expect(scanPdf(pdfWith({ ...link(address), more: ['(https://x.example)'] }))).toEqual({ pages: 1 });
  });

  it.each([
    '(javascript:alert\\(1\\))',
    '(JavaScript:alert)',
    '( \\t java\\nscript:alert)',
    '(java\\\nscript:alert)',
    '(\\152\\141vascript:alert)',
    '<6a 61 76 61 73 63 72 69 70 74 3a>',
    '(\\376\\377\\000j\\000a\\000v\\000a\\000s\\000c\\000r\\000i\\000p\\000t\\000:)',
    '(data:text/html,x)',
    '(file:///etc/passwd)',
    '(vbscript:x)',
    '(\\\\\\\\:x)',
    '10 0 R',
    '99 0 R',
  ])('may not lead to %s', (address) => {
    const found = scanPdf(pdfWith({ ...link(address), more: ['(javascript:alert)'] }));
    expect(found).toEqual({ refused: 'active', names: ['/URI'] });
  });

  it('have no other beginning in the catalog, and hide in no pack', () => {
    const based = { catalog: '/URI << /Base (javascript:) >>' };
    expect(scanPdf(pdfWith({ catalog: '/URI << /Base (https://x.example/) >>' }))).toEqual({ pages: 1 });
    const hidden = { more: [packed([[20, '<< /S /URI /URI (javascript:x) >>']])] };
    for (const parts of [based, hidden]) {
      expect(scanPdf(pdfWith(parts))).toEqual({ refused: 'active', names: ['/URI'] });
    }
  });
});

describe('packs of objects', () => {
  it('say where each begins, and no place is in the middle of one', () => {
    const inner = [[20, '<< /X (y) /Z << /S /Named >> >>', 10]] as const;
    expect(scanPdf(pdfWith({ more: [packed(inner)] }))).toMatchObject({ refused: 'broken' });
    const spaced = [[20, `   ${goTo}`, 1]] as const;
    expect(scanPdf(pdfWith({ catalog: '/OpenAction 20 0 R', more: [packed(spaced)] }))).toEqual({ pages: 1 });
  });

  it('that would fill the memory are refused', () => {
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, 32));
    const told = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>`;
    const stream = Buffer.concat([latin(`${told}\nstream\n`), bomb, latin('\nendstream')]);
    expect(scanPdf(pdfWith({ more: [stream] }))).toMatchObject({ refused: 'broken' });
    const many = Array.from({ length: 100_002 }, (_, n) => [n, '1'] as const);
    expect(scanPdf(pdfWith({ more: [packed(many)] }))).toMatchObject({ refused: 'broken' });
  });
});

it('lets through what an honest writer makes, with a link and an outline', async () => {
  const document = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.text('Peraturan', { link: 'https://jdih.example/pp-11' });
  document.outline.addItem('Bab 1');
  document.addPage().text('Bab 2', { goTo: 'bab-1' });
  document.end();
  await ended;
  expect(scanPdf(Buffer.concat(chunks))).toEqual({ pages: 2 });
});
