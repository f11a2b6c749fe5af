import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { forced2004, package12, remediation2004, single2004 } from './scorm/packages.ts';
import type { Sco } from './scorm/sco.ts';
import { type ScormPlayground, startScormPlayground } from './scorm/scorm-world.ts';

const slow = { timeout: 20_000 };
let browser: Browser;
let context: BrowserContext;
let page: Page;
let world: ScormPlayground | undefined;
let faults: ReturnType<typeof collectFaults>;

beforeAll(async () => {
  if (noBrowser === undefined) browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  if (noBrowser !== undefined) return;
  faults = collectFaults();
  context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1100, height: 700 } });
  page = await newPage();
});
afterEach(async () => {
  await context?.close();
  await world?.stop();
  world = undefined;
});

async function newPage(of = context): Promise<Page> {
  const opened = await of.newPage();
  opened.setDefaultTimeout(15_000);
  faults.watch(opened);
  return opened;
}

async function launched(files: Parameters<typeof startScormPlayground>[0]): Promise<ScormPlayground> {
  world = await startScormPlayground(files);
  await page.goto(await world.open());
  return world;
}

/** The page of the SCO, once it shows this lesson and its session is open. */
async function scoOf(lesson: string, of = page): Promise<Frame> {
  const heading = of.frameLocator('iframe.stage').getByRole('heading', { name: `Materi ${lesson}` });
  await heading.waitFor();
  const frame = of.frames().find((one) => one.url().endsWith(`/${lesson}.html`));
  if (!frame) throw new Error(`no frame of ${lesson}`);
  await frame.getByText(/^Data:/).waitFor();
  return frame;
}
const get = (sco: Frame, name: string) => sco.evaluate((element) => globalThis.sco.get(element), name);
const set = (sco: Frame, values: Parameters<Sco['set']>[0]) =>
  sco.evaluate((given) => globalThis.sco.set(given), values);
const commit = (sco: Frame) => sco.evaluate(() => globalThis.sco.commit());
const press = (name: string, of = page) => of.getByRole('button', { name, exact: true }).click();
const back = (of = page) => of.getByRole('heading', { name: 'Kembali di kursus' }).waitFor();
const verbsOf = (of: ScormPlayground) => of.verbs().filter((verb) => !verb.startsWith('scorm:'));

