import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';

let browser: Browser;
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'sinau-e2e-quiz-'));
  server = await startServer({ dataDir: join(folder, 'data') });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** An author's page on a phone; without script unless axe is to look at it. */
async function author(javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ locale: 'id-ID', viewport, javaScriptEnabled });
  const page = await context.newPage();
  await signIn(page, server.dev.portal, { name: 'Hadi Contoh' });
  return page;
}

/** The report of an import, once it has passed. */
async function waitForReport(page: Page): Promise<void> {
  await page.waitForURL(/\/studio\/imports\//);
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await page.getByRole('link', { name: 'Buka kursus' }).count()) > 0) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  throw new Error(`the import did not pass: ${await page.locator('main').textContent()}`);
}

describe.skipIf(noBrowser !== undefined)(`quizzes in the studio${unlessNoBrowser}`, () => {
  it('are written, composed and put into a course without script, and changed there by a new version', async () => {
    const page = await author(false);
    const { portal } = server.dev;
    await page.goto(`${portal}/studio/questions/new/choice`);
    await page.getByLabel('Judul soal').fill('Layar terkunci');
    await page.getByLabel('Teks soal').fill('Kapan layar dikunci? <img src=x onerror=alert(1)>');
    await page.getByLabel('Pilihan 1', { exact: true }).fill('Setiap kali ditinggalkan');
    await page.getByLabel('Pilihan 2', { exact: true }).fill('Pada akhir hari');
    await page.getByRole('button', { name: 'Tambah baris' }).click();
    expect(await page.getByLabel('Pilihan 1', { exact: true }).inputValue()).toBe('Setiap kali ditinggalkan');
    await page.getByLabel('Kategori').fill('Keamanan informasi/Layar');
    await page.getByLabel('Keadaan').selectOption('ready');
    await page.getByLabel('Poin').press('Enter');
    await page.getByText('Tandai pilihan yang benar.').first().waitFor();
    await page.getByLabel('Pilihan 1 benar').check();
    await page.getByLabel('Poin').press('Enter');
    await page.waitForURL(/notice=saved/);

    await page.goto(`${portal}/studio/quizzes`);
    await page.getByRole('link', { name: 'Kuis keamanan informasi' }).click();
    const quiz = page.url();
    await page.getByRole('button', { name: 'Pilih soal untuk bagian 1' }).click();
    await page.getByLabel(/Layar terkunci/).check();
    await page.getByRole('button', { name: 'Tambahkan yang dipilih' }).click();
    await page.getByLabel('Poin untuk Layar terkunci').fill('2,5');
    await page
      .getByLabel('Kursus dan tempatnya')
      .selectOption({ label: 'Keamanan informasi sehari-hari – modul baru' });
    await page.getByRole('button', { name: 'Simpan dan masukkan' }).click();
    await waitForReport(page);

    await page.goto(quiz);
    await page.getByText('sama dengan sekarang').waitFor();
    await page.getByRole('link', { name: 'Layar terkunci' }).click();
    await page.getByLabel('Pilihan 2', { exact: true }).fill('Tidak perlu');
    await page.getByRole('button', { name: 'Simpan soal' }).last().click();
    await page.waitForURL(/notice=saved/);
    await page.goto(quiz);
    await page.getByText('sudah berubah sejak itu').waitFor();
    await page.getByLabel('Kursus dan tempatnya').selectOption({
      label: 'Keamanan informasi sehari-hari – ganti “Kuis keamanan informasi”',
    });
    await page.getByRole('button', { name: 'Simpan dan masukkan' }).click();
    await waitForReport(page);
    await page.getByRole('link', { name: 'Buka kursus' }).click();
    await page
      .getByRole('link', { name: /Kuis keamanan informasi/ })
      .first()
      .click();
    await page.getByText('Isi kuis ini disusun di').waitFor();
    await page.getByLabel('Banyak percobaan').fill('1');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.waitForURL(/notice=saved/);
  });

  it('hold nothing against an author on a phone', async () => {
    const page = await author(true);
    const { portal } = server.dev;
    const found: string[] = [];
    const look = async (path: string) => found.push(...(await inspectHere(page, { path, language: 'id' })));
    for (const path of ['/studio/questions', '/studio/quizzes']) {
      await page.goto(`${portal}${path}`);
      await look(path);
    }
    await page.getByRole('link', { name: 'Kuis keamanan informasi' }).click();
    await look('the composer');
    await page.getByRole('button', { name: 'Pilih soal untuk bagian 1' }).click();
    await page.waitForURL(/\/sections\//);
    await look('the choice of questions');
    expect(found).toEqual([]);
  });
});
