import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import {
  basicOf,
  bearerOf,
  type ClientAccess,
  type PulledStatement,
  pullPage,
  pullRecords,
  pullStatements,
} from './agency-client.ts';
import { approveCourse, submitCourse, uploadPackage } from './author.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { freePortPair } from './free-ports.ts';
import { enrol, finishLesson, leafOn, lessonIn, passwords, phishing, seePage } from './learner.ts';
import { buildCourse, withEscapingEntry } from './packages.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter, createAgency, createClient, invite, row, section } from './staff.ts';
import { createTabs } from './tabs.ts';
import { contentFrame, trespass } from './trespass.ts';

const ofUniversity = {
  id: 'https://universitas-contoh.example/kursus/literasi-data',
  title: { id: 'Literasi data untuk pelayanan publik', en: 'Data literacy' },
  jp: '2,5',
};
const ofProvider = {
  id: 'https://penyedia-contoh.example/kursus/arsip-digital',
  title: { id: 'Arsip digital di kantor', en: 'Digital archives' },
  jp: '3',
};
const dewi = { name: 'Dewi Contoh', email: 'dewi@dinas-contoh.example' };

let browser: Browser;
let dataDir: string;
let server: RunningServer | undefined;

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  dataDir = await mkdtemp(join(tmpdir(), 'sinau-e2e-data-'));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

