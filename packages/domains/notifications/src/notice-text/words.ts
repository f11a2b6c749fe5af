import type { LanguageMap, Locale } from '@sinau/kernel';

const silences = {
  supervisor: {
    id: ' Sudah satu minggu menunggu. Setelah dua minggu instansi Anda juga dapat memutuskan.',
    en: ' It has waited for a week. After two weeks your agency may decide as well.',
  },
  agency: {
    id: ' Atasannya belum menjawab selama dua minggu, jadi Anda juga dapat memutuskan.',
    en: ' The supervisor has not answered for two weeks, so you may decide as well.',
  },
} satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** What is added when somebody has to be reminded of a question. */
export const silence = (again: keyof typeof silences | undefined, locale: Locale): string =>
  again === undefined ? '' : silences[again][locale];

/** In western Indonesian time, said so: a mail does not know where it is read. */
export function moment(at: string, tag: 'id-ID' | 'en-GB'): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' } as const;
  return `${new Intl.DateTimeFormat(tag, format).format(new Date(at))} WIB`;
}

/** The day of a moment, as it is in western Indonesia. */
export function dayOf(at: string, tag: 'id-ID' | 'en-GB'): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
  return format.format(new Date(at));
}

/** A day as people write it; a day has no zone. */
export function day(isoDate: string, tag: 'id-ID' | 'en-GB'): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${isoDate}T00:00:00.000Z`));
}

export function inLanguage(map: LanguageMap, locale: Locale): string {
  const tags = Object.keys(map);
  const of = (wanted: string) => tags.find((tag) => tag.toLowerCase().split('-')[0] === wanted);
  const tag = of(locale) ?? of('id') ?? of('en') ?? tags[0];
  return flat(tag === undefined ? '' : (map[tag] ?? ''));
}

/** With one full stop, whether or not somebody has written it. */
export const sentence = (text: string): string => `${flat(text).replace(/[.\s]+$/, '')}.`;

/** Names come from uploads: one line, no control or direction-changing characters, of bounded length. */
export function flat(name: string): string {
  const line = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
  return line.length > 160 ? `${line.slice(0, 159).toWellFormed()}…` : line;
}
