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

/** From an accepted check to a version that waits for a reviewer; leaves the page of the course open. */
export async function submitCourse(page: Page, course: { readonly jp: string }): Promise<void> {
  await page.getByRole('link', { name: 'Buka kursus' }).click();
  await page.getByLabel('Jam pelajaran (JP)').fill(course.jp);
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await page.getByText('Tersimpan.').first().waitFor();
  await page.getByLabel('Catatan untuk penelaah').fill('Siap ditelaah.');
  await page.getByRole('button', { name: 'Ajukan untuk ditelaah' }).click();
  await page.getByText('menunggu penelaah').waitFor();
}

/** A reviewer goes through the checklist and publishes. */
export async function approveCourse(page: Page, course: { readonly title: string }): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: 'Penelaahan' })
    .click();
  await page.getByRole('link', { name: course.title }).click();
  // Whoever counts boxes does not wait for them: the page has to be there.
  await page.getByRole('button', { name: 'Setujui dan terbitkan' }).waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Setujui dan terbitkan' }).click();
  await page.getByText('Kursus terbit dan terlihat di katalog.').waitFor();
}
