import { gzipSync } from 'node:zlib';
import { type MediaParameters, mediaLaunchParameters } from '@sinau/media';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderArticle } from '../../packages/domains/catalogue/src/adapters/inspect/render-article.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectHere } from './inspect-page.ts';
import { hostileArticles } from './viewer/hostile-markdown.ts';
import { makePdf, makeSound, makeVideo } from './viewer/make-media.ts';
import {
  startViewerWorld,
  type ViewerLaunch,
  type ViewerSession,
  type ViewerWorld,
} from './viewer/viewer-world.ts';

const seconds = 12;
const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;
const vtt = [
  'WEBVTT',
  '00:00.000 --> 00:03.000\nSelamat datang',
  '00:03.000 --> 00:08.000\nBagian kedua &amp; <b>penting</b>',
  '00:08.000 --> 00:12.000\nPenutup',
].join('\n\n');

const articleText = `# Pengantar\n\nSatu dua tiga.\n\n## Isi\n\n${'kata '.repeat(30)}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`;

let browser: Browser;
let world: ViewerWorld;
let context: BrowserContext;
let page: Page;
/** Errors of scripts, and dialogs. */
let faults: string[];
/** What the policy of the page did not let pass. */
let blocked: string[];

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  [world, browser] = await Promise.all([startViewerWorld(['https://video.example']), launchChromium()]);
  const home = `${world.contentOrigin}/_sinau/viewer/index.html`;
  const video = (width: number, height: number) => makeVideo(browser, { seconds, width, height, page: home });
  world.files.set('/pelajaran 1.webm', await video(640, 360));
  world.files.set('/kecil.webm', await video(160, 90));
  world.files.set('/suara.wav', makeSound(seconds));
  world.files.set('/id.vtt', vtt);
  world.files.set('/laporan.pdf', makePdf(4));
  world.files.set('/rusak.pdf', 'bukan PDF');
  world.files.set(
    '/panjang.md',
    Array.from({ length: 30 }, (_, index) => `## Bab ${index + 1}\n\n${'kata '.repeat(60)}`).join('\n\n'),
  );
  await writeArticle('artikel', articleText);
  for (const [index, text] of hostileArticles.entries()) await writeArticle(`serangan-${index}`, text);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** As it was uploaded, and as its import writes it today. */
async function writeArticle(name: string, text: string): Promise<void> {
  const html = await renderArticle(text);
  if (!html) throw new Error(`${name} cannot be rendered`);
  world.files.set(`/${name}.md`, text).set(`/${name}.html.txt`, html);
}

beforeEach(async () => {
  if (noBrowser !== undefined) return;
  [faults, blocked] = [[], []];
  world.reachable = true;
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await openPage();
});
afterEach(async () => {
  await context?.close();
});

async function openPage(): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', ({ message }) => faults.push(message));
  opened.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  opened.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) blocked.push(message.text());
  });
  return opened;
}

const modules = {
  video: {
    src: 'pelajaran 1.webm',
    low: 'kecil.webm',
    captions: [{ src: 'id.vtt', lang: 'id', label: 'Bahasa Indonesia' }],
  },
  audio: { src: 'suara.wav', captions: [], transcript: 'id.vtt' },
  document: { src: 'laporan.pdf', captions: [] },
  article: { src: 'artikel.md', captions: [] },
  link: { src: 'https://contoh.go.id/panduan?a=1', captions: [] },
} as const;

function launch(
  kind: keyof typeof modules,
  over: { readonly media?: Partial<MediaParameters>; readonly share?: number } & Partial<ViewerLaunch> = {},
): ViewerSession {
  const { media, share = 0.5, ...rest } = over;
  const facts = { title: 'Pelajaran satu', ...modules[kind], ...media };
  return world.launch({ parameters: mediaLaunchParameters({ kind, media: facts, share }), ...rest });
}

