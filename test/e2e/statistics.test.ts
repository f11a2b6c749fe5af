import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bearerOf } from './agency-client.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectPage } from './inspect-page.ts';
import { package12 } from './scorm/packages.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { answerQuiz, type GuestLaunches, launch, watch } from './statistics/guests.ts';
import { makeVideo } from './viewer/make-media.ts';

let courseId: string;
let token: string;

const stage = useStage('statistics', async () => {
  courseId = await publishCourse();
});

/** A video and a SCORM package of 1.2. */
async function publishCourse(): Promise<string> {
  const { providerApi } = z
    .object({ providerApi: z.object({ url: z.url(), token: z.string() }) })
    .parse(JSON.parse(await readFile(join(stage.dataDir, 'dev.json'), 'utf8')));
  ({ token } = providerApi);
  const post = async (path: string, body: Uint8Array | string, type: string) => {
    const answer = await fetch(`${providerApi.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: typeof body === 'string' ? body : new Blob([new Uint8Array(body)]),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const film = await makeVideo(stage.browser, {
    seconds: 4,
    width: 320,
    height: 180,
    page: stage.server.dev.portal,
  });
  const { result } = z
    .object({ result: z.object({ courseId: z.string() }) })
    .parse(await post('/packages?fileName=pengantar.webm', film, 'video/webm'));
  const files = Object.fromEntries([...package12()].map(([name, text]) => [name, strToU8(text)]));
  const quiz = `/packages?fileName=kuis.zip&module=new&courseId=${result.courseId}`;
  await post(quiz, zipSync(files), 'application/zip');
  const json = 'application/json';
  await post(`/courses/${result.courseId}/versions`, '{}', json);
  const published = JSON.stringify({ jp: '2', title: { id: 'Integritas pelayanan' } });
  await post(`/courses/${result.courseId}/publish`, published, json);
  return result.courseId;
}

/** A machine of the platform that may launch for others; the operator makes it. */
async function guestLaunches(page: Page): Promise<GuestLaunches> {
  const { portal, providerClient } = stage.server.dev;
  await signIn(page, portal, { name: 'Ratna Contoh' });
  await page.goto(`${portal}/operator/clients`);
  await page.fill('[name=name]', 'LMS tamu');
  for (const box of await page.locator('[name=scopes]:checked').all()) await box.uncheck();
  await page.check('[name=scopes][value="launches/write"]');
  await page.click('form.panel button[type=submit]');
  const [id = '', secret = ''] = await page
    .locator('main input[readonly], main code')
    .evaluateAll((nodes) =>
      nodes.map((node) => ('value' in node ? String(node.value) : (node.textContent ?? ''))),
    );
  const authorization = await bearerOf({ ...providerClient, id, secret } as never);
  return { api: `${portal}/api`, authorization, courseId };
}

const path = () => `${stage.server.dev.portal}/studio/courses/${courseId}/statistics`;

describe.skipIf(noBrowser !== undefined)(`statistics of a course${unlessNoBrowser}`, () => {
  it('tell its author how thirteen learners fared, and nothing of four', async () => {
    const context = await stage.browser.newContext({
      locale: 'id-ID',
      viewport: { width: 1280, height: 900 },
    });
    const operator = await context.newPage();
    const on = await guestLaunches(operator);
    const author = await (await stage.browser.newContext({ locale: 'id-ID' })).newPage();
    await signIn(author, stage.server.dev.portal, { name: 'Hadi Contoh' });
    await author.goto(path());
    await author.getByText('Belum ada peserta').waitFor();

    const learn = async (n: number) => {
      const name = `tamu-${n}`;
      const first = await launch(on, { name, auIndex: 0 });
      await watch(first, { until: n % 3 === 0 ? 40 : 100 });
      if (n % 3 === 0) return;
      const { registration } = first;
      const quiz = await launch(on, { name, registration, auIndex: 1 });
      await answerQuiz(quiz, { first: n % 2 === 0 ? 'a' : 'c', second: n % 4 === 0 ? 'a' : 'b' });
    };
    for (const n of [1, 2, 3, 4]) await learn(n);
    await reached(author, 'Peserta masih terlalu sedikit');
    for (let n = 5; n <= 17; n += 1) await learn(n);

    await reached(author, 'Dari mendaftar sampai selesai');
    await expect
      .poll(async () => (await statistics('')).steps, { timeout: 20_000 })
      .toMatchObject([
        { kind: 'enrolled', people: 15 },
        { kind: 'started', people: 15 },
        { kind: 'module-started', people: 15 },
        { kind: 'module-finished', people: 10 },
        { kind: 'module-started', people: 10 },
        { kind: 'module-finished' },
        { kind: 'completed' },
      ]);
    const { modules } = z
      .object({ modules: z.array(z.object({ moduleId: z.string() })) })
      .parse(await statistics(''));
    const [video, quiz] = modules.map(({ moduleId }) => `/modules/${moduleId}`);
    const { watching } = await statistics(video ?? '');
    expect(watching).toMatchObject({ viewers: 15, lengthSeconds: 100 });
    const bins = (watching as { bins: { viewers: unknown; again: unknown }[] }).bins;
    expect([bins[5], bins[15], bins[60]]).toMatchObject([
      { viewers: 15, again: 0 },
      { viewers: 15, again: 15 },
      { viewers: 10, again: 0 },
    ]);
    expect((await statistics(quiz ?? '')).questions).toMatchObject([
      { answers: 10, figures: { responses: [{}, {}] } },
      { answers: 10, figures: { pointBiserial: expect.any(Number) } },
    ]);
    expect(JSON.stringify(await statistics('/launch-errors'))).toContain('"error":405');

    const axe = await author.context().browser()?.newContext({ locale: 'id-ID' });
    if (!axe) throw new Error('a stage.browser has contexts');
    const page = await axe.newPage();
    await signIn(page, stage.server.dev.portal, { name: 'Hadi Contoh' });
    await page.goto(path());
    const launchLog = await page.locator('a[href*="/statistics/launches/"]').first().getAttribute('href');
    const own = new URL(path()).pathname;
    const { portal } = stage.server.dev;
    const places = [own, `${own}${video}`, `${own}${quiz}`, launchLog ?? ''];
    for (const [language, place] of ['id', 'en'].flatMap((one) => places.map((at) => [one, at] as const))) {
      await axe.addCookies([{ name: 'sinau-lang', value: language, url: portal }]);
      expect(await inspectPage(page, { portal, place, language })).toEqual([]);
      if (process.env.SCREENSHOTS) {
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const name = `${process.env.SCREENSHOTS}/${language}${place.replaceAll('/', '_').slice(-30)}-${width}.png`;
          await page.screenshot({ path: name, fullPage: true });
        }
      }
    }
    await axe.addCookies([{ name: 'sinau-lang', value: 'id', url: portal }]);
    await page.goto(path());
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Unduh CSV: Dari mendaftar/ }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toContain('Terdaftar,15,100');
  });
});

/** The page of the course says so, a few seconds after the last statement at most. */
async function reached(page: Page, words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(path());
        return page.getByText(words).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
}

async function statistics(of: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${stage.server.dev.portal}/api/courses/${courseId}/statistics${of}`, {
    headers,
  });
  if (!answer.ok) throw new Error(`${of} answered ${answer.status}: ${await answer.text()}`);
  return z.record(z.string(), z.unknown()).parse(await answer.json());
}
