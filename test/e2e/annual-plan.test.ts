import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { bringAxe } from './inspect-page.ts';
import { lookThrough } from './look-through.ts';
import { draftPlan, itemTitle } from './plan.ts';
import { signIn } from './sign-in.ts';
import { chapter } from './staff.ts';
import { useStage } from './stage.ts';

const stage = useStage('annual-plan');
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

describe.skipIf(noBrowser !== undefined)(`the annual plan of an agency${unlessNoBrowser}`, () => {
  it('goes from a note over an item with a cheaper form to a plan that was set and its event, on a phone', async () => {
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const page = await open();
    // On a desk the menu needs no unfolding.
    faults.watch(page);
    await signIn(page, stage.server.dev.portal, { name: 'Agus Contoh' });
    await chapter(page, 'Instansi');
    const { plan, signals } = await draftPlan(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('button', { name: 'Usulkan rencana' }).click();
    await page.getByLabel('Pejabat yang menyetujui').fill('Sekretaris Utama');
    await page.getByRole('button', { name: 'Catat persetujuan' }).click();
    await page.getByLabel('Pejabat yang menetapkan').fill('Kepala Badan Contoh');
    await page.getByLabel('Nomor surat').fill('SK-12/2026');
    await page.getByLabel('Tanggal surat').fill(today);
    await page.getByRole('button', { name: 'Catat penetapan' }).click();
    await page.getByText('Berlaku. Yang sudah ditetapkan tidak pernah berubah').waitFor();

    await page.getByRole('link', { name: 'Rencana dan realisasi' }).click();
    await page.getByRole('heading', { name: 'Rencana dan realisasi' }).waitFor();
    const realisation = page.url();
    await page.getByRole('link', { name: itemTitle, exact: true }).click();
    const make = page.getByRole('link', { name: 'Buat kegiatan dari rincian ini' });
    await make.waitFor();
    const learning = page.url();
    await make.click();
    await page.getByText(`Untuk rincian rencana: ${itemTitle}`).waitFor();
    expect(await page.getByLabel('Jumlah kursi').inputValue()).toBe('12');
    const places = [plan, `${plan}/print`, signals, realisation, learning];
    expect(await lookThrough(page, stage.server.dev.portal, places)).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(): Promise<Page> {
  const context = await stage.browser.newContext({
    locale: 'id-ID',
    viewport: { width: 1280, height: 800 },
  });
  await bringAxe(context);
  return context.newPage();
}
