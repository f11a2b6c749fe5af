import type { LanguageMap, Locale } from '@sinau/kernel';

/** A text in one language; `lang` is given when it is not the reader's, so that screen readers change their voice. */
export interface PickedText {
  readonly text: string;
  readonly lang?: string;
}

/** The best entry for the reader: their language (any region), the other one of the portal, else the first there is. */
export function pickText(map: LanguageMap, locale: Locale): PickedText {
  const tags = Object.keys(map);
  const other: Locale = locale === 'id' ? 'en' : 'id';
  const tag =
    tags.find((candidate) => isOf(candidate, locale)) ??
    tags.find((candidate) => isOf(candidate, other)) ??
    tags[0];
  if (tag === undefined) return { text: '' };
  const text = map[tag] ?? '';
  // `und` and empty tags name no language.
  return isOf(tag, locale) || tag === 'und' || tag === '' ? { text } : { text, lang: tag };
}

function isOf(tag: string, locale: Locale): boolean {
  const lower = tag.toLowerCase();
  return lower === locale || lower.startsWith(`${locale}-`);
}
