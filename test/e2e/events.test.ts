import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { bringAxe, inspectPage } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter } from './staff.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('events');
const title = 'Lokakarya bahasa yang sederhana';
// Its types say that the function lies one level deeper than it does.
const readCode = jsqr as unknown as typeof jsqr.default;

describe.skipIf(noBrowser !== undefined)(`events${unlessNoBrowser}`, () => {
  it('go from a new event over a seat and a scanned code to JP and a certificate, on a phone', async () => {
    // On purpose: a form that comes back, and a code that is none.
    const faults = collectFaults({ ignore: (text) => /status of (?:409|422)/.test(text) });
    const [agus, sri] = [await open(1280), await open(360)];
    for (const page of [agus, sri]) faults.watch(page);
    await signIn(agus, stage.server.dev.portal, { name: 'Agus Contoh' });
    const desk = await makeEvent(agus);

    await signIn(sri, stage.server.dev.portal, { name: 'Sri Contoh' });
    await chapter(sri, 'Kegiatan');
    await sri.getByRole('link', { name: title }).click();
    await sri.getByText('5 JP').waitFor();
    await sri.getByRole('button', { name: 'Daftar', exact: true }).click();
    await sri.getByText('Kursi Anda sudah pasti', { exact: false }).waitFor();
    const event = sri.url();

    const code = await scan(agus);
    // Made up, and then the one on the screen.
    await sri.goto(code.replace(/code=\d+/, 'code=1'));
    await sri.getByText('Ini bukan kode kegiatan ini', { exact: false }).waitFor();
    await sri.goto(await scan(agus));
    await sri.getByRole('button', { name: 'Saya hadir' }).click();
    await sri.getByText('Kehadiran Anda sudah tercatat').waitFor();

    await sri.goto(`${stage.server.dev.portal}/certificates`);
    await until(sri, () => sri.getByRole('link', { name: title }).count());
    await sri.goto(`${stage.server.dev.portal}/jp`);
    await until(sri, () => sri.getByText(title).count());

    await agus.goto(new URL(desk, stage.server.dev.portal).href);
    expect(await agus.getByRole('checkbox', { name: /Sri Contoh/ }).isChecked()).toBe(true);
    expect(await faultsOf(sri, ['/events', event])).toEqual([]);
    expect(await faultsOf(agus, ['/agency/events', desk, `${desk}/change`, '/agency/events/new'])).toEqual(
      [],
    );
    expect(faults.all).toEqual([]);
  });
});

async function open(width: number): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  await bringAxe(context);
  return context.newPage();
}

/** What clocks in Jakarta show in so many minutes, as fields of a form take it. */
function clock(minutes: number): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = new Date(Date.now() + (7 * 60 + minutes) * 60_000).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** A workshop that begins in ten minutes, published; gives the address of its desk. */
async function makeEvent(page: Page): Promise<string> {
  await chapter(page, 'Instansi');
  await agencySection(page, 'Kegiatan');
  await page.getByRole('link', { name: 'Buat kegiatan' }).first().click();
  const [begins, later, before] = [clock(10), clock(70), clock(-60)];
  // A session is of one day; late in the evening it ends with it.
  const ends = later.date === begins.date ? later : { ...begins, time: '23:59' };
  await page.getByLabel('Judul', { exact: true }).fill(title);
  await page.getByLabel('Bentuk pengembangan').selectOption('Workshop / lokakarya');
  await page.locator('[name=s0date]').fill(begins.date);
  await page.locator('[name=s0from]').fill(begins.time);
  await page.locator('[name=s0until]').fill(ends.time);
  await page.locator('[name=opensAt]').fill(`${before.date}T${before.time}`);
  await page.locator('[name=closesAt]').fill(`${ends.date}T${ends.time}`);
  // A session in person needs a place: it says so at its field.
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Sesi tatap muka perlu tempat.').first().waitFor();
  await page.locator('[name=s0place]').fill('Ruang Rapat 1');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  await page.getByRole('heading', { name: 'Kode kehadiran' }).waitFor();
  return new URL(page.url()).pathname;
}

/** What a camera reads from the screen at the door. */
async function scan(page: Page): Promise<string> {
  if (!page.url().includes('/codes/')) await page.getByRole('link', { name: /Tampilkan kode/ }).click();
  else await page.reload();
  const image = await loadImage(await page.getByRole('img', { name: 'Kode QR kehadiran' }).screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const read = readCode(new Uint8ClampedArray(data), image.width, image.height)?.data;
  if (read === undefined) throw new Error('the code cannot be read');
  return read;
}

async function faultsOf(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  const { portal } = stage.server.dev;
  const found: string[] = [];
  for (const language of ['id', 'en']) {
    await page.context().addCookies([{ name: 'sinau-lang', value: language, url: portal }]);
    for (const address of addresses) {
      const place = new URL(address, portal).pathname;
      found.push(...(await inspectPage(page, { portal, place, language })));
    }
  }
  return found;
}
