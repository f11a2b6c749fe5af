import { printedNumber } from '../transcript/number.ts';
import type { PrintedTranscript, TranscriptPrinter } from '../transcript/ports.ts';
import { formSums, type TranscriptFacts } from '../transcript/transcript.ts';
import {
  artifact,
  type CertificateFonts,
  collect,
  colour,
  drawAddress,
  drawFigure,
  openPdf,
  type Pdf,
  qrSize,
  type Tag,
} from './pdf-parts.ts';
import { breakUnless, type Column, drawTable, type Row } from './pdf-table.ts';
import { assumedWords, dutyWords, jpText, momentText, reasonWords, spanText } from './transcript-words.ts';

const margin = 40;

/** Pages A4, tagged (PDF/UA-1): who, the sums, every line with its reason, sums by form, and how to check all that. */
export function createTranscriptPrinter(fonts: CertificateFonts): TranscriptPrinter {
  return {
    print: (transcript) => {
      const { facts, issuerName, asOf } = transcript;
      const pdf = openPdf(fonts, {
        ...{ layout: 'portrait', margin, author: issuerName, date: new Date(asOf) },
        title: `Transkrip JP ${facts.year} – ${facts.holderName}`,
        subject: `Nomor ${printedNumber(transcript)}`,
      });
      const bytes = collect(pdf);
      const document = pdf.struct('Document');
      pdf.addStructure(document);
      const on = { pdf, document };
      drawHead(on, transcript);
      drawSums(on, facts);
      drawLines(on, facts);
      drawForms(on, facts);
      drawEnd(on, transcript);
      document.end();
      drawFeet(pdf, transcript);
      pdf.end();
      return bytes;
    },
  };
}

/** Where is written, and the element of the document that it belongs to. */
interface Sheet {
  readonly pdf: Pdf;
  readonly document: Tag;
}

interface Look {
  readonly tag?: 'H1' | 'H2' | 'P';
  readonly bold?: boolean;
  readonly size?: number;
  readonly colour?: string;
  /** Free space above, in points. */
  readonly above?: number;
}

function write({ pdf, document }: Sheet, text: string, look: Look = {}): void {
  const { tag = 'P', bold = false, size = 10, above = 4 } = look;
  pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  const width = pdf.page.width - margin * 2;
  // A heading takes some of what it names along.
  breakUnless(pdf, above + pdf.heightOfString(text, { width }) + (tag === 'H2' ? 60 : 0));
  document.add(
    pdf.struct(tag, {}, () => {
      pdf
        .font(bold ? 'bold' : 'regular')
        .fontSize(size)
        .fillColor(look.colour ?? colour.text);
      pdf.text(text, margin, pdf.y + above, { width });
    }),
  );
}

const heading = (on: Sheet, text: string) => {
  write(on, text, { tag: 'H2', bold: true, size: 13, colour: colour.accent, above: 16 });
  on.pdf.y += 4;
};

function drawHead(on: Sheet, transcript: PrintedTranscript): void {
  const { facts, asOf, issuerName } = transcript;
  write(on, issuerName, { bold: true, size: 12, colour: colour.accent, above: 0 });
  write(on, `Transkrip jam pelajaran (JP) ${facts.year}`, { tag: 'H1', bold: true, size: 18 });
  write(on, `Nomor ${printedNumber(transcript)}`, { colour: colour.quiet });
  drawProof(on, transcript);
  const { maskedEmployeeNumber, agency, post, status } = facts;
  const known: readonly (readonly [string, string | undefined])[] = [
    ['Nama', facts.holderName],
    [status === 'PPPK' ? 'NI PPPK' : 'NIP', maskedEmployeeNumber],
    ['Instansi', agency],
    ['Jabatan', post],
    ['Status kepegawaian', status],
    ['Keadaan per', momentText(asOf, facts.timeZone)],
  ];
  drawTable(on.pdf, on.document, {
    columns: [
      { heading: 'Keterangan', width: 120 },
      { heading: 'Isi', width: 395 },
    ],
    rows: known.flatMap(([name, value]) => (value === undefined ? [] : [{ cells: [name, value] }])),
    rowHead: 0,
  });
}

