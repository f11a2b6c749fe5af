import { defaultQuizRules, type Quiz, type QuizRules, textOf } from '@sinau/quiz';
import { sampleQuestions } from '@sinau/quiz/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { type QuizPlayground, startQuizPlayground } from './quiz/quiz-world.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let world: QuizPlayground | undefined;
let faults: ReturnType<typeof collectFaults>;
/** What the door has told this browser. */
let told: string[];

beforeAll(async () => {
  if (noBrowser === undefined) browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  if (noBrowser !== undefined) return;
  // A line that is dead, and answers that are refused, are part of these tests.
  faults = collectFaults({ ignore: (text) => /ERR_|status of 4\d\d/.test(text) });
  context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1100, height: 700 } });
  told = [];
  page = await newPage();
});
afterEach(async () => {
  expect(faults?.all ?? []).toEqual([]);
  await context?.close();
  await world?.stop();
  world = undefined;
});

async function newPage(): Promise<Page> {
  const opened = await context.newPage();
  opened.setDefaultTimeout(10_000);
  faults.watch(opened);
  opened.on('response', (response) => {
    if (!response.url().includes('/launch/quiz/')) return;
    void response.text().then(
      (text) => told.push(text),
      () => undefined,
    );
  });
  return opened;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** One question of every kind, the first with a picture, code and words that look like markup. */
function quizWith(rules: Partial<QuizRules> = {}): Quiz {
  const [first, ...others] = sampleQuestions;
  if (!first) throw new Error('no sample questions');
  const prompt = [
    { type: 'paragraph', runs: [{ text: '<img src=x onerror=alert(1)> ' }, { text: 'tebal', strong: true }] },
    { type: 'code', text: 'SELECT 1' },
    { type: 'image', src: 'gambar peta.png', alt: 'Peta Jawa' },
  ] as const;
  return {
    v: 1,
    title: 'Kuis',
    introduction: textOf('Baca dulu modul satu.'),
    sections: [
      { sectionId: 's', questions: [{ ...first, prompt: [...prompt, ...first.prompt] }, ...others] },
    ],
    rules: { ...defaultQuizRules, ...rules },
  };
}

async function launched(quiz: Quiz, given: Parameters<typeof startQuizPlayground>[1] = {}) {
  world = await startQuizPlayground(quiz, { files: new Map([['gambar peta.png', png]]), ...given });
  await page.goto(await world.open());
  return world;
}

const press = (name: string | RegExp, of = page) => of.getByRole('button', { name, exact: true }).click();
const question = (number: number, of = page) =>
  of.getByRole('heading', { name: `Pertanyaan ${number} dari 7`, exact: true }).waitFor();
const goTo = (number: number) =>
  page.getByRole('button', { name: new RegExp(`^Pertanyaan ${number} dari`) }).click();
const saved = (of = page) => of.getByText(/^Tersimpan \d\d[.:]\d\d$/).waitFor();
const quizVerbs = (of: QuizPlayground) => of.world.verbs().filter((verb) => !verb.startsWith('quiz:'));

/** Right answers to all six kinds, by keyboard where that is the only way. */
async function answerAll(): Promise<void> {
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    await goTo(number);
    await question(number);
    const prompt = (await page.locator('#question-prompt').textContent()) ?? '';
    if ((await page.locator('.order').count()) > 0) await press('Pakai urutan ini');
    else if (prompt.includes('ibu kota')) await page.getByLabel('Semarang').check();
    else if (prompt.includes('prima')) {
      for (const prime of ['2', '5', '7'])
        await page.getByRole('checkbox', { name: prime, exact: true }).check();
    } else if (prompt.includes('bulat')) await page.getByLabel('Benar').check();
    else if (prompt.includes('pi')) await page.getByLabel('Jawaban Anda').fill('3,14');
    else if (prompt.includes('proklamator')) await page.getByLabel('Jawaban Anda').fill('soekarno');
    else if (prompt.includes('Pasangkan')) {
      for (const [city, island] of [
        ['Medan', 'Sumatra'],
        ['Malang', 'Jawa'],
        ['Surakarta', 'Jawa'],
        ['Palu', 'Sulawesi'],
      ] as const) {
        await page.getByLabel(city).selectOption(island);
      }
    }
  }
}