/** Verbs in the order of arrival, those of cmi5 in capitals. */
function verbs({ stored }: ViewerSession): string {
  return stored
    .map(({ verb, context: { contextActivities } = {} }) => {
      const name = verb.id.split('/').at(-1) ?? '';
      return JSON.stringify(contextActivities).includes('cmi5/context/categories/cmi5"')
        ? name.toUpperCase()
        : name;
    })
    .filter((name) => name !== 'progressed')
    .join(' ');
}

const place = (session: ViewerSession) => JSON.parse(session.documents.get('sinau.place') ?? '{}');
const playerTime = () => page.evaluate<number>('document.querySelector("video, audio").currentTime');
const waitForTime = (time: number) => until(playerTime).toBeGreaterThanOrEqual(time);
/** The policy of the page forbids the evaluation by which Playwright waits. */
const untilInPage = (expression: string) => until(() => page.evaluate(expression)).toBe(true);
const until = (reached: () => unknown) => expect.poll(reached, { timeout: 15_000, interval: 100 });
const openPart = async ({ url }: ViewerSession) => {
  await page.goto(url);
  await page.getByText(/^Selesai setelah/).waitFor();
};
const closePart = async () => {
  await page.getByRole('button', { name: 'Tutup bagian ini' }).click();
  await page.waitForURL('**/returned');
};

/** In the page: elements and attributes of an article that no text needs, and addresses that lead astray. */
const whatIsLeft = `(() => {
  const tags = /^(script|style|iframe|object|embed|form|input|button|select|textarea|svg|math|link|meta|base|template|video|audio)$/i;
  const names = /^(href|src|alt|title|colspan|rowspan|start|scope|lang|dir|id|tabindex|target|rel|loading|decoding|class|role|aria-label)$/;
  const found = [];
  for (const node of document.querySelectorAll('.prose, .prose *')) {
    if (tags.test(node.tagName)) found.push(node.outerHTML);
    for (const { name, value } of node.attributes) {
      if (!names.test(name)) found.push(name + '=' + value);
      if (name === 'href' && !/^(https:|mailto:)/.test(value) && !value.startsWith(location.origin + '/')) found.push(name + '=' + value);
      if (name === 'src' && !value.startsWith(location.origin + '/')) found.push(name + '=' + value);
      if (name === 'id' && !/^bagian-\\d+$/.test(value)) found.push(name + '=' + value);
      if (name === 'class' && !/^(prose|table-wrap)$/.test(value)) found.push(name + '=' + value);
      if (name === 'target' && node.rel !== 'noopener noreferrer') found.push(node.outerHTML);
    }
  }
  return found;
})()`;

/** Until so many seconds were played. */
async function playInFrame(time: number): Promise<void> {
  const frame = page.frameLocator('iframe');
  await frame.getByText(/^Selesai setelah/).waitFor();
  const player = frame.locator('video, audio');
  await player.focus();
  await page.keyboard.press('k');
  const timeNow = (node: unknown) => (node as { readonly currentTime: number }).currentTime;
  await until(() => player.evaluate(timeNow)).toBeGreaterThanOrEqual(time);
}

