import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { codeIn } from './certificate-file.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { hourAgo } from './event-day.ts';
import { collectFaults } from './faults.ts';
import { lookThrough } from './look-through.ts';
import { openNotice, ownJp } from './own-jp.ts';
import { signIn } from './sign-in.ts';
import { chapter } from './staff.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('coaching');
const goal = 'Menulis telaahan staf yang dibaca sampai selesai.';
const topic = 'Kalimat pembuka telaahan';
const result = 'Tiga telaahan dipendekkan menjadi satu halaman.';

describe.skipIf(noBrowser !== undefined)(`coaching${unlessNoBrowser}`, () => {
  it('goes from asking somebody over a session that both sign to JP and what a supervisor may know, on phones', async () => {
    // On purpose: a partner whom nobody finds, and a session that is too short.
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const [sri, wulan] = [await open(), await open()];
    for (const page of [sri, wulan]) faults.watch(page);
    const { portal } = stage.server.dev;
    await signIn(sri, portal, { name: 'Sri Contoh' });
    await signIn(wulan, portal, { name: 'Wulan Contoh' });

    const pair = await ask(sri);
    await openNotice(wulan, 'Ajakan coaching dari Sri Contoh');
    await wulan.getByText(goal).waitFor();
    await wulan.getByRole('button', { name: 'Terima', exact: true }).click();
    await wulan.getByRole('link', { name: 'Catat sesi' }).waitFor();

    await openNotice(sri, /Wulan Contoh.* menerima ajakan coaching/);
    const session = await writeDown(sri);
    await openNotice(wulan, 'Tanda tangani sesi coaching');
    await wulan.getByText(result).waitFor();
    await wulan.getByRole('button', { name: 'Benar, tanda tangani' }).click();
    await wulan.getByText('ditandatangani').nth(1).waitFor();

    await openNotice(sri, 'ditandatangani');
    expect(await sri.getByText('belum menandatangani').count()).toBe(0);
    const form = await downloadForm(sri);
    const checked = (await codeIn(form)) ?? '';
    // Whoever was given the paper needs no account.
    const stranger = await open();
    faults.watch(stranger);
    await stranger.goto(checked);
    await stranger.getByText('Ditandatangani keduanya dan masih berlaku').waitFor();
    await stranger
      .getByLabel('Pilih berkas PDF')
      .setInputFiles({ name: 'formulir.pdf', mimeType: 'application/pdf', buffer: form });
    await stranger.getByText('berkas ini persis seperti yang diterbitkan', { exact: false }).waitFor();
    for (const words of [goal, topic, result]) expect(await stranger.content()).not.toContain(words);
    expect(await lookThrough(stranger, portal, [checked])).toEqual([]);
    await wulan.reload();
    expect(await downloadForm(wulan)).toEqual(form);
    await ownJp(sri);
    await until(sri, () => sri.getByRole('link', { name: 'Coaching' }).count());
    await expectSupervisor(wulan);

    expect(await lookThrough(sri, portal, ['/coaching', '/coaching/new', pair, session, '/jp'])).toEqual([]);
    const written = [`${session}/change`, `${pair}/sessions/new`, '/team/coaching'];
    expect(await lookThrough(wulan, portal, ['/coaching', session, ...written])).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 800 } });
  return context.newPage();
}

/** Gives the address of the pair. */
async function ask(page: Page): Promise<string> {
  await ownJp(page);
  await page.getByRole('link', { name: 'Coaching dan mentoring' }).click();
  await page.getByText('Belum ada pasangan').waitFor();
  await page.getByRole('link', { name: 'Ajak seseorang' }).click();
  await page.getByLabel('Peran Anda').selectOption('Saya ingin belajar dari dia');
  await page.getByLabel('Siapa yang diajak').fill('bukan-siapa-siapa@badan-contoh.example');
  await page.getByLabel('Tujuan').fill(goal);
  await page.getByRole('button', { name: 'Kirim ajakan' }).click();
  // What was typed is still there.
  expect(await page.getByLabel('Tujuan').inputValue()).toBe(goal);
  await page.getByLabel('Siapa yang diajak').fill('wulan@badan-contoh.example');
  await page.getByRole('button', { name: 'Kirim ajakan' }).click();
  await page.getByText(/Menunggu jawaban .*Wulan Contoh/).waitFor();
  return new URL(page.url()).pathname;
}

/** From the page of the pair; gives the address of the session. */
async function writeDown(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Catat sesi' }).click();
  const { date, from, until: ends } = hourAgo();
  await page.getByLabel('Tanggal').fill(date);
  await page.getByLabel('Mulai').fill(from);
  await page.getByLabel('Selesai').fill(from);
  await page.getByLabel('Topik', { exact: true }).fill(topic);
  await page.getByLabel('Hasil', { exact: true }).fill(result);
  await page.getByLabel('Tindak lanjut', { exact: true }).fill('Dua telaahan lagi sebelum pekan depan.');
  await page.getByRole('button', { name: 'Simpan dan tanda tangani' }).click();
  await page.getByText('Sesi sudah selesai dan berlangsung 30 menit sampai 8 jam.').first().waitFor();
  await page.getByLabel('Selesai').fill(ends);
  await page.getByRole('button', { name: 'Simpan dan tanda tangani' }).click();
  await page.getByText(/Menunggu tanda tangan .*Wulan Contoh/).waitFor();
  return new URL(page.url()).pathname;
}

/** From the page of the session, once it is printed. */
async function downloadForm(page: Page): Promise<Buffer> {
  const link = () => page.getByRole('link', { name: 'Unduh formulir (PDF)' });
  await until(page, () => link().count());
  const [file] = await Promise.all([page.waitForEvent('download'), link().click()]);
  expect(file.suggestedFilename()).toMatch(/^Formulir-SINAU-CM-.*-1\.pdf$/);
  return readFile(await file.path());
}

/** That it took place, and not a word of it. */
async function expectSupervisor(page: Page): Promise<void> {
  await chapter(page, 'Tim');
  // On a phone the menu is one line that unfolds.
  await page.getByText('Halaman tim').click();
  await page.getByRole('link', { name: 'Coaching dan mentoring' }).click();
  await page.getByText('50 menit').waitFor();
  const text = (await page.locator('main').textContent()) ?? '';
  for (const word of [topic, result, goal]) expect(text).not.toContain(word);
}
