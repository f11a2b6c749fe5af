import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { clock } from './event-day.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter, ownSection, teamSection } from './staff.ts';
import { useStage } from './stage.ts';
import { createTabs, phone } from './tabs.ts';
import { until } from './until.ts';
import { checked, reachByPlainHttp } from './verifier.ts';

// The agency as it is on a working day: people, standards and assessments.
const stage = useStage('recognition', undefined, async () => ({ SEED: '' }));
afterAll(() => {
  vi.unstubAllGlobals();
});
const workshop = 'Lokakarya layanan inklusif';
const cohort = 'Angkatan layanan I';
const help =
  'Pekan lalu ia menyusun panduan singkat memakai dasbor, lalu mendampingi tiga rekan sampai mereka dapat memakainya sendiri.';

describe.skipIf(noBrowser !== undefined)(`recognition${unlessNoBrowser}`, () => {
  it('goes from what others confirm over a decision to a badge that verifies, and a priority seat brings a scarce place once', async () => {
    const { portal } = stage.server.dev;
    reachByPlainHttp(portal);
    // On purpose: forms that come back.
    const faults = collectFaults({ ignore: (text) => /status of 422/.test(text) });
    const { open, step } = createTabs(stage.browser, { faults });
    const onPhone = createTabs(stage.browser, { faults, device: phone });
    const [sri, bima, yoga] = [await onPhone.open(), await onPhone.open(), await onPhone.open()];
    const [wulan, agus, stranger] = [await open(), await open(), await open()];
    const found: string[] = [];
    const inspect = async (page: Page, path: string) => {
      const size = page.viewportSize();
      found.push(...(await inspectHere(page, { path, language: 'id' })));
      if (size) await page.setViewportSize(size);
    };

    await step('a supervisor finds a gap closed, and it is recognised without anybody asking', async () => {
      await signIn(sri, portal, { name: 'Sri Contoh' });
      await openRecognitions(sri);
      await sri.getByText('Belum ada pengakuan').waitFor();
      await inspect(sri, '/recognitions, none');
      await signIn(wulan, portal, { name: 'Wulan Contoh' });
      await chapter(wulan, 'Tim saya');
      await teamSection(wulan, 'Kompetensi');
      await wulan.getByRole('link', { name: /Sri Contoh/ }).click();
      const short = wulan.getByRole('row').filter({ hasText: 'Kurang 1 level' }).first();
      // The name stands before the family and what the levels mean.
      const name = (await short.getByRole('rowheader').textContent())?.split('Manajerial')[0]?.trim() ?? '';
      await wulan.getByRole('link', { name: 'Catat penilaian' }).click();
      await wulan.locator('select[name="competencyId"]').selectOption({ label: name });
      await wulan.locator('select[name="level"]').selectOption({ label: 'Level 3' });
      await wulan.getByLabel('Saran pengembangan').fill('Sudah memimpin perubahan alur kerja.');
      await wulan.getByRole('button', { name: 'Simpan' }).click();
      await wulan.getByText('Sudah memimpin perubahan').first().waitFor();
      await until(sri, () => sri.getByText(`Kesenjangan kompetensi tertutup: ${name}`).count());
    });

    await step('a colleague proposes what somebody did; whom it is about hears nothing yet', async () => {
      await signIn(bima, portal, { name: 'Bima Contoh' });
      await openRecognitions(bima);
      await bima.getByRole('link', { name: 'Usulkan rekan' }).click();
      await bima.getByLabel('Rekan di unit atau tim Anda').selectOption({ label: 'Sri Contoh, S.Kom.' });
      await bima.getByLabel('Nilai', { exact: false }).selectOption({ value: 'collaborative' });
      await bima.getByLabel('Apa yang dilakukannya?').fill('Terlalu pendek.');
      await bima.getByRole('button', { name: 'Kirim usulan' }).click();
      await bima.getByText('Tulis 30 sampai 600 huruf.').first().waitFor();
      await inspect(bima, '/recognitions/propose, too short');
      await bima.getByLabel('Apa yang dilakukannya?').fill(help);
      await bima.getByRole('button', { name: 'Kirim usulan' }).click();
      await bima.getByText('menunggu keputusan instansi').waitFor();
      await sri.reload();
      expect(await sri.getByText(help).count()).toBe(0);
    });

    await step('an administrator decides, and the badge comes to the wallet by itself', async () => {
      await signIn(agus, portal, { name: 'Agus Contoh' });
      await chapter(agus, 'Instansi');
      await agencySection(agus, 'Pengakuan');
      await agus.getByRole('link', { name: 'Kolaboratif: Sri Contoh' }).click();
      await agus.getByText(help).waitFor();
      await inspect(agus, '/agency/recognitions/…');
      await agus.getByRole('button', { name: 'Tidak setujui' }).click();
      await agus.getByText('Tulis alasan 5 sampai 500 huruf.').first().waitFor();
      await agus.getByRole('button', { name: 'Setujui', exact: true }).click();
      await agus.getByText('Cabut pengakuan').first().waitFor();
      await until(sri, () => sri.getByText(help).count());
      await inspect(sri, '/recognitions');
      await sri.getByRole('link', { name: 'Lencana di dompet sertifikat' }).click();
      const badge = sri.getByRole('link', { name: /^Pengakuan BerAKHLAK: Kolaboratif/ }).first();
      await until(sri, () => badge.count());
      await badge.click();
      await inspect(sri, '/certificates/…, of a recognition');
    });

    await step(
      'the badge verifies with the library of others, and says nothing of what was done',
      async () => {
        const address = await sri.locator('#badge-url').inputValue();
        const text = await (await fetch(address)).text();
        expect(await checked(JSON.parse(text))).toMatchObject({
          ...{ valid_signature: true, revocation_status: true },
        });
        for (const private_ of ['dasbor', 'Bima', 'Sri Contoh']) expect(text).not.toContain(private_);
        await stranger.goto(await sri.locator('#verify-url').inputValue());
        await stranger.getByText('sah dan berlaku').first().waitFor();
        expect(await stranger.getByText('dasbor').count()).toBe(0);
        await inspect(stranger, '/verify/…, of a recognition');
      },
    );
    const event = await step('one seat, which is taken, and two who wait', async () => {
      await scarceEvent(agus);
      await bookSeat(bima, 'Daftar');
      await bima.getByText('Kursi Anda sudah pasti', { exact: false }).waitFor();
      await signIn(yoga, portal, { email: 'yoga@badan-contoh.example' });
      await bookSeat(yoga, 'Masuk antrean');
      await yoga.getByText('Anda yang pertama dalam antrean.').waitFor();
      await bookSeat(sri, 'Masuk antrean');
      await sri.getByText('1 orang menunggu di depan Anda.').waitFor();
      return sri.url();
    });

    await step('the agency gives a priority seat, which is used once', async () => {
      await agencySection(agus, 'Kursi prioritas');
      await agus.getByLabel('Surel dinas atau NIP').fill('sri@badan-contoh.example');
      await agus.getByLabel('Nomor berita acara').fill('BA-7/2026');
      await agus.getByLabel('Tanggal berita acara').fill('0001-01-01');
      await agus.getByRole('button', { name: 'Beri', exact: true }).click();
      await agus.getByText('dari 7 April 2017', { exact: false }).first().waitFor();
      await inspect(agus, '/agency/priority, refused');
      await agus.getByLabel('Tanggal berita acara').fill(clock(0).date);
      await agus.getByRole('button', { name: 'Beri', exact: true }).click();
      await agus.getByRole('row').filter({ hasText: 'Sri Contoh' }).getByText('dapat dipakai').waitFor();
      await sri.goto(event);
      await sri.getByRole('link', { name: 'Pakai kursi prioritas' }).click();
      await inspect(sri, '/priority');
      await sri.getByLabel('Pakai untuk').selectOption({ label: workshop });
      await sri.getByRole('button', { name: 'Pakai sekarang' }).click();
      await sri.getByText('sedang dipakai, menunggu kursi').waitFor();
      expect(await sri.getByRole('button', { name: 'Pakai sekarang' }).count()).toBe(0);
      await sri.getByRole('link', { name: workshop }).click();
      await sri.getByText('Anda yang pertama dalam antrean.').waitFor();
      await yoga.reload();
      await yoga.getByText('1 orang menunggu di depan Anda.').waitFor();
    });

    await step('whoever leaves makes room for her, and the right is spent', async () => {
      await bima.getByRole('link', { name: 'Batalkan pendaftaran' }).click();
      await bima.getByText('Batalkan pendaftaran Anda?').waitFor();
      await bima.getByRole('button', { name: 'Batalkan pendaftaran' }).click();
      await bima.getByText('Anda membatalkan').waitFor();
      await until(sri, () => sri.getByRole('button', { name: 'Konfirmasi kursi saya' }).count());
      await inspect(sri, '/events/…, with a seat kept');
      await sri.getByRole('button', { name: 'Konfirmasi kursi saya' }).click();
      await sri.getByText('Kursi Anda sudah pasti', { exact: false }).waitFor();
      await openPriority(sri);
      await until(sri, () => sri.getByText('terpakai', { exact: true }).count());
      expect(await sri.getByRole('button', { name: 'Pakai sekarang' }).count()).toBe(0);
      await inspect(sri, '/priority, spent');
      await agus.reload();
      await agus
        .getByRole('row')
        .filter({ hasText: 'Sri Contoh' })
        .getByText('terpakai', { exact: true })
        .waitFor();
      await yoga.reload();
      await yoga.getByText('Anda yang pertama dalam antrean.').waitFor();
    });

    await step(
      'another right puts her before others of a cohort, and comes back when it is cancelled',
      async () => {
        await agus.getByLabel('Surel dinas atau NIP').fill('sri@badan-contoh.example');
        await agus.getByLabel('Nomor berita acara').fill('BA-8/2026');
        await agus.getByLabel('Tanggal berita acara').fill(clock(0).date);
        await agus.getByRole('button', { name: 'Beri', exact: true }).click();
        await agus.getByRole('row').filter({ hasText: 'Sri Contoh' }).getByText('dapat dipakai').waitFor();
        const path = await scarceCohort(agus);
        for (const [page, button] of [
          [bima, 'Ikut angkatan ini'],
          [yoga, 'Masuk antrean'],
          [sri, 'Masuk antrean'],
        ] as const) {
          await page.goto(`${portal}${path}`);
          await page.getByRole('button', { name: button }).click();
          await page.getByText('Tersimpan.').waitFor();
        }
        await sri.getByText('1 orang menunggu di depan Anda.').waitFor();
        await sri.getByRole('link', { name: 'Pakai kursi prioritas' }).click();
        await sri.getByLabel('Pakai untuk').selectOption({ label: cohort });
        await sri.getByRole('button', { name: 'Pakai sekarang' }).click();
        await sri.getByText('sedang dipakai, menunggu kursi').waitFor();
        await sri.getByRole('link', { name: cohort }).click();
        await sri.getByText('kursi prioritas Anda dipakai untuk antrean ini', { exact: false }).waitFor();
        await sri.getByText('Anda yang pertama dalam antrean.').waitFor();
        await inspect(sri, '/cohorts/…, put before others');
        await agus.reload();
        await agus
          .getByRole('row')
          .filter({ hasText: 'Sri Contoh' })
          .getByText('kursi prioritas', { exact: true })
          .waitFor();
        await inspect(agus, '/agency/cohorts/…, with a priority seat');
        await agus.getByText('Batalkan angkatan').first().click();
        await agus.getByLabel('Alasan pembatalan').fill('Anggaran dialihkan tahun ini.');
        await agus.getByRole('button', { name: 'Batalkan angkatan' }).click();
        await agus.getByText('Tersimpan.').waitFor();
        await openPriority(sri);
        await until(sri, () => sri.getByText('dapat dipakai', { exact: true }).count());
      },
    );
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

/** From the chapter of what is one's own. */
async function openRecognitions(page: Page): Promise<void> {
  await chapter(page, 'Catatan saya');
  await ownSection(page, 'Pengakuan saya');
}

async function openPriority(page: Page): Promise<void> {
  await chapter(page, 'Catatan saya');
  await ownSection(page, 'Kursi prioritas');
}

async function bookSeat(page: Page, button: string): Promise<void> {
  await chapter(page, 'Kegiatan');
  await page.getByRole('link', { name: workshop }).click();
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** In three days, with one seat; published. */
async function scarceEvent(page: Page): Promise<void> {
  await agencySection(page, 'Kegiatan');
  await page.getByRole('link', { name: 'Buat kegiatan' }).first().click();
  const [day, before] = [clock(3 * 24 * 60).date, clock(-60)];
  await page.getByLabel('Judul', { exact: true }).fill(workshop);
  await page.getByLabel('Bentuk pengembangan').selectOption('Workshop / lokakarya');
  await page.getByLabel('Jumlah kursi').fill('1');
  await page.locator('[name=s0date]').fill(day);
  await page.locator('[name=s0from]').fill('09:00');
  await page.locator('[name=s0until]').fill('12:00');
  await page.locator('[name=s0place]').fill('Ruang Rapat 1');
  await page.locator('[name=opensAt]').fill(`${before.date}T${before.time}`);
  await page.locator('[name=closesAt]').fill(`${day}T08:00`);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  await page.getByRole('heading', { name: 'Kode kehadiran' }).waitFor();
}

/** Of a course, with one place, in a week; open. Gives its address for whoever learns. */
async function scarceCohort(page: Page): Promise<string> {
  const inDays = (days: number) => clock(days * 24 * 60).date;
  await agencySection(page, 'Angkatan');
  await page.getByRole('link', { name: 'Buat angkatan' }).first().click();
  await page.locator('[name=name]').fill(cohort);
  await page.locator('[name=subject]').selectOption({ label: 'Jalur belajar: Petugas layanan baru' });
  await page.locator('[name=startsOn]').fill(inDays(7));
  await page.locator('[name=applyUntil]').fill(inDays(5));
  await page.locator('[name=endsOn]').fill(inDays(30));
  await page.locator('[name=capacity]').fill('1');
  await page.locator('[name=admission]').selectOption('open');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Buka angkatan' }).click();
  await page.getByText('Tersimpan.').waitFor();
  return new URL(page.url()).pathname.replace('/agency', '');
}
