import type { LanguageMap } from '@sinau/kernel';

const isOf = (tag: string, language: string) => tag.toLowerCase().split('-')[0] === language;

export function entryOf(map: LanguageMap, language: 'id' | 'en'): string {
  return Object.entries(map).find(([tag]) => isOf(tag, language))?.[1] ?? '';
}

/** Languages that a form does not show stay as they are; `und` goes when a language is named. */
export function mapOf(before: LanguageMap, id: string, en: string): LanguageMap {
  const others = Object.entries(before).filter(
    ([tag]) => !isOf(tag, 'id') && !isOf(tag, 'en') && !(tag === 'und' && (id || en)),
  );
  return Object.fromEntries([...(id ? [['id', id]] : []), ...(en ? [['en', en]] : []), ...others]);
}
