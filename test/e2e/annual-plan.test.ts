import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
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
    await page.getByText('Menunggu keputusan: Kartini Contoh').waitFor();
    // Whoever has drafted it finds no form, and reads why.
    await page.getByText('Anda ikut menyusun versi ini.').waitFor();

    const kartini = await officialsPage('Kartini Contoh');
    faults.watch(kartini);
    await chapter(kartini, 'Rencana tahunan');
    await kartini.getByRole('link', { name: /^Rencana \d{4}, versi 1$/ }).click();
    await kartini.getByRole('button', { name: 'Setujui rencana' }).click();
    await kartini.getByText('Diputuskan sendiri oleh Kartini Contoh').waitFor();
    await kartini.getByRole('button', { name: 'Batalkan langkah terakhir' }).click();
    await kartini.getByText('Langkah terakhir dibatalkan; sekarang: Diusulkan').waitFor();
    await kartini.getByRole('button', { name: 'Setujui rencana' }).click();
    await kartini.getByText('Disetujui Pejabat yang Berwenang').first().waitFor();

    const wulan = await officialsPage('Wulan Contoh');
    faults.watch(wulan);
    await wulan.goto(new URL(plan, stage.server.dev.portal).href);
    expect(await lookThrough(wulan, stage.server.dev.portal, ['/agency/annual-plan', plan])).toEqual([]);
    await wulan.goto(new URL(plan, stage.server.dev.portal).href);
    await wulan.getByLabel('Nomor surat').fill('SK-12/2026');
    await wulan.getByLabel('Tanggal surat').fill(today);
    const script = Buffer.from('<script>alert(1)</script>');
    const file = (buffer: Buffer) => ({ name: 'SK.pdf', mimeType: 'application/pdf', buffer });
    await wulan.getByLabel('Surat keputusan (PDF)').setInputFiles(file(script));
    await wulan.getByRole('button', { name: 'Tetapkan rencana' }).click();
    await wulan.locator('#error-decree').waitFor();
    expect(await wulan.getByLabel('Nomor surat').inputValue()).toBe('SK-12/2026');
    await wulan.getByLabel('Surat keputusan (PDF)').setInputFiles(file(letter));
    await wulan.getByRole('button', { name: 'Tetapkan rencana' }).click();
    await wulan.getByRole('link', { name: 'SK.pdf (PDF, 1 halaman)' }).waitFor();

    await page.reload();
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
    const desk = '/agency/annual-plan';
    const needs = [`${desk}/performance`, `${desk}/rules`, `${desk}/rules/new`];
    const more = [...needs, signals.replace('signals', 'fit'), '/agency/competency/bands'];
    const places = [plan, `${plan}/print`, signals, realisation, learning, ...more];
    expect(await lookThrough(page, stage.server.dev.portal, places)).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

/** A page that only shows. */
const letter = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

/** On a phone. */
async function officialsPage(name: string): Promise<Page> {
  const page = await open(360);
  await signIn(page, stage.server.dev.portal, { name });
  return page;
}

async function open(width = 1280): Promise<Page> {
  const context = await stage.browser.newContext({
    locale: 'id-ID',
    viewport: { width, height: 800 },
  });
  return context.newPage();
}
