import { printedNumber } from '../transcript/number.ts';
import type { PrintedTranscript, TranscriptPrinter } from '../transcript/ports.ts';
import { formSums, type TranscriptFacts } from '../transcript/transcript.ts';
import { type CertificateFonts, collect, openPdf } from './pdf-parts.ts';
import { drawFeet, drawHeading, drawProof, drawWords, margin, type Sheet } from './pdf-sheet.ts';
import { type Column, drawTable, type Row } from './pdf-table.ts';
import { assumedWords, dutyWords, jpText, momentText, reasonWords, spanText } from './transcript-words.ts';

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
      drawFeet(pdf, printedNumber(transcript));
      pdf.end();
      return bytes;
    },
  };
}

function drawHead(on: Sheet, transcript: PrintedTranscript): void {
  const { facts, asOf, issuerName } = transcript;
  drawWords(on, issuerName, { bold: true, size: 12, isAccent: true, above: 0 });
  drawWords(on, `Transkrip jam pelajaran (JP) ${facts.year}`, { tag: 'H1', bold: true, size: 18 });
  drawWords(on, `Nomor ${printedNumber(transcript)}`, { isQuiet: true });
  drawProof(on, transcript.verifyUrl, {
    alt: `Kode QR untuk memeriksa keaslian transkrip di ${transcript.verifyUrl}`,
    written: 'Periksa keaslian, dan apakah ada terbitan yang lebih baru, dengan memindai kode QR, atau buka',
  });
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
  drawHeading(on, 'Ringkasan');
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
  for (const text of dutyWords(facts)) drawWords(on, text);
  for (const what of facts.assumed) drawWords(on, assumedWords[what], { isQuiet: true });
}

const hours = (heading: string): Column => ({ heading, width: 52, align: 'right' });

function drawLines(on: Sheet, { lines, ...sums }: TranscriptFacts): void {
  drawHeading(on, 'Pembelajaran');
  if (lines.length === 0) {
    drawWords(on, 'Belum ada pembelajaran yang tercatat pada tahun ini.');
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
  drawHeading(on, 'Jumlah per bentuk');
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

function drawEnd(on: Sheet, { facts, asOf }: PrintedTranscript): void {
  on.pdf.y += 8;
  const note = `Menurut buku JP per ${momentText(asOf, facts.timeZone)}; buku JP dapat berubah sesudahnya. Satu JP sama dengan 45 menit. Tahun pengakuan adalah tahun hari terakhir belajar. Yang ditarik, ditolak, atau sudah dihitung sebagai pembelajaran yang sama tidak dimuat.`;
  drawWords(on, note, { size: 9, isQuiet: true });
}
