import { type Decimal, parseDecimal } from './decimal.ts';

/** No number that somebody means has more signs. */
const maxLength = 60;

/**
 * What a typed number can mean, the likelier reading first; none when it is no number. Both a comma and a point may stand
 * before decimals, and both may group thousands, as may blanks and apostrophes: `1.234,5` and `1,234.5` have one
 * reading, `1.234` has two, and a learner is not to lose points over which one was meant. A unit behind it is left out.
 */
export function readNumbers(text: string, unit = ''): readonly Decimal[] {
  const written = withoutUnit(tidy(text), tidy(unit));
  if (written === '' || written.length > maxLength) return [];
  const [, sign = '', digits = '', exponent = ''] =
    /^([+-]?)\s*([\d.,' ]*\d[\d.,' ]*)(e[+-]?\d{1,3})?$/i.exec(written) ?? [];
  return readingsOf(digits.trim()).flatMap((plain) => parseDecimal(`${sign}${plain}${exponent}`) ?? []);
}

function tidy(text: string): string {
  return text
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

function withoutUnit(text: string, unit: string): string {
  const ends = unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase());
  return ends ? text.slice(0, text.length - unit.length).trimEnd() : text;
}

function readingsOf(digits: string): readonly string[] {
  const marks = [...digits.replace(/\d/g, '')];
  const last = marks.at(-1);
  if (last === undefined) return [digits];
  const decimal = last === ',' || last === '.' ? readFraction(digits, last) : undefined;
  const grouped = readGroups(digits);
  return [decimal, grouped].filter((reading) => reading !== undefined);
}

/** With `mark` before the decimals; it stands there once, and what stands before it are digits or groups. */
function readFraction(digits: string, mark: string): string | undefined {
  const at = digits.lastIndexOf(mark);
  const [before, after] = [digits.slice(0, at), digits.slice(at + 1)];
  if (before.includes(mark) || !/^\d*$/.test(after)) return undefined;
  const whole = before === '' ? '0' : /^\d+$/.test(before) ? before : readGroups(before);
  return whole === undefined ? undefined : `${whole}.${after === '' ? '0' : after}`;
}

/** Thousands: groups of three, all behind the same mark. */
function readGroups(digits: string): string | undefined {
  return /^[1-9]\d{0,2}([.,' ])\d{3}(?:\1\d{3})*$/.test(digits) ? digits.replace(/\D/g, '') : undefined;
}
