import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { clock, scan } from './event-day.ts';
import { collectFaults } from './faults.ts';
import { lookThrough } from './look-through.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter } from './staff.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('events');
const title = 'Lokakarya bahasa yang sederhana';

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
    expect(await lookThrough(sri, stage.server.dev.portal, ['/events', event])).toEqual([]);
    expect(
      await lookThrough(agus, stage.server.dev.portal, [
        '/agency/events',
        desk,
        `${desk}/change`,
        '/agency/events/new',
      ]),
    ).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(width: number): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  return context.newPage();
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
