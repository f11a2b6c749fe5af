import type { Page } from 'playwright-core';

/** From the portal's first page through the local provider, by name from its list or by the other e-mail address. */
export async function signIn(
  page: Page,
  portal: string,
  who: { readonly name: string } | { readonly email: string },
): Promise<void> {
  await page.goto(portal);
  await page.getByRole('link', { name: 'Masuk dengan akun instansi' }).click();
  await page.getByRole('heading', { name: 'Masuk sebagai siapa?' }).waitFor();
  if ('name' in who) {
    await page.getByRole('button', { name: who.name }).click();
  } else {
    await page.getByLabel('Surel orang yang diundang').fill(who.email);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  }
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}
