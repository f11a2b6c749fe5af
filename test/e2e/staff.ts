import type { Page } from 'playwright-core';

export async function chapter(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name }).click();
}

export const section = (page: Page, name: string): Promise<void> => inMenu(page, 'Menu operator', name);

export const agencySection = (page: Page, name: string): Promise<void> => inMenu(page, 'Menu instansi', name);

export const teamSection = (page: Page, name: string): Promise<void> => inMenu(page, 'Halaman tim', name);

/** Of what somebody has learned and was given for it. */
export const ownSection = (page: Page, name: string): Promise<void> => inMenu(page, 'Catatan saya', name);

/** Pages of another group than one's own are a click further away. */
async function inMenu(page: Page, label: string, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: label });
  const link = menu.getByRole('link', { name, exact: true });
  // The page before may be there still.
  await menu.waitFor();
  // On a phone a long menu is folded.
  const fold = menu.locator('.section-menu > summary');
  if (await fold.isVisible()) await fold.click();
  if (!(await link.isVisible())) {
    const there = page.getByRole('link', { name, exact: true, includeHidden: true });
    await menu.locator('.menu-group').filter({ has: there }).locator('.menu-group-name').click();
  }
  await link.click();
}

export async function row(page: Page, ...texts: [string, string]): Promise<void> {
  await page.getByRole('row').filter({ hasText: texts[0] }).filter({ hasText: texts[1] }).waitFor();
}

export async function createAgency(operator: Page, name: string): Promise<void> {
  await section(operator, 'Instansi');
  await operator.getByLabel('Nama instansi').fill(name);
  await operator.getByLabel('Jenis').selectOption('Instansi daerah');
  await operator.getByRole('button', { name: 'Buat instansi' }).click();
  await row(operator, name, 'Instansi daerah');
}

export async function invite(
  operator: Page,
  person: { readonly name: string; readonly email: string },
  agency: string,
): Promise<void> {
  await section(operator, 'Orang');
  await operator.getByRole('link', { name: 'Undang orang' }).click();
  await operator.getByLabel('Nama lengkap').fill(person.name);
  await operator.getByLabel('Surel').fill(person.email);
  await operator.getByLabel('Instansi atau penyelenggara').selectOption(agency);
  await operator.getByLabel('Peserta').check();
  await operator.getByLabel('Pengelola instansi').check();
  await operator.getByRole('button', { name: 'Undang orang' }).click();
  await row(operator, person.name, 'Diundang');
}

/** In the portal, as the agency's administrator; the secret is on the page that answers. */
export async function createClient(page: Page): Promise<{ readonly id: string; readonly secret: string }> {
  await page.getByRole('link', { name: 'Kembali ke halaman kursus' }).click();
  await chapter(page, 'Instansi');
  await agencySection(page, 'Klien API');
  await page.getByLabel('Nama sistem').fill('Dasbor kepegawaian');
  await page.getByLabel('Membaca semua pernyataan').check();
  await page.getByLabel('Menarik catatan pembelajaran').check();
  await page.getByRole('button', { name: 'Buat klien' }).click();
  await page.getByText('Simpan rahasia ini sekarang').first().waitFor();
  const [id = '', secret = ''] = await page.getByRole('code').allTextContents();
  return { id, secret };
}
