import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { lookThrough } from './look-through.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const stage = useStage('framework');
const changed = { lastChangeDateTime: '2026-01-01T00:00:00Z', uri: 'https://contoh.go.id/kerangka' };

/** A framework of CASE 1.1 as another system gives it: one item to take, one that cannot be. */
const framework = {
  CFDocument: { identifier: 'd', title: 'Kerangka Data Daerah', creator: 'Dinas Contoh', ...changed },
  CFItems: [
    { identifier: 'a', fullStatement: 'Menganalisis data layanan', humanCodingScheme: 'DL.01', ...changed },
    { identifier: 'b', fullStatement: 'Tanpa kode', ...changed },
  ],
};

describe.skipIf(noBrowser !== undefined)(`a dictionary in CASE${unlessNoBrowser}`, () => {
  it('is sent as a file, tried, taken, and then stands in the dictionary and in what posts may ask for, on a phone', async () => {
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const page = await open();
    faults.watch(page);
    const { portal } = stage.server.dev;
    await signIn(page, portal, { name: 'Agus Contoh' });
    await page.goto(`${portal}/agency/competency/dictionary`);
    await page.getByRole('link', { name: 'Kirim daftar' }).click();
    await send(page, { name: 'kerangka.json', text: '{"CFItems": []}' });
    await page.getByRole('alert').getByText('CFDocument').waitFor();

    await send(page, { name: 'kerangka.json', text: JSON.stringify(framework) });
    await page.getByText('1 baris akan dicatat, 0 sudah sesuai, 1 ditolak').waitFor();
    expect(await inspectHere(page, { path: 'a list that was tried', language: 'id' })).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('button', { name: 'Terima yang benar' }).click();
    await page.getByText('1 baris dicatat, 0 sudah sesuai, 1 ditolak').waitFor();

    await page.goto(`${portal}/agency/competency/dictionary`);
    await page.getByText('Menganalisis data layanan').waitFor();
    await page.getByText('Kerangka Data Daerah').first().waitFor();
    await page.getByRole('link', { name: 'DL.01' }).click();
    await page.getByRole('heading', { name: 'DL.01' }).waitFor();
    await page.goto(`${portal}/agency/competency/standards/new`);
    await page.getByLabel('Menganalisis data layanan').waitFor();
    const places = ['/agency/competency/dictionary', '/agency/competency/lists?kind=dictionary'];
    expect(await lookThrough(page, portal, places)).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(): Promise<Page> {
  const context = await stage.browser.newContext({
    locale: 'id-ID',
    viewport: { width: 360, height: 800 },
  });
  return context.newPage();
}

async function send(page: Page, file: { readonly name: string; readonly text: string }): Promise<void> {
  await page.getByLabel('Berkas Excel, CSV, atau CASE (JSON)').setInputFiles({
    ...{ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) },
  });
  await page.getByRole('button', { name: 'Coba dahulu' }).click();
}
