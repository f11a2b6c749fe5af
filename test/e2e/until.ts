import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits for what workers make of something by looking again, as people do. */
export async function until(page: Page, there: () => Promise<number>, seconds = 60): Promise<void> {
  for (let n = 0; n < seconds * 2 && (await there()) === 0; n += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  expect(await there()).toBeGreaterThan(0);
}
