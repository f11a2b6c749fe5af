import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { passingPackage } from './passing-package.ts';
import { signIn } from './sign-in.ts';

const title = 'Etika pelayanan';

/** One deployment: the one that has the course, or the other LMS that runs its stub. */
interface Lms {
  readonly server: RunningServer;
  readonly dataDir: string;
  readonly api: (
    path: string,
    init?: {
      readonly method?: string;
      readonly body?: string | Uint8Array<ArrayBuffer>;
      readonly type?: string;
    },
  ) => Promise<Response>;
}

let browser: Browser;
let home: Lms;
let host: Lms;
let courseId: string;

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  [home, browser] = await Promise.all([startLms('home'), launchChromium()]);
  // As a strict host does it: its packages may talk to systems that its operators name.
  vi.stubEnv('CONNECT_ORIGINS', home.server.dev.portal);
  host = await startLms('host');
  vi.unstubAllEnvs();
  courseId = await publishCourse(home, passingPackage(title), title);
  // A second part, so that the guest's window shows an outline.
  const link = { kind: 'link', title: 'Bacaan', url: 'https://contoh.go.id/' };
  await home.api(`/courses/${courseId}/modules`, { method: 'POST', body: JSON.stringify(link) });
  const { draft, rev } = z
    .object({
      rev: z.number(),
      draft: z.object({ modules: z.array(z.looseObject({ moduleId: z.string() })) }),
    })
    .parse(await (await home.api(`/courses/${courseId}`)).json());
  const modules = draft.modules.map(({ moduleId }, n) => ({ moduleId, required: n === 0 }));
  await home.api(`/courses/${courseId}`, { method: 'PATCH', body: JSON.stringify({ rev, modules }) });
  await publish(home, courseId, title);
});
afterAll(async () => {
  await browser?.close();
  for (const lms of [home, host]) {
    await lms?.server.stop();
    if (lms) await rm(lms.dataDir, { recursive: true, force: true });
  }
});

