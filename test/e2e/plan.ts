import type { Page } from 'playwright-core';
import { agencySection } from './staff.ts';

/** Addresses of a plan that is being drafted. */
export interface DraftPlan {
  readonly plan: string;
  readonly signals: string;
  readonly item: string;
}

export const itemTitle = 'Penyusunan berkas mutasi';

/** At the agency's desk: a plan of this year with one item, for a performance gap that was written down. */
export async function draftPlan(page: Page): Promise<DraftPlan> {
  await agencySection(page, 'Rencana tahunan');
  await page.getByRole('button', { name: 'Mulai rencana' }).click();
  await page.getByText('Rincian masih dapat diubah').waitFor();
  const plan = pathOf(page);
  await page.getByRole('link', { name: 'Sinyal kebutuhan' }).first().click();
  await page.getByRole('link', { name: 'Tulis kesenjangan kinerja' }).click();
  await page.getByLabel('Judul').fill('Penyelesaian berkas mutasi');
  await page.getByLabel('Target dan hasilnya').fill('Target 5 hari kerja, hasil 9 hari kerja.');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('link', { name: 'Ambil ke rencana: Penyelesaian berkas mutasi' }).click();
  await page.getByLabel('Kompetensi atau pembelajaran').fill(itemTitle);
  await page.getByLabel('Penyelenggara').fill('Pusdiklat');
  await page.getByLabel('Jumlah peserta').fill('12');
  await page.getByLabel('JP per orang').fill('8');
  await page.getByLabel('Biaya seluruhnya').fill('12.000.000');
  await page.getByLabel('Bentuk yang lebih murah').selectOption({ label: 'E-learning' });
  await page.getByLabel('Biaya bentuk itu').fill('15.000.000');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.locator('#error-alternativeCost').waitFor();
  await page.getByLabel('Biaya bentuk itu').fill('3.000.000');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Rp9.000.000').first().waitFor();
  const item = await page.getByRole('link', { name: itemTitle, exact: true }).getAttribute('href');
  return { plan, signals: plan.replace(/\d+$/, 'signals'), item: item ?? '' };
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;
