import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';

/** The content frame of a player. */
export async function contentFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('the player has no frame');
  return frame;
}

export interface Targets {
  /** Origin of the portal. */
  readonly portal: string;
  /** A portal address that changes something when it is posted to. */
  readonly change: string;
  /** A page of another package that is open in the same browser. */
  readonly foreign: string;
}

/** Lets the package's page try; what came of each try. */
export async function trespass(frame: Frame, targets: Targets): Promise<Record<string, string>> {
  const script = await readFile(join(import.meta.dirname, 'trespass-script.js'), 'utf8');
  return frame.evaluate(`${script.replace('export ', '')}\ntrespass(${JSON.stringify(targets)})`);
}
