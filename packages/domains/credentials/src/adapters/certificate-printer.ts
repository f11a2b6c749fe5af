import { formatJp } from '@sinau/kernel';
import PDFDocument from 'pdfkit';
import { create } from 'qrcode';
import { preferred } from '../badge.ts';
import type { CertificatePrinter, PrintedCertificate } from '../ports.ts';

/** TrueType files; a PDF that others keep for years brings its letters along. */
export interface CertificateFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

type Pdf = InstanceType<typeof PDFDocument>;

const colour = { text: '#1f2937', quiet: '#4b5563', accent: '#0f5c56', line: '#0f5c56' } as const;
const margin = 56;
const zone = 'Asia/Jakarta';
const qrSize = 92;

/** One page A4, landscape, tagged (PDF/UA-1): headings and texts in reading order, the code with a text in its place. */
export function createCertificatePrinter(fonts: CertificateFonts): CertificatePrinter {
  return {
    print: (certificate) => {
      const pdf = openPdf(certificate);
      pdf.registerFont('regular', Buffer.from(fonts.regular));
      pdf.registerFont('bold', Buffer.from(fonts.bold));
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

function openPdf({ number, edition, title, issuerName }: PrintedCertificate): Pdf {
  const [, courseTitle] = preferred(title);
  // The date of the edition and not of the printing: the same certificate has the same bytes.
  const date = new Date(edition.issuedAt);
  const info = { Title: `Sertifikat ${courseTitle} – ${edition.holderName}`, Author: issuerName };
  const options = {
    ...{ size: 'A4', layout: 'landscape', margin, tagged: true, lang: 'id-ID', displayTitle: true },
    ...{ pdfVersion: '1.7', subset: 'PDF/UA' },
    info: { ...info, Subject: `Nomor ${number}`, CreationDate: date, ModDate: date },
  };
  // Its types know the subsets of PDF/A alone.
  return new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
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
  const { edition, jp, title, number } = certificate;
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
    line('P', 'yang telah menyelesaikan', { above: 14 }),
    line('H2', courseTitle, { font: 'bold', size: fitting(courseTitle, 20), colour: colour.accent }),
    line('P', `diselenggarakan oleh ${certificate.providerName}`),
    line('P', periodOf(certificate)),
    ...(jp === undefined
      ? []
      : [
          line('P', `${formatJp(jp, 'id')} jam pelajaran (JP)`, {
            font: 'bold',
            colour: colour.text,
            size: 14,
          }),
        ]),
  ];
}

/** Long names and titles are set smaller, and then on two lines. */
const fitting = (text: string, size: number): number => (text.length > 48 ? Math.round(size * 0.7) : size);

function periodOf({ startedAt, completedAt }: PrintedCertificate): string {
  const [first, last] = [dateOf(startedAt), dateOf(completedAt)];
  return first === last ? `pada ${last}` : `dari ${first} sampai ${last}`;
}

function dateOf(iso: string): string {
  return new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: zone }).format(new Date(iso));
}

function drawFrame(pdf: Pdf): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .lineWidth(2)
    .strokeColor(colour.line)
    .rect(24, 24, pdf.page.width - 48, pdf.page.height - 48)
    .stroke();
  pdf.endMarkedContent();
}

function drawLine(pdf: Pdf, document: PDFKit.PDFStructureElement, one: Line): void {
  document.add(
    pdf.struct(one.tag, {}, () => {
      pdf.font(one.font).fontSize(one.size).fillColor(one.colour);
      pdf.y += one.above;
      pdf.text(one.text, margin, pdf.y, { width: pdf.page.width - margin * 2, align: 'left' });
    }),
  );
}

function drawProof(pdf: Pdf, document: PDFKit.PDFStructureElement, certificate: PrintedCertificate): void {
  const { verifyUrl, edition } = certificate;
  const top = pdf.page.height - margin - qrSize;
  const alt = `Kode QR untuk memeriksa keaslian sertifikat di ${verifyUrl}`;
  const figure = pdf.struct('Figure', { alt }, () => {
    drawCode(pdf, verifyUrl, { x: margin, y: top });
  });
  document.add(figure);
  const written = `Diterbitkan ${dateOf(edition.issuedAt)}${edition.edition > 1 ? `, terbitan ke-${edition.edition}` : ''}.`;
  const x = margin + qrSize + 16;
  const width = pdf.page.width - x - margin;
  const paragraph = (text: string, y: number) =>
    document.add(
      pdf.struct('P', {}, () => {
        pdf.font('regular').fontSize(10).fillColor(colour.quiet).text(text, x, y, { width });
      }),
    );
  paragraph(written, top + 8);
  paragraph('Periksa keaslian dokumen ini dengan memindai kode QR, atau buka', pdf.y + 4);
  document.add(
    pdf.struct('Link', {}, () => {
      pdf.font('bold').fontSize(10).fillColor(colour.accent);
      pdf.text(verifyUrl, x, pdf.y + 2, { width, link: verifyUrl });
    }),
  );
}

/** Squares and not a picture: sharp at any size, and without a library for pictures. */
function drawCode(pdf: Pdf, text: string, { x, y }: { readonly x: number; readonly y: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = qrSize / modules.size;
  pdf.fillColor('#000000');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) pdf.rect(x + column * side, y + row * side, side, side);
    }
  }
  pdf.fill();
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