describe.skipIf(noBrowser !== undefined)(`the page of a quiz${unlessNoBrowser}`, () => {
  it('says its rules, asks one question a screen, saves each answer, submits and shows the review', async () => {
    const playground = await launched(quizWith({ passMark: 0.5, maxAttempts: 2, timeLimitSeconds: 1800 }));
    for (const rule of [/^7 pertanyaan/, /^Waktu 30 menit/, /Sisa kesempatan: 2 dari 2/, /Nilai lulus: 50/]) {
      await page.getByText(rule).waitFor();
    }
    await page.getByText('Baca dulu modul satu.').waitFor();
    await press('Mulai');
    await question(1);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    const picture = page.getByAltText('Peta Jawa');
    expect(await picture.getAttribute('loading')).toBe('lazy');
    await expect
      .poll(() =>
        picture.evaluate(
          (one) => (one as unknown as { complete: boolean; naturalWidth: number }).naturalWidth,
        ),
      )
      .toBe(1);
    await page.getByText(/^Sisa waktu (30:00|29:\d\d)$/).waitFor();
    await answerAll();
    await saved();
    expect(playground.messages.length).toBeGreaterThan(5);
    // C5: nothing that was told so far says what is right.
    expect(told.join('\n')).not.toMatch(
      /"share"|explanation|solution|feedback|targetId|tolerance|Semarang sejak/,
    );
    await goTo(7);
    await press('Kumpulkan');
    await page.getByText('Semua pertanyaan sudah dijawab.').waitFor();
    await press('Kumpulkan sekarang');
    await page.getByText('Lulus', { exact: true }).waitFor();
    await press(/^Lihat pembahasan percobaan 1$/);
    await page.getByText('Semarang sejak 1950.').waitFor();
    await page
      .getByText(/jawaban Anda, jawaban benar/)
      .first()
      .waitFor();
    await press('Kembali ke hasil');
    await press('Selesai');
    await page.getByRole('heading', { name: 'Kembali di kursus' }).waitFor();
    expect(quizVerbs(playground)).toEqual([
      ...['launched', 'initialized', 'completed', 'passed', 'satisfied', 'satisfied', 'terminated'],
    ]);
  });

  it('resumes at the very question after its tab was closed, on another device too', async () => {
    const playground = await launched(quizWith());
    await press('Mulai');
    await goTo(3);
    await question(3);
    await page.getByLabel('Benar').check();
    await page.getByLabel('Tandai untuk dilihat lagi').check();
    await saved();
    await page.close();
    page = await newPage();
    await page.goto(await playground.open());
    await question(3);
    expect(await page.getByLabel('Benar').isChecked()).toBe(true);
    expect(await page.getByLabel('Tandai untuk dilihat lagi').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Pertanyaan 3 dari 7, terjawab, ditandai' }).waitFor();
  });

  it('keeps answers while the line is dead, says so, and sends them when it is back', async () => {
    const playground = await launched(quizWith());
    await press('Mulai');
    await question(1);
    playground.reachable = false;
    await page.getByLabel('Semarang').check();
    await page.getByText(/^Sambungan terputus/).waitFor();
    await goTo(3);
    await page.getByLabel('Salah').check();
    playground.reachable = true;
    await page.getByRole('status').getByRole('button', { name: 'Coba lagi' }).click();
    await saved();
    await page.getByText(/^Sambungan terputus/).waitFor({ state: 'detached' });
    // Answers that a page could not send before it went are brought by the next one on this device.
    playground.reachable = false;
    await page.getByLabel('Benar').check();
    await page.getByText(/^Sambungan terputus/).waitFor();
    await page.close();
    playground.reachable = true;
    page = await newPage();
    await page.goto(await playground.open());
    await question(3);
    expect(await page.getByLabel('Benar').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Pertanyaan 1 dari 7, terjawab' }).waitFor();
  });

  it('L10: the server’s time decides; a page whose time is up submits by itself and says so', async () => {
    const playground = await launched(quizWith({ timeLimitSeconds: 600, passMark: 1, maxAttempts: 1 }));
    await press('Mulai');
    await page.getByLabel('Semarang').check();
    await saved();
    playground.world.clock.advance(541_000);
    // The next answer of the server sets the clock right, and the last minute is announced.
    await goTo(2);
    await page.getByText(/^Sisa waktu 0:5\d$/).waitFor();
    await page.getByText(/^Sisa waktu 1 menit\./).waitFor({ state: 'attached' });
    playground.world.clock.advance(70_000);
    await goTo(3);
    await page.getByText('Waktu habis; jawaban yang tersimpan sebelum itu dihitung.').waitFor();
    await page.getByText(/^2 dari \d+ poin$/).waitFor();
    await page.getByText('Semua kesempatan sudah dipakai.').waitFor();
    expect(quizVerbs(playground)).toContain('failed');
  });

  it('names what is not answered before submitting, and leads there', async () => {
    await launched(quizWith());
    await press('Mulai');
    await page.getByLabel('Semarang').check();
    await goTo(7);
    await press('Kumpulkan');
    const dialog = page.getByRole('dialog', { name: 'Kumpulkan jawaban?' });
    expect(await dialog.getByRole('button', { name: /^Pertanyaan/ }).count()).toBe(6);
    await dialog.getByRole('button', { name: 'Pertanyaan 4 dari 7' }).click();
    await question(4);
  });

  it('tells a tab that another one goes on, and goes on there when asked to', async () => {
    const playground = await launched(quizWith());
    await press('Mulai');
    await question(1);
    const address = page.url();
    const session = await page.evaluate('JSON.stringify(sessionStorage)');
    const second = await newPage();
    await second.goto(new URL('/_sinau/quiz/none.js', address).href);
    await second.evaluate((kept) => {
      for (const [key, value] of Object.entries(JSON.parse(kept) as Record<string, string>)) {
        (
          globalThis as unknown as { sessionStorage: { setItem(key: string, value: string): void } }
        ).sessionStorage.setItem(key, value);
      }
    }, String(session));
    await second.goto(address);
    await question(1, second);
    await second.getByLabel('Surakarta').check();
    await saved(second);
    await page.getByLabel('Semarang').check();
    await page.getByText(/^Kuis ini dibuka lagi di tab/).waitFor();
    await press('Lanjutkan di sini');
    await question(1);
    expect(await page.getByLabel('Surakarta').isChecked()).toBe(true);
    expect(playground.world.verbs().filter((verb) => verb === 'quiz:attempted')).toHaveLength(1);
  });

  it('orders by keyboard alone, keeps the focus and says where things are', async () => {
    await launched(quizWith());
    await press('Mulai');
    const places = [1, 2, 3, 4, 5, 6, 7];
    for (const number of places) {
      await goTo(number);
      await question(number);
      if ((await page.locator('.order').count()) > 0) break;
    }
    const items = page.locator('.order li');
    const first = await items.first().locator('.what').textContent();
    await page.getByRole('button', { name: `Turunkan: ${first}` }).focus();
    await page.keyboard.press('Enter');
    expect(await items.nth(1).locator('.what').textContent()).toBe(first);
    const count = await items.count();
    await page.getByText(`${first}: sekarang urutan 2 dari ${count}`).waitFor({ state: 'attached' });
    const focused = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    expect(focused).toMatch(new RegExp(`^(Turunkan|Naikkan): ${first}$`));
    await page.getByText('Urutan ini dipakai').waitFor();
  });

  it('previews without keeping anything, and reviews what was', async () => {
    const playground = await launched(quizWith({ passMark: 0 }));
    await press('Mulai');
    await goTo(7);
    await press('Kumpulkan');
    await press('Kumpulkan sekarang');
    await press('Selesai');
    await page.getByRole('heading', { name: 'Kembali di kursus' }).waitFor();
    await page.goto(await playground.open('Browse'));
    await press('Mulai');
    await page.getByLabel('Semarang').check();
    await goTo(7);
    await page.getByText(/^Pratinjau: tidak ada yang disimpan/).waitFor();
    expect(await page.getByRole('button', { name: 'Kumpulkan' }).count()).toBe(0);
    expect(playground.messages.flatMap(({ answers }) => answers)).toEqual([]);
    await page.goto(await playground.open('Review'));
    await page.getByRole('heading', { name: 'Hasil' }).waitFor();
    expect(await page.getByRole('button', { name: 'Coba lagi' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Lihat pembahasan percobaan 1' }).first().click();
    await page.getByRole('heading', { name: 'Pembahasan percobaan 1' }).waitFor();
  });

  it('a session that was taken over says so', async () => {
    const playground = await launched(quizWith());
    await press('Mulai');
    await question(1);
    await playground.open();
    await page.getByLabel('Semarang').click();
    await page.getByRole('heading', { name: 'Sesi ini sudah berakhir' }).waitFor();
  });

  it.each(['id', 'en'] as const)('is clean for axe on every screen, wide and narrow (%s)', async (locale) => {
    const words = {
      id: { begin: 'Mulai', submit: 'Kumpulkan', now: 'Kumpulkan sekarang', review: /^Lihat pembahasan/ },
      en: { begin: 'Begin', submit: 'Submit', now: 'Submit now', review: /^Review attempt/ },
    }[locale];
    await launched(quizWith({ timeLimitSeconds: 1800, passMark: 0.5, maxAttempts: 2 }), { locale });
    await page.getByRole('button', { name: words.begin }).waitFor();
    const look = async (path: string) =>
      expect(await inspectHere(page, { path, language: locale })).toEqual([]);
    await look('start');
    await press(words.begin);
    const numbers = page.getByRole('navigation').getByRole('button');
    for (const number of [0, 1, 2, 3, 4, 5, 6]) {
      await numbers.nth(number).click();
      await look(`question ${number + 1}`);
    }
    await press(words.submit);
    await page.getByRole('dialog').waitFor();
    await look('confirm');
    await press(words.now);
    const review = page.getByRole('button', { name: words.review }).first();
    await review.waitFor();
    await look('result');
    await review.click();
    await page.locator('.reviews').waitFor();
    await look('review');
  });
});
