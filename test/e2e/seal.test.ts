import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { serveEsign } from './esign-server.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

let esign: Awaited<ReturnType<typeof serveEsign>>;
beforeAll(async () => {
  esign = await serveEsign();
});
afterAll(() => esign.close());

const stage = useStage('seal', undefined, async () => ({ SEED: 'working-day' }));

async function as(name: string): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await stage.browser.newContext({
    ...{ locale: 'id-ID', viewport: { width: 1280, height: 900 }, acceptDownloads: true },
  });
  const page = await context.newPage();
  await signIn(page, stage.server.dev.portal, { name });
  return { page, context };
}

async function clean(page: Page, path: string): Promise<void> {
  expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
}

const save = (page: Page) => page.locator('form[action="/agency/seal/settings"] button[type=submit]').click();

async function setUp(page: Page): Promise<void> {
  const desk = `${stage.server.dev.portal}/agency/seal`;
  await page.goto(`${desk}/settings`);
  await page.locator('[name="address"]').fill(esign.address);
  await page.locator('[name="username"]').fill('sinau');
  await page.locator('[name="password"]').fill('sandi-esign');
  await page.locator('[name="subscriberId"]').fill('segel-badan-contoh');
  await save(page);
  await page.locator('form:has(input[value="activation"]) button').click();
  await expect.poll(() => esign.fake.mailedCode(), { timeout: 60_000 }).not.toBe('');
  await page.locator('[name="code"]').fill(esign.fake.mailedCode());
  await page.locator('form[action="/agency/seal/activation"] button').click();
  await page.locator('form:has(input[value="test"]) button').click();
  const confirm = page.locator('form[action="/agency/seal/sealer"] button');
  await until(page, () => confirm.count());
  await confirm.click();
  await page.goto(`${desk}/settings`);
  await page.locator('[name="isOn"]').check();
  await save(page);
  await page.goto(desk);
  await clean(page, '/agency/seal');
}

describe.skipIf(noBrowser !== undefined)(`the electronic seal in the browser${unlessNoBrowser}`, () => {
  it('is set up, stands still where the quota is spent, is seen by operators, and goes on with what waits', async () => {
    const { portal } = stage.server.dev;
    const agus = await as('Agus Contoh');
    await setUp(agus.page);

    // Nobody waits for the seal: the transcript is there, and says that its seal follows. What was issued before waits with it.
    esign.fake.state.quota = 0;
    const sri = await as('Sri Contoh');
    await sri.page.goto(`${portal}/jp/transcript?year=2026`);
    await sri.page.locator('form[action="/jp/transcript"] button[type=submit]').first().click();
    const waits = sri.page.getByText('Transkrip ini sudah berlaku; segel elektroniknya menyusul');
    await until(sri.page, () => waits.count());
    await clean(sri.page, '/jp/transcript');

    const ratna = await as('Ratna Contoh');
    await ratna.page.goto(`${portal}/operator/seals`);
    await until(ratna.page, () => ratna.page.getByText('kuota segel habis').count());
    await ratna.page
      .getByText(/\d+ dokumen/)
      .first()
      .click();
    await clean(ratna.page, '/operator/seals');
    await ratna.page.goto(`${portal}/inbox`);
    await until(ratna.page, () => ratna.page.getByText(/Segel elektronik berhenti/).count());
    await ratna.page.goto(`${portal}/outbox`);
    await until(ratna.page, () => ratna.page.getByText(/Segel elektronik berhenti/).count());

    esign.fake.state.quota = 100;
    await agus.page.goto(`${portal}/agency/seal`);
    await agus.page.locator('form[action="/agency/seal/resume"] button').click();
    await sri.page.goto(`${portal}/jp/transcript?year=2026`);
    await until(sri.page, async () => ((await waits.count()) === 0 ? 1 : 0));
    const [download] = await Promise.all([
      sri.page.waitForEvent('download'),
      sri.page.locator('a[href*="/jp/transcript/pdf"]').click(),
    ]);
    const sealed = await readFile(await download.path());
    expect(sealed.includes('/ByteRange')).toBe(true);
    await ratna.page.goto(`${portal}/operator/seals`);
    await until(ratna.page, () => ratna.page.getByText('Berjalan').count());
    for (const { context } of [agus, sri, ratna]) await context.close();
  });
});
