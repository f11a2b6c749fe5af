import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { buildCourse } from './packages.ts';
import { signIn } from './sign-in.ts';

let browser: Browser;
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'sinau-e2e-upload-'));
  server = await startServer({ dataDir: join(folder, 'data') });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A sound course of four parts: 30 MB that do not shrink. */
async function largePackage(): Promise<string> {
  const { buffer } = await buildCourse({
    id: 'https://penyedia-contoh.example/kursus/besar',
    title: { id: 'Kursus besar', en: 'A large course' },
  });
  const filler = Uint8Array.from({ length: 30 * 1024 * 1024 }, (_, n) => (n * 2654435761) >>> 24);
  const path = join(folder, 'besar.zip');
  await writeFile(path, zipSync({ ...unzipSync(buffer), 'film.bin': filler }, { level: 0 }));
  return path;
}

/** Counts the parts that arrive; those with a higher number are cut. */
async function cutLineAfter(page: Page, lastPart: number): Promise<() => number> {
  let arrived = 0;
  page.on('response', (response) => {
    const sent = response.request().method() === 'PUT' && /partNumber=/.test(response.url());
    if (sent && response.ok()) arrived += 1;
  });
  await page.route(/partNumber=/, async (route) => {
    const part = Number(new URL(route.request().url()).searchParams.get('partNumber'));
    return part > lastPart ? route.abort('connectionfailed') : route.continue();
  });
  return () => arrived;
}

describe.skipIf(noBrowser !== undefined)(`uploads in the studio${unlessNoBrowser}`, () => {
  it('A12: cut, reloaded and paused, goes on with the parts that have not arrived', async () => {
    const file = await largePackage();
    const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await signIn(page, server.dev.portal, { name: 'Hadi Contoh' });
    await page.goto(`${server.dev.portal}/studio/upload`);
    await page.getByLabel('Seret berkas ke sini, atau pilih berkas').setInputFiles(file);
    const passedAtFirst = await cutLineAfter(page, 2);
    await page.getByRole('button', { name: 'Unggah', exact: true }).click();
    await page.getByText(/^Sambungan terputus\. Mencoba lagi dalam \d+ detik/).waitFor();
    await expect.poll(passedAtFirst, { timeout: 20_000 }).toBe(2);
    await page.getByRole('button', { name: 'Jeda' }).click();
    await page.getByText('Unggahan dijeda.').waitFor();

    const next = await context.newPage();
    await next.goto(`${server.dev.portal}/studio/upload`);
    await next.getByText('Unggahan "besar.zip" belum selesai.').waitFor();
    await next.getByText(/^\d\d% · 16,8 dari \d\d(?:,\d)? MB$/).waitFor();
    await next.getByLabel('Seret berkas ke sini, atau pilih berkas').setInputFiles(file);
    await next.getByText('Berkas yang sama.').waitFor();
    const passedAtLast = await cutLineAfter(next, Number.POSITIVE_INFINITY);
    await next.getByRole('button', { name: 'Lanjutkan' }).click();
    await next.getByRole('heading', { name: 'Pemeriksaan paket' }).waitFor();
    await next
      .getByRole('status')
      .getByText(/^Paket diterima/)
      .waitFor();
    const parts = Math.ceil((await stat(file)).size / (8 * 1024 * 1024));
    expect(passedAtLast()).toBe(parts - 2);
    await next.goto(`${server.dev.portal}/studio/upload`);
    await next.getByRole('button', { name: 'Unggah', exact: true }).waitFor();
    await context.close();
  });

  it('A12: cancelled, nothing waits for the next page', async () => {
    const file = await largePackage();
    const context = await browser.newContext({ locale: 'id-ID' });
    const page = await context.newPage();
    await signIn(page, server.dev.portal, { name: 'Hadi Contoh' });
    await page.goto(`${server.dev.portal}/studio/upload`);
    await page.getByLabel('Seret berkas ke sini, atau pilih berkas').setInputFiles(file);
    await cutLineAfter(page, 1);
    await page.getByRole('button', { name: 'Unggah', exact: true }).click();
    await page.getByText(/^Sambungan terputus/).waitFor();
    const gone = page.waitForResponse((response) => response.url().endsWith('/cancel'));
    await page.getByRole('button', { name: 'Batalkan unggahan' }).click();
    expect((await gone).status()).toBe(200);
    await page.getByText('Unggahan dibatalkan. Tidak ada yang tersimpan.').waitFor();
    await page.reload();
    expect(await page.getByText('belum selesai').count()).toBe(0);
    await context.close();
  });
});
