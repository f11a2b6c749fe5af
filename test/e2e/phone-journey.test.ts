import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { codeIn, downloadCertificate } from './certificate-file.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { finishLesson, passwords, phishing } from './learner.ts';
import { signIn } from './sign-in.ts';
import { chapter } from './staff.ts';
import { useStage } from './stage.ts';
import { createTabs, phone } from './tabs.ts';
import { until } from './until.ts';

const course = 'Keamanan informasi sehari-hari';
const laras = { name: 'Laras Contoh', email: 'laras@badan-contoh.example', nip: '199503122020122999' };
/** As a personnel office exports it: with a second person whose number a spreadsheet has rounded. */
const list = [
  'NIP;Nama;Surel;Status;Unit kerja;NIP atasan;Jabatan;Jenis jabatan',
  `${laras.nip};${laras.name};${laras.email};PNS;Pusat Data dan Informasi;198110052006042999;Analis data;Pelaksana`,
  '1.99005E+17;Salah Contoh;salah@badan-contoh.example;PNS;Pusat Data dan Informasi;;Analis data;Pelaksana',
].join('\r\n');

const stage = useStage('phone');

describe.skipIf(noBrowser !== undefined)(`the whole way on a phone${unlessNoBrowser}`, () => {
  it('L1: leads from a list of people over a course that is required and JP that are held to a certificate that anybody can check', async () => {
    const { portal } = stage.server.dev;
    const faults = collectFaults({ ignore: (text, address) => /404/.test(text) && /\/state/.test(address) });
    const { open, step } = createTabs(stage.browser, { faults, device: phone });
    const found: string[] = [];
    const inspect = async (page: Page, path: string) => {
      found.push(...(await inspectHere(page, { path, language: 'id' })));
    };
    const [agus, person, stranger] = [await open(), await open(), await open()];

    await step('an administrator sends a list, sees what each row would do, and has it done', async () => {
      await signIn(agus, portal, { name: 'Agus Contoh' });
      await chapter(agus, 'Instansi');
      await inAgency(agus, 'Pegawai');
      await agus.getByRole('heading', { level: 1, name: 'Pegawai' }).waitFor();
      await inspect(agus, '/agency/people');
      await agus.getByRole('link', { name: 'Impor pegawai' }).click();
      await agus.getByRole('heading', { level: 1, name: 'Impor pegawai' }).waitFor();
      await inspect(agus, '/agency/people/imports');
      await agus.getByLabel('Berkas daftar pegawai').setInputFiles({
        ...{ name: 'pegawai.csv', mimeType: 'text/csv', buffer: Buffer.from(list) },
      });
      await agus.getByRole('button', { name: 'Periksa daftar' }).click();
      await agus.getByText('1 baris membuat atau mengubah data; 1 baris ditolak').waitFor();
      await agus.getByText('Salah Contoh').waitFor();
      await inspect(agus, '/agency/people/imports/…, checked');
      await agus.getByRole('button', { name: 'Impor sekarang' }).click();
      await agus.getByText('Impor selesai: 1 orang dibuat atau diubah, 1 baris ditolak.').waitFor();
      await inspect(agus, '/agency/people/imports/…, done');
    });

    await step('the new person follows the invitation', async () => {
      const ratna = await open();
      await signIn(ratna, portal, { name: 'Ratna Contoh' });
      await ratna.goto(`${portal}/outbox`);
      const mail = ratna.getByRole('listitem').filter({ hasText: laras.email });
      await until(ratna, () => mail.count());
      const [address = ''] = /https?:\S+/.exec((await mail.first().textContent()) ?? '') ?? [];
      await ratna.context().close();
      expect(address).toContain(portal);
      await signIn(person, address, { email: laras.email });
      await person.getByRole('img', { name: 'Diakui 0 JP dari minimal 20 JP' }).waitFor();
      await inspect(person, '/, new');
    });

    let obligation = '';
    await step('the agency requires a course of whoever has her post', async () => {
      await inAgency(agus, 'Kewajiban');
      await agus.getByRole('heading', { level: 1, name: 'Kewajiban' }).waitFor();
      await inspect(agus, '/agency/obligations');
      await agus.getByRole('link', { name: 'Buat kewajiban' }).first().click();
      await agus.locator('[name=title]').fill('Keamanan informasi bagi analis');
      await agus.locator('[name=course1]').selectOption({ label: course });
      await agus.locator('[name=postWords]').fill('analis data');
      await agus.locator('[name=often]').selectOption('once');
      await agus.locator('[name=due]').fill(inDays(60));
      await inspect(agus, '/agency/obligations/new');
      await agus.getByRole('button', { name: 'Lihat sasaran' }).click();
      await agus.getByText('Akan berlaku bagi 1 orang').waitFor();
      await inspect(agus, '/agency/obligations/new, looked at');
      await agus.getByRole('button', { name: 'Tetapkan kewajiban' }).click();
      await agus.getByRole('heading', { level: 1, name: 'Keamanan informasi bagi analis' }).waitFor();
      obligation = agus.url().split('?')[0] ?? '';
      await until(agus, () => agus.getByText('0 dari 1 selesai').count());
      await inspect(agus, '/agency/obligations/…');
      await agus.getByRole('link', { name: /^Kecualikan atau beri batas lain: / }).click();
      await agus.getByRole('heading', { name: 'Putuskan bagi orang ini' }).waitFor();
      await inspect(agus, '/agency/obligations/…/exceptions/…');
      await agus.locator('[name=dueOn]').fill(inDays(90));
      await agus.locator('[name=laterReason]').fill('Bertugas di lapangan.');
      await agus.getByRole('button', { name: 'Tetapkan batas' }).click();
      await agus.getByRole('button', { name: 'Cabut putusan ini' }).waitFor();
      await inspect(agus, '/agency/obligations/…/exceptions/…, decided');
      await agus.goto(`${obligation}/terms`);
      await inspect(agus, '/agency/obligations/…/terms');
      await agus.getByRole('button', { name: 'Lihat akibatnya' }).click();
      await agus.getByText('Batas tidak berpindah').waitFor();
      await inspect(agus, '/agency/obligations/…/terms/preview');
    });

    await step('she finds it at home among what is required, and finishes it in one sitting', async () => {
      await person.goto(`${portal}/obligations`);
      await until(person, () => person.getByText('Alasan: Bertugas di lapangan.').count());
      await inspect(person, '/obligations');
      await person.goto(portal);
      const required = person.getByRole('region', { name: 'Wajib' }).getByRole('link', { name: course });
      await until(person, () => required.count());
      await inspect(person, '/, with a duty');
      await required.click();
      await person.getByRole('heading', { level: 1, name: course }).waitFor();
      await inspect(person, '/courses/…');
      await person.getByRole('link', { name: 'Mulai belajar' }).click();
      await finishLesson(person, passwords, 0);
      await inspect(person, '/courses/…/learn/1');
      await person.getByRole('link', { name: 'Bagian berikutnya' }).click();
      await finishLesson(person, phishing, 0);
    });

    await step('that was too fast: the JP are held, and the ledger takes an explanation', async () => {
      await person.goto(portal);
      await until(person, () => person.getByText('Ditahan').count());
      await person.getByRole('img', { name: 'Diakui 0 JP dari minimal 20 JP' }).waitFor();
      await inspect(person, '/, held');
      await person.getByRole('link', { name: 'Lihat rincian JP' }).click();
      await person.getByText(course, { exact: true }).click();
      await person.getByText(/Kursus selesai dalam \d+ (detik|menit.*); paling sedikit 36 menit/).waitFor();
      await inspect(person, '/jp');
      await person.getByRole('link', { name: /^Beri penjelasan/ }).click();
      await person.getByRole('heading', { level: 1, name: 'Penjelasan untuk instansi' }).waitFor();
      await inspect(person, '/jp/…/answer');
      await person.getByLabel('Penjelasan Anda').fill('Saya sudah membaca materi cetaknya di kantor.');
      await person.getByRole('button', { name: 'Kirim penjelasan' }).click();
      await person.getByText('Tersimpan.').waitFor();
    });

    await step('the administrator reads it and lets the JP count', async () => {
      await chapter(agus, 'Instansi');
      await inAgency(agus, 'JP ditahan');
      await agus.getByRole('rowheader', { name: laras.name }).waitFor();
      await inspect(agus, '/agency/held');
      await agus.getByRole('link', { name: laras.name }).click();
      await agus.getByText('Saya sudah membaca materi cetaknya di kantor.').waitFor();
      await inspect(agus, '/agency/held/…');
      await agus.getByLabel('Keputusan Anda').selectOption({ label: 'Akui JP ini' });
      await agus.getByLabel('Alasan').fill('Sesuai dengan jurnal belajar.');
      await agus.getByRole('button', { name: 'Simpan keputusan' }).click();
      await agus.getByText('Tidak ada yang menunggu').waitFor();
    });

    await step('at home three of the four count: the cap of one day', async () => {
      await person.goto(portal);
      await until(person, () => person.getByRole('img', { name: 'Diakui 3 JP dari minimal 20 JP' }).count());
      await inspect(person, '/, recognised');
      await person.getByRole('link', { name: 'Lihat rincian JP' }).click();
      await person.getByText('batas harian', { exact: true }).waitFor();
      await person.getByText(course, { exact: true }).click();
      await person.getByText('Batasnya 3 JP sehari').waitFor();
      await person.getByText('Alasan instansi: Sesuai dengan jurnal belajar.').waitFor();
      await inspect(person, '/jp, opened');
      await agus.goto(obligation);
      await until(agus, () => agus.getByText('1 dari 1 selesai').count());
      await inspect(agus, '/agency/obligations/…, done');
    });

    await step('the code on her certificate leads a stranger to a page that knows no NIP', async () => {
      await person.goto(`${portal}/certificates`);
      await until(person, () => person.getByRole('link', { name: course, exact: true }).count());
      await inspect(person, '/certificates');
      await person.getByRole('link', { name: course, exact: true }).click();
      await person.getByRole('link', { name: 'Unduh PDF' }).waitFor();
      await inspect(person, '/certificates/…');
      const { bytes } = await downloadCertificate(person);
      await stranger.goto((await codeIn(bytes)) ?? 'about:blank');
      await stranger.getByText('Sertifikat ini sah dan berlaku').waitFor();
      await stranger.getByText(laras.name).waitFor();
      // The print of the file is of chance, and may hold many digits in a row.
      const shown = (await stranger.content()).replaceAll(/\b[0-9a-f]{64}\b/g, '');
      expect(shown).not.toMatch(/\d{18}|1995/);
      await inspect(stranger, '/verify/…');
    });
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

/** The day so many days from now. */
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

/** On a phone its many links are folded. */
async function inAgency(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Menu instansi' });
  await menu.getByText('Menu instansi').click();
  await menu.getByRole('link', { name, exact: true }).click();
}
