/**
 * Numbers as people and services in this country write them. `"2,5"`, `"2.5"`, `"40 JP"`, `"1.234,5"` are quantities: one
 * mark alone is a decimal mark. Undefined for anything else.
 */
export function readQuantity(text: string): number | undefined {
  const [digits] = /[\d.,]+/.exec(text) ?? [];
  if (digits === undefined || !/^[^\d-]{0,6}\s*[\d.,]+\s*[^\d]{0,20}$/.test(text)) return undefined;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last === -1) return finite(digits);
  const [whole, fraction] = [digits.slice(0, last), digits.slice(last + 1)];
  const groups = whole.split(/[.,]/);
  if (groups.slice(1).some((group) => group.length !== 3)) return undefined;
  return finite(`${groups.join('')}.${fraction}`);
}

/** Points of a person: at most a thousand million, six decimals. */
export function readPoints(text: string): number | undefined {
  const points = readQuantity(text);
  return points !== undefined && points <= 1e9 ? Math.round(points * 1e6) / 1e6 : undefined;
}

/** Whole rupiah: `"Rp 1.250.000"`, `"1,250,000.00"`, `"1250000"`. Here three digits behind a mark are thousands. */
export function readRupiah(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^(rp|idr)\.?\s*/i, '')
    .replace(/,-$/, '');
  const match = /^(\d{1,3}(?:([.,\s])\d{3})*|\d+)(?:[.,]0{1,5})?$/.exec(plain);
  if (!match?.[1]) return /^(gratis|free)$/i.test(plain) ? 0 : undefined;
  const amount = Number(match[1].replaceAll(/[.,\s]/g, ''));
  return amount <= 10_000_000_000 ? amount : undefined;
}

/** `jp` and `sks`: above zero, at most 9,999.99, two decimals. */
export function readHours(text: string): number | undefined {
  const hours = readQuantity(text);
  if (hours === undefined || hours <= 0 || hours > 9_999.99) return undefined;
  return Math.round(hours * 100) / 100;
}

/** Seats: a whole number above zero. */
export function readSeats(text: string): number | undefined {
  const seats = readQuantity(text);
  return seats !== undefined && Number.isInteger(seats) && seats > 0 && seats <= 10_000_000
    ? seats
    : undefined;
}

/** Several values of one cell or field. */
export function readList(text: string): readonly string[] {
  const values = text.split(/[|;,\n•]/).map((value) => value.trim().slice(0, 200));
  return [...new Set(values.filter((value) => value !== ''))].slice(0, 20);
}

/** BCP 47 of what Moodle and people write: `id`, `en_us`, `Bahasa Indonesia`. */
export function readLanguage(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replaceAll('_', '-');
  if (/indonesia/.test(plain)) return 'id';
  if (/inggris|english/.test(plain)) return 'en';
  return /^[a-z]{2,3}(-[a-z\d]{1,8})*$/.test(plain) ? plain : undefined;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : undefined;
}
