import { type FakeOpenEdx, gradeKey, startFakeOpenEdx } from '@sinau/connectors/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveCourse } from './author.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('openedx');
let edx: FakeOpenEdx;
beforeAll(async () => {
  edx = await startFakeOpenEdx();
});
afterAll(() => edx.close());

const title = 'Administrasi Publik 1';
const courseId = 'course-v1:KampusX+ADM1+2026';

describe.skipIf(noBrowser !== undefined)(`courses of an Open edX site${unlessNoBrowser}`, () => {
  const faults = collectFaults();
  let maya: Page;
  let base: string;
  let course: string;

  async function open(name: string): Promise<Page> {
    const context = await stage.browser.newContext({ locale: 'id-ID' });
    const page = await context.newPage();
    faults.watch(page);
    await signIn(page, stage.server.dev.portal, { name });
    return page;
  }
  const look = async (page: Page) => {
    const path = new URL(page.url()).pathname;
    expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
    // Where menus are open.
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  const said = (page: Page) => page.locator('main').textContent();

  it('are connected by a client: a wrong secret and a missing right are named', async () => {
    maya = await open('Maya Contoh');
    await maya.goto(`${stage.server.dev.portal}/studio/connections/new/openedx`);
    await look(maya);
    await maya.getByLabel('Nama koneksi').fill('MOOC Universitas Contoh');
    await maya.getByLabel('Alamat situs').fill(edx.baseUrl);
    await maya.getByLabel('ID klien').fill(edx.site.clientId);
    await maya.getByLabel('Rahasia klien').fill('salah');
    await maya.getByLabel('Surel penanggung jawab').fill('admin@kampus.example');
    await maya.getByRole('button', { name: 'Simpan dan uji' }).click();
    await maya.getByText('Token atau rahasia klien ditolak.').first().waitFor();
    await look(maya);
    await maya.getByRole('link', { name: 'Pengaturan', exact: true }).click();
    await maya.getByRole('link', { name: 'Ganti rahasia' }).click();
    edx.site.forbidden.add('/enrollments/');
    await maya.locator('[name=secret]').fill(edx.site.clientSecret);
    await maya.getByRole('button', { name: 'Ganti', exact: true }).click();
    await maya.getByText('is_staff').waitFor();
    await look(maya);
    edx.site.forbidden.clear();
    await maya.getByRole('button', { name: 'Uji koneksi' }).click();
    await maya.getByText(/^Semua berfungsi/).waitFor();
    await maya.getByRole('link', { name: 'Ringkasan', exact: true }).click();
    base = maya.url();
  });

  it('are read, taken over, completed and published', async () => {
    await maya.goto(`${base}/catalogue`);
    await maya.getByRole('button', { name: 'Baca katalog sekarang' }).click();
    await until(maya, () => maya.getByRole('link', { name: title }).count());
    await look(maya);
    await maya.getByRole('link', { name: title }).click();
    await look(maya);
    await maya.getByRole('button', { name: 'Terima', exact: true }).click();
    await maya.getByRole('link', { name: 'Buka kursus' }).click();
    await maya.getByLabel('Jam pelajaran (JP)').fill('12');
    await maya.getByRole('button', { name: 'Simpan draf' }).click();
    await maya.getByRole('button', { name: 'Ajukan untuk ditelaah' }).click();
    await maya.getByText('Sudah diajukan.').waitFor();
    course = `${stage.server.dev.portal}/courses/${new URL(maya.url()).pathname.split('/').at(-1)}`;
    await approveCourse(await open('Putu Contoh'), { title });
  });

  it('enrol a learner by the account that their staff confirm, and finish here by the grade there', async () => {
    const sri = await open('Sri Contoh');
    await sri.goto(course);
    await sri.getByRole('button', { name: 'Daftar' }).click();
    await until(sri, () => sri.getByText('belum membuat akun').count());
    await look(sri);

    edx.site.accounts.set('sri_contoh', '');
    await maya.goto(`${base}/enrolments`);
    await look(maya);
    await maya.getByLabel('Nama pengguna peserta di sana').fill('sri_contoh');
    await maya.getByRole('button', { name: 'Pastikan akun' }).click();
    await maya.getByText('Akunnya tersimpan').waitFor();
    await maya.goto(`${base}/enrolments?group=confirmed`);
    await until(maya, () => maya.getByText('sri_contoh').count());
    await look(maya);
    expect(edx.site.enrolments).toMatchObject([{ user: 'sri_contoh', courseId, isActive: true }]);
    await until(sri, () => sri.getByText('Terdaftar di').count());
    await look(sri);

    edx.site.grades.set(gradeKey('sri_contoh', courseId), {
      percent: 0.83,
      passed: true,
      certificate: 'c-1',
    });
    await maya.goto(`${base}/results`);
    await maya.getByRole('button', { name: 'Ambil hasil sekarang' }).click();
    await until(maya, () => maya.getByRole('link', { name: 'Rincian' }).count());
    await look(maya);
    await until(sri, () => sri.getByText('Selesai', { exact: true }).count());
    await look(sri);
    expect(await said(sri)).toContain('83');
    expect(faults.all).toEqual([]);
  });
});