describe.skipIf(noBrowser !== undefined)(`the main job, end to end${unlessNoBrowser}`, () => {
  it('goes from an uploaded package to the records that the agency pulls, and outlives a restart', async () => {
    const port = await freePortPair();
    server = await startServer({ dataDir, port });
    const { dev } = server;
    const { portal } = dev;
    // The AU asks for its bookmark before there is one: 404 is the right answer, and the browser logs it.
    const faults = collectFaults({ ignore: (text, address) => /404/.test(text) && /\/state/.test(address) });
    const { open, openBeside, step } = createTabs(browser, { faults });

    const operator = await open();
    await step('the operator sees who is there', async () => {
      await signIn(operator, portal, { name: 'Ratna Contoh' });
      await chapter(operator, 'Operator');
      await section(operator, 'Instansi');
      await operator.getByRole('link', { name: 'Badan Contoh Nasional' }).click();
      for (const name of ['Agus Contoh', 'Wulan Contoh', 'Sri Contoh', 'Bima Contoh']) {
        await operator.getByRole('rowheader', { name }).waitFor();
      }
      await section(operator, 'Penyelenggara');
      await row(operator, 'Penyedia Konten Contoh', 'Penyedia konten');
      await row(operator, 'Universitas Contoh Indonesia', 'Perguruan tinggi');
    });

    const university = await open();
    const sound = await buildCourse(ofUniversity);
    await step('an author of the university uploads and submits', async () => {
      await signIn(university, portal, { name: 'Maya Contoh' });
      await uploadPackage(university, sound);
      await university.getByText(`${ofUniversity.title.id} · 2 bagian`).waitFor();
      await university.getByText('Tidak ada temuan.').waitFor();
      await submitCourse(university, ofUniversity);
    });

    const provider = await open();
    await step('a content provider does the same', async () => {
      await signIn(provider, portal, { name: 'Hadi Contoh' });
      await uploadPackage(provider, await buildCourse(ofProvider));
      await submitCourse(provider, ofProvider);
    });

    await step('a reviewer of the platform publishes both', async () => {
      const reviewer = await open();
      await signIn(reviewer, portal, { name: 'Putu Contoh' });
      for (const { title } of [ofUniversity, ofProvider]) await approveCourse(reviewer, { title: title.id });
      await reviewer.getByText('Tidak ada yang menunggu').waitFor();
      await university.reload();
      await university.getByText('Terbit', { exact: true }).first().waitFor();
    });

    await step(
      'A1: a package that would write outside its folder is refused and leaves nothing',
      async () => {
        const before = await settledBlobs();
        await uploadPackage(university, withEscapingEntry(sound));
        await university.getByText('Paket ditolak: 1 kesalahan harus diperbaiki.').waitFor();
        await university.getByText('Nama entri "../../portal.html" menunjuk ke luar paket.').waitFor();
        await expect.poll(blobs, slow).toEqual(before);
        expect(await readdir(join(dataDir, 'scratch'))).toEqual([]);
        await chapter(university, 'Studio');
        const courses = university.getByRole('table', { name: 'Kursus' }).getByRole('rowheader');
        await courses.first().waitFor();
        expect(await courses.allTextContents()).toEqual([ofUniversity.title.id]);
      },
    );

    let learner = await open();
    await step('a learner finds the course, enrols and reads two pages', async () => {
      await signIn(learner, portal, { name: 'Sri Contoh' });
      await enrol(learner, { search: 'literasi', title: ofUniversity.title.id });
      await learner.getByRole('link', { name: 'Mulai belajar' }).click();
      await seePage(learner, passwords, 0);
      const frame = await contentFrame(learner);
      expect(new URL(frame.url()).origin).toMatch(/^http:\/\/[0-9a-f]{32}\.localhost:\d+$/);
      await learner.getByText('Belum ada yang tersimpan').waitFor({ state: 'detached' });
      await leafOn(learner);
      await seePage(learner, passwords, 1);
      await lessonIn(learner).getByRole('status').getByText('Tersimpan').waitFor();
      await learner.getByText(/^Tersimpan \d\d\.\d\d WIB$/).waitFor();
    });

    await step('the learner comes back in a new browser and goes on where she stopped', async () => {
      await learner.context().close();
      learner = await open();
      await signIn(learner, portal, { name: 'Sri Contoh' });
      await learner.getByRole('link', { name: `Lanjutkan ${ofUniversity.title.id}` }).click();
      await seePage(learner, passwords, 1);
    });

    let coursePage = '';
    await step('she finishes both parts, and the course page says so at once', async () => {
      coursePage = learner.url().replace(/\/learn\/.*$/, '');
      await finishLesson(learner, passwords, 1);
      await learner.getByText('1 dari 2 bagian selesai').waitFor();
      await learner.getByText('Bagian ini selesai.').waitFor();
      await learner.getByRole('link', { name: 'Bagian berikutnya' }).click();
      await finishLesson(learner, phishing, 0);
      // One request, no waiting for anything behind it.
      const beside = await openBeside(learner);
      await beside.goto(coursePage);
      await seeFinished(beside);
      await beside.close();
      await lessonIn(learner).getByRole('button', { name: 'Tutup pelajaran' }).click();
      await learner.waitForURL(coursePage);
      await seeFinished(learner);
    });

    await step('her inbox tells it', async () => {
      const news = learner.getByText(`Anda telah menyelesaikan kursus “${ofUniversity.title.id}”`);
      await expect.poll(() => reloaded(learner, `${portal}/inbox`, news), slow).toBe(1);
    });

    await step('B1: content reads neither cookies nor pages of the portal, nor another package', async () => {
      // Not watched: here the browser has to complain.
      const [own, foreign] = [await learner.context().newPage(), await learner.context().newPage()];
      await own.goto(coursePage);
      await own.getByRole('link', { name: `Buka ${passwords.title}` }).click();
      await lessonIn(own).getByRole('heading', { name: 'Periksa pemahaman' }).waitFor();
      await foreign.goto(portal);
      await enrol(foreign, { search: 'arsip', title: ofProvider.title.id });
      await foreign.getByRole('link', { name: 'Mulai belajar' }).click();
      await seePage(foreign, passwords, 0);
      const [ownFrame, foreignFrame] = [await contentFrame(own), await contentFrame(foreign)];
      expect(new URL(ownFrame.url()).origin).not.toBe(new URL(foreignFrame.url()).origin);
      const change = `${foreign.url().replace(/\/learn\/.*$/, '')}/cancel`;
      expect(await trespass(ownFrame, { portal, change, foreign: foreignFrame.url() })).toEqual({
        ownCookies: 'got ',
        playerDocument: 'SecurityError',
        playerAddress: 'SecurityError',
        portalPage: 'TypeError',
        // It goes out, but without cookies, and its answer stays closed: the enrolment below is still there.
        portalChange: 'got opaque',
        foreignPage: 'TypeError',
        foreignAnswer: 'TypeError',
        foreignScript: 'TypeError',
      });
      await foreign.getByRole('link', { name: 'Kembali ke halaman kursus' }).click();
      await foreign.getByRole('link', { name: 'Batalkan pendaftaran' }).waitFor();
      await Promise.all([own.close(), foreign.close()]);
    });

    const dewisTab = await open();
    const [ours, theirs] = await step('a second agency has its own learner and its own client', async () => {
      await createAgency(operator, 'Dinas Contoh Daerah');
      await invite(operator, dewi, 'Dinas Contoh Daerah');
      await signIn(dewisTab, portal, { email: dewi.email });
      await enrol(dewisTab, { search: 'literasi', title: ofUniversity.title.id });
      await dewisTab.getByRole('link', { name: 'Mulai belajar' }).click();
      await seePage(dewisTab, passwords, 0);
      const addresses = {
        tokenUrl: dev.agencyClient.tokenUrl,
        recordsUrl: dev.agencyClient.recordsUrl,
        xapiEndpoint: dev.xapi.endpoint,
      };
      const second: ClientAccess = { ...addresses, ...(await createClient(dewisTab)) };
      const first: ClientAccess = { ...addresses, id: dev.agencyClient.id, secret: dev.agencyClient.secret };
      return [first, second] as const;
    });

    const everything = () =>
      pullStatements(dev.xapi.endpoint, basicOf({ ...dev.xapi, id: dev.xapi.key }), { limit: 50 });
    const ofAgency = dev.people.filter(({ email }) => email.endsWith('@badan-contoh.example'));
    const ourIds = async () => idsOf((await everything()).statements.filter(isBy(ofAgency)));
    let cursor = '';
    const pulled: PulledStatement[] = [];
    await step('the agency pulls the statements of its own people, by both ways', async () => {
      const bearer = await bearerOf(ours);
      const expected = await ourIds();
      expect(expected.length).toBeGreaterThan(20);
      await expect
        .poll(
          async () => idsOf((await pullStatements(ours.xapiEndpoint, bearer, { limit: 7 })).statements),
          slow,
        )
        .toEqual(expected);
      const byBasic = await pullStatements(ours.xapiEndpoint, basicOf(ours), { limit: 7 });
      expect(idsOf(byBasic.statements)).toEqual(expected);
      expect(byBasic.pages).toBeGreaterThan(3);
      expect(byBasic.statements.every(isBy(ofAgency))).toBe(true);
      expect(verbsOf(byBasic.statements)).toEqual(
        expect.arrayContaining([
          'launched',
          'initialized',
          'answered',
          'passed',
          'completed',
          'terminated',
          'satisfied',
        ]),
      );

      await expect
        .poll(async () => idsOf((await pullRecords(ours, bearer, { limit: 1_000 })).statements), slow)
        .toEqual(expected);
      const first = await pullPage(ours, bearer, { limit: 4 });
      expect(first).toMatchObject({ more: true });
      const rest = await pullRecords(ours, bearer, { cursor: first.cursor, limit: 4 });
      expect(rest.pages).toBeGreaterThan(3);
      pulled.push(...first.statements, ...rest.statements);
      expect(idsOf(pulled)).toEqual(expected);
      ({ cursor } = rest);
    });

    await step('the agency’s administrator sees that it was pulled', async () => {
      const admin = await open();
      await signIn(admin, portal, { name: 'Agus Contoh' });
      await chapter(admin, 'Instansi');
      await agencySection(admin, 'Pembelajaran');
      await row(admin, 'Sri Contoh', ofUniversity.title.id);
      await agencySection(admin, 'Penarikan data');
      await row(admin, 'Penarik catatan pembelajaran', 'WIB');
      await admin.context().close();
    });

    await step('C3: neither agency sees the other, nor uses its cursor', async () => {
      const bearer = await bearerOf(theirs);
      await expect
        .poll(async () => (await pullRecords(theirs, bearer, { limit: 2 })).statements.length, slow)
        .toBeGreaterThan(1);
      const seen = [
        ...(await pullRecords(theirs, bearer, { limit: 2 })).statements,
        ...(await pullStatements(theirs.xapiEndpoint, bearer, { limit: 2 })).statements,
      ];
      expect(seen.some(isBy(ofAgency))).toBe(false);
      expect(new Set(seen.map((statement) => statement.actor.account.name)).size).toBe(1);
      await expect(pullPage(theirs, bearer, { cursor, limit: 2 })).rejects.toThrow(
        /answered 400.*another agency/s,
      );
    });

    await step('Ctrl-C, and everything is still there at the next start', async () => {
      expect(await server?.stop()).toBe(0);
      server = await startServer({ dataDir, port });
      expect(server.dev.portal).toBe(portal);
      expect(server.dev.agencyClient).toEqual(dev.agencyClient);
      await learner.goto(coursePage);
      await seeFinished(learner);
      await signIn(await open(), portal, { email: dewi.email });
      await enrolledIn(dewisTab, ofUniversity.title.id);
      await section(operator, 'Instansi');
      await operator.getByRole('link', { name: 'Dinas Contoh Daerah' }).waitFor();
    });

    await step('the feed goes on from the cursor of before: nothing lost, nothing twice', async () => {
      const bearer = await bearerOf(ours);
      await learner.getByRole('link', { name: 'Buka Mengenali pesan tipuan' }).click();
      await lessonIn(learner).getByRole('heading', { name: 'Periksa pemahaman' }).waitFor();
      const expected = await ourIds();
      expect(expected.length).toBeGreaterThan(pulled.length);
      await expect
        .poll(async () => {
          const next = await pullRecords(ours, bearer, { cursor, limit: 3 });
          pulled.push(...next.statements);
          ({ cursor } = next);
          return idsOf(pulled);
        }, slow)
        .toEqual(expected);
    });
    expect(faults.all).toEqual([]);
  });
});

