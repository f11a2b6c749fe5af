import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { agencySection, chapter } from './staff.ts';

/** A new service of the agency with a survey from today; gives the address that its poster shows. */
export async function planSurvey(page: Page, service: string): Promise<string> {
  await chapter(page, 'Instansi');
  await agencySection(page, 'Suara masyarakat');
  await page.getByRole('link', { name: 'Tambah layanan' }).first().click();
  await page.getByLabel('Nama layanan').fill(service);
  await page.getByRole('button', { name: 'Simpan' }).click();
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel('Hari pertama').fill(today);
  await page.getByLabel('Hari terakhir').fill(today);
  await page.getByRole('button', { name: 'Jadwalkan survei' }).click();
  await page.getByText('Berlangsung').first().waitFor();
  await page.getByRole('link', { name: 'Poster dengan kode QR' }).click();
  const code = page.getByRole('img', { name: /Kode QR ke / });
  const address = (await code.getAttribute('aria-label'))?.replace('Kode QR ke ', '') ?? '';
  await page.goBack();
  return address;
}

/** The best of everything but of how the staff behave (U7), who get the least. */
export async function answerSurvey(page: Page, address: string, comment = ''): Promise<void> {
  await page.goto(address);
  const questions = page.getByRole('group');
  expect(await questions.count()).toBe(9);
  for (let n = 0; n < 9; n += 1)
    await questions
      .nth(n)
      .getByRole('radio')
      .nth(n === 6 ? 0 : 3)
      .check();
  if (comment !== '') await page.getByLabel('Saran atau keluhan').fill(comment);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('Terima kasih, jawaban Anda diterima').first().waitFor();
}

/** From the page of the service. */
export async function endSurvey(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('link', { name: /Akhiri sekarang/ }).click();
  await page.getByRole('button', { name: 'Akhiri sekarang' }).click();
  await page.getByText('Selesai').first().waitFor();
}

/** From the page of the service: what citizens said, and what the agency does. */
export async function promise(
  page: Page,
  { said, action }: { readonly said: string; readonly action: string },
): Promise<void> {
  await page.getByRole('link', { name: 'Tambah tindak lanjut' }).click();
  await page.getByLabel('Yang disampaikan masyarakat').fill(said);
  await page.getByLabel('Yang dilakukan instansi').fill(action);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText(action).waitFor();
}
