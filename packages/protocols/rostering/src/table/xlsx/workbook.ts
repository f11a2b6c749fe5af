import { attributeOf, scanXml, XmlBroken } from '../../scan-xml.ts';

export interface Workbook {
  /** Id of the relationship of the first sheet that people see. */
  readonly sheet: string | undefined;
  /** Days are counted from 1904, as old Macs did. */
  readonly isFrom1904: boolean;
}

export function readWorkbook(text: string): Workbook {
  let sheet: string | undefined;
  let isFrom1904 = false;
  for (const piece of scanXml(text)) {
    if (piece.is !== 'open') continue;
    if (piece.name === 'workbookPr')
      isFrom1904 = /^(1|true)$/.test(attributeOf(piece.attributes, 'date1904') ?? '');
    if (piece.name !== 'sheet' || sheet !== undefined) continue;
    const state = attributeOf(piece.attributes, 'state');
    if (state !== 'hidden' && state !== 'veryHidden') sheet = attributeOf(piece.attributes, 'id');
  }
  return { sheet, isFrom1904 };
}

/** Where the parts of a workbook lie, by the id of their relationship; names begin at the root of the file. */
export function readRelationships(text: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const piece of scanXml(text)) {
    if (piece.is !== 'open' || piece.name !== 'Relationship') continue;
    const id = attributeOf(piece.attributes, 'Id');
    const target = attributeOf(piece.attributes, 'Target');
    const isOutside = attributeOf(piece.attributes, 'TargetMode') === 'External';
    if (id === undefined || target === undefined || isOutside) continue;
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return targets;
}

const mostStrings = 1_000_000;

/** Texts that cells name by their number. Notes on how to pronounce them are left out. */
export function readSharedStrings(text: string): readonly string[] {
  const strings: string[] = [];
  let words = '';
  let [isText, muted] = [false, 0];
  for (const piece of scanXml(text)) {
    if (piece.is === 'text') {
      if (isText && muted === 0) words += piece.text;
      continue;
    }
    const opens = piece.is === 'open';
    if (piece.name === 't') isText = opens;
    if (piece.name === 'rPh') muted += opens ? 1 : -1;
    if (piece.name !== 'si') continue;
    if (opens) words = '';
    else if (strings.push(words) > mostStrings) throw new XmlBroken('too many texts');
  }
  return strings;
}

export type NumberKind = 'number' | 'date' | 'percent';

/** What the numbers of each cell style are: dates and percentages are numbers as well. */
export function readStyles(text: string): readonly NumberKind[] {
  const codes = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isCells = false;
  for (const piece of scanXml(text)) {
    if (piece.is === 'text') continue;
    if (piece.name === 'cellXfs') isCells = piece.is === 'open';
    if (piece.is === 'close') continue;
    const id = Number(attributeOf(piece.attributes, 'numFmtId') ?? 0);
    if (piece.name === 'numFmt') codes.set(id, kindOfCode(attributeOf(piece.attributes, 'formatCode') ?? ''));
    if (piece.name === 'xf' && isCells) kinds.push(codes.get(id) ?? kindOfId(id));
  }
  return kinds;
}

function kindOfId(id: number): NumberKind {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)) return 'date';
  return id === 9 || id === 10 ? 'percent' : 'number';
}

/** Spreadsheets write no longer one; the pattern below takes the square of its length. */
const longestCode = 255;

function kindOfCode(code: string): NumberKind {
  if (code.length > longestCode) return 'number';
  // Words in quotes, colours and conditions say nothing of the kind.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
  if (/[dmyhs]/i.test(bare) && !/general/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}
