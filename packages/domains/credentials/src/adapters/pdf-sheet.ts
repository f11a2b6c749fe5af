import { artifact, colour, drawAddress, drawFigure, type Pdf, qrSize, type Tag } from './pdf-parts.ts';
import { breakUnless } from './pdf-table.ts';

/** Points around every page. */
export const margin = 40;

/** Where is written, and the element of the document that it belongs to. */
export interface Sheet {
  readonly pdf: Pdf;
  readonly document: Tag;
}

export interface Look {
  readonly tag?: 'H1' | 'H2' | 'P';
  readonly bold?: boolean;
  readonly size?: number;
  readonly isAccent?: boolean;
  readonly isQuiet?: boolean;
  /** Free space above, in points. */
  readonly above?: number;
}

// Letters that no font has a shape for, and that nothing is read by.
const control = /\p{Cc}+/gu;

/** A paragraph or a heading, whole on one page. */
export function drawWords({ pdf, document }: Sheet, given: string, look: Look = {}): void {
  const { tag = 'P', bold = false, size = 10, above = 4 } = look;
  const text = given.replace(control, ' ');
  pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  const width = pdf.page.width - margin * 2;
  // A heading takes some of what it names along.
  breakUnless(pdf, above + pdf.heightOfString(text, { width }) + (tag === 'H2' ? 60 : 0));
  document.add(
    pdf.struct(tag, {}, () => {
      const ink = look.isAccent ? colour.accent : look.isQuiet ? colour.quiet : colour.text;
      pdf
        .font(bold ? 'bold' : 'regular')
        .fontSize(size)
        .fillColor(ink);
      pdf.text(text, margin, pdf.y + above, { width });
    }),
  );
}

export function drawHeading(on: Sheet, text: string): void {
  drawWords(on, text, { tag: 'H2', bold: true, size: 13, isAccent: true, above: 16 });
  on.pdf.y += 4;
}

/** The code and the address behind it, on the first page, where whoever checks looks. */
export function drawProof(
  { pdf, document }: Sheet,
  url: string,
  { alt, written }: { readonly alt: string; readonly written: string },
): void {
  const x = pdf.page.width - margin - qrSize;
  drawFigure(pdf, document, { alt, url, place: { x, y: margin } });
  drawAddress(pdf, document, {
    ...{ url, place: { x: margin, y: pdf.y + 6, width: x - margin - 16 } },
    written: [written],
  });
  pdf.y = Math.max(pdf.y, margin + qrSize) + 10;
}

/** Which page of how many of what, for the eye. */
export function drawFeet(pdf: Pdf, number: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Otherwise writing below the margin would begin another page.
    pdf.page.margins.bottom = 0;
    artifact(pdf, () => {
      pdf.font('regular').fontSize(8).fillColor(colour.quiet);
      const text = `${number} · halaman ${page - start + 1} dari ${count}`;
      pdf.text(text, margin, pdf.page.height - 28, { width: pdf.page.width - margin * 2, align: 'right' });
    });
  }
}
