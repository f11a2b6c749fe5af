import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startUniversityPlatform, type UniversityPlatform } from '../server/university-platform.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectHere } from './inspect-page.ts';
import { passingPackage } from './passing-package.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const title = 'Etika dari kampus';
const link = { id: '17', title: 'Etika ASN' };

let kampus: UniversityPlatform;
let courseId: string;

const stage = useStage('lms', async () => {
  kampus = await startUniversityPlatform();
  courseId = await publishCourse();
});
afterAll(async () => kampus?.stop());

async function publishCourse(): Promise<string> {
  const found = JSON.parse(await readFile(join(stage.dataDir, 'dev.json'), 'utf8'));
  const { providerApi } = z
    .object({ providerApi: z.object({ url: z.url(), token: z.string() }) })
    .parse(found);
  const post = async (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => {
    const headers = { authorization: `Bearer ${providerApi.token}`, 'content-type': type };
    const answer = await fetch(`${providerApi.url}${path}`, { method: 'POST', headers, body });
    expect(answer.ok, path).toBe(true);
    return answer.json();
  };
  const imported = await post('/packages?fileName=kursus.zip', passingPackage(title), 'application/zip');
  const { result } = z.object({ result: z.object({ courseId: z.string() }) }).parse(imported);
  await post(`/courses/${result.courseId}/versions`, '{}');
  await post(`/courses/${result.courseId}/publish`, JSON.stringify({ jp: '2', title: { id: title } }));
  return result.courseId;
}

async function looksWell(page: Page): Promise<void> {
  const { pathname: path } = new URL(page.url());
  expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
}

const portal = () => stage.server.dev.portal;

async function browserOf(): Promise<BrowserContext> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  return context;
}

/** Makes an address in the studio, and opens it as the administrator of the other system would. */
async function register(author: Page): Promise<void> {
  await author.goto(`${portal()}/studio/lms`);
  await author.getByText('Belum ada LMS').waitFor();
  await author.getByRole('button', { name: 'Buat alamat pendaftaran' }).click();
  const address = await author.getByLabel('Alamat', { exact: true }).inputValue();
  const admin = await (await browserOf()).newPage();
  await admin.goto(`${address}&${kampus.registrationParameters().toString()}`);
  await looksWell(admin);
  await admin.getByRole('button', { name: 'Daftarkan' }).click();
  await admin.getByRole('heading', { name: 'LMS terdaftar' }).waitFor();
  // Once.
  await admin.goto(`${address}&${kampus.registrationParameters().toString()}`);
  await admin.getByText('Alamat ini hanya berlaku sekali').waitFor();
  await admin.context().close();
}

/** The link of the course over there; the person is not signed in here. */
const openAtKampus = (page: Page, subject: string) =>
  page.goto(
    kampus.open({ subject, name: 'Siti dari Kampus', link, target: `${portal()}/tool/courses/${courseId}` }),
  );

