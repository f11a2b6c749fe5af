import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { colleagues, learned } from '../../functions/dev-server/seed/colleagues.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectHere } from './inspect-page.ts';
import { serveSiasn } from './siasn-server.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

/** Somebody whom SIASN does not know at first. */
const stranger = learned.at(-1);
const people = new Map(
  colleagues.map(({ number }, n) => [number, (n + 1).toString(16).padStart(32, '0').toUpperCase()]),
);
const strangersId = people.get(stranger?.learner ?? '') ?? '';
people.delete(stranger?.learner ?? '');

let siasn: Awaited<ReturnType<typeof serveSiasn>> | undefined;
afterAll(() => siasn?.close());

const stage = useStage('siasn', undefined, async () => {
  siasn = await serveSiasn(people);
  return { SIASN_GATEWAY: siasn.address, SEED: 'working-day' };
});

async function clean(page: Page, path: string): Promise<void> {
  expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
}

const tile = (page: Page, state: string) => page.getByRole('link', { name: state });

describe.skipIf(noBrowser !== undefined)(`SIASN in the browser${unlessNoBrowser}`, () => {
  it('is set up, takes lines by a file and by a session, shows a refusal with its reason, and tries it again', async () => {
    const context = await stage.browser.newContext({
      ...{ locale: 'id-ID', viewport: { width: 1280, height: 900 }, acceptDownloads: true },
    });
    const page = await context.newPage();
    const { portal } = stage.server.dev;
    await signIn(page, portal, { name: 'Agus Contoh' });
    await page.goto(`${portal}/agency/siasn`);
    await page.getByText('Belum diaktifkan').first().waitFor();
    await clean(page, '/agency/siasn');

    await page.getByRole('link', { name: 'Atur SIASN' }).click();
    await page.locator('[name="isOn"]').check();
    await page.locator('[name="environment"]').selectOption('training');
    await page.locator('[name="fromYear"]').fill('2026');
    await page.locator('[name="siasnAgencyId"]').fill('B'.repeat(31));
    await page.locator('[name="subjectId"]').fill('A5EB03E20299F6A0E040640A040252AD');
    await page.locator('[name="consumerKey"]').fill('kunci');
    await page.locator('[name="consumerSecret"]').fill('rahasia');
    await page.locator('form[action="/agency/siasn/settings"] button[type=submit]').click();
    // Typed wrong: said beside the field.
    await page.locator('#error-siasnAgencyId').waitFor();
    await clean(page, '/agency/siasn/settings');
    await page.locator('[name="siasnAgencyId"]').fill('B'.repeat(32));
    await page.locator('[name="consumerSecret"]').fill('rahasia');
    await page.locator('form[action="/agency/siasn/settings"] button[type=submit]').click();
    await page.getByRole('heading', { level: 1, name: 'SIASN' }).waitFor();

    // What was earned before waits by and by.
    await page.goto(`${portal}/agency/siasn/rows?state=queued`);
    await until(page, () =>
      page
        .getByRole('row')
        .filter({ hasText: stranger?.title ?? '' })
        .count(),
    );
    await clean(page, '/agency/siasn/rows?state=queued');

    await file(page, portal);
    await session(page, portal);
    await refused(page, portal);
    await context.close();
  });
});

/** As CSV, whose lines are held, and released again. */
async function file(page: Page, portal: string): Promise<void> {
  await page.goto(`${portal}/agency/siasn`);
  await page.locator('form[action="/agency/siasn/files"] [name="year"]').fill('2026');
  await page.locator('form[action="/agency/siasn/files"] [name="format"]').selectOption('csv');
  await page.getByRole('button', { name: 'Buat berkas' }).click();
  const link = page.locator('a[href*="/files/"]');
  await until(page, () => link.count());
  const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(stranger?.title);
  // Numbers are set in groups, so that no spreadsheet rounds them.
  expect(text.replaceAll(' ', '')).toContain(stranger?.learner);
  await page.goto(`${portal}/agency/siasn`);
  await until(page, () => page.getByRole('button', { name: 'Lepaskan' }).count());
  await clean(page, '/agency/siasn');
  await page.locator('[name="reason"]').fill('Dikirim lewat layanan saja.');
  await page.getByRole('button', { name: 'Lepaskan' }).click();
  await page.goto(`${portal}/agency/siasn/rows?state=queued`);
  await until(page, () => page.getByText('Dikirim lewat layanan saja.').count());
}

/** With the token of an account, which is shown to nobody again. */
async function session(page: Page, portal: string): Promise<void> {
  const token = siasn?.fake.signIn() ?? '';
  await page.goto(`${portal}/agency/siasn`);
  await page.locator('[name="token"]').fill(token);
  await page.getByRole('button', { name: 'Buka sesi' }).click();
  await page.getByRole('button', { name: 'Tutup sesi' }).waitFor();
  expect(await page.content()).not.toContain(token);
  await page.goto(`${portal}/agency/siasn/rows?state=accepted`);
  await until(page, () =>
    page
      .getByRole('row')
      .filter({ hasText: learned[0]?.title ?? '' })
      .count(),
  );
}

async function refused(page: Page, portal: string): Promise<void> {
  await page.goto(`${portal}/agency/siasn/rows?state=rejected`);
  const row = page.getByRole('row').filter({ hasText: stranger?.title ?? '' });
  await until(page, () => row.count());
  expect(await row.textContent()).toContain('SIASN tidak mengenal NIP ini.');
  await clean(page, '/agency/siasn/rows?state=rejected');
  people.set(stranger?.learner ?? '', strangersId);
  await row.getByRole('link').first().click();
  await page.getByRole('button', { name: 'Kirim lagi' }).waitFor();
  await clean(page, '/agency/siasn/lines');
  await page.getByRole('button', { name: 'Kirim lagi' }).click();
  await page.goto(`${portal}/agency/siasn/rows?state=accepted`);
  await until(page, () => row.count());
  const records = [...(siasn?.fake.rows.course.values() ?? [])];
  expect(records.map(({ namaKursus }) => namaKursus)).toContain(stranger?.title);
  // Nothing stands there twice.
  expect(new Set(records.map((record) => JSON.stringify({ ...record, id: '' }))).size).toBe(records.length);
  await page.goto(`${portal}/agency/siasn`);
  await tile(page, 'Diterima SIASN').waitFor();
  await clean(page, '/agency/siasn');
}
