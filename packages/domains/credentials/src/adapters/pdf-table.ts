import { artifact, colour, type Pdf, type Tag } from './pdf-parts.ts';

export interface Column {
  readonly heading: string;
  /** Points. */
  readonly width: number;
  readonly align?: 'right';
}

/** A text, and what stands below it in smaller letters. */
export type Cell = string | readonly [text: string, below: string];

export interface Row {
  readonly cells: readonly Cell[];
  /** Set in bold letters. */
  readonly isSum?: boolean;
}

export interface TableShape {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Which cell of a row names it, from 0. */
  readonly rowHead: number;
}

const padding = { x: 4, y: 4 } as const;
const size = { text: 9, below: 8 } as const;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A table whose rows stay whole: one that does not fit begins the next page, under the headings once more. Those are there for the eye alone, as
 * whoever listens knows the headings of a tagged table anyway.
 */
export function drawTable(pdf: Pdf, parent: Tag, { columns, rows, rowHead }: TableShape): void {
  const table = pdf.struct('Table');
  parent.add(table);
  const heads: Row = { cells: columns.map(({ heading }) => heading), isSum: true };
  const x = pdf.page.margins.left;
  // Headings alone at the end of a page would name nothing.
  breakUnless(pdf, heightOf(pdf, columns, heads) + heightOf(pdf, columns, rows[0] ?? heads));
  const head = pdf.struct('THead');
  table.add(head);
  addRow(pdf, head, { columns, row: heads, tagOf: () => ['TH', 'Column'] });
  head.end();
  const body = pdf.struct('TBody');
  table.add(body);
  for (const row of rows) {
    if (breakUnless(pdf, heightOf(pdf, columns, row))) {
      const place = { x, y: pdf.y };
      artifact(pdf, () => drawCells(pdf, columns, { row: heads, place }));
      endRow(pdf, columns, { place, height: heightOf(pdf, columns, heads) });
    }
    addRow(pdf, body, { columns, row, tagOf: (at) => (at === rowHead ? ['TH', 'Row'] : ['TD']) });
  }
  body.end();
  table.end();
  pdf.x = x;
}

/** Begins a page where the height, in points, is not left on this one. */
export function breakUnless(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= pdf.page.height - pdf.page.margins.bottom) return false;
  pdf.addPage();
  return true;
}

function addRow(
  pdf: Pdf,
  parent: Tag,
  of: {
    readonly columns: readonly Column[];
    readonly row: Row;
    readonly tagOf: (at: number) => readonly ['TH', 'Row' | 'Column'] | readonly ['TD'];
  },
): void {
  const { columns, row, tagOf } = of;
  const height = heightOf(pdf, columns, row);
  const place = { x: pdf.page.margins.left, y: pdf.y };
  const tag = pdf.struct('TR');
  parent.add(tag);
  for (const [at, cell] of row.cells.entries()) {
    const [kind, scope] = tagOf(at);
    const draw = () => drawCell(pdf, { columns, at, cell, place, isBold: row.isSum === true });
    // Its types know no scope yet.
    tag.add(pdf.struct(kind, { ...(scope && { scope }) } as PDFKit.Mixins.StructureElementOptions, draw));
  }
  tag.end();
  endRow(pdf, columns, { place, height });
}

function drawCells(
  pdf: Pdf,
  columns: readonly Column[],
  { row, place }: { readonly row: Row; readonly place: Place },
): void {
  for (const [at, cell] of row.cells.entries()) {
    drawCell(pdf, { columns, at, cell, place, isBold: row.isSum === true });
  }
}

function drawCell(
  pdf: Pdf,
  of: {
    readonly columns: readonly Column[];
    readonly at: number;
    readonly cell: Cell;
    readonly place: Place;
    readonly isBold: boolean;
  },
): void {
  const { columns, at, cell, place, isBold } = of;
  const column = columns[at];
  const x = place.x + columns.slice(0, at).reduce((all, { width }) => all + width, 0) + padding.x;
  const width = (column?.width ?? 0) - padding.x * 2;
  const [text, below] = typeof cell === 'string' ? [cell] : cell;
  const options = { width, align: column?.align ?? 'left' } as const;
  pdf
    .font(isBold ? 'bold' : 'regular')
    .fontSize(size.text)
    .fillColor(colour.text);
  pdf.text(text, x, place.y + padding.y, options);
  if (!below) return;
  pdf.font('regular').fontSize(size.below).fillColor(colour.quiet);
  pdf.text(below, x, pdf.y + 1, options);
}

function endRow(
  pdf: Pdf,
  columns: readonly Column[],
  { place: { x, y }, height }: { readonly place: Place; readonly height: number },
): void {
  const width = columns.reduce((all, column) => all + column.width, 0);
  artifact(pdf, () => {
    const end = y + height;
    pdf.lineWidth(0.5).strokeColor('#9ca3af').moveTo(x, end);
    pdf.lineTo(x + width, end).stroke();
  });
  pdf.y = y + height;
}

function heightOf(pdf: Pdf, columns: readonly Column[], { cells, isSum }: Row): number {
  const heights = cells.map((cell, at) => {
    const width = (columns[at]?.width ?? 0) - padding.x * 2;
    const [text, below] = typeof cell === 'string' ? [cell] : cell;
    pdf.font(isSum ? 'bold' : 'regular').fontSize(size.text);
    const own = pdf.heightOfString(text, { width });
    if (!below) return own;
    pdf.font('regular').fontSize(size.below);
    return own + 1 + pdf.heightOfString(below, { width });
  });
  return Math.max(...heights) + padding.y * 2;
}
