import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectHere } from './inspect-page.ts';
import { providerPoster } from './provider-client.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const chapters = 26;
const inChapter = 40;
const lessons = (chapters - 1) * inChapter + 1;

let courseUrl: string;

const stage = useStage('long', async () => {
  courseUrl = `${stage.server.dev.portal}/courses/${await publishCourse()}`;
});

/** 1,001 AUs in chapters of forty. */
async function publishCourse(): Promise<string> {
  const words = (text: string) =>
    `<title><langstring lang="id">${text}</langstring></title><description><langstring lang="id">Tentang ${text}</langstring></description>`;
  const au = (n: number) =>
    `<au id="https://p.example/au/${n}" moveOn="Completed">${words(`Pelajaran ${n}`)}<url>index.html?n=${n}</url></au>`;
  const chapter = (index: number) => {
    const size = index === chapters - 1 ? 1 : inChapter;
    const aus = Array.from({ length: size }, (_, n) => au(index * inChapter + n + 1)).join('');
    return `<block id="https://p.example/b/${index}">${words(`Bab ${index + 1}`)}${aus}</block>`;
  };
  const xml = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://p.example/c">${words('Kursus panjang')}</course>${Array.from({ length: chapters }, (_, index) => chapter(index)).join('')}</courseStructure>`;
  const page =
    '<!doctype html><html lang="id"><title>Pelajaran</title><main><h1>Pelajaran</h1></main></html>';
  const zip = zipSync({ 'cmi5.xml': strToU8(xml), 'index.html': strToU8(page) });
  const post = await providerPoster(stage.dataDir);
  const { result } = z
    .object({ result: z.object({ courseId: z.string(), auCount: z.number() }) })
    .parse(await post('/packages?fileName=panjang.zip', new Blob([new Uint8Array(zip)]), 'application/zip'));
  expect(result.auCount).toBe(lessons);
  await post(`/courses/${result.courseId}/publish`, JSON.stringify({ jp: '2' }));
  return result.courseId;
}

async function sizeOf(page: Page, url: string): Promise<number> {
  const answer = await page.goto(url);
  return (await answer?.body())?.length ?? 0;
}

describe.skipIf(noBrowser !== undefined)(`a course of 1,001 parts${unlessNoBrowser}`, () => {
  it('has small pages, unfolds by keyboard without ending what runs, and leads to every part without script', async () => {
    const context = await stage.browser.newContext({
      locale: 'id-ID',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    await signIn(page, stage.server.dev.portal, { name: 'Sri Contoh' });
    expect(await sizeOf(page, courseUrl)).toBeLessThan(100_000);
    await page.getByRole('button', { name: 'Daftar', exact: true }).click();
    await page.getByRole('link', { name: 'Mulai belajar' }).waitFor();
    expect(await inspectHere(page, { path: 'course', language: 'id' })).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });

    expect(await sizeOf(page, `${courseUrl}/learn/500`)).toBeLessThan(100_000);
    const outline = page.getByRole('navigation', { name: 'Daftar bagian' });
    await outline.getByRole('link', { name: 'Pelajaran 500' }).waitFor();
    expect(await outline.getByRole('link', { name: 'Pelajaran 81' }).count()).toBe(0);
    const launches: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/launch')) launches.push(request.url());
    });
    await outline.getByRole('link', { name: 'Bab 3 ' }).focus();
    await page.keyboard.press('Enter');
    await outline.getByRole('link', { name: 'Pelajaran 81' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Bab 3');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Pelajaran 81');
    // The page asks again and again how far the learner is, and keeps what was unfolded.
    await page.waitForResponse((response) => response.url().includes('/progress?at='));
    expect(await outline.getByRole('link', { name: 'Pelajaran 81' }).count()).toBe(1);
    expect(page.url()).toBe(`${courseUrl}/learn/500`);
    expect(launches).toEqual([]);
    expect(await inspectHere(page, { path: 'player', language: 'id' })).toEqual([]);
    const cookies = await context.storageState();
    await context.close();

    const plain = await stage.browser.newContext({
      ...{ locale: 'id-ID', javaScriptEnabled: false, storageState: cookies },
      viewport: { width: 360, height: 740 },
    });
    const phone = await plain.newPage();
    await phone.goto(courseUrl);
    await phone.getByRole('link', { name: 'Bab 26 ' }).click();
    const last = phone.getByRole('link', { name: `Buka Pelajaran ${lessons}` });
    await last.waitFor();
    await plain.close();
  });
});
