import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('reconciliation');

/** A file as a person chooses it. */
const table = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe.skipIf(noBrowser !== undefined)(`a university that sends tables${unlessNoBrowser}`, () => {
  // A form that is wrong is answered so.
  const faults = collectFaults({ ignore: (text) => text.includes('422') });
  let maya: Page;
  let base: string;

  const look = async () => {
    const path = new URL(maya.url()).pathname;
    expect(await inspectHere(maya, { path, language: 'id' })).toEqual([]);
    await maya.setViewportSize({ width: 1280, height: 800 });
  };
  const upload = async (kind: 'results' | 'enrolments', text: string) => {
    await maya.goto(`${base}/tables`);
    const form = maya.locator(`form[action*="/${kind}"]`);
    await form.locator('input[type=file]').setInputFiles(table(`${kind}.csv`, text));
    await form.locator('button[type=submit]').click();
    await maya.locator('form[action$="/confirm"]').waitFor();
  };
  /** Runs that the page tells of. */
  const runs = async () => {
    await maya.goto(`${base}/reconciliation`);
    return maya.locator('[aria-labelledby=runs] tbody tr').count();
  };

  it('says when ours and theirs are compared, and how long what differs may wait', async () => {
    const context = await stage.browser.newContext({ locale: 'id-ID' });
    maya = await context.newPage();
    faults.watch(maya);
    await signIn(maya, stage.server.dev.portal, { name: 'Maya Contoh' });
    await maya.goto(`${stage.server.dev.portal}/studio/connections/new/file`);
    await look();
    await maya.getByLabel('Nama koneksi').fill('Tabel kampus');
    await maya.getByLabel('Surel penanggung jawab').fill('admin@kampus.example');
    await maya.getByLabel('Perbedaan dikabarkan setelah (hari)').fill('0');
    await maya.getByRole('button', { name: 'Simpan' }).click();
    // Nothing is kept of a form that is wrong.
    await maya.getByLabel('Perbedaan dikabarkan setelah (hari)').fill('7');
    await maya.getByRole('button', { name: 'Simpan' }).click();
    await maya.getByRole('link', { name: 'Pengaturan', exact: true }).waitFor();
    base = maya.url().replace(/\?.*/, '');
    await maya.goto(`${base}/settings`);
    expect(await maya.inputValue('[name=agedAfterDays]')).toBe('7');
    expect(await maya.inputValue('[name=reconcileHour]')).toBe('3');
  });

  it('has its table of enrolments compared at once, whole or not as it says', async () => {
    await upload('enrolments', 'Peserta,ID kursus,Status\ns-1,ADM101,aktif\n');
    await maya.getByLabel('Daftar ini lengkap').check();
    await look();
    await maya.getByRole('button', { name: 'Setujui pendaftaran' }).click();
    await until(maya, runs);
  });

  it('has its results compared when all of them are in, and what differs is left with a reason and opened again', async () => {
    await upload('results', 'Peserta,ID kursus,Tanggal,Nilai\ns-1,ADM101,2026-02-01,85\n');
    await maya.getByRole('button', { name: 'Setujui hasil' }).click();
    const found = async () => {
      await maya.goto(`${base}/reconciliation`);
      return maya.locator('[name=mismatch]').count();
    };
    await until(maya, found);
    await maya.getByText('Kursusnya tidak dikenal di Sinau.').waitFor();
    await look();
    await maya.locator('[name=mismatch]').check();
    await maya.getByRole('radio', { name: /Abaikan dengan alasan/ }).check();
    await maya.locator('[name=note]').fill('Kelas percobaan');
    await maya.getByRole('button', { name: 'Jalankan' }).click();
    const reopen = maya.getByRole('button', { name: 'Buka kembali' });
    await until(maya, async () => {
      await maya.goto(`${base}/reconciliation`);
      return reopen.count();
    });
    await maya.getByText('Kelas percobaan').waitFor();
    await look();
    await reopen.click();
    await until(maya, found);
    expect(await reopen.count()).toBe(0);
  });

  it('breaks nothing in the browser', () => {
    expect(faults.all).toEqual([]);
  });
});
