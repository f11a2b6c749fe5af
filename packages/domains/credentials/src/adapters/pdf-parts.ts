import PDFDocument from 'pdfkit';
import { create } from 'qrcode';

/** TrueType files; a PDF that others keep for years brings its letters along. */
export interface CertificateFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}
export type Pdf = InstanceType<typeof PDFDocument>;
export type Tag = PDFKit.PDFStructureElement;

export const colour = { text: '#1f2937', quiet: '#4b5563', accent: '#0f5c56', line: '#0f5c56' } as const;
export const qrSize = 92;

/** A4, tagged (PDF/UA-1), in Bahasa Indonesia, with its letters. */
export function openPdf(
  fonts: CertificateFonts,
  of: {
    readonly layout: 'portrait' | 'landscape';
    readonly margin: number;
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    /** Of what is printed and not of the printing: the same facts have the same bytes. */
    readonly date: Date;
  },
): Pdf {
  const { layout, margin, date } = of;
  const options = {
    ...{ size: 'A4', layout, margin, tagged: true, lang: 'id-ID', displayTitle: true, bufferPages: true },
    ...{ pdfVersion: '1.7', subset: 'PDF/UA' },
    info: { Title: of.title, Author: of.author, Subject: of.subject, CreationDate: date, ModDate: date },
  };
  // Its types know the subsets of PDF/A alone.
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  pdf.registerFont('regular', Buffer.from(fonts.regular));
  pdf.registerFont('bold', Buffer.from(fonts.bold));
  return pdf;
}

/** What belongs to no text: frames, lines, numbers of pages. */
export function artifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

/** Squares and not a picture: sharp at any size, and without a library for pictures. */
function drawCode(pdf: Pdf, text: string, { x, y }: Place): void {
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

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The code, with a text in its place. */
export function drawFigure(
  pdf: Pdf,
  document: Tag,
  of: { readonly alt: string; readonly url: string; readonly place: Place },
): void {
  const figure = pdf.struct('Figure', { alt: of.alt }, () => drawCode(pdf, of.url, of.place));
  document.add(figure);
}

/** What the code says, for who reads: `written`, and the address. */
export function drawAddress(
  pdf: Pdf,
  document: Tag,
  of: {
    readonly url: string;
    readonly written: readonly string[];
    readonly place: Place & { readonly width: number };
  },
): void {
  const { url, place } = of;
  const { x, width } = place;
  let { y } = place;
  for (const text of of.written) {
    document.add(
      pdf.struct('P', {}, () => {
        pdf.font('regular').fontSize(10).fillColor(colour.quiet).text(text, x, y, { width });
      }),
    );
    y = pdf.y + 4;
  }
  document.add(
    pdf.struct('Link', {}, () => {
      pdf.font('bold').fontSize(10).fillColor(colour.accent);
      pdf.text(url, x, pdf.y + 2, { width, link: url });
    }),
  );
}

export function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
