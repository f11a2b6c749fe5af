import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { approveCourse, uploadPackage } from './author.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { passingPackage } from './passing-package.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const title = 'Etika dari Sinau lain';
const frame = 'Kuliah bersama';

/** The other one, whose course is opened here. */
let other: { readonly server: RunningServer; readonly dataDir: string } | undefined;

const stage = useStage('platform', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-other-data-'));
  other = { dataDir, server: await startServer({ dataDir }) };
  await publishCourse();
  await register();
});
afterAll(async () => {
  await other?.server.stop();
  if (other) await rm(other.dataDir, { recursive: true, force: true });
});

const there = () => {
  if (!other) throw new Error('the other one is not there yet');
  return other;
};
const devOf = async <Value>(dataDir: string, schema: z.ZodType<Value>): Promise<Value> =>
  schema.parse(JSON.parse(await readFile(join(dataDir, 'dev.json'), 'utf8')));

async function publishCourse(): Promise<void> {
  const schema = z.object({ providerApi: z.object({ url: z.url(), token: z.string() }) });
  const { providerApi } = await devOf(there().dataDir, schema);
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
}

async function visitor(name: string, portal = stage.server.dev.portal): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  const page = await context.newPage();
  await signIn(page, portal, { name });
  return page;
}

/** The other one registers itself here as a tool; both sides agree. */
async function register(): Promise<void> {
  const schema = z.object({ lti: z.object({ issuer: z.url(), adminToken: z.string() }) });
  const { issuer, adminToken } = (await devOf(stage.dataDir, schema)).lti;
  const { portal } = there().server.dev;
  const author = await visitor('Hadi Contoh', portal);
  await author.goto(`${portal}/studio/lms`);
  await author.getByRole('button', { name: 'Buat alamat pendaftaran' }).click();
  const at = new URL(await author.getByLabel('Alamat', { exact: true }).inputValue());
  at.searchParams.set('openid_configuration', `${issuer}/.well-known/openid-configuration`);
  at.searchParams.set('registration_token', adminToken);
  await author.goto(at.href);
  await author.getByRole('button', { name: 'Daftarkan' }).click();
  await author.getByRole('heading', { name: 'LMS terdaftar' }).waitFor();
  await author.goto(`${portal}/studio/lms`);
  await author.getByRole('link', { name: 'localhost' }).click();
  await author.getByRole('button', { name: 'Konfirmasi' }).click();
  await author.getByText('Aktif', { exact: true }).waitFor();
  const clientId = (await author.locator('dt:has-text("Client ID") + dd').first().textContent()) ?? '';
  const approved = await fetch(`${issuer}/api/lti/tools/${clientId.trim()}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ status: 'active' }),
  });
  expect(approved.ok, await approved.text()).toBe(true);
  await author.context().close();
}

/** Clicks what opens another window, and answers that window. */
async function windowOf(page: Page, name: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name }).first().click(),
  ]);
  return opened;
}

describe.skipIf(noBrowser !== undefined)(`two Sinaus, one inside the other${unlessNoBrowser}`, () => {
  it('a course there is a part of a course here, and its score finishes that part', async () => {
    const author = await visitor('Dr. Maya Contoh');
    const buffer = Buffer.from('# Pengantar\n\nSelamat datang.');
    await uploadPackage(author, { name: 'pengantar.md', mimeType: 'text/markdown', buffer });
    await author.getByRole('link', { name: 'Buka kursus' }).click();
    const course = author.url();
    await author.getByRole('link', { name: 'Tambah dari alat universitas' }).click();
    const choosing = await windowOf(author, 'Buka alat');
    await choosing.getByLabel('Cari kursus').fill(title);
    await choosing.getByRole('button', { name: 'Cari' }).click();
    await choosing.getByRole('checkbox', { name: new RegExp(title) }).check();
    await choosing.getByRole('button', { name: 'Tambahkan' }).click();
    await author.getByRole('link', { name: title }).waitFor();
    await choosing.close();
    await author.goto(course);
    await author.getByLabel('Judul (Bahasa Indonesia)').fill(frame);
    await author.getByLabel('Jam pelajaran (JP)').fill('4');
    await author.getByRole('button', { name: 'Simpan draf' }).click();
    await author.getByText('Tersimpan.').first().waitFor();
    await author.getByRole('button', { name: 'Ajukan untuk ditelaah' }).click();
    await author.getByText('menunggu penelaah').waitFor();
    await approveCourse(await visitor('Putu Contoh'), { title: frame });

    const learner = await visitor('Sri Contoh');
    await learner.goto(course.replace('/studio', ''));
    await learner.getByRole('button', { name: 'Daftar', exact: true }).click();
    await learner.getByRole('link', { name: title }).first().click();
    const lesson = await windowOf(learner, 'Buka di jendela baru');
    await lesson.getByRole('heading', { name: 'Hubungkan akun' }).waitFor();
    // Both are on one machine, whose ports share cookies: from here on the browser is signed in there alone.
    await lesson.getByRole('link', { name: 'Masuk dan hubungkan' }).click();
    await lesson.getByRole('button', { name: 'Sri Contoh' }).click();
    await lesson.getByRole('button', { name: 'Hubungkan dan buka kursus' }).click();
    await lesson.getByText('Belajar sebagai Sri Contoh').waitFor();
    await lesson.locator('a[href*="/parts/"]').first().click();
    const sco = lesson.frameLocator('iframe').first();
    await sco.getByRole('button', { name: 'Lulus' }).click();
    await lesson.getByRole('button', { name: 'Simpan & keluar' }).click();
    await lesson.getByText('Kursus selesai').waitFor();

    const again = await visitor('Sri Contoh');
    await expect
      .poll(
        async () => {
          await again.goto(course.replace('/studio', ''));
          await again.getByRole('link', { name: title }).first().click();
          return again.getByText('Bagian ini selesai.').count();
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toBeGreaterThan(0);
  });
});
