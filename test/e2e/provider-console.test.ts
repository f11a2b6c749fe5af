import { type FakeMoodle, startFakeMoodle } from '@sinau/connectors/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveCourse } from './author.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const stage = useStage('provider-console');
let moodle: FakeMoodle;
beforeAll(async () => {
  moodle = await startFakeMoodle();
});
afterAll(() => moodle.close());

const title = 'Kepemimpinan Transformasional ASN';
const price = '1.250.000';

// The author goes the whole way on a phone.
describe.skipIf(noBrowser !== undefined)(`the console of a provider with a Moodle${unlessNoBrowser}`, () => {
  const faults = collectFaults();
  let maya: Page;
  let sri: Page;
  let agus: Page;
  let base: string;
  let course: string;

  async function open(name: string, width: number): Promise<Page> {
    const viewport = { width, height: 740 };
    const context = await stage.browser.newContext({ locale: 'id-ID', viewport });
    const page = await context.newPage();
    faults.watch(page);
    await signIn(page, stage.server.dev.portal, { name });
    return page;
  }
  /** At both widths; leaves the page as wide as it was. */
  const look = async (page: Page) => {
    const before = page.viewportSize();
    const path = new URL(page.url()).pathname;
    expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
    if (before) await page.setViewportSize(before);
  };
  const at = (path: string) => new URL(path, stage.server.dev.portal).href;
  const said = (page: Page) => page.locator('main').textContent();

  it('is connected and tested, and says which function is missing', async () => {
    maya = await open('Maya Contoh', 360);
    await maya.goto(at('/studio/connections'));
    await look(maya);
    await maya.goto(at('/studio/connections/new'));
    await look(maya);
    await maya.goto(at('/studio/connections/new/moodle'));
    await look(maya);
    await maya.getByLabel('Nama koneksi').fill('Moodle Universitas Contoh');
    await maya.getByLabel('Alamat situs').fill(moodle.baseUrl);
    await maya.fill('[name=secret]', moodle.site.token);
    await maya.getByLabel('Surel penanggung jawab').fill('admin@kampus.example');
    await maya.locator('[name=createsLearners]').selectOption('yes');
    moodle.site.functions.delete('gradereport_user_get_grade_items');
    await maya.getByRole('button', { name: 'Simpan dan uji' }).click();
    await maya.getByText('gradereport_user_get_grade_items').first().waitFor();
    await look(maya);
    await maya.getByText('Bagian koneksi:').click();
    await maya.getByRole('link', { name: 'Ringkasan', exact: true }).click();
    base = maya.url();
    moodle.site.functions.add('gradereport_user_get_grade_items');
    await maya.getByRole('button', { name: 'Uji koneksi' }).click();
    await maya.getByText(/^Semua berfungsi/).waitFor();
    await look(maya);
  });

  it('has its fields mapped and its courses compared, and one is taken over and published', async () => {
    await maya.goto(`${base}/catalogue`);
    await maya.getByRole('button', { name: 'Baca katalog sekarang' }).click();
    await until(maya, () => maya.getByRole('link', { name: title }).count());
    await look(maya);
    await maya.getByRole('link', { name: title }).click();
    // As the site names them: hours, credits and the price of the course.
    for (const value of ['40', price]) expect(await said(maya)).toContain(value);
    await look(maya);
    await maya.getByRole('button', { name: 'Terima', exact: true }).click();
    await maya.getByRole('link', { name: 'Buka kursus' }).click();
    await maya.getByRole('button', { name: 'Ajukan untuk ditelaah' }).click();
    await maya.getByText('menunggu penelaah').waitFor();
    course = at(`/courses/${new URL(maya.url()).pathname.split('/').at(-1)}`);
    await approveCourse(await open('Putu Contoh', 1280), { title });
  });

  it('gives an agency one seat, which a learner takes and whose cost is seen', async () => {
    agus = await open('Agus Contoh', 1280);
    await agus.goto(at('/agency/quotas/new'));
    await agus.getByLabel('Kuota untuk').selectOption({ label: title });
    const year = new Date().getFullYear();
    await agus.fill('[name=from]', `${year}-01-01`);
    await agus.fill('[name=to]', `${year + 1}-12-31`);
    await agus.fill('[name=seats]', '1');
    await agus.getByRole('button', { name: 'Simpan kuota' }).click();
    await agus.getByText('0 dari 1 kursi').waitFor();
    // It is kept for people on a list, on which she is put.
    await agus.getByRole('link', { name: /^Kursi untuk kelompok/ }).click();
    await agus.getByLabel('Kelompok', { exact: true }).selectOption('list');
    await agus.fill('#field-name', 'Kursi khusus');
    await agus.fill('#field-seats', '1');
    await agus.getByRole('button', { name: 'Tambah kelompok' }).click();
    await agus.getByText('0 dari 1').waitFor();
    await look(agus);
    await agus.getByRole('link', { name: /^Siapa yang mengambil kursi/ }).click();
    await agus.getByLabel('Surel atau NIP pegawai').fill('sri@badan-contoh.example');
    await agus.getByRole('button', { name: 'Masukkan ke daftar' }).click();
    await agus.getByText('Dalam daftar', { exact: true }).waitFor();
    await look(agus);
    await agus.goto(at('/agency/quotas'));
    sri = await open('Sri Contoh', 360);
    await sri.goto(course);
    await look(sri);
    await sri.getByRole('button', { name: 'Daftar', exact: true }).click();
    await until(sri, () => sri.getByText('Terdaftar di').count());
    await look(sri);
    expect(moodle.site.enrolments).toMatchObject([{ courseid: 4, by: 'manual' }]);
    // Without an agreement the university hears of no name.
    const [account] = moodle.site.users.values();
    expect(JSON.stringify(account)).not.toMatch(/Sri Contoh|sri@/);
    await maya.goto(`${base}/enrolments?group=confirmed`);
    expect(await said(maya)).toContain(title);
    await look(maya);
    await until(agus, () => agus.getByText('1 dari 1 kursi').count());
    expect(await said(agus)).toContain(price);
    await look(agus);
    await agus.goto(at(`/agency/quotas/seats?year=${year}`));
    await agus.getByText('Terikat').first().waitFor();
    await look(agus);
  });

  it('compares who learns there, and finds nothing that differs', async () => {
    await maya.goto(`${base}/reconciliation`);
    await maya.getByRole('button', { name: 'Bandingkan sekarang' }).click();
    await until(maya, () => maya.getByText('Tidak ada perbedaan').count());
    await look(maya);
  });

  it('says how the connection is while the site is down, and when it is back', async () => {
    moodle.trouble({ kind: 'status', status: 503 });
    await maya.goto(base);
    await maya.getByRole('button', { name: 'Uji koneksi' }).click();
    await maya.getByText('Server mengalami gangguan.').first().waitFor();
    await look(maya);
    moodle.heal();
    await maya.goto(base);
    await look(maya);
    await maya.getByRole('button', { name: 'Uji koneksi' }).click();
    await maya.getByText(/^Semua berfungsi/).waitFor();
  });

  it('shows what may leave for the provider, to it and to an agency', async () => {
    await maya.goto(at('/studio/agreements'));
    await look(maya);
    await agus.goto(at('/agency/sharing'));
    await look(agus);
  });

  it('breaks nothing in the browser', () => {
    expect(faults.all).toEqual([]);
  });
});