async function startLms(name: string): Promise<Lms> {
  const dataDir = await mkdtemp(join(tmpdir(), `sinau-${name}-`));
  const server = await startServer({ dataDir });
  const found = JSON.parse(await readFile(join(dataDir, 'dev.json'), 'utf8'));
  const { providerApi } = z
    .object({ providerApi: z.object({ url: z.url(), token: z.string() }) })
    .parse(found);
  return {
    ...{ server, dataDir },
    api: async (path, { method = 'GET', body, type = 'application/json' } = {}) => {
      const headers = { authorization: `Bearer ${providerApi.token}`, 'content-type': type };
      const answer = await fetch(`${providerApi.url}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body }),
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return answer;
    },
  };
}

async function publishCourse(lms: Lms, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<string> {
  const init = { method: 'POST', body: bytes, type: 'application/zip' };
  const answer = await (await lms.api('/packages?fileName=kursus.zip', init)).json();
  const { result, report } = z
    .object({
      result: z.object({ courseId: z.string() }),
      report: z.object({ findings: z.array(z.looseObject({ code: z.string() })) }),
    })
    .parse(answer);
  expect(report.findings).toEqual([]);
  await publish(lms, result.courseId, name);
  return result.courseId;
}

async function publish(lms: Lms, id: string, name: string): Promise<void> {
  await lms.api(`/courses/${id}/versions`, { method: 'POST', body: '{}' });
  const request = JSON.stringify({ jp: '2', title: { id: name } });
  await lms.api(`/courses/${id}/publish`, { method: 'POST', body: request });
}

const counts = async () => {
  const found = await (await home.api(`/courses/${courseId}/dispatches`)).json();
  const each = z.object({
    dispatchId: z.string(),
    name: z.string(),
    started: z.number(),
    finished: z.number(),
  });
  return z.object({ dispatches: z.array(each) }).parse(found).dispatches;
};

const stubPackage = async (dispatchId: string, format: string) =>
  new Uint8Array(await (await home.api(`/dispatches/${dispatchId}/package?format=${format}`)).arrayBuffer());

/** A learner of the host enrols there and opens the course; resolves with the page of the player. */
async function openAtHost(
  context: BrowserContext,
  course: { readonly id: string; readonly who: string },
): Promise<Page> {
  const tab = await context.newPage();
  const { portal } = host.server.dev;
  await signIn(tab, portal, { name: course.who });
  await tab.goto(`${portal}/courses/${course.id}`);
  await tab.getByRole('button', { name: 'Daftar', exact: true }).click();
  await tab.getByRole('link', { name: 'Mulai belajar' }).click();
  return tab;
}

const player = (tab: Page): FrameLocator => tab.frameLocator('iframe[title^="Isi bagian"]');

/** Opens the course from its stub; resolves with the window of the platform that has it. */
async function follow(tab: Page, stub: FrameLocator, button: RegExp): Promise<Page> {
  const opened = tab.context().waitForEvent('page');
  await stub.getByRole('button', { name: button }).click();
  const window = await opened;
  await window.getByRole('heading', { level: 1, name: title }).waitFor();
  return window;
}

/** Passes the SCO in the guest's window and comes back to the outline. */
async function passIn(window: Page): Promise<void> {
  await window
    .getByRole('link', { name: new RegExp(`Buka .*${title}`) })
    .first()
    .click();
  const sco = window.frameLocator('iframe').first();
  await sco.getByRole('button', { name: 'Lulus' }).click();
  await window.getByRole('button', { name: 'Simpan & keluar' }).click();
  await window.getByRole('heading', { name: 'Ujian' }).waitFor({ state: 'detached' });
  await window.getByText('Kursus selesai').waitFor();
}

describe.skipIf(noBrowser !== undefined)(`a course in another LMS${unlessNoBrowser}`, () => {
  it('runs there as a SCORM 1.2 package: learned here, done on both sides, and closed in clear words', async () => {
    const author = await (await browser.newContext({ locale: 'id-ID' })).newPage();
    await signIn(author, home.server.dev.portal, { name: 'Hadi Contoh' });
    await author.goto(`${home.server.dev.portal}/studio/courses/${courseId}`);
    await author.getByRole('link', { name: 'LMS lain' }).click();
    await author.getByLabel('Nama LMS atau instansi').fill('LMS Kota');
    await author.getByLabel('Peserta paling banyak').fill('1');
    await author.getByRole('button', { name: 'Tambah' }).click();
    const row = author.getByRole('row', { name: /LMS Kota/ });
    await row.getByText('0 dari 1 mulai').waitFor();
    const [download] = await Promise.all([
      author.waitForEvent('download'),
      row.getByRole('link', { name: /SCORM 1.2/ }).click(),
    ]);
    const zip = new Uint8Array(await readFile(await download.path()));
    const id = await publishCourse(host, zip, 'Etika dari luar');

    const context = await browser.newContext({ locale: 'id-ID' });
    const tab = await openAtHost(context, { id, who: 'Sri Contoh' });
    const stub = player(tab).frameLocator('iframe');
    await stub.getByRole('heading', { name: title }).waitFor();
    const window = await follow(tab, stub, /^Buka kursus/);
    await passIn(window);
    await stub.getByText(/^Selesai\. Hasilnya sudah dicatat/).waitFor();
    await stub.getByText('Nilai: 90').waitFor();
    await tab.getByText('1 dari 1 bagian selesai').waitFor();
    await author.reload();
    await row.getByText('1 dari 1 mulai').waitFor();
    await row.getByText('1 selesai').waitFor();

    // The one place is taken: the next learner of the host is told so, in the host's frame.
    const second = await openAtHost(await browser.newContext({ locale: 'id-ID' }), {
      id,
      who: 'Bima Contoh',
    });
    await player(second)
      .frameLocator('iframe')
      .getByText(/^Kuota peserta dari sistem Anda sudah habis/)
      .waitFor();
    await row.getByRole('button', { name: /Matikan/ }).click();
    await row.getByText('Dimatikan').waitFor();
    await tab.reload();
    await stub.getByText(/^Penyelenggara sedang menutup kursus ini/).waitFor();
    await window.reload();
    await window.getByText(/^Penyelenggara sedang menutup kursus ini/).waitFor();
  });

  it('runs there as a cmi5 package, and loses nothing when its window at the host is closed', async () => {
    const created = await home.api(`/courses/${courseId}/dispatches`, {
      method: 'POST',
      body: JSON.stringify({ name: 'LMS Provinsi' }),
    });
    const { dispatchId } = z.object({ dispatchId: z.string() }).parse(await created.json());
    const id = await publishCourse(host, await stubPackage(dispatchId, 'cmi5'), 'Etika cmi5 dari luar');

    const context = await browser.newContext({ locale: 'id-ID' });
    let tab = await openAtHost(context, { id, who: 'Sri Contoh' });
    const window = await follow(tab, player(tab), /^(Buka kursus|Open the course)$/);
    await tab.close();
    await passIn(window);
    await window.close();

    tab = await context.newPage();
    await tab.goto(`${host.server.dev.portal}/courses/${id}`);
    await tab
      .getByRole('link', { name: /Lanjutkan|Continue/ })
      .first()
      .click();
    await player(tab)
      .getByText(/^(Selesai\. Hasilnya|Done\. The result)/)
      .waitFor();
    await tab
      .getByText(/1 (dari|of) 1/)
      .first()
      .waitFor();
    expect((await counts()).find((one) => one.dispatchId === dispatchId)).toMatchObject({
      started: 1,
      finished: 1,
    });
    const { endpoint, key, secret } = host.server.dev.xapi;
    const headers = {
      authorization: `Basic ${btoa(`${key}:${secret}`)}`,
      'x-experience-api-version': '1.0.3',
    };
    const verbs = z
      .object({ statements: z.array(z.looseObject({ verb: z.object({ id: z.string() }) })) })
      .parse(await (await fetch(`${endpoint}/statements?limit=500`, { headers })).json())
      .statements.map(({ verb }) => verb.id.replace(/.*\//, ''));
    expect(verbs).toEqual(expect.arrayContaining(['initialized', 'completed', 'passed', 'satisfied']));
  });
});
