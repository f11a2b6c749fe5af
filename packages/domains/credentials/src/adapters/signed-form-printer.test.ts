import { createCanvas } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { FormNumber } from '../signed-form/form.ts';
import type { PrintedForm } from '../signed-form/ports.ts';
import { someFormFacts } from '../testing/index.ts';
import { createSignedFormPrinter, loadCertificateFonts } from './index.ts';

const verifyUrl = 'https://sinau.example/verify/SINAU-CM-7K3M-9QXD-4TPA-1';
const form: PrintedForm = {
  number: 'SINAU-CM-7K3M-9QXD-4TPA' as FormNumber,
  ...{ facts: someFormFacts, issuerName: 'Sinau', verifyUrl },
};
const printer = createSignedFormPrinter(await loadCertificateFonts());
const open = async (of: PrintedForm) =>
  getDocument({ data: new Uint8Array(await printer.print(of)) }).promise;

// Its types say that the function lies one level deeper than it does.
const readCode = jsqr as unknown as typeof jsqr.default;

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}
const nodes = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

async function read(of: PrintedForm) {
  const pdf = await open(of);
  const pages: { readonly text: string; readonly roles: readonly string[] }[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const shown = await pdf.getPage(page);
    const { items } = await shown.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    const roles = nodes((await shown.getStructTree()) as Node).flatMap(({ role }) => role ?? []);
    pages.push({ text: text.replace(/\s+/g, ' '), roles });
  }
  return { pdf, pages, text: pages.map(({ text }) => text).join(' ') };
}

describe('the form of a session', () => {
  it('says who, when, what for, what was said, what follows, and who has signed it when', async () => {
    const { text, pages } = await read(form);
    expect(pages).toHaveLength(1);
    for (const words of [
      ...[
        'Formulir coaching',
        'Nomor SINAU-CM-7K3M-9QXD-4TPA-1',
        'Coach Dr. Wulan Contoh, M.T., Badan Contoh',
      ],
      'Peserta coaching Sri Contoh, S.Kom., Dinas Contoh',
      'Waktu 2 Maret 2026 09.00–09.45 WIB (45 menit)',
      ...['Tujuan Memimpin rapat', 'Topik Membuka rapat', 'Hasil Agenda tiga baris', 'Tindak lanjut Dicoba'],
      'Peserta coaching Sri Contoh, S.Kom. 2 Maret 2026 10.00 WIB',
      'Coach Dr. Wulan Contoh, M.T. 2 Maret 2026 11.30 WIB',
      verifyUrl,
    ])
      expect(text).toContain(words);
  });

  it('is tagged, in Bahasa Indonesia, with headings and tables that name their rows', async () => {
    const { pdf, pages } = await read(form);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Language: 'id-ID', Title: 'Formulir coaching – Sri Contoh, S.Kom.' });
    expect(Object.fromEntries((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)).toMatchObject({
      Marked: true,
    });
    const roles = pages[0]?.roles ?? [];
    const count = (role: string) => roles.filter((one) => one === role).length;
    expect([count('H1'), count('H2'), count('Table'), count('Figure')]).toEqual([1, 5, 2, 1]);
  });

  it('goes on over pages with what is long, each of them numbered, and leaves out what controls', async () => {
    const lines = Array.from({ length: 120 }, (_, n) => `Baris ${n + 1} dari hasil\u0007 yang panjang.`);
    const long = {
      ...form,
      facts: { ...someFormFacts, result: lines.join('\n'), followUp: 'x'.repeat(2_000) },
    };
    const { pages, text } = await read(long);
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries())
      expect(page.text).toContain(`halaman ${at + 1} dari ${pages.length}`);
    for (const n of [1, 60, 120]) expect(text).toContain(`Baris ${n} dari hasil yang panjang.`);
  });

  it('gives the same bytes for the same facts', async () => {
    expect(await printer.print(form)).toEqual(await printer.print(form));
  });

  it('has a code that cameras read', async () => {
    const page = await (await open(form)).getPage(1);
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(viewport.width, viewport.height);
    const canvasContext = canvas.getContext('2d');
    await page.render({ canvasContext, viewport, canvas } as unknown as Parameters<typeof page.render>[0])
      .promise;
    const { data } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
    expect(readCode(new Uint8ClampedArray(data), canvas.width, canvas.height)?.data).toBe(verifyUrl);
  });
});
