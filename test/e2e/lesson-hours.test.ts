import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { bringAxe, inspectHere } from './inspect-page.ts';
import { enrol, finishLesson, passwords, phishing } from './learner.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { createTabs } from './tabs.ts';

const seeded = { search: 'keamanan', title: 'Keamanan informasi sehari-hari' };
const stage = useStage('lesson-hours');

/** Facts take a moment from the completion to the sums of the year. */
async function until(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByText(text).count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0);
}

describe.skipIf(noBrowser !== undefined)(`lesson hours${unlessNoBrowser}`, () => {
  it('L1: what was done in seconds is held, explained by the learner and decided by the agency; what counts is capped', async () => {
    const { portal } = stage.server.dev;
    const faults = collectFaults({ ignore: (text, address) => /404/.test(text) && /\/state/.test(address) });
    const { open, step } = createTabs(stage.browser, { faults });
    const found: string[] = [];
    const inspect = async (page: Page, path: string) => {
      found.push(...(await inspectHere(page, { path, language: 'id' })));
    };

    const sri = await open();
    await bringAxe(sri.context());
    await step('a learner rushes through a course of four JP', async () => {
      await signIn(sri, portal, { name: 'Sri Contoh' });
      await enrol(sri, seeded);
      await sri.getByRole('link', { name: 'Mulai belajar' }).click();
      await finishLesson(sri, passwords, 0);
      await sri.getByRole('link', { name: 'Bagian berikutnya' }).click();
      await finishLesson(sri, phishing, 0);
      await sri.goto(portal);
      await until(sri, 'Ditahan');
      await sri.getByRole('img', { name: 'Diakui 0 JP dari minimal 20 JP' }).waitFor();
      await inspect(sri, '/');
    });

    await step('the ledger says why, and takes an explanation', async () => {
      await sri.getByRole('link', { name: 'Lihat rincian JP' }).click();
      await sri.getByText(seeded.title, { exact: true }).click();
      await sri.getByText(/Kursus selesai dalam \d+ (detik|menit.*); paling sedikit 36 menit/).waitFor();
      await inspect(sri, '/jp');
      await sri.getByRole('link', { name: /^Beri penjelasan/ }).click();
      await inspect(sri, '/jp/…/answer');
      await sri.getByLabel('Penjelasan Anda').fill('Saya sudah membaca materi cetaknya di kantor.');
      await sri.getByRole('button', { name: 'Kirim penjelasan' }).click();
      await sri.getByText('Tersimpan.').waitFor();
    });

    const agus = await open();
    await bringAxe(agus.context());
    await step('an administrator of the agency reads it and lets the JP count', async () => {
      await signIn(agus, portal, { name: 'Agus Contoh' });
      await agus
        .getByRole('navigation', { name: 'Menu utama' })
        .getByRole('link', { name: 'Instansi' })
        .click();
      await agus.getByRole('link', { name: 'JP ditahan' }).click();
      await agus.getByRole('rowheader', { name: 'Sri Contoh' }).waitFor();
      await inspect(agus, '/agency/held');
      await agus.getByRole('link', { name: 'Sri Contoh' }).click();
      await agus.getByText('Saya sudah membaca materi cetaknya di kantor.').waitFor();
      await inspect(agus, '/agency/held/…');
      await agus.getByLabel('Keputusan Anda').selectOption({ label: 'Akui JP ini' });
      await agus.getByLabel('Alasan').fill('Sesuai dengan jurnal belajar.');
      await agus.getByRole('button', { name: 'Simpan keputusan' }).click();
      await agus.getByText('Tidak ada yang menunggu').waitFor();
    });

    await step('at home three of the four count: the cap of one day', async () => {
      await sri.goto(portal);
      await until(sri, '17 JP');
      await sri.getByRole('img', { name: 'Diakui 3 JP dari minimal 20 JP' }).waitFor();
      await sri.getByRole('link', { name: 'Lihat rincian JP' }).click();
      await sri.getByText('batas harian', { exact: true }).waitFor();
      await sri.getByText(seeded.title, { exact: true }).click();
      await sri.getByText('Batasnya 3 JP sehari').waitFor();
      await sri.getByText('Alasan instansi: Sesuai dengan jurnal belajar.').waitFor();
      await inspect(sri, '/jp, opened');
    });
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});
