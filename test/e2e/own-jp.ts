import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** From anywhere to the ledger of one's JP, as people go: home, and the number there. */
export async function ownJp(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Beranda' }).click();
  await page.getByRole('link', { name: 'Lihat rincian JP' }).click();
  await page.getByRole('heading', { level: 1, name: /JP/ }).waitFor();
}

/** From anywhere over the inbox to what a notice is about, once it has come. */
export async function openNotice(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: /^Pemberitahuan/ }).click();
  const item = () => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await until(page, () => item().count());
  await item().first().getByRole('link').click();
}
