import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { lookThrough } from './look-through.ts';
import { openNotice, ownJp } from './own-jp.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const stage = useStage('community-board');
const name = 'Penanya dan penjawab';

describe.skipIf(noBrowser !== undefined)(`questions of a community${unlessNoBrowser}`, () => {
  it('go from the question over a notice to an answer that has helped, and out of sight, on phones', async () => {
    // On purpose: a question that is too short, and a page of somebody who is not in it.
    const faults = collectFaults({ ignore: (text) => /status of (404|422)/.test(text) });
    const { portal } = stage.server.dev;
    const [bima, sri, wulan] = [await open(), await open(), await open()];
    for (const [page, who] of [
      [bima, 'Bima Contoh'],
      [sri, 'Sri Contoh'],
      [wulan, 'Wulan Contoh'],
    ] as const) {
      faults.watch(page);
      await signIn(page, portal, { name: who });
    }
    const community = await found(bima);
    await join(sri, portal, community);
    const board = `${community}/questions`;
    const question = await ask(sri);

    // Told in the inbox; the board shows it first.
    await openNotice(bima, `Pertanyaan baru di ${name}`);
    await bima.getByText('Belum dijawab').waitFor();
    await bima.getByRole('link', { name: 'Berapa halaman telaahan?' }).click();
    await bima.getByLabel('Jawaban Anda').fill('Dua halaman cukup.\nContohnya ada di materi.');
    await bima.getByRole('button', { name: 'Kirim jawaban' }).click();
    await bima.getByText('Dua halaman cukup.').waitFor();

    await openNotice(sri, `Pertanyaan Anda di ${name} dijawab`);
    await sri.getByRole('button', { name: 'Ini membantu' }).click();
    await sri.getByText('Jawaban yang membantu').waitFor();
    await openNotice(bima, `Jawaban Anda di ${name} membantu`);
    // What has helped is not rewritten.
    expect(await bima.getByRole('link', { name: 'Ubah jawaban' }).count()).toBe(0);

    await hideAndShow({ bima, sri, portal, question });
    await wulan.goto(new URL(question, portal).href);
    expect(await wulan.getByText('Berapa halaman').count()).toBe(0);

    expect(await lookThrough(sri, portal, [community, board, `${board}/new`, question])).toEqual([]);
    expect(await lookThrough(bima, portal, [board, question])).toEqual([]);
    await removeAgain(sri, portal, board);
    expect(faults.all).toEqual([]);
  });
});

async function open(): Promise<Page> {
  const viewport = { width: 360, height: 800 };
  const context = await stage.browser.newContext({ locale: 'id-ID', viewport });
  return context.newPage();
}

/** Gives the address of the community. */
async function found(page: Page): Promise<string> {
  await ownJp(page);
  await page.getByRole('link', { name: 'Komunitas belajar' }).click();
  await page.getByRole('link', { name: 'Dirikan komunitas' }).click();
  await page.getByLabel('Nama', { exact: true }).fill(name);
  await page.getByLabel('Tentang apa').fill('Saling bertanya tentang naskah dinas.');
  await page.getByLabel('Kompeten', { exact: true }).check();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return new URL(page.url()).pathname;
}

async function join(page: Page, portal: string, community: string): Promise<void> {
  await page.goto(new URL(community, portal).href);
  await page.getByRole('button', { name: 'Bergabung' }).click();
  await page.getByRole('link', { name: 'Buka tanya jawab' }).waitFor();
}

/** From the page of the community; gives the address of the question. */
async function ask(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Buka tanya jawab' }).click();
  await page.getByText('Belum ada pertanyaan').waitFor();
  await page.getByRole('link', { name: 'Ajukan pertanyaan' }).click();
  await page.getByLabel('Pertanyaan', { exact: true }).fill('Hm');
  await page.getByLabel('Penjelasan').fill('Untuk telaahan staf <b>biasa</b>.');
  await page
    .getByLabel('Pertanyaan', { exact: true })
    .evaluate((field) => field.removeAttribute('minlength'));
  await page.getByRole('button', { name: 'Kirim pertanyaan' }).click();
  await page.getByText('Tulis pertanyaan dalam satu kalimat').first().waitFor();
  await page.getByLabel('Pertanyaan', { exact: true }).fill('Berapa halaman telaahan?');
  await page.getByRole('button', { name: 'Kirim pertanyaan' }).click();
  await page.getByText('Untuk telaahan staf <b>biasa</b>.').waitFor();
  return new URL(page.url()).pathname;
}

/** Whoever leads hides the answer with a reason; the asker reads the reason alone until it is shown again. */
async function hideAndShow(of: {
  readonly bima: Page;
  readonly sri: Page;
  readonly portal: string;
  readonly question: string;
}): Promise<void> {
  const { bima, sri, portal, question } = of;
  await bima.goto(new URL(question, portal).href);
  await bima.getByText('Sembunyikan jawaban').first().click();
  await bima.getByLabel('Alasan').last().fill('Menyebut nama orang');
  await bima.getByRole('button', { name: 'Sembunyikan jawaban' }).click();
  await bima.getByText('Disembunyikan oleh Bima Contoh.').waitFor();
  await sri.goto(new URL(question, portal).href);
  await sri.getByText('Menyebut nama orang').waitFor();
  expect(await sri.getByText('Dua halaman cukup.').count()).toBe(0);
  await bima.getByRole('button', { name: 'Tampilkan lagi' }).click();
  await bima.getByText('Disembunyikan oleh').waitFor({ state: 'detached' });
  await sri.reload();
  await sri.getByText('Dua halaman cukup.').waitFor();
}

/** One more question, and away with it. */
async function removeAgain(page: Page, portal: string, board: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(new URL(`${board}/new`, portal).href);
  await page.getByLabel('Pertanyaan', { exact: true }).fill('Keliru menulis ini?');
  await page.getByRole('button', { name: 'Kirim pertanyaan' }).click();
  await page.getByText('Hapus pertanyaan').first().click();
  await page.getByRole('button', { name: 'Hapus pertanyaan' }).click();
  await page.getByRole('link', { name: 'Berapa halaman telaahan?' }).waitFor();
  expect(await page.getByRole('link', { name: 'Keliru menulis ini?' }).count()).toBe(0);
}
