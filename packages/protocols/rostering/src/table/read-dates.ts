const months = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
);
const english = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Longer than anybody writes one; the patterns below take the square of the length. */
const longestDate = 100;

/**
 * A day, or a moment, as people here write it: `2027-06-30`, `30/06/2027`, `30-6-27`, `30 Juni 2027`, with or without a time.
 * The day always comes before the month. Without a zone it is meant in Jakarta's; a day alone begins at midnight there, or
 * ends there when `end` is asked for. ISO 8601 UTC.
 */
export function readDate(text: string, edge: 'start' | 'end' = 'start'): string | undefined {
  const plain = text.trim();
  if (plain.length > longestDate) return undefined;
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.exec(plain);
  if (zoned) return isoOf(plain.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  const [, dayText = '', hours, minutes, seconds = '00'] =
    /^(.+?)(?:[T\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?(?:\s*(?:WIB))?$/i.exec(plain) ?? [];
  const day = dayOf(dayText.trim());
  if (!day) return undefined;
  if (hours !== undefined) return isoOf(`${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}+07:00`);
  return isoOf(`${day}T${edge === 'start' ? '00:00:00' : '23:59:59'}+07:00`);
}

/** The day that is written, whatever time stands behind it. */
export function readDay(text: string): string | undefined {
  const iso = readDate(text);
  // A day is meant in Jakarta's zone; back to the day that was written.
  return iso && dayAt(iso);
}

/** The day that a moment falls on in Jakarta. */
export const dayAt = (iso: string): string =>
  new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 10);

/** From 1990 to 2099, in days since the end of 1899. Below lie days and months that are written without signs. */
const serials = { first: 32_874, last: 73_050 };

/** A day, also as a spreadsheet counts it once its cell has lost the format of a date: `45811`. */
export function readCountedDay(text: string): string | undefined {
  const days = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : 0;
  if (days < serials.first || days > serials.last) return readDay(text);
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

function dayOf(text: string): string | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text);
  if (local) return dayFrom(local[3], local[2], local[1]);
  const [, day, month = '', year] = /^(\d{1,2})[\s-]+([A-Za-z]{3,9})[\s-]+(\d{4})$/.exec(text) ?? [];
  const name = month.toLowerCase();
  const at = [months, english].map((names) => names.findIndex((one) => one.startsWith(name)));
  const found = at.find((n) => n >= 0);
  return day === undefined || found === undefined ? undefined : dayFrom(year, String(found + 1), day);
}

/** Undefined for a day that no calendar has. */
function dayFrom(year = '', month = '', day = ''): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isoOf(`${text}T00:00:00Z`)?.startsWith(text) ? text : undefined;
}

function isoOf(text: string): string | undefined {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
