import type { Page } from 'playwright-core';

/** What went wrong behind the pages: errors of the console, of scripts, and answers of 500 and above. */
export interface Faults {
  readonly all: readonly string[];
  watch(page: Page): void;
}

export function collectFaults(
  options: { readonly ignore?: (text: string, address: string) => boolean } = {},
) {
  const all: string[] = [];
  const note = (text: string, address: string) => {
    if (!options.ignore?.(text, address)) all.push(`${address}: ${text}`);
  };
  const watch = (page: Page) => {
    page.on('pageerror', (error) => note(error.message, page.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') note(message.text(), message.location().url || page.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 500) note(`answered ${response.status()}`, response.url());
    });
  };
  return { all, watch } satisfies Faults;
}
