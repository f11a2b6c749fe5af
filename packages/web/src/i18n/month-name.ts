import type { Locale } from '@sinau/kernel';

/** `2026-10` as `Oktober 2026`. */
export function monthName(locale: Locale, month: string): string {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const words = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return words.format(new Date(`${month}-15T00:00:00Z`));
}
