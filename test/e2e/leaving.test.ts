import { strToU8, zipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { providerPoster } from './provider-client.ts';
import { forced2004 } from './scorm/packages.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

let courseId: string;

const stage = useStage('leaving', async () => {
  courseId = await publishCourse();
});

/** A SCORM package and two articles. */
async function publishCourse(): Promise<string> {
  const post = await providerPoster(stage.dataDir);
  const entries = Object.fromEntries([...forced2004()].map(([name, text]) => [name, strToU8(text)]));
  const zip = new Blob([new Uint8Array(zipSync(entries))]);
  const imported = z.object({ result: z.object({ courseId: z.string() }) });
  const { result } = imported.parse(await post('/packages?fileName=paket.zip', zip, 'application/zip'));
  const course = `/courses/${result.courseId}`;
  for (const title of ['Satu', 'Dua']) {
    // Longer than anybody reads here, so that no part is done and opened in Review.
    const text = `# Artikel ${title}\n\n${'kata '.repeat(60)}\n\n`.repeat(30);
    await post(`${course}/modules`, JSON.stringify({ kind: 'article', title, text }));
  }
  await post(`${course}/versions`, '{}');
  await post(`${course}/publish`, JSON.stringify({ jp: '2', title: { id: 'Kursus yang ditinggalkan' } }));
  return result.courseId;
}

/** Endings of the sessions of this course so far, of whomever. */
async function endings(): Promise<{
  readonly launched: number;
  readonly initialized: number;
  readonly terminated: number;
  readonly abandoned: number;
}> {
  const { endpoint, key, secret } = stage.server.dev.xapi;
  const headers = { authorization: `Basic ${btoa(`${key}:${secret}`)}`, 'x-experience-api-version': '1.0.3' };
  const answer = await fetch(`${endpoint}/statements?limit=500`, { headers });
  const { statements } = z
    .object({
      statements: z.array(
        z.looseObject({ verb: z.object({ id: z.string() }), object: z.unknown(), context: z.unknown() }),
      ),
    })
    .parse(await answer.json());
  const count = (verb: string) =>
    statements.filter(
      ({ verb: { id }, object, context }) =>
        id.endsWith(`/${verb}`) &&
        JSON.stringify(object).includes(courseId) &&
        // A SCO of a package terminates by itself.
        !JSON.stringify(context).includes('https://w3id.org/xapi/scorm'),
    ).length;
  return {
    launched: count('launched'),
    initialized: count('initialized'),
    terminated: count('terminated'),
    abandoned: count('abandoned'),
  };
}

/** A part that is left before it has begun has nothing to end, and rightly reads abandoned. */
async function begun(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { launched, initialized } = await endings();
        return launched - initialized;
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe(0);
}

const frameOf = (page: Page) => page.frameLocator('iframe[title^="Isi bagian"]');
const partOf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Daftar bagian' }).getByRole('link', { name });
async function article(page: Page, name: string): Promise<void> {
  await frameOf(page)
    .getByRole('heading', { level: 2, name: `Artikel ${name}` })
    .first()
    .waitFor();
  await begun();
}
async function sco(page: Page): Promise<void> {
  await frameOf(page)
    .frameLocator('iframe')
    .getByText(/^Data:/)
    .waitFor();
  await begun();
}

async function learner(context: BrowserContext, latencyMs: number): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, stage.server.dev.portal, { name: 'Sri Contoh' });
  await page.goto(`${stage.server.dev.portal}/courses/${courseId}`);
  const enrol = page.getByRole('button', { name: 'Daftar', exact: true });
  if (await enrol.isVisible()) await enrol.click();
  const network = await context.newCDPSession(page);
  const conditions = { offline: false, latency: latencyMs, downloadThroughput: -1, uploadThroughput: -1 };
  await network.send('Network.emulateNetworkConditions', conditions);
  return page;
}

const enter = (page: Page) => page.getByRole('link', { name: /^(?:Mulai belajar|Lanjutkan)$/ }).click();

describe.skipIf(noBrowser !== undefined)(`leaving a part${unlessNoBrowser}`, () => {
  it.each([0, 150])(
    'ends its session, however fast one moves on; answers take %i ms more',
    // A browser gives a page half a second to say goodbye, which is too short for a machine that has too much to do.
    { retry: 1 },
    async (latency) => {
      const context = await stage.browser.newContext({
        locale: 'id-ID',
        viewport: { width: 1280, height: 900 },
      });
      const page = await learner(context, latency);
      const before = await endings();
      await enter(page);
      await sco(page);
      await partOf(page, 'Satu').click();
      await article(page, 'Satu');
      await partOf(page, 'Dua').click();
      await article(page, 'Dua');
      // Nothing but the stage.browser knows of this.
      await page.goBack();
      await article(page, 'Satu');
      await page.getByRole('link', { name: 'Kembali ke halaman kursus' }).click();
      await enter(page);
      await sco(page);
      await page.close();
      const left = {
        launched: before.launched + 5,
        initialized: before.initialized + 5,
        terminated: before.terminated + 5,
        abandoned: before.abandoned,
      };
      await expect.poll(endings, { timeout: 20_000 }).toEqual(left);
      await context.close();
    },
  );
});
