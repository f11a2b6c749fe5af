import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium without a window takes a third less of a machine than the one that only hides it. */
const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const path = process.env.CHROMIUM_PATH ?? usual.find(isExecutable) ?? '/usr/bin/chromium';

/** Why the browser tests cannot run here; undefined when they can. */
export const noBrowser: string | undefined = isExecutable(path)
  ? undefined
  : `no Chromium at ${path}; install it, or set CHROMIUM_PATH`;

/** Ending of a suite's name, so that a skipped one says why. */
export const unlessNoBrowser = noBrowser === undefined ? '' : ` (skipped: ${noBrowser})`;

/** How long a page may take over anything, in ms: workers share two cores with all servers and browsers of a run. */
const patience = 90_000;

export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
  browser.on('context', (context) => context.setDefaultTimeout(patience));
  return browser;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
