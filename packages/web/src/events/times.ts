import type { Locale } from '@sinau/kernel';
import { type TimeZone, timeZones } from '../i18n/format.ts';

const tags: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

const isOurs = (zone: string): zone is TimeZone => Object.hasOwn(timeZones, zone);

/** `WIB`, or where no short name is official, the name of the city: `Tokyo`. */
export const zoneName = (zone: string): string =>
  isOurs(zone) ? timeZones[zone] : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** By clocks of the place, which people come by: `Selasa, 1 Desember 2026, 09.00–12.00 WIB`. */
export function sessionTime(locale: Locale, zone: string, { startsAt, endsAt }: Span): string {
  const tag = tags[locale];
  const day = new Intl.DateTimeFormat(tag, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone },
  });
  const clock = new Intl.DateTimeFormat(tag, {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
  });
  const [from, until] = [new Date(startsAt), new Date(endsAt)];
  const begins = `${day.format(from)}, ${clock.format(from)}`;
  const ends =
    day.format(from) === day.format(until)
      ? clock.format(until)
      : `${day.format(until)}, ${clock.format(until)}`;
  return `${begins}–${ends} ${zoneName(zone)}`;
}

/** Of a whole event: one day, or from the first to the last. */
export function eventDays(locale: Locale, zone: string, { startsAt, endsAt }: Span): string {
  const day = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: zone });
  const [first, last] = [day.format(new Date(startsAt)), day.format(new Date(endsAt))];
  return first === last ? first : `${first} – ${last}`;
}

/** A moment by clocks of the place. */
export function momentAt(locale: Locale, zone: string, at: string): string {
  const format = new Intl.DateTimeFormat(tags[locale], {
    ...{ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: zone },
  });
  return `${format.format(new Date(at))} ${zoneName(zone)}`;
}
