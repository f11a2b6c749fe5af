import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { providerPoster } from './provider-client.ts';
import { signIn } from './sign-in.ts';
import { makeVideo } from './viewer/make-media.ts';
import { type MediaHost, startMediaHost } from './viewer/media-host.ts';

const title = 'Kuliah di tempat lain';
const address = 'https://media.contoh.ac.id/kuliah/1.webm';

let maker: Browser;
let browser: Browser;
let dataDir: string;
let server: RunningServer;
let host: MediaHost;
let course: string;

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  dataDir = await mkdtemp(join(tmpdir(), 'sinau-elsewhere-'));
  const env = { MEDIA_ORIGINS: 'https://media.contoh.ac.id,https://lain.contoh.ac.id' };
  [server, maker] = await Promise.all([startServer({ dataDir, env }), launchChromium()]);
  const size = { seconds: 6, width: 320, height: 180, page: server.dev.portal };
  host = await startMediaHost(await makeVideo(maker, size));
  // The names of the university lead to the server of this test.
  browser = await launchChromium([`--host-resolver-rules=MAP *.contoh.ac.id 127.0.0.1:${host.port}`]);
  course = await publishCourse();
});
afterAll(async () => {
  await maker?.close();
  await browser?.close();
  await host?.stop();
  await server?.stop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

async function publishCourse(): Promise<string> {
  const post = await providerPoster(dataDir);
  const imported = z.object({ result: z.object({ courseId: z.string() }) });
  const { result } = imported.parse(
    await post('/packages?fileName=a.md&kind=article', '# Pengantar', 'text/markdown'),
  );
  const module = { kind: 'video', title: 'Kuliah pertama', url: address };
  await post(`/courses/${result.courseId}/modules`, JSON.stringify(module));
  await post(`/courses/${result.courseId}/versions`, '{}');
  await post(`/courses/${result.courseId}/publish`, JSON.stringify({ jp: '1', title: { id: title } }));
  return result.courseId;
}

/** Certificates of the university are no matter of this test. */
const open = (): Promise<BrowserContext> =>
  browser.newContext({ locale: 'id-ID', ignoreHTTPSErrors: true, viewport: { width: 360, height: 740 } });

const viewerIn = (page: Page): FrameLocator => page.frameLocator('iframe[title^="Isi bagian"]');

/** In the page of the viewer: whether a video from there comes, and which rule keeps it away. */
const tryVideo = (from: string) => `new Promise((done) => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => done(violatedDirective), { once: true });
  const video = document.createElement('video');
  video.addEventListener('loadedmetadata', () => done('played'), { once: true });
  video.src = ${JSON.stringify(from)};
})`;

describe.skipIf(noBrowser !== undefined)(`a recording at another host${unlessNoBrowser}`, () => {
  it('says who does not answer, plays once it does, and completes by the share that was played', async () => {
    const context = await open();
    const page = await context.newPage();
    await signIn(page, server.dev.portal, { name: 'Sri Contoh' });
    await page.goto(`${server.dev.portal}/courses/${course}`);
    await page.getByRole('button', { name: 'Daftar', exact: true }).click();
    host.reachable = false;
    await page.goto(`${server.dev.portal}/courses/${course}/learn/2`);
    const viewer = viewerIn(page);
    const trouble = viewer.getByRole('alert');
    await trouble.getByText(/^Rekaman ini tidak dapat dimuat dari media\.contoh\.ac\.id\./).waitFor();
    host.reachable = true;
    await trouble.getByRole('button', { name: 'Coba lagi' }).click();
    await viewer.getByText('Selesai setelah 90% video ditonton. Sudah 0%.').waitFor();
    await trouble.waitFor({ state: 'hidden' });
    await viewer.getByText('Diputar dari media.contoh.ac.id, di luar Sinau.').waitFor();
    await viewer.locator('video').focus();
    await page.keyboard.press('k');
    await viewer.getByText('Bagian ini sudah selesai.').waitFor();
    await page.getByText('1 dari 2 bagian selesai').waitFor();
    expect(new Set(host.asked)).toEqual(new Set(['media.contoh.ac.id/kuliah/1.webm']));
    await context.close();
  });

  it('A8: opens the page of its package to that host alone, and pages of other modules to none', async () => {
    const context = await open();
    const page = await context.newPage();
    await signIn(page, server.dev.portal, { name: 'Sri Contoh' });
    const frameOf = async (part: number) => {
      await page.goto(`${server.dev.portal}/courses/${course}/learn/${part}`);
      await viewerIn(page)
        .getByText(/^Selesai setelah/)
        .waitFor({ state: 'attached' });
      const frame = page.frames().find((one) => one.url().includes('/_sinau/viewer/'));
      if (!frame) throw new Error('the viewer has no frame');
      return frame;
    };
    const recording = await frameOf(2);
    expect(await recording.evaluate(tryVideo(address))).toBe('played');
    // The platform allows it, this package does not need it.
    expect(await recording.evaluate(tryVideo('https://lain.contoh.ac.id/2.webm'))).toBe('media-src');
    expect(await recording.evaluate(tryVideo('https://evil.example/2.webm'))).toBe('media-src');
    const article = await frameOf(1);
    expect(await article.evaluate(tryVideo(address))).toBe('media-src');
    await context.close();
  });

  it('F3: is added in the studio, which names the allowed hosts and refuses every other', async () => {
    const context = await open();
    const page = await context.newPage();
    await signIn(page, server.dev.portal, { name: 'Hadi Contoh' });
    await page.goto(`${server.dev.portal}/studio/courses/${course}`);
    await page.getByRole('link', { name: 'Video dari alamat lain' }).click();
    const add = async (url: string) => {
      await page.getByLabel('Judul modul').fill('Kuliah kedua');
      await page.getByLabel('Alamat').fill(url);
      await page.getByRole('button', { name: 'Tambahkan' }).click();
    };
    await add('https://evil.example/2.webm');
    const hosts =
      'Host yang diizinkan: media.contoh.ac.id, lain.contoh.ac.id. Untuk host lain, mintalah operator';
    await page.getByText(`Video dan audio dari host ini tidak diizinkan. ${hosts}`).first().waitFor();
    await add('https://169.254.169.254/latest');
    await page
      .getByText('Alamat IP, localhost, dan nama jaringan dalam tidak dapat dibuka peserta.')
      .first()
      .waitFor();
    await page.getByLabel('Jenis').selectOption('video');
    await add('https://lain.contoh.ac.id/2.webm');
    await page.getByText('Tersimpan.').first().waitFor();
    await page.getByText('Kuliah kedua').first().waitFor();
    await context.close();
  });
});
