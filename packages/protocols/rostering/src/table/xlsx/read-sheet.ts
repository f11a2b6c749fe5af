import { attributeOf, scanXml } from '../../scan-xml.ts';
import { brokenCell, longCell, type TableRow, tableLimits } from '../table.ts';
import type { NumberKind } from './workbook.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly isFrom1904: boolean;
}

/** A cell lies further right than a table may be wide, a row further down than it may be long, or all of them come to too much. */
export type SheetReading =
  | { readonly outcome: 'read'; readonly rows: readonly TableRow[] }
  | { readonly outcome: 'too-many-columns' | 'too-many-rows' | 'file-large' };

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly kind: NumberKind;
  value: string;
  inline: string;
  hasFormula: boolean;
}

/**
 * Cells of one sheet as text. Of a formula the value counts that the spreadsheet has worked out and shows; one without a
 * value is a broken cell. Nothing is ever calculated here.
 */
export function readSheet(text: string, context: SheetContext): SheetReading {
  const rows: TableRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let next = 0;
  let cell: OpenCell | undefined;
  let place = '';
  let muted = 0;
  let length = 0;
  for (const piece of scanXml(text)) {
    if (piece.is === 'text') {
      if (cell && place === 'v') cell.value += piece.text;
      else if (cell && place === 't' && muted === 0) cell.inline += piece.text;
      continue;
    }
    const { is, name } = piece;
    if (name === 'rPh') muted += is === 'open' ? 1 : -1;
    if (is === 'open') {
      if (name === 'row') {
        row = numberIn(piece.attributes, 'r') ?? row + 1;
        [cells, next] = [[], 0];
      } else if (name === 'c') {
        cell = openCell(piece.attributes, context, next);
        next = cell.column + 1;
      } else if (name === 'f' && cell) cell.hasFormula = true;
      place = name;
      continue;
    }
    if (place === name) place = '';
    if (name === 'c' && cell) {
      const shown = textOf(cell, context);
      if (shown !== '') {
        if (cell.column >= tableLimits.columns) return { outcome: 'too-many-columns' };
        length += shown.length;
        if (length > tableLimits.text) return { outcome: 'file-large' };
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = shown;
      }
      cell = undefined;
    } else if (name === 'row' && cells.length > 0) {
      // One more for the heads.
      if (rows.length > tableLimits.rows) return { outcome: 'too-many-rows' };
      rows.push({ row, cells });
    }
  }
  return { outcome: 'read', rows };
}

function openCell(attributes: string, { kinds }: SheetContext, next: number): OpenCell {
  const style = numberIn(attributes, 's') ?? 0;
  return {
    column: columnOf(attributeOf(attributes, 'r')) ?? next,
    type: attributeOf(attributes, 't') ?? 'n',
    kind: kinds[style] ?? 'number',
    ...{ value: '', inline: '', hasFormula: false },
  };
}

/** `B12` is 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function numberIn(attributes: string, name: string): number | undefined {
  const text = attributeOf(attributes, name);
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

function textOf(cell: OpenCell, context: SheetContext): string {
  const { type, value, hasFormula } = cell;
  if (type === 'e' || (hasFormula && value === '' && type !== 'str')) return brokenCell;
  if (type === 'b') return value === '1' ? 'ya' : 'tidak';
  if (type === 'n' || type === 'd') return value === '' ? '' : numberText(cell, context);
  const text =
    type === 's' ? (context.strings[Number(value)] ?? brokenCell) : type === 'str' ? value : cell.inline;
  if (text === brokenCell) return text;
  if (text.length > tableLimits.cell) return longCell;
  // `_x000D_` is how a workbook writes signs that XML has no place for.
  return text
    .replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\u0000', '')
    .trim();
}

function numberText({ type, value, kind }: OpenCell, { isFrom1904 }: SheetContext): string {
  if (type === 'd') return value.slice(0, 16);
  const number = Number(value);
  if (!Number.isFinite(number)) return brokenCell;
  if (kind === 'date') return dateText(number + (isFrom1904 ? 1_462 : 0)) ?? String(number);
  if (kind === 'percent') return `${Number((number * 100).toPrecision(12))}%`;
  // Digits beyond the fifteenth were lost when it became a number: readers have to see that.
  return Math.abs(number) >= 1e15 ? number.toExponential() : String(Number(number.toPrecision(15)));
}

/** Days since the end of 1899. */
function dateText(days: number): string | undefined {
  if (days < 1 || days >= 2_958_466) return undefined;
  const minutes = Math.round(days * 1_440);
  const text = new Date(Date.UTC(1899, 11, 30) + minutes * 60_000).toISOString();
  return minutes % 1_440 === 0 ? text.slice(0, 10) : text.slice(0, 16);
}
