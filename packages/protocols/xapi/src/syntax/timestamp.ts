import type { XapiVersion } from '../model.ts';

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})T(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const extended = /^\d{4}-\d{2}-\d{2}T\d{2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const basic = /^\d{8}T\d{2}(?:\d{2}(?:\d{2}(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}(?:\d{2})?)?$/i;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;
const negativeZero = /-00(?::?00)?$/;

interface Instant {
  /** Milliseconds since the epoch, fraction cut off at ms. */
  readonly epochMs: number;
  /** All fraction digits as written. */
  readonly fraction: string;
}

/**
 * The instant of a timestamp, in milliseconds since the epoch, or undefined when it is not one. 1.0.3 takes ISO 8601
 * combined date and time, extended or basic, without a zone as UTC; 2.0 takes RFC 3339 alone. An offset of minus
 * zero says "zone unknown" and is refused by both.
 */
export function parseTimestamp(text: string, version: XapiVersion): number | undefined {
  return readInstant(text, version)?.epochMs;
}

/** The same instant written in UTC with at least milliseconds; digits beyond them are kept. Undefined if not a timestamp. */
export function toUtcTimestamp(text: string, version: XapiVersion): string | undefined {
  const instant = readInstant(text, version);
  if (!instant) return undefined;
  const fraction = instant.fraction.padEnd(3, '0');
  return `${new Date(instant.epochMs).toISOString().slice(0, 19)}.${fraction}Z`;
}

function readInstant(text: string, version: XapiVersion): Instant | undefined {
  const wellFormed = version === '2.0.0' ? rfc3339.test(text) : extended.test(text) || basic.test(text);
  // The date part of every form ends in a positive day, so a trailing -00 can only be an offset.
  if (!wellFormed || negativeZero.test(text.slice(10))) return undefined;
  const match = iso.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const numbers = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers;
  // Second 60 is a leap second; the day must exist in its month.
  if (mo < 1 || mo > 12 || d < 1 || d > daysIn(y, mo) || h > 23 || mi > 59 || s > 60) return undefined;
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(h, mi - offset, s, Number(fraction.padEnd(3, '0').slice(0, 3)));
  // An offset or a leap second may leave the years that four digits write; no reader could take that back.
  const utcYear = date.getUTCFullYear();
  if (utcYear < 0 || utcYear > 9999) return undefined;
  return { epochMs: date.getTime(), fraction };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
