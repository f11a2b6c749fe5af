import { type FakeMoodle, startFakeMoodle } from '@sinau/connectors/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('catalogue-sync');
let moodle: FakeMoodle;
beforeAll(async () => {
  moodle = await startFakeMoodle();
});
afterAll(() => moodle.close());

const start = 'Baca katalog sekarang';

/** Waits for the worker by looking again, as the page does by itself. */
async function readCatalogue(page: Page, base: string): Promise<void> {
  await page.goto(base);
  await page.getByRole('button', { name: start }).click();
  await until(page, () => page.getByRole('button', { name: start }).count());
}

describe.skipIf(noBrowser !== undefined)(`the catalogue of a Moodle${unlessNoBrowser}`, () => {
  it('is read, compared and taken over by its provider’s author', async () => {
    const context = await stage.browser.newContext({ locale: 'id-ID' });
    const page = await context.newPage();
    const faults = collectFaults();
    faults.watch(page);
    const { portal } = stage.server.dev;
    await signIn(page, portal, { name: 'Maya Contoh' });
    await page.goto(`${portal}/studio/connections/new/moodle`);
    await page.fill('[name=name]', 'Moodle Universitas Contoh');
    await page.fill('[name=baseUrl]', moodle.baseUrl);
    await page.fill('[name=secret]', moodle.site.token);
    await page.fill('[name=contactEmail]', 'admin@kampus.example');
    await page.getByRole('button', { name: 'Simpan dan uji' }).click();
    await page.getByRole('link', { name: 'Katalog', exact: true }).last().click();
    const base = page.url();
    const look = async () => {
      const path = page.url().slice(portal.length);
      expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
    };

    await look();
    await readCatalogue(page, base);
    expect(await page.locator('[aria-label="Saring kursus"] tbody tr').count()).toBe(8);
    await look();
    await page.getByRole('link', { name: 'Tinjau dan terima semua yang baru' }).click();
    expect(await page.locator('main dl dd').first().textContent()).toBe('8');
    await look();
    await page.getByRole('button', { name: 'Terima semua yang baru' }).click();
    await until(page, () => page.getByText('Selesai.').count());
    await look();
    await page.getByRole('link', { name: 'Yang tidak diterima' }).click();
    expect(await page.locator('main').textContent()).toContain('Semua kursus diterima.');
    await look();
    await page.goto(`${base}?list=settled`);
    expect(await page.locator('[aria-label="Saring kursus"] tbody tr').count()).toBe(8);

    Object.assign(moodle.site.courses.get(2) ?? {}, { fullname: 'Judul baru & lain' });
    moodle.site.courses.delete(3);
    await readCatalogue(page, base);
    await page.goto(`${base}/item?id=2`);
    expect(await page.locator('main').textContent()).toContain('Judul baru & lain');
    await look();
    await page.getByRole('button', { name: 'Terima', exact: true }).click();
    await page.getByRole('link', { name: 'Buka kursus' }).click();
    expect(await page.locator('h1').textContent()).toBe('Judul baru & lain');
    await page.goto(`${base}/item?id=3`);
    await look();
    await page.getByRole('button', { name: 'Tolak' }).click();
    await page.goto(`${base}?list=rejected`);
    expect(await page.locator('[aria-label="Saring kursus"] tbody tr').count()).toBe(1);

    moodle.site.token = 'diganti';
    await readCatalogue(page, base);
    expect(await page.locator('main').textContent()).toContain('Token atau rahasia klien ditolak.');
    await look();
    expect(faults.all).toEqual([]);
    await context.close();
  });
});
