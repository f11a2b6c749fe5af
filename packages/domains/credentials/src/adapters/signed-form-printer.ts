import { printedFormNumber } from '../signed-form/number.ts';
import type { PrintedForm, SignedFormPrinter } from '../signed-form/ports.ts';
import { type CertificateFonts, collect, openPdf } from './pdf-parts.ts';
import { drawFeet, drawHeading, drawProof, drawWords, margin, type Sheet } from './pdf-sheet.ts';
import { drawTable } from './pdf-table.ts';
import { momentText } from './transcript-words.ts';

const titles = { coaching: 'coaching', mentoring: 'mentoring' } as const;
const roles = {
  coaching: { guide: 'Coach', learner: 'Peserta coaching' },
  mentoring: { guide: 'Mentor', learner: 'Peserta mentoring' },
} as const;

/** The form of a session that two people have signed, on A4, tagged (PDF/UA-1): who, when, what for, what was said, and how to check it. */
export function createSignedFormPrinter(fonts: CertificateFonts): SignedFormPrinter {
  return {
    print: (form) => {
      const { facts, number, issuerName } = form;
      const printed = printedFormNumber({ number, edition: facts.edition });
      const title = `Formulir ${titles[facts.kind]}`;
      const pdf = openPdf(fonts, {
        ...{ layout: 'portrait', margin, author: issuerName, title: `${title} – ${facts.learner.name}` },
        ...{ subject: `Nomor ${printed}`, date: signedAt(form) },
      });
      const bytes = collect(pdf);
      const document = pdf.struct('Document');
      pdf.addStructure(document);
      const on = { pdf, document };
      drawWords(on, issuerName, { bold: true, size: 12, isAccent: true, above: 0 });
      drawWords(on, title, { tag: 'H1', bold: true, size: 18 });
      drawWords(on, `Nomor ${printed}`, { isQuiet: true });
      drawProof(on, form.verifyUrl, {
        alt: `Kode QR untuk memeriksa keaslian formulir di ${form.verifyUrl}`,
        written:
          'Periksa keaslian, dan apakah keduanya masih menyatakannya, dengan memindai kode QR, atau buka',
      });
      drawWho(on, form);
      drawSaid(on, form);
      drawSignatures(on, form);
      document.end();
      drawFeet(pdf, printed);
      pdf.end();
      return bytes;
    },
  };
}

/** The second signature: from then on it says what it says. */
const signedAt = ({ facts }: PrintedForm): Date => new Date(facts.signatures.at(-1)?.at ?? facts.endsAt);

function drawWho(on: Sheet, { facts }: PrintedForm): void {
  const { kind, guide, learner, startsAt, endsAt, timeZone, minutes } = facts;
  const until = momentText(endsAt, timeZone).split(' ').slice(-2).join(' ');
  const from = momentText(startsAt, timeZone).split(' ').slice(0, -1).join(' ');
  const of = ({ name, agency }: typeof guide) => (agency === undefined ? name : `${name}, ${agency}`);
  drawTable(on.pdf, on.document, {
    columns: [
      { heading: 'Keterangan', width: 120 },
      { heading: 'Isi', width: 395 },
    ],
    rows: [
      [roles[kind].guide, of(guide)],
      [roles[kind].learner, of(learner)],
      ['Waktu', `${from}–${until} (${minutes} menit)`],
    ].map((cells) => ({ cells })),
    rowHead: 0,
  });
}

function drawSaid(on: Sheet, { facts }: PrintedForm): void {
  const parts = [
    ['Tujuan', facts.goal],
    ['Topik', facts.topic],
    ['Hasil', facts.result],
    ['Tindak lanjut', facts.followUp],
  ] as const;
  for (const [heading, words] of parts) {
    drawHeading(on, heading);
    // A line of its own each, so that long ones go on over pages.
    for (const line of words.split('\n')) if (line.trim() !== '') drawWords(on, line.trim());
  }
}

function drawSignatures(on: Sheet, { facts }: PrintedForm): void {
  const { kind, signatures, timeZone } = facts;
  drawHeading(on, 'Tanda tangan');
  drawTable(on.pdf, on.document, {
    columns: [
      { heading: 'Peran', width: 120 },
      { heading: 'Nama', width: 215 },
      { heading: 'Ditandatangani', width: 180 },
    ],
    rows: signatures.map(({ side, at }) => ({
      cells: [roles[kind][side], facts[side].name, momentText(at, timeZone)],
    })),
    rowHead: 0,
  });
  const note =
    'Keduanya menandatangani naskah ini setelah masuk ke Sinau dengan akun instansi masing-masing. Ini bukan tanda tangan elektronik tersertifikasi. JP dihitung menurut buku JP peserta.';
  drawWords(on, note, { size: 9, isQuiet: true, above: 10 });
}
