import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits for what workers make of something by looking again, as people do: soon at first, and then less and less often. */
export async function until(page: Page, there: () => Promise<number>, seconds = 60): Promise<void> {
  let waited = 0;
  for (
    let pause = 500;
    waited < seconds * 1_000 && (await there()) === 0;
    pause = Math.min(pause * 1.5, 4_000)
  ) {
    await page.waitForTimeout(pause);
    waited += pause;
    await page.reload();
  }
  expect(await there()).toBeGreaterThan(0);
}