/** What follows the streams may take a moment. */
const slow = { timeout: 60_000, interval: 250 };

/** Names of all that is stored. */
const blobs = (): Promise<readonly string[]> => readdir(join(dataDir, 'objects/blobs'));

/** The same once workers have written what follows from the steps before: nothing new for a while, on a busy machine as well. */
async function settledBlobs(): Promise<readonly string[]> {
  for (let before = await blobs(); ; ) {
    await sleep(6_000);
    const now = await blobs();
    if (now.length === before.length) return now;
    before = now;
  }
}

async function seeFinished(page: Page): Promise<void> {
  // The page holds these lines twice, for a phone and for a desk; one of them shows.
  const shown = (text: string) => page.getByText(text).filter({ visible: true });
  await shown(`Anda telah menyelesaikan kursus ini (${ofUniversity.jp} JP).`).waitFor();
  await shown('2 dari 2 bagian selesai').waitFor();
}

async function reloaded(page: Page, address: string, text: ReturnType<Page['getByText']>): Promise<number> {
  await page.goto(address);
  return text.count();
}

async function enrolledIn(page: Page, title: string): Promise<void> {
  await chapter(page, 'Beranda');
  await page.getByRole('link', { name: `Lanjutkan ${title}` }).waitFor();
}

/** Sorted and with repetitions, so that one too many shows. */
function idsOf(statements: readonly PulledStatement[]): readonly string[] {
  return statements.map(({ id }) => id).sort();
}

function verbsOf(statements: readonly PulledStatement[]): readonly string[] {
  return [...new Set(statements.map(({ verb }) => verb.id.split('/').at(-1) ?? ''))];
}

function isBy(people: readonly { readonly personId: string }[]) {
  return ({ actor }: PulledStatement) => people.some(({ personId }) => personId === actor.account.name);
}
