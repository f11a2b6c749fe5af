import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectPage } from './inspect-page.ts';
import { enrol, finishLesson, passwords } from './learner.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const stage = useStage('exports');

async function visitor(name: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  const page = await context.newPage();
  await signIn(page, stage.server.dev.portal, { name });
  return { context, page };
}

/** Rows of the agency's feed, as its own client pulls them. */
async function pulledLines(): Promise<string[]> {
  const { id, secret, recordsUrl } = stage.server.dev.agencyClient;
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const answer = await fetch(recordsUrl, { headers: { authorization } });
  return (await answer.text()).split('\n').filter(Boolean);
}

/** The file behind the first link of the export that is open, with the hash and the rows that the page tells. */
async function fetchFile(page: Page) {
  const row = page.getByRole('table', { name: 'Berkas' }).getByRole('row').nth(1);
  const [name = '', rows = '', , sha256 = ''] = await row.locator('th, td').allInnerTexts();
  const downloading = page.waitForEvent('download');
  await row.getByRole('link').click();
  const download = await downloading;
  const bytes = await readFile(await download.path());
  expect(download.suggestedFilename()).toBe(name.trim());
  return { bytes, rows: Number(rows), sha256: sha256.trim() };
}

async function askFor(page: Page, format: string): Promise<void> {
  await page.getByRole('link', { name: 'Minta ekspor' }).first().click();
  await page.getByLabel('Format berkas').selectOption(format);
  await page.getByRole('button', { name: 'Mulai ekspor' }).click();
  // The page refreshes itself until the job has ended.
  await page.getByText(/catatan dalam 1 berkas/).waitFor();
}

describe.skipIf(noBrowser !== undefined)(`exports in the portal${unlessNoBrowser}`, () => {
  it('R7, R8: an administrator asks for a file, sees it come, and gets what the page says', async () => {
    const learner = await visitor('Wulan Contoh');
    await enrol(learner.page, { search: 'keamanan', title: 'Keamanan informasi sehari-hari' });
    await learner.page.getByRole('link', { name: 'Mulai belajar' }).click();
    await finishLesson(learner.page, passwords, 0);
    await learner.context.close();

    const { context, page } = await visitor('Agus Contoh');
    const found: string[] = [];
    const inspect = async (place: string) => {
      for (const language of ['id', 'en']) {
        await context.addCookies([{ name: 'sinau-lang', value: language, url: stage.server.dev.portal }]);
        found.push(...(await inspectPage(page, { portal: stage.server.dev.portal, place, language })));
      }
      await context.addCookies([{ name: 'sinau-lang', value: 'id', url: stage.server.dev.portal }]);
    };
    await inspect('/agency/exports');
    await inspect('/agency/exports/new');
    await page.goto(`${stage.server.dev.portal}/agency/exports`);
    await page.getByText('Belum ada ekspor').waitFor();
    const lines = await pulledLines();
    expect(lines.length).toBeGreaterThan(3);

    await askFor(page, 'ndjson');
    const ndjson = await fetchFile(page);
    expect(createHash('sha256').update(ndjson.bytes).digest('hex')).toBe(ndjson.sha256);
    const written = gunzipSync(ndjson.bytes).toString().split('\n').filter(Boolean);
    expect(written.toSorted()).toEqual(lines.toSorted());
    expect(ndjson.rows).toBe(lines.length);
    await inspect(new URL(page.url()).pathname);

    await page.goto(`${stage.server.dev.portal}/agency/exports`);
    await askFor(page, 'csv');
    const csv = await fetchFile(page);
    const text = gunzipSync(csv.bytes).toString();
    expect(text.startsWith('\ufeffkind,statement_id,')).toBe(true);
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(lines.length + 1);
    expect(text).toContain('Wulan Contoh');
    await inspect('/agency/exports');
    expect(found).toEqual([]);
    await context.close();
  });
});
