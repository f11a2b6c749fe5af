import { formatJp, type Jp, type Locale } from '@sinau/kernel';

/** The three time zones of Indonesia by their official short names. */
export const timeZones = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
} as const;
export type TimeZone = keyof typeof timeZones;

/** Numbers and dates as people in Indonesia write them, in the viewer's own zone. */
export interface Format {
  /** `17 Mei 2025` */
  date(iso: string): string;
  /** `WIB`, `WITA` or `WIT` */
  readonly zone: string;
  /** `17 Mei 2025, 09.00 WIB` */
  dateTime(iso: string): string;
  /** `09.00 WIB` */
  time(iso: string): string;
  /** `2,5 JP` */
  jp(jp: Jp): string;
  /** `1.250` */
  number(value: number): string;
  /** `3,14159`: with every decimal there is. */
  exact(value: number): string;
  /** `74 %` is written without a space in Indonesian: `74%`. */
  percent(value: number): string;
  /** `1 jam 5 menit` */
  duration(seconds: number): string;
  /** `12,5 MB` */
  bytes(size: number): string;
  /** Name of a language by its BCP 47 tag, in the reader's language. */
  language(tag: string): string;
}

const tags: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

const made = new Map<string, Format>();

/** Of two languages and three zones; each is made once, since the formatters of Intl take longer than most of a page. */
export function createFormat(locale: Locale, timeZone: TimeZone): Format {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key) ?? makeFormat(locale, timeZone);
  made.set(key, known);
  return known;
}

function makeFormat(locale: Locale, timeZone: TimeZone): Format {
  const tag = tags[locale];
  const zone = timeZones[timeZone];
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const clock = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const every = new Intl.NumberFormat(tag, { maximumFractionDigits: 20 });
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  const time = (iso: string) => `${clock.format(new Date(iso))} ${zone}`;
  return {
    date: (iso) => day.format(new Date(iso)),
    zone,
    dateTime: (iso) => `${day.format(new Date(iso))}, ${time(iso)}`,
    time,
    jp: (jp) => `${formatJp(jp, locale)} JP`,
    number: (value) => decimal.format(value),
    exact: (value) => every.format(value),
    percent: (value) => `${whole.format(value)}%`,
    duration: (seconds) => spellDuration(seconds, locale),
    bytes: (size) => spellBytes(size, decimal),
    language: (code) => languageName(code, names),
  };
}

function languageName(code: string, names: Intl.DisplayNames): string {
  try {
    return names.of(code) ?? code;
  } catch {
    // Packages name languages freely; a tag that Intl refuses is shown as it stands.
    return code;
  }
}

function spellBytes(size: number, decimal: Intl.NumberFormat): string {
  if (size < 1_000) return `${decimal.format(size)} B`;
  if (size < 1_000_000) return `${decimal.format(size / 1_000)} kB`;
  if (size < 1_000_000_000) return `${decimal.format(size / 1_000_000)} MB`;
  return `${decimal.format(size / 1_000_000_000)} GB`;
}

function spellDuration(seconds: number, locale: Locale): string {
  const words = locale === 'id' ? { h: 'jam', m: 'menit', s: 'detik' } : { h: 'h', m: 'min', s: 's' };
  const total = Math.round(seconds);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  if (hours > 0) return minutes > 0 ? `${hours} ${words.h} ${minutes} ${words.m}` : `${hours} ${words.h}`;
  return minutes > 0 ? `${minutes} ${words.m}` : `${total} ${words.s}`;
}
