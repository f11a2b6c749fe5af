import type { Page } from 'playwright-core';
import { inspectPage } from './inspect-page.ts';

/** Everything that is wrong with these pages in both languages, for whoever is signed in there; it speaks Indonesian again afterwards. */
export async function lookThrough(
  page: Page,
  portal: string,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const speak = (language: string) =>
    page.context().addCookies([{ name: 'sinau-lang', value: language, url: portal }]);
  const found: string[] = [];
  for (const language of ['id', 'en']) {
    await speak(language);
    for (const address of addresses) {
      const place = new URL(address, portal).pathname;
      found.push(...(await inspectPage(page, { portal, place, language })));
    }
  }
  await speak('id');
  return found;
}
