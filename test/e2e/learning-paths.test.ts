import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { approveCourse, submitCourse, uploadPackage } from './author.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { finishLesson, passwords, phishing } from './learner.ts';
import { lookThrough } from './look-through.ts';
import { passingPackage } from './passing-package.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter } from './staff.ts';
import { useStage } from './stage.ts';
import { createTabs, phone } from './tabs.ts';
import { until } from './until.ts';

const stage = useStage('paths');

const first = 'Ujian maklumat pelayanan';
const second = 'Keamanan informasi sehari-hari';
const path = 'Jalur pelayanan yang aman';
const duty = 'Wajib jalur pelayanan';
const cohort = 'Angkatan pelayanan I';

describe.skipIf(noBrowser !== undefined)(`learning paths and cohorts${unlessNoBrowser}`, () => {
  it('go from a path with a prerequisite over an obligation of a unit to a finished path on a phone, and to who is late in a cohort', async () => {
    const { portal } = stage.server.dev;
    const faults = collectFaults({ ignore: (text) => /status of (?:404|409|422)/.test(text) });
    const desk = createTabs(stage.browser, { faults });
    const { step } = desk;
    const agus = await desk.open();
    const sri = await createTabs(stage.browser, { faults, device: phone }).open();

    await step('a second course is in the catalogue', async () => {
      const [author, reviewer] = [await desk.open(), await desk.open()];
      await signIn(author, portal, { name: 'Hadi Contoh' });
      const buffer = Buffer.from(passingPackage(first));
      await uploadPackage(author, { name: 'ujian.zip', mimeType: 'application/zip', buffer });
      await submitCourse(author, { jp: '1' });
      await signIn(reviewer, portal, { name: 'Putu Contoh' });
      await approveCourse(reviewer, { title: first });
      await author.context().close();
      await reviewer.context().close();
    });

    const pathDesk = await step(
      'the coordinator makes a path whose second part waits for the first',
      async () => {
        await signIn(agus, portal, { name: 'Agus Contoh' });
        await chapter(agus, 'Instansi');
        await agencySection(agus, 'Jalur belajar');
        await agus.getByRole('link', { name: 'Buat jalur' }).first().click();
        await agus.locator('[name=title]').fill(path);
        await agus.locator('[name=g0title]').fill('Dasar');
        await agus.locator('[name=g0s0of]').selectOption({ label: first });
        // A row more comes with each time it is saved.
        await agus.getByRole('button', { name: 'Simpan' }).click();
        await agus.getByRole('link', { name: 'Ubah susunan' }).click();
        await agus.locator('[name=g1title]').fill('Lanjut');
        await agus.locator('[name=g1s0of]').selectOption({ label: second });
        // First the wrong way round: each would wait for the other.
        await agus.locator('[name=g0s0after]').fill('2');
        await agus.locator('[name=g1s0after]').fill('1');
        await agus.getByRole('button', { name: 'Simpan' }).click();
        await agus.getByText('Ini saling menunggu', { exact: false }).first().waitFor();
        await agus.locator('[name=g0s0after]').fill('');
        await agus.getByRole('button', { name: 'Simpan' }).click();
        await agus.getByRole('button', { name: 'Terbitkan' }).click();
        await agus.getByText('versi 1', { exact: false }).first().waitFor();
        return new URL(agus.url()).pathname;
      },
    );

    const obligation = await step('it is required of a unit', async () => {
      await agencySection(agus, 'Kewajiban');
      await agus.getByRole('link', { name: 'Buat kewajiban' }).first().click();
      await agus.locator('[name=title]').fill(duty);
      await agus.locator('[name=pathId]').selectOption({ label: path });
      await agus.getByRole('checkbox', { name: /Pusat Data dan Informasi/ }).check();
      await agus.locator('[name=often]').selectOption('once');
      await agus.locator('[name=due]').fill(inDays(60));
      await agus.getByRole('button', { name: 'Lihat sasaran' }).click();
      await agus.getByText(/Akan berlaku bagi \d+ orang/).waitFor();
      await agus.getByText(path).first().waitFor();
      await agus.getByRole('button', { name: 'Tetapkan kewajiban' }).click();
      await agus.getByRole('heading', { level: 1, name: duty }).waitFor();
      return new URL(agus.url()).pathname;
    });

    const own = await step('she finds it first among what is required, with its next step', async () => {
      await signIn(sri, portal, { name: 'Sri Contoh' });
      const required = sri
        .getByRole('region', { name: 'Wajib' })
        .getByRole('listitem')
        .filter({ hasText: path });
      await until(sri, () => required.count());
      await required.getByText(`Diwajibkan instansi Anda: ${duty}`).waitFor();
      await required.getByText(first).waitFor();
      await required.getByRole('link', { name: path }).click();
      await sri.getByRole('heading', { level: 1, name: path }).waitFor();
      await sri.getByText('Selesaikan dahulu: Dasar').waitFor();
      expect(await sri.getByRole('link', { name: 'Tinggalkan jalur' }).count()).toBe(0);
      return new URL(sri.url()).pathname;
    });

    await step('she goes through the steps in their order', async () => {
      await sri
        .getByRole('button', { name: `Mulai: ${first}` })
        .first()
        .click();
      await contentIn(sri).getByRole('button', { name: 'Lulus' }).click();
      await sri.goto(`${portal}${own}`);
      await until(sri, () => sri.getByText('1 dari 2 langkah wajib', { exact: true }).count());
      expect(await sri.getByText('Selesaikan dahulu: Dasar').count()).toBe(0);
      await agus.goto(`${portal}${obligation}?group=started`);
      await until(agus, () => agus.getByRole('rowheader', { name: /^Sri Contoh/ }).count());
      expect(await lookThrough(sri, portal, ['/', own, '/paths', '/obligations'])).toEqual([]);
      await sri.goto(`${portal}${own}`);
      await sri
        .getByRole('button', { name: `Mulai: ${second}` })
        .first()
        .click();
      await finishLesson(sri, passwords, 0);
      await sri.getByRole('link', { name: 'Bagian berikutnya' }).click();
      await finishLesson(sri, phishing, 0);
      await sri.goto(`${portal}${own}`);
      await until(sri, () => sri.getByRole('link', { name: 'Sertifikat jalur' }).count());
    });

    await step('the duty is met, and nothing of it is at home any more', async () => {
      await sri.goto(portal);
      const required = sri.getByRole('region', { name: 'Wajib' }).getByText(path);
      await until(sri, async () => Number((await required.count()) === 0));
      await agus.goto(`${portal}${obligation}?group=finished`);
      await until(agus, () => agus.getByRole('rowheader', { name: /^Sri Contoh/ }).count());
    });

    const cohortDesk = await step(
      'the coordinator opens a cohort of the path with a day that is over',
      async () => {
        await agencySection(agus, 'Angkatan');
        await agus.getByRole('link', { name: 'Buat angkatan' }).first().click();
        await agus.locator('[name=name]').fill(cohort);
        await agus.locator('[name=subject]').selectOption({ label: `Jalur belajar: ${path}` });
        await agus.locator('[name=startsOn]').fill(inDays(-10));
        await agus.locator('[name=applyUntil]').fill(inDays(10));
        await agus.locator('[name=endsOn]').fill(inDays(30));
        await agus.locator('[name=capacity]').fill('10');
        await agus.getByRole('button', { name: 'Simpan' }).click();
        await agus.getByRole('button', { name: 'Buka angkatan' }).click();
        await agus.getByRole('link', { name: 'Ubah', exact: true }).click();
        await agus.locator('[name=d0on]').fill(inDays(-3));
        await agus.locator('[name=d1on]').fill(inDays(7));
        await agus.getByRole('button', { name: 'Simpan' }).click();
        await agus.getByRole('heading', { level: 1, name: cohort }).waitFor();
        const here = new URL(agus.url()).pathname;
        await agus.getByText('Tambah peserta').first().click();
        await agus.locator('[name=people]').fill('sri@badan-contoh.example, bima@badan-contoh.example');
        await agus.getByRole('button', { name: 'Tambah peserta' }).click();
        await agus.getByRole('rowheader', { name: 'Bima Contoh' }).waitFor();
        return here;
      },
    );

    await step('who is late with which step stands behind each number', async () => {
      await agus.goto(`${portal}${cohortDesk}`);
      await agus.getByRole('link', { name: 'Siapa terlambat' }).click();
      await agus.getByRole('link', { name: 'Yang belum selesai dengan langkah 2: 1' }).click();
      await agus.getByRole('rowheader', { name: 'Bima Contoh' }).waitFor();
      await agus.getByRole('link', { name: 'Yang terlambat dengan langkah 1: 1' }).click();
      await agus.getByRole('cell', { name: first }).waitFor();
      expect(await agus.getByRole('rowheader', { name: /^Sri Contoh/ }).count()).toBe(0);
      const [file] = await Promise.all([
        agus.waitForEvent('download'),
        agus.getByRole('link', { name: 'CSV', exact: true }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('angkatan-batas-waktu.csv');
    });

    await step('she sees her cohort with its days, and takes them into her calendar', async () => {
      await sri.goto(`${portal}/cohorts`);
      await sri.getByRole('link', { name: cohort }).click();
      await sri.getByText('Anda peserta angkatan ini').waitFor();
      const [file] = await Promise.all([
        sri.waitForEvent('download'),
        sri.getByRole('link', { name: 'Kalender langkah (.ics)' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('angkatan.ics');
    });

    expect(await lookThrough(sri, portal, [new URL(sri.url()).pathname, '/cohorts'])).toEqual([]);
    const pages = [pathDesk, obligation, '/agency/obligations/new', cohortDesk, `${cohortDesk}/late`];
    expect(await lookThrough(agus, portal, pages)).toEqual([]);
    expect(faults.all).toEqual([]);
  });
});

/** What the package shows: a frame within the player's. */
const contentIn = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title^="Isi bagian"]').frameLocator('iframe');

/** The day so many days from now. */
const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
