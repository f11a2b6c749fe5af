import { createCanvas } from '@napi-rs/canvas';
import type { Jp } from '@sinau/kernel';
import jsqr from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { CertificateNumber } from '../certificate.ts';
import type { PrintedCertificate } from '../ports.ts';
import { createCertificatePrinter, loadCertificateFonts } from './index.ts';

const verifyUrl = 'https://sinau.example/verify/SINAU-7K3M-9QXD-4TPA';
const certificate: PrintedCertificate = {
  number: 'SINAU-7K3M-9QXD-4TPA' as CertificateNumber,
  edition: {
    ...{ edition: 1, issuedAt: '2026-11-28T03:00:00.000Z', holderName: 'Ni Luh Putu Sri Rahayu' },
    ...{ subjectId: 'urn:uuid:1', statusIndex: 0 },
  },
  title: { en: 'Public service', id: 'Pelayanan publik' },
  ...{ providerName: 'Universitas Nusantara', issuerName: 'Sinau', jp: 450 as Jp, verifyUrl },
  // After midnight in Jakarta, the day before in UTC.
  startedAt: '2026-10-31T18:00:00.000Z',
  completedAt: '2026-11-28T03:00:00.000Z',
};
// Its types say that the function lies one level deeper than it does.
const readCode = jsqr as unknown as typeof jsqr.default;
const printer = createCertificatePrinter(await loadCertificateFonts());
const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes) }).promise;

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}
const nodes = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

async function textOf(one: PrintedCertificate): Promise<string> {
  const pdf = await open(await printer.print(one));
  const { items } = await (await pdf.getPage(1)).getTextContent();
  expect(pdf.numPages).toBe(1);
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

describe('a printed certificate', () => {
  it('says who, what, by whom, when in Indonesian dates, how many JP and its number', async () => {
    const text = await textOf(certificate);
    for (const words of [
      ...['Sertifikat', 'SINAU-7K3M-9QXD-4TPA', 'Ni Luh Putu Sri Rahayu', 'Pelayanan publik'],
      ...[
        'Universitas Nusantara',
        'dari 1 November 2026 sampai 28 November 2026',
        '4,5 jam pelajaran (JP) menurut kursus',
      ],
      'dan apakah JP-nya diakui',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('terbitan ke-');
  });

  it('has the days of the place where its holder works, and of western Indonesia where that was not kept', async () => {
    // Half past midnight in Jayapura, where the year is a new one.
    const at = '2026-12-31T15:30:00.000Z';
    const late = { ...certificate, startedAt: at, completedAt: at };
    const printed = { ...late, edition: { ...late.edition, issuedAt: at } };
    const there = await textOf({ ...printed, timeZone: 'Asia/Jayapura' });
    expect(there).toContain('pada 1 Januari 2027');
    expect(there).toContain('Diterbitkan 1 Januari 2027');
    expect(there).not.toContain('2026');
    const before = await textOf(printed);
    expect(before).toContain('pada 31 Desember 2026');
    expect(before).not.toContain('2027');
  });

  it('leaves out lesson hours that the course does not state, and says which edition it is', async () => {
    const { jp: _none, ...rest } = certificate;
    const text = await textOf({ ...rest, edition: { ...certificate.edition, edition: 3 } });
    expect(text).not.toContain('JP');
    expect(text).toContain('terbitan ke-3');
  });

  it('stays on one page with the longest names, letters from elsewhere, and no letter that is missing', async () => {
    const holderName = `Dr. ${'Śrī Wulandari-Łukasz '.repeat(9)}S.Sos.`;
    const text = await textOf({
      ...certificate,
      edition: { ...certificate.edition, holderName },
      title: { id: 'Tata kelola pemerintahan berbasis elektronik '.repeat(5).trim() },
    });
    expect(text).toContain('Śrī Wulandari-Łukasz');
  });

  it('is tagged, in Bahasa Indonesia, with headings, and the code has a text in its place', async () => {
    const pdf = await open(await printer.print(certificate));
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Language: 'id-ID', Title: expect.stringContaining('Pelayanan publik') });
    expect(Object.fromEntries((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)).toMatchObject({
      Marked: true,
    });
    const tree = nodes((await (await pdf.getPage(1)).getStructTree()) as Node);
    const roles = tree.flatMap(({ role }) => role ?? []);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles).toContain('H2');
    expect(tree.find(({ role }) => role === 'Figure')?.alt).toContain(verifyUrl);
  });

  it('has the same bytes whenever it is printed', async () => {
    const [one, other] = await Promise.all([printer.print(certificate), printer.print(certificate)]);
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('shows a code that a camera reads as the address where it is verified', async () => {
    const page = await (await open(await printer.print(certificate))).getPage(1);
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext('2d');
    // biome-ignore lint/suspicious/noExplicitAny: two libraries that each have a name for the same canvas.
    await page.render({ canvas: null, canvasContext: context as any, viewport }).promise;
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    expect(readCode(new Uint8ClampedArray(data), width, height)?.data).toBe(verifyUrl);
  });
});
