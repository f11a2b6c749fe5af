import { createCanvas } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { someTranscriptFacts } from '../testing/index.ts';
import type { PrintedTranscript } from '../transcript/ports.ts';
import type { TranscriptNumber } from '../transcript/transcript.ts';
import { createTranscriptPrinter, loadCertificateFonts } from './index.ts';

const verifyUrl = 'https://sinau.example/verify/SINAU-JP-7K3M-9QXD-4TPA-2';
const transcript: PrintedTranscript = {
  ...{ number: 'SINAU-JP-7K3M-9QXD-4TPA' as TranscriptNumber, edition: 2, facts: someTranscriptFacts },
  // Eight hours later where the person is.
  ...{ asOf: '2026-11-28T17:30:00.000Z', issuerName: 'Sinau', verifyUrl },
};
const printer = createTranscriptPrinter(await loadCertificateFonts());
const open = async (of: PrintedTranscript) =>
  getDocument({ data: new Uint8Array(await printer.print(of)) }).promise;

// Its types say that the function lies one level deeper than it does.
const readCode = jsqr as unknown as typeof jsqr.default;

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}
const nodes = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

/** Text and roles of every page. */
async function read(of: PrintedTranscript) {
  const pdf = await open(of);
  const pages: { readonly text: string; readonly roles: readonly string[] }[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const shown = await pdf.getPage(page);
    const { items } = await shown.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).filter((str) => str.trim() !== '');
    const roles = nodes((await shown.getStructTree()) as Node).flatMap(({ role }) => role ?? []);
    pages.push({ text: text.join(' '), roles });
  }
  return { pdf, pages, text: pages.map(({ text }) => text).join(' ') };
}

describe('a printed transcript', () => {
  it('says of whom, of when, every line with its three numbers and reason, the sums, and what the law asks', async () => {
    const { text, pages } = await read(transcript);
    expect(pages).toHaveLength(1);
    for (const words of [
      ...['Transkrip jam pelajaran (JP) 2026', 'Nomor SINAU-JP-7K3M-9QXD-4TPA-2', 'Ni Luh Putu Sri Rahayu'],
      ...['NIP ••••••••••••••1999', 'Badan Contoh', 'Analis SDM', '29 November 2026 01.30 WITA'],
      ...['JP diakui 14', 'JP dihitung 18,5', 'JP tertera 18,5', 'JP ditahan 2,5'],
      'Minimal 20 JP setahun: belum terpenuhi. Dasar: PP 11/2017 Ps 203(4) (belum diverifikasi).',
      '2–3 Feb 2026 Pelayanan publik E-learning · Universitas Nusantara 8 8 6 batas harian',
      'Seminar satu data Seminar · Badan Contoh 8 8 8',
      'Etika E-learning · penyelenggara tidak tercatat 2,5 2,5 0 ditahan',
      ...['Jumlah 18,5 18,5 14', 'E-learning 2 10,5 6', 'Seminar 1 8 8', verifyUrl],
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(words);
  });

  it('is tagged, in Bahasa Indonesia, with headings and tables that name their rows and columns', async () => {
    const { pdf, pages } = await read(transcript);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Language: 'id-ID', Title: 'Transkrip JP 2026 – Ni Luh Putu Sri Rahayu' });
    expect(Object.fromEntries((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)).toMatchObject({
      Marked: true,
    });
    const roles = pages[0]?.roles ?? [];
    const count = (role: string) => roles.filter((one) => one === role).length;
    expect([count('H1'), count('H2'), count('Table'), count('Figure')]).toEqual([1, 3, 4, 1]);
    // Of its four tables: a row of headings each, and as many rows as they have facts.
    expect([count('TR'), count('TH')]).toEqual([4 + 6 + 4 + 4 + 2, 2 + 3 + 6 + 4 + 6 + 4 + 4 + 2]);
  });

  it('goes on over pages with whole rows, headings for the eye on each, and one table for the ear', async () => {
    const [line] = someTranscriptFacts.lines;
    if (!line) throw new Error('there is a line');
    const lines = Array.from({ length: 60 }, (_, n) => ({
      ...line,
      title: `Tata kelola pemerintahan berbasis elektronik, bagian ${n + 1} `.repeat(1 + (n % 4)).trim(),
    }));
    const long = { ...transcript, facts: { ...someTranscriptFacts, lines } };
    const { pages, text } = await read(long);
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      expect(page.text).toContain(`halaman ${at + 1} dari ${pages.length}`);
      if (at > 0 && at < pages.length - 1) expect(page.text).toContain('Kegiatan, bentuk, penyelenggara');
    }
    for (const { title } of lines) expect(text.replace(/\s+/g, ' ')).toContain(title);
    const bytes = Buffer.from(await printer.print(long)).toString('latin1');
    expect(bytes.match(/\/S \/THead/g)).toHaveLength(4);
  });

  it('says that nothing was learned in an empty year', async () => {
    const { text } = await read({ ...transcript, facts: { ...someTranscriptFacts, lines: [] } });
    expect(text).toContain('Belum ada pembelajaran yang tercatat pada tahun ini.');
    expect(text).not.toContain('Jumlah per bentuk');
  });

  it('has the same bytes whenever it is printed, and a code that a camera reads', async () => {
    const [one, other] = await Promise.all([printer.print(transcript), printer.print(transcript)]);
    expect(Buffer.compare(one, other)).toBe(0);
    const page = await (await open(transcript)).getPage(1);
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext('2d');
    await page.render({ canvas: null, canvasContext: canvasContext as never, viewport }).promise;
    const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
    expect(readCode(new Uint8ClampedArray(data), width, height)?.data).toBe(verifyUrl);
  });
});
