import type { Page } from 'playwright-core';
import type { PackageFile } from './packages.ts';

/** From the studio to the end of the check, whatever it says; leaves its page open. */
export async function uploadPackage(page: Page, file: PackageFile): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Studio' }).click();
  await page.getByRole('link', { name: 'Unggah kursus baru' }).click();
  await page.getByLabel('Seret berkas ke sini, atau pilih berkas').setInputFiles(file);
  await page.getByRole('button', { name: 'Unggah', exact: true }).click();
  await page.getByRole('heading', { name: 'Pemeriksaan paket' }).waitFor();
  await page.getByText(file.name).waitFor();
  await page
    .getByRole('status')
    .getByText(/^Paket (diterima|ditolak)/)
    .waitFor();
}

/** From an accepted check to a published course. */
export async function publishCourse(page: Page, course: { readonly jp: string }): Promise<void> {
  await page.getByRole('link', { name: 'Buka kursus' }).click();
  await page.getByLabel('Jam pelajaran (JP)').fill(course.jp);
  await page.getByRole('button', { name: 'Terbitkan versi 1' }).click();
  await page.getByText(`${course.jp} JP`).waitFor();
  await page.getByRole('button', { name: 'Ya, terbitkan' }).click();
  await page.getByText('Terbit', { exact: true }).first().waitFor();
}
