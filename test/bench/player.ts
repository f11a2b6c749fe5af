import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import * as z from 'zod';
import { signIn } from '../e2e/sign-in.ts';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { figure, median } from './figure.ts';

/** A small phone on 3G: what a learner far from town has. */
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'id-ID' };
const network = { kbitPerSecond: 400, roundTripMs: 400 };
const cpuSlowdown = 6;
const usualRounds = 3;

const title = 'Pelayanan publik yang ramah';
const opening = 'Warga datang dengan pertanyaan';

/**
 * From the home page with one tap to the part where the learner left off, on a phone at 3G, with an empty and with a filled
 * cache. `--rounds=N`: medians of N. The network is Chromium's own emulation: each request waits for one round trip, making
 * connections costs nothing.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = options.find((option) => option.startsWith('--rounds='))?.slice('--rounds='.length);
  const rounds = Math.max(1, Number(given ?? usualRounds) || usualRounds);
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-player-bench-'));
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  try {
    server = await startServer({ dataDir });
    // The frame of the content has a process of its own otherwise, which the emulation does not reach.
    const args = ['--no-sandbox', '--disable-gpu', '--disable-site-isolation-trials'];
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    browser = await chromium.launch({
      executablePath,
      args: [...args, '--disable-features=IsolateOrigins,site-per-process,OriginKeyedProcessesByDefault'],
    });
    await measure(browser, { portal: server.dev.portal, dataDir, rounds });
  } finally {
    await browser?.close();
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  browser: Browser,
  of: { readonly portal: string; readonly dataDir: string; readonly rounds: number },
): Promise<void> {
  const { portal, rounds } = of;
  const courseId = await publishArticle(of.dataDir);
  const state = await leaveInTheMiddle(browser, { portal, courseId });
  const taken: Record<'cold' | 'warm', Journey[]> = { cold: [], warm: [] };
  let loaded: readonly Loaded[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ ...phone, storageState: state });
    const page = await context.newPage();
    const [, files] = await Promise.all([slowDown(page), Promise.resolve(noteFiles(page))]);
    taken.cold.push(await takeJourney(page, portal));
    loaded = await files();
    taken.warm.push(await takeJourney(page, portal));
    await context.close();
  }
  tellTimes(taken, rounds);
  tellBytes(loaded, portal);
}

/** An article of the platform's own viewer, published by the API for providers. */
async function publishArticle(dataDir: string): Promise<string> {
  const { providerApi } = z
    .object({ providerApi: z.object({ url: z.url(), token: z.string() }) })
    .parse(JSON.parse(await readFile(join(dataDir, 'dev.json'), 'utf8')));
  const post = async (path: string, body: string, type = 'application/json') => {
    const headers = { authorization: `Bearer ${providerApi.token}`, 'content-type': type };
    const answer = await fetch(`${providerApi.url}${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const paragraph = `${opening}, dan pulang dengan jawaban yang mereka pahami. `;
  const text = `# Pengantar pelayanan\n\n${`${paragraph.repeat(6)}\n\n`.repeat(20)}`;
  const { result } = z
    .object({ result: z.object({ courseId: z.string() }) })
    .parse(await post('/packages?kind=article&fileName=pelayanan.md', text, 'text/markdown'));
  await post(`/courses/${result.courseId}/publish`, JSON.stringify({ jp: '2', title: { id: title } }));
  return result.courseId;
}

/** Enrols, opens the part once and goes away; gives the cookies, nothing of the cache. */
async function leaveInTheMiddle(
  browser: Browser,
  of: { readonly portal: string; readonly courseId: string },
) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await signIn(page, of.portal, { name: 'Sri Contoh' });
  await page.goto(`${of.portal}/courses/${of.courseId}`);
  await page.getByRole('button', { name: 'Daftar', exact: true }).click();
  await page.getByRole('link', { name: 'Mulai belajar' }).click();
  await contentOf(page).getByText(opening).first().waitFor();
  await page.goto(of.portal);
  const state = await context.storageState();
  await context.close();
  return state;
}

const contentOf = (page: Page) => page.frameLocator('iframe[title^="Isi bagian"]');

async function slowDown(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const bytesPerSecond = (network.kbitPerSecond * 1000) / 8;
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}

/** Milliseconds. */
interface Journey {
  /** From the address to the first paint of the home page. */
  readonly home: number;
  /** From the tap to the first paint of the player's page. */
  readonly player: number;
  /** From the tap to the first paint of the viewer in it. */
  readonly viewer: number;
  /** From the tap until the text can be read. */
  readonly content: number;
}

async function takeJourney(page: Page, portal: string): Promise<Journey> {
  await page.goto(portal, { waitUntil: 'load' });
  const home = await firstPaintOf(page.mainFrame());
  const resume = page.getByRole('link', { name: `Lanjutkan ${title}` });
  await resume.waitFor();
  const tappedAt = Date.now();
  await resume.tap({ noWaitAfter: true });
  await contentOf(page).getByText(opening).first().waitFor();
  const content = Date.now() - tappedAt;
  const frame = page.frames().find((one) => one.url().includes('/_sinau/'));
  if (!frame) throw new Error('the content runs in a frame of its own');
  const [player, viewer] = [await firstPaintOf(page.mainFrame()), await firstPaintOf(frame)];
  return {
    home: home.afterStart,
    player: player.at - tappedAt,
    viewer: viewer.at - tappedAt,
    content,
  };
}

/** First contentful paint of a document: after its navigation began, and as wall clock. */
async function firstPaintOf(frame: Frame): Promise<{ readonly afterStart: number; readonly at: number }> {
  const painted = await frame.waitForFunction(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint && { afterStart: paint.startTime, at: performance.timeOrigin + paint.startTime };
  });
  const seen = await painted.jsonValue();
  if (!seen) throw new Error('a page that was waited for has painted');
  return seen;
}