describe.skipIf(noBrowser !== undefined)(`the viewer${unlessNoBrowser}`, () => {
  it('plays a video, counts what was played and not what was jumped over, and completes', async () => {
    const session = launch('video', { share: 0.6 });
    await openPart(session);
    await page.getByText('Selesai setelah 60% video ditonton. Sudah 0%.').waitFor();
    await page.getByLabel('Kecepatan').selectOption('2');
    // The list of speeds keeps its own keys.
    await page.locator('video').focus();
    await page.keyboard.press('k');
    await waitForTime(2);
    await page.keyboard.press('l');
    await untilInPage('document.querySelector("video").ended');
    await until(() => verbs(session)).toContain('paused');
    const share = session.stored.findLast(({ verb }) => verb.id.endsWith('/paused'))?.result?.extensions?.[
      extension('progress')
    ];
    expect(share).toBeLessThan(0.45);
    expect(verbs(session)).not.toContain('COMPLETED');
    await page.evaluate('document.querySelector("video").currentTime = 1.5');
    await page.keyboard.press(' ');
    await until(() => verbs(session)).toContain('completed COMPLETED');
    await page.getByText('Bagian ini sudah selesai.').waitFor();
    await page.getByText(/Tersimpan \d\d\.\d\d/).waitFor();
    await closePart();
    expect(session.refusals).toEqual([]);
    expect(verbs(session)).toMatch(
      /^INITIALIZED initialized (interacted )?played (interacted )?seeked paused (interacted )?seeked (interacted )?played (interacted )?completed COMPLETED (interacted )?paused terminated TERMINATED$/,
    );
    expect(session.state.verdict).toMatchObject({ completed: true });
    expect(place(session)).toMatchObject({ completed: true, played: expect.stringContaining('[.]') });
    expect([...faults, ...blocked]).toEqual([]);
  });

  it('offers to go on from the second where the learner stopped, and goes on in one tap', async () => {
    const first = launch('video');
    await openPart(first);
    await page.keyboard.press('k');
    await waitForTime(4);
    await page.keyboard.press('k');
    await until(() => place(first).time).toBeGreaterThan(3.9);
    const { time } = place(first);
    await page.close();
    page = await openPage();
    const second = launch('video', { after: first });
    await page.goto(second.url);
    const label = `Lanjut dari 0:0${Math.floor(time)}`;
    await page.getByRole('button', { name: 'Mulai dari awal' }).waitFor();
    await page
      .getByRole('button', { name: label })
      .tap()
      .catch(() => page.getByRole('button', { name: label }).click());
    await untilInPage(`document.querySelector("video").currentTime > ${time}`);
    expect(await playerTime()).toBeLessThan(time + 3);
    await closePart();
    // To go on is no jump of the learner, and what was played before is not lost.
    expect(verbs(second)).toMatch(
      /^INITIALIZED initialized played (completed COMPLETED )?paused terminated TERMINATED$/,
    );
    expect(place(second).played).toMatch(/^\d[\d.]*\[\.\][\d.]+\[,\]/);
    expect(second.refusals).toEqual([]);
    expect([...faults, ...blocked]).toEqual([]);
  });

  it('goes on without connection, says so, and stores everything once and in order when it is back', async () => {
    const session = launch('video');
    await openPart(session);
    await until(() => verbs(session)).toContain('initialized');
    world.reachable = false;
    await page.keyboard.press('k');
    await page.getByText('Sambungan terputus. Anda boleh terus belajar').waitFor();
    await waitForTime(2);
    await page.keyboard.press('k');
    const before = session.stored.length;
    world.reachable = true;
    await page.getByRole('button', { name: 'Coba sekarang' }).click();
    await page.getByText('Sambungan terputus').waitFor({ state: 'hidden' });
    await until(() => verbs(session)).toMatch(/^INITIALIZED initialized played paused$/);
    expect(session.stored.length).toBeGreaterThan(before);
    expect(session.refusals).toEqual([]);
    await until(() => place(session).time).toBeGreaterThan(1.9);
  });

  it('loses nothing when the tab is closed without connection', async () => {
    const first = launch('video');
    await openPart(first);
    await until(() => verbs(first)).toContain('initialized');
    world.reachable = false;
    await page.keyboard.press('k');
    await waitForTime(5);
    await page.close();
    world.reachable = true;
    expect(place(first).time).toBeUndefined();
    page = await openPage();
    const second = launch('video', { after: first });
    await page.goto(second.url);
    await page.getByRole('button', { name: /Lanjut dari 0:0[3-6]/ }).waitFor();
    await until(() => place(second).time).toBeGreaterThan(2.5);
  });

  it('in the frame of the portal, says terminated when the learner goes to another page', async () => {
    const session = launch('audio', { share: 1 });
    await page.goto(session.framedUrl);
    await playInFrame(2);
    await page.goto(`${world.portalOrigin}/returned`);
    await until(() => verbs(session)).toMatch(/played paused terminated TERMINATED$/);
    expect(session.stored.at(-1)?.result?.duration).toMatch(/^PT[\d.]+S$/);
    await until(() => place(session).time).toBeGreaterThan(1.9);
    expect(session.refusals).toEqual([]);
  });

  it('in the frame of the portal, loses no second to the launch that follows at once', async () => {
    // Browsers that keep nothing for framed sites have the record store alone.
    const first = launch('video');
    await page.goto(first.framedUrl);
    await playInFrame(4);
    const second = launch('video', { after: first });
    await page.goto(second.framedUrl);
    await page
      .frameLocator('iframe')
      .getByRole('button', { name: /Lanjut dari 0:0[4-6]/ })
      .waitFor();
    expect(verbs(first)).toContain('played paused');
  });

  it('in a window of its own, goes on with the same session after a reload', async () => {
    const session = launch('video');
    await openPart(session);
    await page.keyboard.press('k');
    await waitForTime(3.5);
    await page.reload();
    await page.getByRole('button', { name: /Lanjut dari 0:0[3-5]/ }).click();
    await closePart();
    expect(session.refusals).toEqual([]);
    expect(verbs(session)).toMatch(
      /^INITIALIZED initialized played paused terminated initialized (played )?(paused )?terminated TERMINATED$/,
    );
    await page.goto(session.url);
    await page.getByRole('heading', { name: 'Bagian ini sudah ditutup' }).waitFor();
  });

  it('says so when the session was taken over', async () => {
    const session = launch('video');
    await openPart(session);
    await until(() => verbs(session)).toContain('initialized');
    session.ended = true;
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'Sesi ini sudah berakhir' }).waitFor();
    expect(await page.locator('video').count()).toBe(0);
  });

  it('takes the small file on a slow line, and changes it at the same second', async () => {
    await context.addInitScript(
      'Object.defineProperty(navigator, "connection", { value: { effectiveType: "3g" } })',
    );
    const session = launch('video');
    await openPart(session);
    const save = page.getByLabel('Hemat data');
    expect(await save.isChecked()).toBe(true);
    expect(await page.evaluate('document.querySelector("video").currentSrc')).toContain('/kecil.webm');
    await page.locator('video').focus();
    await page.keyboard.press('k');
    await waitForTime(2);
    await save.uncheck();
    await untilInPage('document.querySelector("video").currentSrc.endsWith("/pelajaran%201.webm")');
    await waitForTime(3);
    await until(() => verbs(session)).toMatch(/played paused (interacted )?played/);
    await closePart();
    expect(session.refusals).toEqual([]);
    expect(verbs(session)).not.toContain('seeked');
    const qualities = session.stored.flatMap(
      ({ context: { extensions } = {} }) => extensions?.[extension('quality')] ?? [],
    );
    expect(qualities).toEqual(['90', '360']);
    const played = String(place(session).played).split('[,]');
    expect(played[0]?.split('[.]')[1]).toBe(played[1]?.split('[.]')[0]);
  });

  it('shows the transcript, which leads to its times, and captions by a key', async () => {
    const session = launch('video');
    await openPart(session);
    await page.getByText('Transkrip').click();
    await page.getByRole('button', { name: '0:03 Bagian kedua & penting' }).click();
    await waitForTime(3.2);
    expect(await page.getByRole('button', { name: /Bagian kedua/ }).getAttribute('aria-current')).toBe(
      'true',
    );
    await page.keyboard.press('c');
    await until(() => verbs(session)).toContain('interacted');
    const told = session.stored.findLast(({ verb }) => verb.id.endsWith('/interacted'))?.context?.extensions;
    expect(told).toMatchObject({
      [extension('cc-subtitle-enabled')]: true,
      [extension('cc-subtitle-lang')]: 'id',
    });
    await until(() => verbs(session)).toContain('seeked');
    expect(session.refusals).toEqual([]);
  });

  it('finds the length of a file that does not tell it', async () => {
    const file = Buffer.from(world.files.get('/pelajaran 1.webm') ?? '');
    // As browsers record: in place of the length (0x4489, its size in eight bytes, eight bytes) there is nothing.
    file.set([0xec, 0x01, 0, 0, 0, 0, 0, 0, 9], file.indexOf(Buffer.from('4489', 'hex')));
    world.files.set('/tanpa-durasi.webm', file);
    const session = launch('video', { media: { src: 'tanpa-durasi.webm' } });
    await openPart(session);
    await until(() => verbs(session)).toBe('INITIALIZED initialized');
    const length = session.stored.at(-1)?.context?.extensions?.[extension('length')];
    expect(length).toBeGreaterThan(seconds - 1);
    expect(await playerTime()).toBe(0);
  });

  it('plays a file from elsewhere, where a course may link to one', async () => {
    const body = Buffer.from(world.files.get('/kecil.webm') ?? '');
    await context.route('https://video.example/**', (route) =>
      route.fulfill({ contentType: 'video/webm', body }),
    );
    const session = launch('video', { media: { src: 'https://video.example/a.webm' } });
    await openPart(session);
    await page.keyboard.press('k');
    await until(() => verbs(session)).toContain('played');
    expect(blocked).toEqual([]);
  });

  it('says what to do when the file cannot be played', async () => {
    world.files.set('/rusak.webm', 'bukan video');
    await page.goto(launch('video', { media: { src: 'rusak.webm' } }).url);
    await page.getByText('Peramban ini tidak dapat memutar berkas ini.').waitFor();
    await page.getByRole('button', { name: 'Coba lagi' }).waitFor();
  });

  it('plays sound, with its transcript, and completes', async () => {
    const session = launch('audio', { share: 0.2 });
    await openPart(session);
    await page.getByText('Selesai setelah 20% audio didengarkan.').waitFor();
    await page.keyboard.press('k');
    await until(() => verbs(session)).toContain('COMPLETED');
    await closePart();
    expect(session.refusals).toEqual([]);
    expect(
      session.stored.some(({ object }) => JSON.stringify(object).includes('xapi/audio/activity-type/audio')),
    ).toBe(true);
    expect([...faults, ...blocked]).toEqual([]);
  });

  it('shows a PDF page by page, counts what was looked at, and goes on at the page', async () => {
    const first = launch('document', { share: 0.75 });
    await openPart(first);
    await page.getByText('Selesai setelah 3 dari 4 halaman dilihat. Sudah 1.').waitFor();
    // Text for screen readers, in the language of the document.
    expect(await page.locator('.textLayer').textContent()).toContain('Halaman ke-1 dari laporan');
    expect(await page.locator('.textLayer').getAttribute('lang')).toBe('id');
    // A script is no address.
    expect(await page.locator('a.pdf-link').count()).toBe(0);
    await page.keyboard.press('PageDown');
    await page.getByRole('group', { name: 'Halaman 2 dari 4' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('group', { name: 'Halaman 1 dari 4' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('group', { name: 'Halaman 2 dari 4' }).waitFor();
    expect(await page.locator('a.pdf-link').getAttribute('href')).toBe('https://contoh.go.id/panduan');
    expect(await page.locator('a.pdf-link').getAttribute('rel')).toBe('noopener noreferrer');
    await page.getByText('Sudah 2.').waitFor();
    await page.getByRole('button', { name: 'Perbesar' }).click();
    await untilInPage(
      'document.querySelector(".desk").scrollWidth > document.querySelector(".desk").clientWidth',
    );
    await page.close();
    page = await openPage();
    const second = launch('document', { share: 0.75, after: first });
    await page.goto(second.url);
    await page.getByRole('group', { name: 'Halaman 2 dari 4' }).waitFor();
    await page.getByRole('spinbutton', { name: 'Halaman' }).fill('4');
    await page.keyboard.press('Enter');
    await page.getByText('Bagian ini sudah selesai.').waitFor();
    await closePart();
    for (const session of [first, second]) expect(session.refusals).toEqual([]);
    expect(verbs(second)).toBe('INITIALIZED experienced COMPLETED TERMINATED');
    expect(second.stored[1]?.object).toMatchObject({
      id: 'https://sinau.example/module/m1/registration/1/page/4',
    });
    expect(place(second)).toMatchObject({ page: 4, seen: '1-2,4', completed: true });
    expect([...faults, ...blocked]).toEqual([]);
  });

  it('says what to do when a document cannot be opened', async () => {
    await page.goto(launch('document', { media: { src: 'rusak.pdf' } }).url);
    await page.getByText('Dokumen ini tidak dapat dibuka.').waitFor();
  });

  it.each([
    ['', { src: 'artikel.html.txt', type: 'text/html; charset=utf-8' }],
    [' of before its import wrote it as HTML', { src: 'artikel.md' }],
  ])(
    'shows an article%s with its outline, and counts what was on the screen long enough',
    async (_, media) => {
      const loaded: string[] = [];
      page.on('response', (response) => loaded.push(response.url()));
      const session = launch('article', { media, share: 0.9 });
      await openPart(session);
      await page.getByRole('heading', { name: 'Isi', level: 3 }).waitFor();
      await page.getByText('Daftar isi').click();
      await page.getByRole('link', { name: 'Isi' }).click();
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Isi');
      await page.getByText('Bagian ini sudah selesai.').waitFor();
      await closePart();
      expect(verbs(session)).toBe('INITIALIZED COMPLETED TERMINATED');
      expect(session.refusals).toEqual([]);
      expect([...faults, ...blocked]).toEqual([]);
      // The reader of Markdown is half of what an article would load.
      expect(loaded.some((url) => url.includes('/markdown.'))).toBe(media.src.endsWith('.md'));
    },
  );

  it('shows the text of an article while its session opens, and a problem in its place', async () => {
    world.files.set(
      '/article.html.txt',
      '<h1>Pengantar</h1><p>Satu dua tiga <img src=x onerror=alert(1)></p>',
    );
    const session = launch('article', { media: { src: 'article.html.txt', type: 'text/html' } });
    const opening = Promise.withResolvers<void>();
    await page.route('**/launch/fetch/*', async (route) => {
      await opening.promise;
      await route.continue();
    });
    await page.goto(`${session.url}#article`);
    await page.getByRole('heading', { name: 'Pengantar' }).waitFor();
    expect(verbs(session)).toBe('');
    opening.resolve();
    await page.getByRole('button', { name: 'Tutup bagian ini' }).waitFor();
    await page.getByRole('heading', { name: 'Pengantar' }).waitFor();
    expect(faults).toEqual([]);
    // Its token is spent: another page gets none, and says so instead of the text.
    const second = await openPage();
    await second.goto(`${session.url}#article`);
    await second.getByRole('heading', { name: 'Bagian ini tidak dapat dibuka di sini' }).waitFor();
    await new Promise((done) => setTimeout(done, 500));
    expect(await second.getByText('Satu dua tiga').count()).toBe(0);
    world.files.delete('/article.html.txt');
  });

  it('does not take scrolling for reading, and goes on at the paragraph', async () => {
    const first = launch('article', { media: { src: 'panjang.md' }, share: 0.9 });
    await openPart(first);
    await page.getByRole('heading', { name: 'Bab 30' }).scrollIntoViewIfNeeded();
    await until(() => place(first).block).toBeGreaterThan(50);
    expect(verbs(first)).toBe('INITIALIZED');
    await page.close();
    page = await openPage();
    await page.goto(launch('article', { media: { src: 'panjang.md' }, after: first }).url);
    await untilInPage('document.querySelector("main").scrollTop > 1000');
  });

  it.each([
    ['HTML of its import', 'html.txt', 'text/html; charset=utf-8'],
    ['Markdown', 'md', 'text/plain; charset=utf-8'],
  ])('F5: shows a hostile article as harmless text: %s', async (_, ending, type) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const index of hostileArticles.keys()) {
      await page.goto(launch('article', { media: { src: `serangan-${index}.${ending}`, type } }).url);
      await page.getByText('awal serangan').waitFor();
      // Whatever would have run has had its time.
      await new Promise((done) => setTimeout(done, 300));
      expect(await page.evaluate('window.attacked')).toBeUndefined();
      expect(await page.evaluate(whatIsLeft)).toEqual([]);
    }
    // The policy reports what the cleaning meets in a document that runs nothing; that is no fault.
    expect(faults).toEqual([]);
    const own = [world.contentOrigin, world.portalOrigin].map((origin) => new URL(origin).host);
    expect(asked.filter((address) => /^http/.test(address) && !own.includes(new URL(address).host))).toEqual(
      [],
    );
  });

  it('shows where a link leads, opens it apart, and takes the word of the learner after a while', async () => {
    const session = launch('link');
    await context.route('https://contoh.go.id/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Panduan</title>' }),
    );
    await openPart(session);
    await page.getByText('contoh.go.id', { exact: true }).waitFor();
    const studied = page.getByRole('button', { name: 'Saya sudah mempelajari' });
    expect(await studied.isDisabled()).toBe(true);
    const popup = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Buka di tab baru' }).click();
    const opened = await popup;
    await opened.waitForLoadState();
    expect(opened.url()).toBe('https://contoh.go.id/panduan?a=1');
    expect(await opened.evaluate('window.opener')).toBeNull();
    expect(await opened.evaluate('document.referrer')).toBe('');
    await opened.close();
    expect(await studied.isDisabled()).toBe(true);
    await studied.click({ timeout: 20_000 });
    await page.getByText('Bagian ini sudah selesai.').waitFor();
    await closePart();
    expect(verbs(session)).toBe('INITIALIZED experienced COMPLETED TERMINATED');
    expect(session.refusals).toEqual([]);
    expect([...faults, ...blocked]).toEqual([]);
  });

  it('judges nothing in a review, and says so', async () => {
    const session = launch('audio', { share: 0.1, mode: 'Review' });
    await openPart(session);
    await page.getByText('kunjungan ini tidak mengubah hasilnya').waitFor();
    await page.keyboard.press('k');
    await waitForTime(2.5);
    await closePart();
    expect(session.refusals).toEqual([]);
    expect(verbs(session)).toBe('INITIALIZED initialized played paused terminated TERMINATED');
  });

  it('speaks English to whoever prefers it', async () => {
    const session = launch('document', { languagePreference: 'en-US,id' });
    await page.goto(session.url);
    await page.getByText('Done once 2 of 4 pages were seen.').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  it('says so when it is opened without a launch, with another content, or a second time', async () => {
    await page.goto(`${world.contentOrigin}/_sinau/viewer/index.html`);
    await page.getByRole('heading', { name: 'Bagian ini tidak dapat dibuka di sini' }).waitFor();
    const other = world.launch({ parameters: 'slide=7' });
    await page.goto(other.url);
    await page.getByText('Muat ulang halaman.').waitFor();
    await closePart();
    expect(verbs(other)).toBe('INITIALIZED TERMINATED');
    const elsewhere = await browser.newContext();
    const second = await elsewhere.newPage();
    await second.goto(other.url);
    await second.getByRole('heading', { name: 'Bagian ini tidak dapat dibuka di sini' }).waitFor();
    await elsewhere.close();
  });

  it.each(['video', 'audio', 'link'] as const)('loads at most 35 KB of script for %s', async (kind) => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (/\.m?js$/.test(new URL(response.url()).pathname)) bodies.push(response.body());
    });
    await page.goto(launch(kind).url);
    await page.getByText(/^Selesai setelah/).waitFor();
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(35 * 1024);
  });

  it.each(Object.keys(modules) as (keyof typeof modules)[])(
    'is clean for axe, wide and narrow, light and dark: %s',
    async (kind) => {
      for (const language of ['id', 'en']) {
        const session = launch(kind, { languagePreference: language });
        await page.goto(session.url);
        await page.getByText(/^(Selesai setelah|Done once)/).waitFor();
        if (kind === 'document') await page.locator('.textLayer span').first().waitFor();
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        expect(await inspectHere(page, { path: kind, language })).toEqual([]);
      }
    },
  );
});