function drawSums(on: Sheet, facts: TranscriptFacts): void {
  heading(on, 'Ringkasan');
  const sums = [
    ['JP diakui', jpText(facts.recognised), 'Dihitung untuk tahun ini'],
    ['JP dihitung', jpText(facts.computed), 'Menurut aturan, sebelum batas'],
    ['JP tertera', jpText(facts.stated), 'Pada kursus atau sertifikat'],
    ['JP ditahan', jpText(facts.held), 'Belum diakui; menunggu keputusan instansi'],
  ];
  drawTable(on.pdf, on.document, {
    columns: [
      { heading: 'Angka', width: 120 },
      { heading: 'JP', width: 80, align: 'right' },
      { heading: 'Artinya', width: 315 },
    ],
    rows: sums.map((cells, at) => ({ cells, isSum: at === 0 })),
    rowHead: 0,
  });
  on.pdf.y += 6;
  for (const text of dutyWords(facts)) write(on, text);
  for (const what of facts.assumed) write(on, assumedWords[what], { colour: colour.quiet });
}

const hours = (heading: string): Column => ({ heading, width: 52, align: 'right' });

function drawLines(on: Sheet, { lines, ...sums }: TranscriptFacts): void {
  heading(on, 'Pembelajaran');
  if (lines.length === 0) {
    write(on, 'Belum ada pembelajaran yang tercatat pada tahun ini.');
    return;
  }
  const rows = lines.map((line): Row => {
    const { title, organiser, form, stated, computed, recognised, reasons } = line;
    const why = reasons.map((reason) => reasonWords[reason]).join('; ');
    return {
      cells: [
        spanText(line),
        [title, [form, organiser ?? 'penyelenggara tidak tercatat'].join(' · ')],
        ...[jpText(stated), jpText(computed), jpText(recognised), why],
      ],
    };
  });
  const total = [jpText(sums.stated), jpText(sums.computed), jpText(sums.recognised), ''];
  drawTable(on.pdf, on.document, {
    columns: [
      { heading: 'Tanggal', width: 78 },
      { heading: 'Kegiatan, bentuk, penyelenggara', width: 196 },
      ...[hours('Tertera'), hours('Dihitung'), hours('Diakui')],
      { heading: 'Alasan', width: 85 },
    ],
    rows: [...rows, { cells: ['', 'Jumlah', ...total], isSum: true }],
    rowHead: 1,
  });
}

function drawForms(on: Sheet, { lines }: TranscriptFacts): void {
  if (lines.length === 0) return;
  heading(on, 'Jumlah per bentuk');
  drawTable(on.pdf, on.document, {
    columns: [
      { heading: 'Bentuk', width: 331 },
      { heading: 'Kegiatan', width: 80, align: 'right' },
      ...[hours('Dihitung'), hours('Diakui')],
    ],
    rows: formSums(lines).map(({ form, count, computed, recognised }) => ({
      cells: [form, String(count), jpText(computed), jpText(recognised)],
    })),
    rowHead: 0,
  });
}

/** On the first page, where whoever checks looks. */
function drawProof({ pdf, document }: Sheet, { verifyUrl: url }: PrintedTranscript): void {
  const x = pdf.page.width - margin - qrSize;
  const alt = `Kode QR untuk memeriksa keaslian transkrip di ${url}`;
  drawFigure(pdf, document, { alt, url, place: { x, y: margin } });
  drawAddress(pdf, document, {
    ...{ url, place: { x: margin, y: pdf.y + 6, width: x - margin - 16 } },
    written: [
      'Periksa keaslian, dan apakah ada terbitan yang lebih baru, dengan memindai kode QR, atau buka',
    ],
  });
  pdf.y = Math.max(pdf.y, margin + qrSize) + 10;
}

function drawEnd(on: Sheet, { facts, asOf }: PrintedTranscript): void {
  on.pdf.y += 8;
  const note = `Menurut buku JP per ${momentText(asOf, facts.timeZone)}; buku JP dapat berubah sesudahnya. Satu JP sama dengan 45 menit. Tahun pengakuan adalah tahun hari terakhir belajar. Yang ditarik, ditolak, atau sudah dihitung sebagai pembelajaran yang sama tidak dimuat.`;
  write(on, note, { size: 9, colour: colour.quiet });
}

/** Which page of how many, for the eye. */
function drawFeet(pdf: Pdf, transcript: PrintedTranscript): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Otherwise writing below the margin would begin another page.
    pdf.page.margins.bottom = 0;
    artifact(pdf, () => {
      pdf.font('regular').fontSize(8).fillColor(colour.quiet);
      const text = `${printedNumber(transcript)} · halaman ${page - start + 1} dari ${count}`;
      pdf.text(text, margin, pdf.page.height - 28, { width: pdf.page.width - margin * 2, align: 'right' });
    });
  }
}
