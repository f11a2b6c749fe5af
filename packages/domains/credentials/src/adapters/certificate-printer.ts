import { formatJp, localDateOf, type TimeZone } from '@sinau/kernel';
import { preferred } from '../badge.ts';
import { daysOf } from '../certificate.ts';
import type { CertificatePrinter, PrintedCertificate } from '../ports.ts';
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

const margin = 56;

/** One page A4, landscape, tagged (PDF/UA-1): headings and texts in reading order, the code with a text in its place. */
export function createCertificatePrinter(fonts: CertificateFonts): CertificatePrinter {
  return {
    print: (certificate) => {
      const pdf = open(fonts, certificate);
      const bytes = collect(pdf);
      drawFrame(pdf);
      const document = pdf.struct('Document');
      pdf.addStructure(document);
      for (const line of linesOf(certificate)) drawLine(pdf, document, line);
      drawProof(pdf, document, certificate);
      document.end();
      pdf.end();
      return bytes;
    },
  };
}

function open(fonts: CertificateFonts, { number, edition, title, issuerName }: PrintedCertificate): Pdf {
  const [, courseTitle] = preferred(title);
  return openPdf(fonts, {
    ...{ layout: 'landscape', margin, author: issuerName, subject: `Nomor ${number}` },
    title: `Sertifikat ${courseTitle} – ${edition.holderName}`,
    date: new Date(edition.issuedAt),
  });
}

interface Line {
  readonly tag: 'H1' | 'H2' | 'P';
  readonly text: string;
  readonly font: 'regular' | 'bold';
  /** Points. */
  readonly size: number;
  readonly colour: string;
  /** Free space above, in points. */
  readonly above: number;
}

const line = (tag: Line['tag'], text: string, look: Partial<Line> = {}): Line => ({
  ...{ tag, text, font: 'regular', size: 12, colour: colour.quiet, above: 8 },
  ...look,
});

function linesOf(certificate: PrintedCertificate): readonly Line[] {
  const { edition, jp, title, number, isAttendance } = certificate;
  const [, courseTitle] = preferred(title);
  return [
    line('P', certificate.issuerName, { font: 'bold', size: 14, colour: colour.accent, above: 0 }),
    line('H1', 'Sertifikat', { font: 'bold', size: 34, colour: colour.text, above: 14 }),
    line('P', `Nomor ${number}`, { above: 2 }),
    line('P', 'diberikan kepada', { above: 20 }),
    line('H2', edition.holderName, {
      font: 'bold',
      size: fitting(edition.holderName, 28),
      colour: colour.text,
    }),
    line('P', deedOf(certificate), { above: 14 }),
    line('H2', courseTitle, { font: 'bold', size: fitting(courseTitle, 20), colour: colour.accent }),
    line(
      'P',
      `${certificate.isRecognition ? 'diberikan' : 'diselenggarakan'} oleh ${certificate.providerName}`,
    ),
    line('P', periodOf(certificate)),
    ...(jp === undefined
      ? []
      : [
          line('P', `${formatJp(jp, 'id')} jam pelajaran (JP)${isAttendance ? '' : ' menurut kursus'}`, {
            font: 'bold',
            colour: colour.text,
            size: 14,
          }),
        ]),
  ];
}

function deedOf({ isAttendance, isRecognition }: PrintedCertificate): string {
  if (isRecognition) return 'yang menerima';
  return isAttendance ? 'yang telah mengikuti' : 'yang telah menyelesaikan';
}

/** Long names and titles are set smaller, and then on two lines. */
const fitting = (text: string, size: number): number => (text.length > 48 ? Math.round(size * 0.7) : size);

function periodOf(certificate: PrintedCertificate): string {
  const { firstDay, lastDay } = daysOf(certificate);
  const [first, last] = [dateOf(firstDay), dateOf(lastDay)];
  return first === last ? `pada ${last}` : `dari ${first} sampai ${last}`;
}

/** A local day, `2027-01-01`. */
const dateOf = (day: string): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

const issuedOn = (at: string, zone: TimeZone = 'Asia/Jakarta'): string =>
  dateOf(localDateOf(Date.parse(at), zone));

function drawFrame(pdf: Pdf): void {
  artifact(pdf, () => {
    pdf
      .lineWidth(2)
      .strokeColor(colour.line)
      .rect(24, 24, pdf.page.width - 48, pdf.page.height - 48)
      .stroke();
  });
}

function drawLine(pdf: Pdf, document: Tag, one: Line): void {
  document.add(
    pdf.struct(one.tag, {}, () => {
      pdf.font(one.font).fontSize(one.size).fillColor(one.colour);
      pdf.y += one.above;
      pdf.text(one.text, margin, pdf.y, { width: pdf.page.width - margin * 2, align: 'left' });
    }),
  );
}

function drawProof(pdf: Pdf, document: Tag, certificate: PrintedCertificate): void {
  const { verifyUrl: url, edition, jp } = certificate;
  const printing = edition.edition > 1 ? `, terbitan ke-${edition.edition}` : '';
  const y = pdf.page.height - margin - qrSize;
  const alt = `Kode QR untuk memeriksa keaslian sertifikat di ${url}`;
  drawFigure(pdf, document, { alt, url, place: { x: margin, y } });
  const x = margin + qrSize + 16;
  drawAddress(pdf, document, {
    ...{ url, place: { x, y: y + 8, width: pdf.page.width - x - margin } },
    written: [
      `Diterbitkan ${issuedOn(edition.issuedAt, certificate.timeZone)}${printing}.`,
      `Periksa keaslian dokumen ini${jp === undefined ? '' : ', dan apakah JP-nya diakui,'} dengan memindai kode QR, atau buka`,
    ],
  });
}