describe.skipIf(noBrowser !== undefined)(
  `our course inside the LMS of a university${unlessNoBrowser}`,
  () => {
    it('registers itself, opens a course for whoever linked the account, until it is done, and no more once it is taken back', async () => {
      const author = await (await browserOf()).newPage();
      await signIn(author, portal(), { name: 'Hadi Contoh' });
      await register(author);
      const early = await (await browserOf()).newPage();
      await openAtKampus(early, 'mhs-1');
      await early.getByText('belum dikonfirmasi').waitFor();

      await author.goto(`${portal()}/studio/lms`);
      await author.getByText('Menunggu konfirmasi').waitFor();
      await author.getByRole('link', { name: '127.0.0.1' }).click();
      await looksWell(author);
      await author.getByLabel('Nama LMS').fill('LMS Kampus');
      await author.getByRole('button', { name: 'Konfirmasi' }).click();
      await author.getByText('Aktif', { exact: true }).waitFor();

      const context = await browserOf();
      const learner = await context.newPage();
      await openAtKampus(learner, 'mhs-1');
      await learner.getByRole('heading', { name: 'Hubungkan akun' }).waitFor();
      await looksWell(learner);
      await learner.getByRole('link', { name: 'Masuk dan hubungkan' }).click();
      await learner.getByRole('button', { name: 'Sri Contoh' }).click();
      await learner.getByText('Siti dari Kampus').waitFor();
      await learner.getByText('Sri Contoh').first().waitFor();
      // The learning system names itself; who answers for it is named by us.
      await learner.getByText('Didaftarkan oleh').waitFor();
      await learner.getByText('Penyedia Konten Contoh').waitFor();
      await looksWell(learner);
      await learner.getByRole('button', { name: 'Hubungkan dan buka kursus' }).click();
      await learner.getByText('Belajar sebagai Sri Contoh').waitFor();

      // Another browser, where nobody is signed in: the launch is enough, for this course alone.
      const phone = await (await browserOf()).newPage();
      await openAtKampus(phone, 'mhs-1');
      await passHere(phone);
      await looksWell(phone);
      await phone.getByText('Belajar sebagai Sri Contoh').waitFor();
      // The other window, left open, learns of it by itself.
      await learner.getByText('Kursus selesai').waitFor();
      await phone.goto(`${portal()}/account`);
      await phone.getByRole('heading', { name: 'Masuk sebagai siapa?' }).waitFor();

      // The other system has it, in a line item that was made for it, and gets it again when its owner orders that.
      await expect
        .poll(() => kampus.gradebook.scores.at(-1), { timeout: 30_000 })
        .toMatchObject({
          ...{ userId: 'mhs-1', activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
        });
      expect([...kampus.gradebook.items.values()]).toMatchObject([{ resourceLinkId: link.id }]);
      const sent = kampus.gradebook.scores.length;
      await author.reload();
      await author.getByRole('row', { name: /mhs-1/ }).getByText('Terkirim').waitFor();
      await looksWell(author);
      await author.getByRole('button', { name: 'Kirim lagi: mhs-1' }).click();
      await expect.poll(() => kampus.gradebook.scores.length, { timeout: 30_000 }).toBe(sent + 1);

      // The person sees it, and takes the link back.
      await learner.goto(`${portal()}/account/lms`);
      await learner.getByText(/Selesai, nilai/).waitFor();
      await looksWell(learner);
      await learner.getByRole('button', { name: 'Putuskan LMS Kampus' }).click();
      await learner.getByText('Belum ada LMS yang terhubung').waitFor();
      await openAtKampus(phone, 'mhs-1');
      await phone.getByRole('heading', { name: 'Hubungkan akun' }).waitFor();
      expect(kampus.failures).toEqual([]);
    });

    it('is chosen over there, with a line item', async () => {
      const teacher = await (await browserOf()).newPage();
      await teacher.goto(kampus.open({ subject: 'dosen-1' }));
      await teacher.getByRole('heading', { name: 'Pilih kursus Sinau' }).waitFor();
      await teacher.getByLabel('Cari kursus').fill('etika dari kampus');
      await teacher.getByRole('button', { name: 'Cari' }).click();
      await looksWell(teacher);
      await teacher.getByRole('checkbox', { name: new RegExp(title) }).check();
      await teacher.getByRole('button', { name: 'Tambahkan' }).click();
      await teacher.getByRole('heading', { name: 'Terpilih' }).waitFor();
      expect(kampus.choices.at(-1)).toMatchObject({
        'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [
          {
            ...{ type: 'ltiResourceLink', title, url: `${portal()}/tool/courses/${courseId}` },
            lineItem: { scoreMaximum: 100 },
          },
        ],
      });
    });

    it('opens a window of its own where the link stands in a frame', async () => {
      const page = await (await browserOf()).newPage();
      const target = `${portal()}/tool/courses/${courseId}`;
      await page.goto(`${kampus.origin}/jwks`);
      await page.setContent(`<iframe width="600" height="600"></iframe>`);
      const address = kampus.open({ subject: 'mhs-2', link, target });
      await page.evaluate(`document.querySelector('iframe').src = ${JSON.stringify(address)}`);
      const frame = page.frameLocator('iframe');
      const opened = page.waitForEvent('popup');
      await frame.getByRole('link', { name: 'Buka di jendela baru' }).click();
      const window = await opened;
      await window.getByRole('heading', { name: 'Hubungkan akun' }).waitFor();
    });
  },
);

/** The course has one part, which the launch opens at once. */
async function passHere(window: Page): Promise<void> {
  const sco = window.frameLocator('iframe').first();
  await sco.getByRole('button', { name: 'Lulus' }).click();
  await window.getByRole('button', { name: 'Simpan & keluar' }).click();
  await window.getByText('Kursus selesai').waitFor();
}