interface Loaded {
  readonly url: string;
  readonly kind: 'script' | 'stylesheet';
  readonly gzBytes: number;
}

/** Scripts and style sheets that the page and its frames load from now on, each once, as gzip makes them. */
function noteFiles(page: Page): () => Promise<readonly Loaded[]> {
  const found = new Map<string, Promise<Loaded | undefined>>();
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind !== 'script' && kind !== 'stylesheet') return;
    const loaded = response.body().then(
      (body): Loaded => ({ url: response.url(), kind, gzBytes: gzipSync(body).length }),
      () => undefined,
    );
    found.set(response.url(), loaded);
  });
  return async () => (await Promise.all(found.values())).filter((one) => one !== undefined);
}

function tellTimes(taken: Readonly<Record<'cold' | 'warm', readonly Journey[]>>, rounds: number): void {
  const on = { ...network, cpuSlowdown, width: phone.viewport.width, rounds };
  for (const cache of ['cold', 'warm'] as const) {
    for (const part of ['home', 'player', 'viewer', 'content'] as const) {
      const values = taken[cache].map((journey) => journey[part]);
      const name = part === 'content' ? 'player_content_readable_ms' : `player_first_paint_${part}_ms`;
      figure({
        ...{ figure: `${name}_${cache}`, value: median(values), unit: 'ms' },
        ...{ max: Math.round(Math.max(...values)), ...on },
      });
    }
  }
  figure({ figure: 'player_taps_to_resume', value: 1, unit: 'taps' });
}

function tellBytes(loaded: readonly Loaded[], portal: string): void {
  for (const kind of ['script', 'stylesheet'] as const) {
    for (const [place, isIn] of [
      ['portal', (url: string) => url.startsWith(portal)],
      ['viewer', (url: string) => !url.startsWith(portal)],
    ] as const) {
      const files = loaded.filter((file) => file.kind === kind && isIn(file.url));
      figure({
        figure: `player_${kind}_gz_kb_${place}`,
        value: files.reduce((sum, { gzBytes }) => sum + gzBytes, 0) / 1000,
        unit: 'KB',
        files: files.length,
      });
    }
  }
}
