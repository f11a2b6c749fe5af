import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { approveCourse, submitCourse, uploadPackage } from './author.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { freePortPair } from './free-ports.ts';
import { forced2004, type PackageFiles } from './scorm/packages.ts';
import type { Sco } from './scorm/sco.ts';
import { signIn } from './sign-in.ts';
import { createTabs } from './tabs.ts';
import { until } from './until.ts';

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

function zipOf(files: PackageFiles) {
  const entries = Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)]));
  return { name: 'layanan.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(entries)) };
}

/** The SCO in the player's frame, once its session is open. */
async function scoOf(page: Page, lesson: string): Promise<Frame> {
  await expect
    .poll(() => page.frames().some((one) => one.url().endsWith(`/${lesson}.html`)), { timeout: 30_000 })
    .toBe(true);
  const frame = page.frames().find((one) => one.url().endsWith(`/${lesson}.html`));
  if (!frame) throw new Error(`no frame of ${lesson}`);
  await frame.getByText(/^Data:/).waitFor();
  return frame;
}
const set = (sco: Frame, values: Parameters<Sco['set']>[0]) =>
  sco.evaluate((given) => globalThis.sco.set(given), values);
const player = (page: Page) => page.frameLocator('iframe[title^="Isi bagian"]');
const passed = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' };

describe.skipIf(noBrowser !== undefined)(`a SCORM package, end to end${unlessNoBrowser}`, () => {
  it('is uploaded, published, learned in two sittings, and finished', async () => {
    server = await startServer({ dataDir, port: await freePortPair() });
    const { portal } = server.dev;
    const faults = collectFaults();
    const { open, step } = createTabs(browser, { faults });
    const title = 'Layanan digital';

    const author = await open();
    await step('an author uploads and submits it', async () => {
      await signIn(author, portal, { name: 'Hadi Contoh' });
      await uploadPackage(author, zipOf(forced2004()));
      await submitCourse(author, { jp: '2' });
    });
    await step('a reviewer publishes it', async () => {
      const reviewer = await open();
      await signIn(reviewer, portal, { name: 'Putu Contoh' });
      await approveCourse(reviewer, { title });
    });

    let learner = await open();
    await step('a learner begins, and closes the browser in the middle', async () => {
      await signIn(learner, portal, { name: 'Sri Contoh' });
      await learner.goto(`${portal}/catalogue`);
      const found = learner.getByRole('link', { name: title });
      await until(learner, () => found.count());
      await found.click();
      await learner.getByRole('button', { name: 'Daftar' }).click();
      await learner.getByRole('link', { name: 'Mulai belajar' }).click();
      await set(await scoOf(learner, 'satu'), passed);
      await player(learner).getByRole('button', { name: 'Berikutnya' }).click();
      const sco = await scoOf(learner, 'dua');
      await sco.evaluate(() => {
        globalThis.sco.atLeaving = { 'cmi.suspend_data': 'halaman-é', 'cmi.exit': 'suspend' };
      });
      await learner.close({ runBeforeUnload: false });
    });

    await step('she comes back to the very place, passes the rest, and the course is done', async () => {
      learner = await open();
      await signIn(learner, portal, { name: 'Sri Contoh' });
      await learner.getByRole('link', { name: `Lanjutkan ${title}` }).click();
      const second = await scoOf(learner, 'dua');
      expect(await second.evaluate(() => globalThis.sco.get('cmi.suspend_data'))).toBe('halaman-é');
      await set(second, { ...passed, 'cmi.exit': '' });
      await player(learner).getByRole('button', { name: 'Berikutnya' }).click();
      await set(await scoOf(learner, 'tiga'), passed);
      await player(learner).getByRole('button', { name: 'Simpan & keluar' }).click();
      await learner.waitForURL(/\/courses\/[^/]+$/);
      await learner.getByText('1 dari 1 bagian selesai').waitFor();
    });
    expect(faults.all).toEqual([]);
  });
});
