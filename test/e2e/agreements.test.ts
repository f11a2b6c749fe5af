import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectPage } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter, section } from './staff.ts';
import { useStage } from './stage.ts';

const provider = 'Universitas Contoh Indonesia';

const stage = useStage('agreements');

describe.skipIf(noBrowser !== undefined)(`data agreements${unlessNoBrowser}`, () => {
  it('an operator makes one, the provider reads it, an agency stops it and permits it again, and the pages hold nothing against anybody', async () => {
    // On purpose: a form that comes back with 409.
    const faults = collectFaults({ ignore: (text) => /status of 409/.test(text) });
    const [ratna, agus, maya, sri] = [await open(), await open(), await open(), await open()];
    for (const page of [ratna, agus, maya, sri]) faults.watch(page);
    await enter(ratna, 'Ratna Contoh');
    const version = await makeAgreement(ratna);
    expect(await faultsOf(ratna, ['/operator/agreements', version, `${version}/change`])).toEqual([]);
    await ratna.goto(new URL(version, stage.server.dev.portal).href);
    await ratna.getByRole('button', { name: 'Aktifkan' }).click();
    await ratna.getByText('Berlaku', { exact: true }).waitFor();

    await enter(maya, 'Maya Contoh');
    await chapter(maya, 'Studio');
    await maya.getByRole('link', { name: 'Perjanjian data' }).click();
    await maya.getByRole('heading', { name: 'PKS 12/2026' }).waitFor();

    await enter(agus, 'Agus Contoh');
    await chapter(agus, 'Instansi');
    await agencySection(agus, 'Pembagian data');
    await agus.getByText('Boleh dikirim sekarang: Nama samaran, Nama, Surel.').waitFor();
    await agus.getByLabel('Alasan').fill('Keberatan pegawai');
    await agus.getByRole('button', { name: `Hentikan sekarang untuk ${provider}` }).click();
    await agus.getByText('Dihentikan oleh instansi Anda').waitFor();
    expect(await faultsOf(agus, ['/agency/sharing'])).toEqual([]);
    await agus.getByRole('button', { name: `Izinkan kembali untuk ${provider}` }).click();
    await agus.getByRole('link', { name: `Riwayat keputusan tentang ${provider}` }).click();
    await agus.getByText('Keberatan pegawai').waitFor();
    expect(await faultsOf(agus, ['/agency/sharing', new URL(agus.url()).pathname])).toEqual([]);

    await enter(sri, 'Sri Contoh');
    expect(await faultsOf(sri, ['/account/data'])).toEqual([]);
    const list = version.split('/').slice(0, 4).join('/');
    expect(await faultsOf(ratna, [list, version, `${version}/revise`, `${list}/new`])).toEqual([]);
    expect(await faultsOf(maya, ['/studio/agreements'])).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  return context.newPage();
}

const enter = (page: Page, name: string) => signIn(page, stage.server.dev.portal, { name });

/** Gives the path of the draft. */
async function makeAgreement(page: Page): Promise<string> {
  await chapter(page, 'Operator');
  await section(page, 'Perjanjian data');
  await page.getByRole('link', { name: provider }).click();
  await page.getByRole('link', { name: 'Perjanjian baru' }).click();
  await page.getByLabel('Nomor atau nama dokumen').fill('PKS 12/2026');
  await page.getByLabel('Untuk apa datanya').fill('Sertifikat kampus memuat nama peserta.');
  await page.getByRole('checkbox', { name: /^Nama:/ }).check();
  await page.getByRole('checkbox', { name: 'Surel' }).check();
  await page.getByLabel('Berlaku mulai').fill('2020-01-01');
  await page.getByLabel('Hari terakhir').fill('2099-12-31');
  await page.getByRole('button', { name: 'Simpan rancangan' }).click();
  await page.getByText('Rancangan', { exact: true }).waitFor();
  return new URL(page.url()).pathname;
}

async function faultsOf(page: Page, places: readonly string[]): Promise<readonly string[]> {
  const { portal } = stage.server.dev;
  const found: string[] = [];
  for (const language of ['en', 'id']) {
    await page.context().addCookies([{ name: 'sinau-lang', value: language, url: portal }]);
    for (const place of places) found.push(...(await inspectPage(page, { portal, place, language })));
  }
  return found;
}
