/**
 * A moment as a tool wrote it. `order` is the same moment in UTC with nine digits of a second, so that two of them compare as
 * text, however the tools wrote zone and fraction (AGS 2.0, 3.4.5: sub-second precision).
 */
export interface Instant {
  /** ISO 8601 UTC with milliseconds. */
  readonly iso: string;
  readonly order: string;
}

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,30}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)$/;

/**
 * Reads ISO 8601 with a zone, also as Moodle writes it: `2026-11-24T14:31:41+0700`. Undefined for anything else: a time without a
 * zone would be another moment on another machine.
 */
export function readInstant(text: string): Instant | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '', , sign, offsetHour, offsetMinute] =
    match;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const offset = offsetMinutes(sign, offsetHour, offsetMinute);
  const atMs = utcOf(parts);
  if (atMs === undefined || offset === undefined) return undefined;
  const whole = new Date(atMs - offset * 60_000).toISOString();
  // Beyond these years the text would not compare any more; nobody learns there.
  if (!/^(19|2\d)\d\d/.test(whole)) return undefined;
  const digits = fraction.slice(0, 9).padEnd(9, '0');
  const stem = whole.slice(0, 19);
  return { iso: `${stem}.${digits.slice(0, 3)}Z`, order: `${stem}.${digits}Z` };
}

/** The same form for a moment of ours. */
export const orderOf = (at: Date): string => at.toISOString().replace('Z', '000000Z');

function utcOf([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]) {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // 30 February would go on as 2 March.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

function offsetMinutes(sign = '+', hours = '0', minutes = '0'): number | undefined {
  const total = Number(hours) * 60 + Number(minutes);
  if (total > 14 * 60 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}
