import { lettersAndDigits, withoutTurns } from '@sinau/kernel';
import type { TableRow } from '@sinau/rostering/table';
import { type Mapping, type ThemeColumn, themeColumns } from './columns.ts';
import { type IdentityMark, identityIn, identityMarks } from './identity-marks.ts';
import { type Period, readPeriod } from './period.ts';
import { type Channel, type Counted, longestTheme, mostComplaints } from './theme.ts';

/** Why a row is not taken. */
export const themeProblems = [
  ...identityMarks,
  ...(['missing', 'wrong-period', 'future-period', 'wrong-theme', 'wrong-channel'] as const),
  ...(['wrong-number', 'handled-above-count', 'wrong-days', 'unknown-service'] as const),
  ...(['twice', 'period-overlaps', 'full', 'changed'] as const),
] as const;
export type ThemeProblem = (typeof themeProblems)[number];

export interface RowFinding {
  readonly problem: ThemeProblem;
  readonly column?: ThemeColumn;
}

/** What a row says; whether its service is there, the use case looks. */
export interface SaidRow extends Counted {
  readonly period: Period;
  readonly service: string;
  readonly theme: string;
  readonly channel: Channel;
}

class RowRefused extends Error {
  readonly finding: RowFinding;

  constructor(problem: ThemeProblem, column?: ThemeColumn) {
    super(problem);
    this.finding = { problem, ...(column && { column }) };
  }
}

/** A row ends with the first thing that is wrong with it; what tells of persons comes before everything else. */
export function readThemeRow(
  mapping: Mapping,
  row: TableRow,
): { readonly said: SaidRow } | { readonly finding: RowFinding } {
  try {
    const mark = markIn(mapping, row);
    if (mark) return { finding: mark };
    return { said: sayingOf(mapping, row) };
  } catch (error) {
    if (error instanceof RowRefused) return { finding: error.finding };
    throw error;
  }
}

const numeric: readonly ThemeColumn[] = ['count', 'handled', 'days'];

/** Looks at every cell, also of columns that are not kept. */
function markIn(mapping: Mapping, { cells }: TableRow): RowFinding | undefined {
  const nameAt = new Map([...mapping].map(([name, at]) => [at, name]));
  for (const [at, cell] of cells.entries()) {
    const column = nameAt.get(at);
    const mark: IdentityMark | undefined = identityIn(cell);
    if (!mark || (column && numeric.includes(column) && isPlainNumber(cell))) continue;
    return { problem: mark, ...(column && { column }) };
  }
  return undefined;
}

const isPlainNumber = (cell: string): boolean => /^\d{1,7}(?:[.,]\d+)?$/.test(cell.trim());

function sayingOf(mapping: Mapping, { cells }: TableRow): SaidRow {
  const text = (name: ThemeColumn): string => {
    const at = mapping.get(name);
    return at === undefined
      ? ''
      : withoutTurns(cells[at] ?? '')
          .replaceAll(/[\p{Cc}\s]+/gu, ' ')
          .trim();
  };
  const need = (name: ThemeColumn): string => {
    const value = text(name);
    if (value === '') throw new RowRefused('missing', name);
    return value;
  };
  const period = readPeriod(need('period'));
  if (!period) throw new RowRefused('wrong-period', 'period');
  const service = need('service');
  const theme = need('theme');
  if (theme.length > longestTheme || lettersAndDigits(theme).length < 3) {
    throw new RowRefused('wrong-theme', 'theme');
  }
  const channel = channelOf(need('channel'));
  const count = wholeNumber(need('count'), 'count');
  const handled = wholeNumber(need('handled'), 'handled');
  if (handled > count) throw new RowRefused('handled-above-count', 'handled');
  const days = text('days');
  return {
    ...{ period, service, theme, channel, count, handled },
    ...(days !== '' && { medianTenths: tenths(days) }),
  };
}

const channelWords: readonly (readonly [Channel, RegExp])[] = [
  ['lapor', /lapor|sp4n/],
  ['social', /mediasosial|medsos|instagram|facebook|twitter|tiktok|social/],
  ['phone', /telepon|telpon|telp|callcenter|hotline|sms|whatsapp|^wa$|phone/],
  ['online', /situs|website|^web$|aplikasi|surel|email|daring|online/],
  ['letter', /surat|kotak|letter/],
  ['counter', /loket|tatapmuka|langsung|kantor|counter/],
  ['other', /^lain|^other/],
];

function channelOf(text: string): Channel {
  const plain = lettersAndDigits(text);
  const found = channelWords.find(([, words]) => words.test(plain))?.[0];
  if (!found) throw new RowRefused('wrong-channel', 'channel');
  return found;
}

/** `1.250` is how this country writes a thousand and more; `12,0` is what a spreadsheet makes of 12. */
function wholeNumber(text: string, column: ThemeColumn): number {
  const plain = /^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
  const found = /^(\d{1,7})(?:[.,]0+)?$/.exec(plain)?.[1];
  if (found === undefined || Number(found) > mostComplaints) throw new RowRefused('wrong-number', column);
  return Number(found);
}

/** Ten years at most. */
function tenths(text: string): number {
  if (!/^\d{1,4}(?:[.,]\d+)?$/.test(text)) throw new RowRefused('wrong-days', 'days');
  const days = Math.round(Number(text.replace(',', '.')) * 10);
  if (days > 36_500) throw new RowRefused('wrong-days', 'days');
  return days;
}

/** What a row says in the order of the template, as it was sent. */
export const cellsOf = (mapping: Mapping, { cells }: TableRow): readonly string[] =>
  themeColumns.map((name) => {
    const at = mapping.get(name);
    return at === undefined ? '' : (cells[at] ?? '');
  });
