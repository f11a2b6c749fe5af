import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { clock } from './event-day.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { chapter, teamSection } from './staff.ts';
import { useStage } from './stage.ts';
import { createTabs, phone } from './tabs.ts';

const stage = useStage('talent');
const year = Number(clock(0).date.slice(0, 4)) - 1;
const sriNumber = '199005172015032999';
const listOf = (rows: readonly string[]) => ({
  ...{ name: 'kinerja-siasn.csv', mimeType: 'text/csv' },
  buffer: Buffer.from(['NIP;Tahun;kuadranNilai;Potensi;Dasar;Tanggal', ...rows].join('\r\n')),
});

describe.skipIf(noBrowser !== undefined)(`talent boxes${unlessNoBrowser}`, () => {
  it('are derived from two axes for the officer alone, on a phone, with what follows', async () => {
    const { portal } = stage.server.dev;
    // On purpose: a form that comes back, and pages that are refused.
    const faults = collectFaults({ ignore: (text) => /status of (?:403|422)/.test(text) });
    const { open, step } = createTabs(stage.browser, { faults, device: phone });
    const [kartini, sri, wulan, agus] = [await open(), await open(), await open(), await open()];
    const found: string[] = [];
    const inspect = async (page: Page, path: string) => {
      found.push(...(await inspectHere(page, { path, language: 'id' })));
      await page.setViewportSize({ width: 360, height: 740 });
    };

    await step('the officer finds a person by number and says two axes', async () => {
      await signIn(kartini, portal, { name: 'Kartini Contoh' });
      await chapter(kartini, 'Talenta');
      await kartini.getByText('Belum ada yang dicatat').waitFor();
      await inspect(kartini, '/talent, empty');
      await kartini.getByLabel('NIP atau NI PPPK').fill('198603152010122999');
      await kartini.getByRole('button', { name: 'Buka' }).click();
      await kartini.getByText('Nomor ini milik Anda').first().waitFor();
      await kartini.getByLabel('NIP atau NI PPPK').fill(sriNumber);
      await kartini.getByRole('button', { name: 'Buka' }).click();
      await kartini.getByRole('heading', { level: 1, name: /Sri Contoh/ }).waitFor();
      await kartini.getByLabel('Kinerja', { exact: false }).last().selectOption({ label: 'Predikat: Baik' });
      await kartini.getByLabel('Dasar').fill('BA-07/TALENTA');
      await kartini.getByLabel('Tanggal penilaian').fill(clock(0).date);
      await kartini.getByRole('button', { name: 'Simpan' }).click();
      await kartini.getByText('Pilih tingkat potensi, atau isi nilainya').first().waitFor();
      await inspect(kartini, '/talent/people/…, half said');
      await kartini.getByLabel('Nilai potensi').fill('81,5');
      await kartini.getByRole('button', { name: 'Simpan' }).click();
      await kartini.getByText('Kotak 8').waitFor();
      await kartini.getByText('SIASN: kuadranNilai 2, perilakuDanKinerja 2').waitFor();
      await inspect(kartini, '/talent/people/…');
    });

    await step('a list by the ids of SIASN is tried first, and what is wrong is told', async () => {
      await chapter(kartini, 'Talenta');
      await kartini.getByRole('link', { name: 'Kirim daftar' }).click();
      const rows = ['199208112022211999', sriNumber].map(
        (number, n) => `${number};${year};${n === 0 ? 1 : 6};Menengah;BA-08/TALENTA;${clock(0).date}`,
      );
      await kartini.getByLabel('Berkas').setInputFiles(listOf(rows));
      await kartini.getByRole('button', { name: 'Periksa' }).click();
      await kartini.getByText('1 baris siap dicatat, 0 sudah tercatat, 1 ditolak.').waitFor();
      await kartini.getByText('kuadranNilai:').waitFor();
      await inspect(kartini, '/talent/list, tried');
      await kartini.getByRole('button', { name: 'Catat baris yang benar' }).click();
      await kartini.getByText('1 baris dicatat, 0 sudah tercatat sebelumnya, 1 ditolak.').waitFor();
    });

    await step(
      'each number opens who stands there and what follows, and the file holds both axes',
      async () => {
        await chapter(kartini, 'Talenta');
        await inspect(kartini, '/talent');
        const high = kartini.getByRole('row').filter({ hasText: 'Tinggi' });
        await high
          .getByRole('cell')
          .filter({ hasText: 'Kotak 8' })
          .getByRole('link', { name: '1 orang' })
          .click();
        await kartini.getByText('pertahankan, kelompok rencana suksesi').waitFor();
        await kartini.getByRole('link', { name: /Sri Contoh/ }).waitFor();
        await inspect(kartini, '/talent/place');
        await chapter(kartini, 'Talenta');
        const [file] = await Promise.all([
          kartini.waitForEvent('download'),
          kartini.getByRole('link', { name: 'CSV' }).click(),
        ]);
        const text = await readFile(await file.path(), 'utf8');
        expect(text).toContain('Sesuai ekspektasi;2;2;Tinggi;8;BA-07/TALENTA');
        expect(text).toContain('Di atas ekspektasi;1;1;Menengah;7;BA-08/TALENTA');
        expect(text).not.toContain('Kartini');
      },
    );

    await step('nobody else learns of it: neither the person nor supervisor and administrator', async () => {
      await signIn(sri, portal, { name: 'Sri Contoh' });
      await readsNothing(sri, ['Beranda', 'Catatan saya', 'Katalog']);
      await signIn(wulan, portal, { name: 'Wulan Contoh' });
      await readsNothing(wulan, ['Beranda', 'Tim saya']);
      await teamSection(wulan, 'Kompetensi');
      await wulan.getByRole('link', { name: /Sri Contoh/ }).click();
      await wulan.getByRole('heading', { level: 1, name: /Sri Contoh/ }).waitFor();
      expect(await wulan.getByText(secret).count()).toBe(0);
      await signIn(agus, portal, { name: 'Agus Contoh' });
      await readsNothing(agus, ['Beranda', 'Instansi']);
      // And an address that somebody was sent opens nothing.
      for (const page of [sri, wulan, agus]) {
        await page.goto(kartini.url());
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.getByText(secret).count()).toBe(0);
      }
      await inspect(sri, '/talent, refused');
    });
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

const secret =
  /kotak \d|kotak talenta|BA-0[78]\/TALENTA|perilakuDanKinerja|potensi: (?:tinggi|menengah|rendah)/i;

/** Goes to these chapters by the menu, which names no talent, and reads nothing of a box. */
async function readsNothing(page: Page, chapters: readonly string[]): Promise<void> {
  for (const name of chapters) {
    await chapter(page, name);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const menu = page.getByRole('navigation', { name: 'Menu utama' });
    expect(await menu.getByRole('link', { name: 'Talenta' }).count()).toBe(0);
    expect(await page.getByText(secret).count()).toBe(0);
  }
}
