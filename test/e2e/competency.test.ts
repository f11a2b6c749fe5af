import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { assess, givePost, setStandard } from './gap.ts';
import { lookThrough } from './look-through.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const stage = useStage('competency');

describe.skipIf(noBrowser !== undefined)(`competence${unlessNoBrowser}`, () => {
  it('goes from a standard to a gap, a plan that both sides agree, and a level that closes it', async () => {
    const faults = collectFaults({ ignore: (text) => text.includes('status of 422') });
    const [agus, sri, wulan] = [await open(1280), await open(360), await open(1280)];
    for (const page of [agus, sri, wulan]) faults.watch(page);
    await signIn(agus, stage.server.dev.portal, { name: 'Agus Contoh' });
    await signIn(sri, stage.server.dev.portal, { name: 'Sri Contoh' });
    await signIn(wulan, stage.server.dev.portal, { name: 'Wulan Contoh' });

    await setStandard(agus);
    await givePost(agus);
    await sri.goto(`${stage.server.dev.portal}/competency`);
    await sri.getByText('Standar instansi untuk jabatan Analis Data').waitFor();
    await sri.getByText('Belum ada penilaian', { exact: true }).waitFor();

    await assess(wulan, { level: 'Level 1', note: 'Perlu dibimbing' });
    await sri.reload();
    await sri.getByText('Kurang 2 level').waitFor();
    await sri.getByText('33,33').first().waitFor();

    await declare(sri);
    await propose(sri);
    await agree(wulan);
    await finish(sri);
    await assess(wulan, { level: 'Level 3', note: 'Sudah memimpin' });
    await sri.goto(`${stage.server.dev.portal}/competency`);
    await sri.getByText('100,00').first().waitFor();
    expect(
      await lookThrough(sri, stage.server.dev.portal, [
        '/competency',
        '/competency/plan/new',
        '/competency/plan/print',
      ]),
    ).toEqual([]);
    expect(await lookThrough(wulan, stage.server.dev.portal, ['/team/competency', wulan.url()])).toEqual([]);
    expect(
      await lookThrough(agus, stage.server.dev.portal, [
        '/agency/competency',
        '/agency/competency/standards',
      ]),
    ).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

async function open(width: number): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 } });
  return context.newPage();
}

async function declare(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Nilai diri: Mengelola Perubahan/ }).click();
  await page.locator('select[name="level"]').selectOption('5');
  await page.getByRole('button', { name: 'Simpan' }).click();
  // It stands beside, and the gap stays.
  await page.getByText('(tidak dihitung)').first().waitFor();
  await page.getByText('Kurang 2 level').waitFor();
}

async function propose(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Tambah rencana' }).click();
  await page.locator('select[name="competencyId"]').selectOption('M7');
  await page.getByLabel('Kegiatan').fill('Coaching dengan kepala bagian');
  await page.locator('select[name="targetLevel"]').selectOption('3');
  await page.getByLabel('Bukti keberhasilan').fill('Satu proses kerja diperbaiki');
  await page.getByLabel('Selesai paling lambat').fill('2099-06-30');
  await page.getByRole('button', { name: 'Usulkan' }).click();
  await page.getByText('Menunggu persetujuan').waitFor();
}

async function agree(page: Page): Promise<void> {
  await page.goto(`${stage.server.dev.portal}/team/competency`);
  await page.getByRole('link', { name: /Sri Contoh/ }).click();
  await page.getByText('Menunggu Anda').first().waitFor();
  await page.getByRole('link', { name: 'Coaching dengan kepala bagian' }).click();
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByText('Disepakati').first().waitFor();
  await page.getByText('Pernyataan komitmen: Saya menyelesaikan').waitFor();
  await page.getByText('Saat disepakati: jabatan meminta level').waitFor();
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Coaching dengan kepala bagian' }).click();
  await page.getByLabel('Catatan').fill('Empat pertemuan');
  await page.getByRole('button', { name: 'Tandai selesai' }).click();
  await page.getByText('Ditandai selesai').waitFor();
}
