import { addDays, type LocalDate } from '@sinau/kernel';

/** Months, quarters, half years or a year: what complaints are reported by. */
export interface Period {
  /** `2026-10`, `2026-Q3`, `2026-S1` or `2026`. */
  readonly period: string;
  /** First and last day. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const earliestYear = 2010;

const months = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
);
const english = 'january february march april may june july august september october november december'.split(
  ' ',
);
const romans = ['i', 'ii', 'iii', 'iv'];

/** Longer than anybody writes one. */
const longest = 40;

/**
 * A period as people write it: `2026-10`, `10/2026`, `Oktober 2026`, `Triwulan III 2026`, `2026-Q3`, `Semester 1 2026`, `2026`. The first day
 * of a month stands for the month: so does a spreadsheet keep `Okt 2026`. Undefined for anything else.
 */
export function readPeriod(text: string): Period | undefined {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (plain.length > longest) return undefined;
  const numbered = /^(\d{4})[-/.](\d{1,2})(?:-01(?:t00:00)?)?$/.exec(plain);
  if (numbered) return partOf(numbered[1], 'month', Number(numbered[2]));
  const turned = /^(?:0?1[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (turned) return partOf(turned[2], 'month', Number(turned[1]));
  const named = /^([a-z]{3,9}) (\d{4})$/.exec(plain);
  const monthAt = named && monthNumber(named[1] ?? '');
  if (named && monthAt) return partOf(named[2], 'month', monthAt);
  const quarter = /^(?:triwulan|tw|kuartal|quarter|q) ?-?(\d|i{1,3}|iv) ?[-/]? ?(\d{4})$/.exec(plain);
  if (quarter) return partOf(quarter[2], 'quarter', ordinal(quarter[1]));
  const half = /^(?:semester|smt|s) ?-?(\d|i{1,2}) ?[-/]? ?(\d{4})$/.exec(plain);
  if (half) return partOf(half[2], 'half', ordinal(half[1]));
  const coded = /^(\d{4})[- ]?(q|s)(\d)$/.exec(plain);
  if (coded) return partOf(coded[1], coded[2] === 'q' ? 'quarter' : 'half', Number(coded[3]));
  const year = /^(?:tahun )?(\d{4})$/.exec(plain);
  return year ? partOf(year[1], 'year', 1) : undefined;
}

/** Whether they share a day; a period lies in one year. */
export const overlaps = (one: Pick<Period, 'from' | 'to'>, other: Pick<Period, 'from' | 'to'>): boolean =>
  one.from <= other.to && other.from <= one.to;

function monthNumber(word: string): number | undefined {
  const found = [months, english].map((names) => names.findIndex((name) => name.startsWith(word)));
  const at = found.find((n) => n >= 0);
  return at === undefined ? undefined : at + 1;
}

const ordinal = (text = ''): number => (/\d/.test(text) ? Number(text) : romans.indexOf(text) + 1);

const kinds = {
  month: { count: 12, months: 1, mark: (n: number) => `-${pad(n)}` },
  quarter: { count: 4, months: 3, mark: (n: number) => `-Q${n}` },
  half: { count: 2, months: 6, mark: (n: number) => `-S${n}` },
  year: { count: 1, months: 12, mark: () => '' },
} as const;

const pad = (n: number): string => String(n).padStart(2, '0');

function partOf(year = '', kind: keyof typeof kinds, n: number): Period | undefined {
  const { count, months: length, mark } = kinds[kind];
  if (Number(year) < earliestYear || n < 1 || n > count) return undefined;
  const first = (n - 1) * length + 1;
  const after = first + length;
  const next = after > 12 ? `${Number(year) + 1}-01-01` : `${year}-${pad(after)}-01`;
  return { period: `${year}${mark(n)}`, from: `${year}-${pad(first)}-01`, to: addDays(next, -1) };
}
