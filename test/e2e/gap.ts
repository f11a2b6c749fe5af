import type { Page } from 'playwright-core';
import { agencySection, chapter, teamSection } from './staff.ts';

/** One competency, by the title of a post; the first try forgets what is asked. */
export async function setStandard(page: Page): Promise<void> {
  await chapter(page, 'Instansi');
  await agencySection(page, 'Peta kompetensi');
  await page.getByRole('link', { name: 'Standar jabatan' }).first().click();
  await page.getByRole('link', { name: 'Tambah standar' }).click();
  await page.getByLabel('Nama jabatan').fill('Analis Data');
  await page.getByLabel('Berlaku sejak').fill('2026-01-01');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('paling sedikit satu').first().waitFor();
  await page.getByLabel('Mengelola Perubahan').selectOption('3');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('link', { name: 'Analis Data' }).waitFor();
}

/** Sri has that post. */
export async function givePost(page: Page): Promise<void> {
  await agencySection(page, 'Pegawai');
  await page.getByRole('link', { name: /Sri Contoh/ }).click();
  await page.getByLabel('Jabatan', { exact: false }).first().waitFor();
  await page.locator('input[name="post"]').fill('Analis Data');
  await page.locator('select[name="family"]').selectOption('pelaksana');
  await page.locator('form:has(input[name="post"]) button[type="submit"]').click();
  await page.getByText('Tersimpan').first().waitFor();
}

/** What a supervisor has seen of Sri. */
export async function assess(
  page: Page,
  found: { readonly level: string; readonly note: string },
): Promise<void> {
  await chapter(page, 'Tim saya');
  await teamSection(page, 'Kompetensi');
  await page.getByRole('link', { name: /Sri Contoh/ }).click();
  await page.getByRole('link', { name: 'Catat penilaian' }).click();
  await page.locator('select[name="competencyId"]').selectOption('M7');
  await page.locator('select[name="level"]').selectOption({ label: found.level });
  await page.getByLabel('Saran pengembangan').fill(found.note);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText(found.note).first().waitFor();
}
