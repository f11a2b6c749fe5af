import type { Locale } from '@sinau/kernel';
import type { Dictionary } from './dictionary.ts';
import { learnerId } from './learner-dictionary.ts';

/**
 * The words of a reader's language: of `all` pages, or of those that everybody opens alone. Whoever asks for the latter uses no other; the
 * type cannot tell which a page needs, its route does (`PortalRoute`).
 */
export async function wordsOf(locale: Locale, all: boolean): Promise<Dictionary> {
  if (all) return (await import('./dictionary.ts')).dictionaries[locale];
  const words = locale === 'id' ? learnerId : (await import('./learner-dictionary-en.ts')).learnerEn;
  return words as Dictionary;
}
