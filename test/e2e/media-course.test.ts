import { zipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { providerPoster } from './provider-client.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { makePdf, makeVideo } from './viewer/make-media.ts';

const title = 'Modul media';
const vtt = 'WEBVTT\n\n00:00.000 --> 00:02.000\nSelamat datang\n';

let courseId: string;

const stage = useStage('media', async () => {
  courseId = await publishMediaCourse();
});

/** Everything by the API for providers: a video with captions and a small version, a PDF, an article, a link. */
async function publishMediaCourse(): Promise<string> {
  const post = await providerPoster(stage.dataDir);
  const size = (width: number, height: number) => ({
    seconds: 10,
    width,
    height,
    page: stage.server.dev.portal,
  });
  const film = zipSync({
    'film.webm': await makeVideo(stage.browser, size(640, 360)),
    'film.low.webm': await makeVideo(stage.browser, size(160, 90)),
    'film.id.vtt': new TextEncoder().encode(vtt),
  });
  const imported = z.object({ result: z.object({ courseId: z.string() }) });
  const { result } = imported.parse(
    await post('/packages?fileName=film.zip', new Blob([new Uint8Array(film)]), 'application/zip'),
  );
  const course = `/courses/${result.courseId}`;
  const pdf = new Blob([new Uint8Array(makePdf(2, { harmless: true }))]);
  await post(`/packages?fileName=laporan.pdf&module=new&courseId=${result.courseId}`, pdf, 'application/pdf');
  const article = {
    kind: 'article',
    title: 'Artikel',
    text: '# Pengantar\n\nSatu *dua* <img src=x onerror="alert(1)"> tiga.',
  };
  await post(`${course}/modules`, JSON.stringify(article));
  await post(
    `${course}/modules`,
    JSON.stringify({ kind: 'link', title: 'Tautan', url: 'https://contoh.go.id/' }),
  );
  await post(`${course}/versions`, '{}');
  await post(`${course}/publish`, JSON.stringify({ jp: '2', title: { id: title } }));
  return result.courseId;
}

const viewerIn = (page: Page): FrameLocator => page.frameLocator('iframe[title^="Isi bagian"]');
const partOf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Daftar bagian' }).getByRole('link', { name });

describe.skipIf(noBrowser !== undefined)(`a course of media${unlessNoBrowser}`, () => {
  it('is imported, played, read and completed, and resumes to the second', async () => {
    const context = await stage.browser.newContext({
      locale: 'id-ID',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await signIn(page, stage.server.dev.portal, { name: 'Sri Contoh' });
    await page.goto(`${stage.server.dev.portal}/courses/${courseId}`);
    await page.getByRole('button', { name: 'Daftar', exact: true }).click();
    await page.getByRole('link', { name: 'Mulai belajar' }).click();

    // The video: a part of it, then another page, then on from there to the end.
    const viewer = viewerIn(page);
    await viewer.getByText('Selesai setelah 90% video ditonton. Sudah 0%.').waitFor();
    await viewer.getByRole('button', { name: /Selamat datang/ }).waitFor();
    await viewer.locator('video').focus();
    await page.keyboard.press('k');
    await viewer.getByText(/Sudah [45]\d%\./).waitFor();
    await partOf(page, 'laporan').click();
    await viewer.getByRole('group', { name: 'Halaman 1 dari 2' }).waitFor();
    await page.goBack();
    await viewer.getByText(/Sudah [456]\d%\./).waitFor();
    await viewer.getByRole('button', { name: /^Lanjut dari 0:0[4-6]/ }).click();
    await page.getByText('1 dari 4 bagian selesai').waitFor();

    await partOf(page, 'laporan').click();
    await viewer.getByText('Sudah 1.').waitFor();
    await viewer.getByRole('button', { name: 'Halaman berikutnya' }).click();
    await page.getByText('2 dari 4 bagian selesai').waitFor();

    await partOf(page, 'Artikel').click();
    await viewer.getByRole('heading', { name: 'Pengantar' }).waitFor();
    await page.getByText('3 dari 4 bagian selesai').waitFor();

    await partOf(page, 'Tautan').click();
    await context.route('https://contoh.go.id/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }),
    );
    const opened = context.waitForEvent('page');
    await viewer.getByRole('link', { name: 'Buka di tab baru' }).click();
    await (await opened).close();
    await viewer.getByRole('button', { name: 'Saya sudah mempelajari' }).click({ timeout: 20_000 });
    await page.getByText('4 dari 4 bagian selesai').waitFor();
    await viewer.getByRole('button', { name: 'Tutup bagian ini' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    expect(dialogs).toEqual([]);
    expect(await storedVerbs()).toMatchObject({ satisfied: 1, completed: 5 });
    await context.close();
  });
});

/** How often each verb was stored about this course; the video is completed in its profile's words too. */
async function storedVerbs(): Promise<Record<string, number>> {
  const { endpoint, key, secret } = stage.server.dev.xapi;
  const headers = { authorization: `Basic ${btoa(`${key}:${secret}`)}`, 'x-experience-api-version': '1.0.3' };
  const answer = await fetch(`${endpoint}/statements?limit=500`, { headers });
  const { statements } = z
    .object({
      statements: z.array(z.looseObject({ verb: z.object({ id: z.string() }), object: z.unknown() })),
    })
    .parse(await answer.json());
  const counts: Record<string, number> = {};
  for (const { verb, object } of statements) {
    if (!JSON.stringify(object).includes(courseId)) continue;
    const name = verb.id.split('/').at(-1) ?? '';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
