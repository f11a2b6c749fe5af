import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { bringAxe, inspectPage } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter } from './staff.ts';
import { useStage } from './stage.ts';

const stage = useStage('citizens');
const service = 'Penerbitan KTP elektronik';

describe.skipIf(noBrowser !== undefined)(`what citizens say${unlessNoBrowser}`, () => {
  it('goes from a survey by code on a phone to its index, a moderated comment and what was done', async () => {
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const [agus, citizen] = [await open(1280), await open(360)];
    for (const page of [agus, citizen]) faults.watch(page);
    await signIn(agus, stage.server.dev.portal, { name: 'Agus Contoh' });
    const address = await planSurvey(agus);

    for (let n = 0; n < 10; n += 1)
      await answer(citizen, address, n === 0 ? 'Hubungi 081234567890, antre lama' : '');
    await citizen.getByRole('link', { name: 'Lihat hasil survei' }).click();
    await citizen.getByText('Belum ada hasil yang dapat ditampilkan').waitFor();
    await endSurvey(agus);
    await citizen.reload();
    // 10 × (8 × 4 + 1): 330 of 360.
    await citizen.getByText('91,67').waitFor();
    await citizen.getByText('A (Sangat Baik)').waitFor();
    expect(await citizen.content()).not.toContain('antre lama');
    const seen = citizen.url();

    await moderate(agus);
    await promise(agus);
    await citizen.goto(seen);
    await citizen.getByText('Hubungi […], antre lama').waitFor();
    await citizen.getByText('Loket kedua dibuka').waitFor();
    expect(await faultsOf(citizen, [address, seen, '/services'])).toEqual([]);
    expect(await faultsOf(agus, ['/agency/citizens', agus.url()])).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(width: number): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  await bringAxe(context);
  return context.newPage();
}

/** A new service with a survey from today; gives the address that its poster shows. */
async function planSurvey(page: Page): Promise<string> {
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

/** The best of everything but of the staff, who get the least; the first try forgets a question. */
async function answer(page: Page, address: string, comment: string): Promise<void> {
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

async function endSurvey(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('link', { name: /Akhiri sekarang/ }).click();
  await page.getByRole('button', { name: 'Akhiri sekarang' }).click();
  await page.getByText('Selesai').first().waitFor();
}

async function moderate(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('link', { name: /Periksa komentar/ }).click();
  await page.getByRole('button', { name: /Tampilkan/ }).click();
  await page.getByText('Semua komentar sudah diperiksa.').waitFor();
  await page.getByRole('link', { name: service }).click();
}

async function promise(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Tambah tindak lanjut' }).click();
  await page.getByLabel('Yang disampaikan masyarakat').fill('Antre lama');
  await page.getByLabel('Yang dilakukan instansi').fill('Loket kedua dibuka');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Loket kedua dibuka').waitFor();
}

async function faultsOf(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  const { portal } = stage.server.dev;
  const found: string[] = [];
  for (const language of ['id', 'en']) {
    await page.context().addCookies([{ name: 'sinau-lang', value: language, url: portal }]);
    for (const address of addresses) {
      const place = new URL(address, portal).pathname;
      found.push(...(await inspectPage(page, { portal, place, language })));
    }
  }
  return found;
}
