import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectPage } from './inspect-page.ts';
import { enrol, leafOn, passwords, seePage } from './learner.ts';
import { signIn } from './sign-in.ts';
import { chapter, section } from './staff.ts';
import { useStage } from './stage.ts';

const seeded = { search: 'keamanan', title: 'Keamanan informasi sehari-hari' };

const stage = useStage('privacy');

describe.skipIf(noBrowser !== undefined)(`privacy${unlessNoBrowser}`, () => {
  it('P1, P2: a person fetches a copy; two operators take their record out, and the pages hold nothing against anybody', async () => {
    // The sample course asks for a bookmark that is not there yet.
    const faults = collectFaults({
      ignore: (text, address) => text.includes('status of 404') && address.includes('/xapi/activities/state'),
    });
    const [sri, first, second] = [await open(), await open(), await open()];
    for (const page of [sri, first, second]) faults.watch(page);
    await signIn(sri, stage.server.dev.portal, { name: 'Sri Contoh' });
    await learn(sri);

    await askForCopy(sri);
    const lines = await fetchCopy(sri);
    expect(lines[0]).toMatchObject({ place: 'export' });
    const places = new Set(lines.map(({ place }) => place));
    for (const place of ['identity', 'enrolments', 'registrations', 'statements', 'documents']) {
      expect(places).toContain(place);
    }
    const personId = String(lines[0]?.personId);

    await signIn(first, stage.server.dev.portal, { name: 'Ratna Contoh' });
    const job = await requestErasure(first);
    await signIn(second, stage.server.dev.portal, { name: 'Yusuf Contoh' });
    await second.goto(job);
    await second.getByRole('button', { name: 'Konfirmasi dan jalankan' }).click();
    await reloadUntil(second, 'Tidak ada lagi yang tersisa');
    expect(await second.content()).not.toContain('Sri Contoh');

    await askForCopy(sri);
    const after = await fetchCopy(sri);
    expect(after.filter(({ place }) => place === 'statements' || place === 'documents')).toEqual([]);
    expect(after.some(({ place }) => place === 'enrolments')).toBe(true);
    expect(personId).toMatch(/^[\w-]{8,}$/);

    expect(await faultsOf(second, [new URL(job).pathname, '/operator/privacy'])).toEqual([]);
    expect(await faultsOf(second, ['/operator/privacy/exports', '/operator/privacy/audit'])).toEqual([]);
    const desks = ['requests', 'holds', 'incidents', 'access'].map((name) => `/operator/privacy/${name}`);
    expect(await faultsOf(second, desks)).toEqual([]);
    expect(await faultsOf(sri, ['/account/data', '/account'])).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  return context.newPage();
}

async function learn(page: Page): Promise<void> {
  await enrol(page, seeded);
  await page.getByRole('link', { name: 'Mulai belajar' }).click();
  await seePage(page, passwords, 0);
  await leafOn(page);
  await seePage(page, passwords, 1);
}

async function askForCopy(page: Page): Promise<void> {
  await page.goto(new URL('/account', stage.server.dev.portal).href);
  await page.getByRole('link', { name: 'Data saya' }).click();
  await page.getByRole('button', { name: 'Minta salinan data saya' }).click();
  await page.getByText('Sedang dibuat').first().waitFor();
}

type Line = Record<string, unknown> & { readonly place: string };

async function fetchCopy(page: Page): Promise<readonly Line[]> {
  for (let n = 0; (await page.getByText('Sedang dibuat').count()) > 0; n += 1) {
    if (n > 60) throw new Error('the copy is never ready');
    await page.waitForTimeout(1_000);
    await page.reload();
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh', exact: true }).first().click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString('utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line) as Line);
}

/** Counts; gives the address of the job. */
async function requestErasure(operator: Page): Promise<string> {
  await chapter(operator, 'Operator');
  await section(operator, 'Pelindungan data');
  await operator.getByLabel('Siapa').fill('sri@badan-contoh.example');
  await operator.getByLabel('Cara').selectOption('erase');
  await operator.getByLabel('Dasar hukum').selectOption('request');
  await operator.getByLabel('Alasan').fill('Surat permintaan nomor 12');
  await operator.getByRole('button', { name: 'Hitung dahulu' }).click();
  await operator.getByRole('heading', { level: 1, name: 'Sri Contoh' }).waitFor();
  await reloadUntil(operator, 'operator lain yang harus mengonfirmasi');
  return operator.url();
}

async function reloadUntil(page: Page, text: string): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    if ((await page.getByText(text).count()) > 0) return;
    await page.waitForTimeout(1_000);
    await page.reload();
  }
  throw new Error(`the page never says: ${text}`);
}

async function faultsOf(page: Page, places: readonly string[]): Promise<readonly string[]> {
  const { portal } = stage.server.dev;
  const found: string[] = [];
  for (const language of ['id', 'en']) {
    await page.context().addCookies([{ name: 'sinau-lang', value: language, url: portal }]);
    for (const place of places) found.push(...(await inspectPage(page, { portal, place, language })));
  }
  return found;
}
