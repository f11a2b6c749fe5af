import { themeTemplate } from '@sinau/feedback/themes';
import { csvFile } from '@sinau/rostering/table';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { lookThrough } from './look-through.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const stage = useStage('voice');
const service = 'Penerbitan akta kelahiran';
const desk = '/agency/citizens';
const nik = '3201011505900001';

describe.skipIf(noBrowser !== undefined)(`what an agency hears and does${unlessNoBrowser}`, () => {
  it('goes from a list of complaints and a forum to what everybody reads, without a person in it', async () => {
    const { portal } = stage.server.dev;
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const [agus, citizen] = [await open(1280), await open(360)];
    for (const page of [agus, citizen]) faults.watch(page);
    await signIn(agus, portal, { name: 'Agus Contoh' });
    await agus.goto(`${portal}${desk}/new`);
    await agus.getByLabel('Nama layanan').fill(service);
    await agus.getByRole('button', { name: 'Simpan' }).click();

    const list = await complain(agus);
    const forum = await meet(agus);
    await promise(agus, {
      text: 'Loket kedua dibuka',
      state: 'kept',
      outcome: 'Loket kedua dibuka pada Maret.',
    });
    await promise(agus, { text: 'Nomor antrean lewat telepon genggam', state: 'open', outcome: '' });

    await citizen.goto(`${portal}/services`);
    await citizen.locator('main ul a').first().click();
    await citizen.getByRole('heading', { name: 'Yang kami dengar dan lakukan' }).waitFor();
    const agency = new URL(citizen.url()).pathname;
    await citizen.getByText('Loket kedua dibuka pada Maret.').waitFor();
    await citizen.getByRole('link', { name: service }).first().click();
    await citizen.getByRole('heading', { name: 'Forum konsultasi publik' }).waitFor();
    await citizen.getByText('Nomor antrean lewat telepon genggam').waitFor();
    const content = await citizen.content();
    expect(content).toContain('Antrean lama');
    for (const hidden of ['Satpam malam', nik, 'disabilitas']) expect(content).not.toContain(hidden);

    const here = new URL(citizen.url()).pathname;
    expect(await lookThrough(citizen, portal, [agency, here])).toEqual([]);
    const pages = [
      ...[desk, `${desk}/themes`, list, `${list}/undo`, `${desk}/forums`, `${desk}/forums/new`, forum],
      ...[`${forum}/change`, `${forum}/commitments/new`],
    ];
    expect(await lookThrough(agus, portal, pages)).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(width: number): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  return context.newPage();
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** A file with columns about people is refused, one without is checked and taken; a row with a NIK stays behind. */
async function complain(page: Page): Promise<string> {
  const { portal } = stage.server.dev;
  const [heads = []] = themeTemplate;
  const year = new Date().getUTCFullYear().toString();
  const row = (theme: string, count: string) => [year, service, theme, 'Loket', count, '1', '2'];
  const send = async (rows: readonly (readonly string[])[]) => {
    const file = { name: 'aduan.csv', mimeType: 'text/csv', buffer: Buffer.from(csvFile(rows)) };
    await page.setInputFiles('[name=file]', file);
    await page.getByRole('button', { name: 'Periksa daftar' }).click();
  };
  await page.goto(`${portal}${desk}/themes`);
  await send([
    [...heads, 'Nama Pelapor'],
    [...row('Antrean lama', '24'), 'Budi'],
  ]);
  await page.getByText('kolom tentang identitas orang: Nama Pelapor').waitFor();
  await send([heads, row('Antrean lama', '24'), row('Satpam malam', '3'), row(`Biaya ${nik}`, '9')]);
  await page.getByText('Bila disimpan: 2 baris baru').waitFor();
  await page.getByText('Ada 16 angka seperti NIK').waitFor();
  await page.getByRole('button', { name: 'Simpan angkanya' }).click();
  await page.getByRole('link', { name: 'Batalkan daftar ini' }).waitFor();
  return pathOf(page);
}

async function meet(page: Page): Promise<string> {
  const { portal } = stage.server.dev;
  await page.goto(`${portal}${desk}/forums/new`);
  await page.getByLabel('Judul').fill('Forum layanan akta');
  await page.getByLabel(service).check();
  await page.getByLabel('Tanggal').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Tempat', { exact: false }).first().fill('Aula lantai 2');
  await page.getByLabel('Pengguna layanan').fill('21');
  await page.getByLabel('Penyandang disabilitas').fill('2');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { name: 'Forum layanan akta' }).waitFor();
  return pathOf(page);
}

async function promise(
  page: Page,
  given: { readonly text: string; readonly state: string; readonly outcome: string },
): Promise<void> {
  const forum = page.url().split('?')[0] ?? '';
  await page.getByRole('link', { name: 'Tambah komitmen' }).click();
  await page.getByLabel('Yang disampaikan masyarakat').fill('Antre lama');
  await page.getByLabel('Yang akan dilakukan instansi').fill(given.text);
  await page.getByLabel('Unit penanggung jawab').fill('Dinas Dukcapil');
  await page.getByLabel('Tenggat').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Keadaan').selectOption(given.state);
  await page.getByLabel('Yang dilakukan, atau alasan tidak jadi').fill(given.outcome);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText(given.text).first().waitFor();
  expect(page.url().split('?')[0]).toBe(forum);
}