describe.skipIf(noBrowser !== undefined)(`the SCORM player${unlessNoBrowser}`, () => {
  it('1.2: opens items by their prerequisites, resumes exactly, and completes', async () => {
    const playground = await launched(package12());
    let sco = await scoOf('satu');
    expect(await get(sco, 'cmi.core.entry')).toBe('ab-initio');
    await press('Daftar isi');
    const outline = page.getByRole('navigation', { name: 'Daftar isi' });
    expect(await outline.getByRole('button', { name: 'Kasus & latihan (terkunci)' }).isDisabled()).toBe(true);
    await set(sco, {
      'cmi.suspend_data': 'halaman=3;é',
      'cmi.core.lesson_location': 'h3',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.exit': 'suspend',
    });
    expect(await commit(sco)).toBe('true');
    await page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor();
    await press('Simpan & keluar');
    await back();

    await page.goto(await playground.open());
    sco = await scoOf('satu');
    expect([
      await get(sco, 'cmi.core.entry'),
      await get(sco, 'cmi.suspend_data'),
      await get(sco, 'cmi.core.lesson_location'),
    ]).toEqual(['resume', 'halaman=3;é', 'h3']);
    await set(sco, { 'cmi.core.lesson_status': 'completed', 'cmi.core.exit': '' });
    await commit(sco);
    await press('Berikutnya');
    sco = await scoOf('dua');
    await set(sco, { 'cmi.core.score.raw': '90', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' });
    await press('Berikutnya');
    sco = await scoOf('diam');
    await press('Daftar isi');
    await page.getByRole('button', { name: 'Kasus & latihan (lulus)' }).waitFor();
    await set(sco, { 'cmi.core.lesson_status': 'completed' });
    await page.getByRole('button', { name: 'Bacaan (belum dibuka)' }).click();
    await page.frameLocator('iframe.stage').getByRole('heading', { name: 'Bacaan' }).waitFor();
    await expect
      .poll(() => verbsOf(playground), slow)
      .toEqual(expect.arrayContaining(['completed', 'passed', 'satisfied']));
    await press('Simpan & keluar');
    await back();
    await expect.poll(() => verbsOf(playground).at(-1), slow).toBe('terminated');
    expect(faults.all).toEqual([]);
  });

  it('2004: a forced sequence opens each part when the one before is passed', async () => {
    const playground = await launched(forced2004());
    let sco = await scoOf('satu');
    await press('Daftar isi');
    const next = page.getByRole('button', { name: /^Lanjutan/ });
    expect(await next.isDisabled()).toBe(true);
    await set(sco, { 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' });
    await press('Berikutnya');
    await page.getByText(/Pilih bagian dari daftar isi|sudah menutup/).waitFor();
    await page.getByRole('button', { name: /^Dasar/ }).click();
    sco = await scoOf('satu');
    await press('Daftar isi');
    await set(sco, { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' });
    await press('Berikutnya');
    sco = await scoOf('dua');
    expect(await page.getByRole('button', { name: /^Penutup/ }).isDisabled()).toBe(true);
    // The content asks for the end itself.
    await set(sco, {
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
      'adl.nav.request': 'suspendAll',
    });
    await sco.evaluate(() => globalThis.sco.end());
    await back();

    await page.goto(await playground.open());
    await scoOf('dua');
    await press('Berikutnya');
    sco = await scoOf('tiga');
    await set(sco, { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' });
    await press('Simpan & keluar');
    await back();
    expect(verbsOf(playground)).toEqual(
      expect.arrayContaining(['initialized', 'completed', 'passed', 'terminated']),
    );
    expect(faults.all).toEqual([]);
  });

  it('2004: remediation leads who fails through lesson and test again', async () => {
    await launched(remediation2004());
    await scoOf('satu');
    await press('Berikutnya');
    let sco = await scoOf('dua');
    await set(sco, { 'cmi.score.scaled': '0.4', 'cmi.completion_status': 'completed' });
    await sco.evaluate(() => globalThis.sco.end());
    await scoOf('satu');
    await press('Berikutnya');
    sco = await scoOf('dua');
    expect(await get(sco, 'cmi.score.scaled')).toBe('');
    await set(sco, { 'cmi.score.scaled': '0.9', 'cmi.completion_status': 'completed' });
    await press('Berikutnya');
    await scoOf('tiga');
    expect(faults.all).toEqual([]);
  });

  it.each(['framed', 'alone'])(
    'a tab that is closed at once loses nothing: 64,000 characters, 20 interactions and é (%s)',
    async (how) => {
      const playground = await startScormPlayground(single2004());
      world = playground;
      const address = (url: string) => (how === 'framed' ? playground.framed(url) : url);
      await page.goto(address(await playground.open()));
      let sco = await scoFramed('satu');
      const data = `${'é'.repeat(32_000)}${'x'.repeat(31_990)}akhir-data`;
      await set(sco, { 'cmi.completion_status': 'incomplete', 'cmi.location': 'h-é' });
      for (let n = 0; n < 20; n += 1) {
        const at = `cmi.interactions.${n}`;
        await set(sco, {
          [`${at}.id`]: `soal-${n}`,
          [`${at}.type`]: 'fill-in',
          [`${at}.learner_response`]: `jawaban é ${n}`,
        });
      }
      await sco.evaluate((text) => {
        globalThis.sco.atLeaving = { 'cmi.suspend_data': text, 'cmi.exit': 'suspend' };
      }, data);
      // Too large for a beacon: what was not sent before waits on the device.
      await page.close({ runBeforeUnload: false });

      page = await newPage();
      await page.goto(address(await playground.open()));
      sco = await scoFramed('satu');
      expect((await get(sco, 'cmi.suspend_data')) === data).toBe(true);
      const [count, last, location, entry] = [
        await get(sco, 'cmi.interactions._count'),
        await get(sco, 'cmi.interactions.19.learner_response'),
        await get(sco, 'cmi.location'),
        await get(sco, 'cmi.entry'),
      ];
      expect([count, last, location, entry]).toEqual(['20', 'jawaban é 19', 'h-é', 'resume']);
      expect(faults.all).toEqual([]);
    },
  );

  it('a tab that is closed hands over what fits, for any other device', async () => {
    const playground = await launched(single2004());
    const sco = await scoOf('satu');
    await set(sco, { 'cmi.completion_status': 'incomplete' });
    await sco.evaluate(() => {
      globalThis.sco.atLeaving = { 'cmi.suspend_data': 'halaman=7', 'cmi.exit': 'suspend' };
    });
    await page.close({ runBeforeUnload: false });
    await expect.poll(() => playground.messages.at(-1)?.end, slow).toBe('terminated');
    const other = await browser.newContext();
    page = await newPage(other);
    await page.goto(await playground.open());
    expect(await get(await scoOf('satu'), 'cmi.suspend_data')).toBe('halaman=7');
    await other.close();
  });

  it('commits by itself within ten seconds', async () => {
    await page.clock.install();
    const playground = await launched(single2004());
    const sco = await scoOf('satu');
    await set(sco, { 'cmi.suspend_data': 'tanpa-commit' });
    await page.clock.fastForward(10_000);
    await expect.poll(() => JSON.stringify(playground.messages.at(-1)), slow).toContain('tanpa-commit');
  });

  it('goes on without a connection, says so, and sends everything when it is back', async () => {
    const playground = await launched(single2004());
    const sco = await scoOf('satu');
    playground.reachable = false;
    await set(sco, { 'cmi.suspend_data': 'terputus', 'cmi.score.scaled': '0.75' });
    expect(await commit(sco)).toBe('true');
    await page.getByText('Sambungan terputus.').waitFor();
    await set(sco, { 'cmi.suspend_data': 'terputus-2' });
    expect(await commit(sco)).toBe('true');
    playground.reachable = true;
    await press('Coba lagi');
    await page.getByText('Sambungan terputus.').waitFor({ state: 'detached' });
    await page.getByText(/^Tersimpan/).waitFor();
    expect(JSON.stringify(playground.messages.at(-1))).toContain('terputus-2');
    const calls = playground.messages.flatMap(({ calls: told = [] }) => told.map(({ call }) => call));
    expect(calls).toEqual(expect.arrayContaining(['Initialize', 'SetValue', 'Commit']));
  });

  it('content that commits without end is told that its data is safe, and it is', async () => {
    // Fifteen requests in ten seconds.
    world = await startScormPlayground(single2004(), 'id', 1.5);
    await page.goto(await world.open());
    const sco = await scoOf('satu');
    for (let n = 1; n <= 40; n += 1) {
      await set(sco, { 'cmi.suspend_data': `langkah-${n}` });
      expect(await commit(sco)).toBe('true');
    }
    expect(await page.getByText('Sambungan terputus.').count()).toBe(0);
    await page.getByText(/^Tersimpan/).waitFor({ timeout: 20_000 });
    expect(JSON.stringify(world.messages.at(-1))).toContain('langkah-40');
    expect(world.messages.length).toBeLessThanOrEqual(30);
  });

  it('says in the launch log what content wanted of other hosts, also when it says nothing else', async () => {
    const files = new Map(single2004());
    const wanting = `<!doctype html><title>x</title><script src="https://code.contoh.example/jquery.js?v=3"></script>
<link rel="stylesheet" href="https://gaya.contoh.example/a.css"><h1>Materi satu</h1><img src="satu.png" alt="">
<script>
const ask = (address) => { new Image().src = address; };
setTimeout(ask, 100, 'https://gambar.contoh.example/b.png');
// Long after what was told first is on its way.
setTimeout(ask, 4000, 'https://nanti.contoh.example/c.png');
</script>`;
    const [name = ''] = [...files.keys()].filter((file) => file.endsWith('satu.html'));
    await launched(files.set(name, wanting));
    const blocked = () =>
      (world?.messages ?? [])
        .flatMap(({ calls = [] }) => calls)
        .filter(({ call }) => call === 'Blocked')
        .map(({ element }) => element)
        .toSorted();
    await expect
      .poll(blocked)
      .toEqual([
        'https://code.contoh.example/jquery.js',
        'https://gambar.contoh.example/b.png',
        'https://gaya.contoh.example/a.css',
        'https://nanti.contoh.example/c.png',
      ]);
  });

  it('leaving without a connection says what is unsent, and leaves when it was sent', async () => {
    const playground = await launched(single2004());
    const sco = await scoOf('satu');
    await set(sco, { 'cmi.suspend_data': 'belum-terkirim', 'cmi.exit': 'suspend' });
    playground.reachable = false;
    await press('Simpan & keluar');
    const dialog = page.getByRole('dialog', { name: 'Belum semua tersimpan' });
    await dialog.getByRole('button', { name: 'Keluar saja' }).waitFor();
    playground.reachable = true;
    await dialog.getByRole('button', { name: 'Coba lagi' }).click();
    await back();
    await page.goto(await playground.open());
    expect(await get(await scoOf('satu'), 'cmi.suspend_data')).toBe('belum-terkirim');
  });

  it('a reload goes on in the same session', async () => {
    const playground = await launched(single2004());
    const sco = await scoOf('satu');
    await set(sco, { 'cmi.suspend_data': 'sebelum', 'cmi.exit': 'suspend' });
    await page.reload();
    expect(await get(await scoOf('satu'), 'cmi.suspend_data')).toBe('sebelum');
    expect(verbsOf(playground).filter((verb) => verb === 'initialized')).toHaveLength(1);
  });

  it('tells a page whose session was taken over, and the content that nothing is stored any more', async () => {
    const playground = await launched(single2004());
    const sco = await scoOf('satu');
    await playground.open();
    await set(sco, { 'cmi.suspend_data': 'x' });
    expect(await sco.evaluate(() => [globalThis.sco.commit(), globalThis.sco.error()])).toEqual([
      'false',
      '391',
    ]);
    await page.getByRole('heading', { name: 'Sesi ini sudah berakhir' }).waitFor();
  });

  it('shows what to do where it was not launched, or where its token is spent', async () => {
    const playground = await launched(single2004());
    await scoOf('satu');
    const address = page.url();
    const other = await newPage();
    await other.goto(address);
    await other.getByRole('heading', { name: 'Bagian ini tidak dapat dibuka di sini' }).waitFor();
    await other.goto(`${new URL(address).origin}/_sinau/scorm/index.html`);
    await other.getByText('Tutup halaman ini, lalu buka lagi').waitFor();
    expect(playground.messages.length).toBeGreaterThan(0);
  });

  it('content that ends its session stays on the screen, with the way on beside it', async () => {
    await launched(forced2004());
    const sco = await scoOf('satu');
    await set(sco, { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' });
    expect(await sco.evaluate(() => globalThis.sco.end())).toBe('true');
    await page.getByText('Materi ini sudah menutup sesinya.').waitFor();
    await sco.getByRole('heading', { name: 'Materi satu' }).waitFor();
    await page.locator('.notice').getByRole('button', { name: 'Berikutnya' }).click();
    await scoOf('dua');
  });

  it('a preview runs and stores nothing', async () => {
    const playground = await startScormPlayground(single2004());
    world = playground;
    await page.goto(await playground.open('Browse'));
    const sco = await scoOf('satu');
    await page.getByText('Pratinjau: tidak ada yang disimpan').waitFor();
    expect(await get(sco, 'cmi.mode')).toBe('browse');
    await set(sco, { 'cmi.completion_status': 'completed' });
    expect(await commit(sco)).toBe('true');
    await press('Simpan & keluar');
    await back();
    expect(verbsOf(playground)).not.toContain('completed');
  });

  it.each(['id', 'en'] as const)('works by keyboard, on a phone and for axe (%s)', async (language) => {
    const playground = await startScormPlayground(forced2004(), language);
    world = playground;
    await page.goto(await playground.open());
    const sco = await scoOf('satu');
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    const outline = { id: 'Daftar isi', en: 'Contents' }[language];
    await page.setViewportSize({ width: 360, height: 640 });
    const frame = await page.locator('iframe.stage').boundingBox();
    expect(frame?.width).toBe(360);
    expect(frame?.height).toBeGreaterThan(520);
    await page.getByRole('button', { name: outline }).focus();
    await page.keyboard.press('Enter');
    expect(await inspectHere(page, { path: 'outline', language })).toEqual([]);
    const names = ['Tab', 'Escape'];
    for (const name of names) await page.keyboard.press(name);
    expect(await page.getByRole('navigation', { name: outline }).isVisible()).toBe(false);
    await set(sco, { 'cmi.completion_status': 'completed' });
    await sco.evaluate(() => globalThis.sco.end());
    await page.locator('.notice').getByRole('button').first().waitFor();
    expect(await inspectHere(page, { path: 'closed content', language })).toEqual([]);
  });
});

/** Inside the portal's frame, or by itself. */
async function scoFramed(lesson: string): Promise<Frame> {
  await expect
    .poll(() => page.frames().some((one) => one.url().endsWith(`/${lesson}.html`)), slow)
    .toBe(true);
  const frame = page.frames().find((one) => one.url().endsWith(`/${lesson}.html`));
  if (!frame) throw new Error(`no frame of ${lesson}`);
  await frame.getByText(/^Data:/).waitFor();
  return frame;
}
