import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Faults } from './faults.ts';

export interface Tabs {
  /** A window of its own, with cookies of its own. */
  open(): Promise<Page>;
  /** Another window of the same person. */
  openBeside(page: Page): Promise<Page>;
  /** Runs one part of a journey; when it fails, every window is photographed and the error says where that is. */
  step<Result>(name: string, act: () => Promise<Result>): Promise<Result>;
}

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** A small one, held upright and touched. */
export const phone: BrowserContextOptions = {
  ...{ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
};

export function createTabs(
  browser: Browser,
  options: { readonly faults: Faults /** @default a desk */; readonly device?: BrowserContextOptions },
): Tabs {
  const prepare = (page: Page) => {
    options.faults.watch(page);
    return page;
  };
  return {
    async open() {
      const context = await browser.newContext({ locale: 'id-ID', ...(options.device ?? desk) });
      return prepare(await context.newPage());
    },
    openBeside: async (page) => prepare(await page.context().newPage()),
    async step(name, act) {
      try {
        return await act();
      } catch (cause) {
        const folder = await photograph(browser);
        const seen = options.faults.all.map((fault) => `\n  ${fault}`).join('');
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`${name}: ${why}\nScreenshots: ${folder}\nFaults seen:${seen || ' none'}`, { cause });
      }
    },
  };
}

async function photograph(browser: Browser): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-e2e-'));
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(
    pages.map((page, index) =>
      // A window that hangs has no picture; the others still count.
      page.screenshot({ path: join(folder, `window-${index + 1}.png`), timeout: 5_000 }).catch(() => {}),
    ),
  );
  return folder;
}
