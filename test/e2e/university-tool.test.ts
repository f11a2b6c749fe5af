import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { startUniversityTool, type UniversityTool } from '../server/university-tool.ts';
import { approveCourse, uploadPackage } from './author.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { inspectHere } from './inspect-page.ts';
import { registerTool } from './registered-tool.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const title = 'Statistika dasar';
const lti = 'https://purl.imsglobal.org/spec/lti/claim/';

let tool: UniversityTool;

const stage = useStage('tool', async () => {
  tool = await startUniversityTool();
  await registerTool(tool, stage.dataDir);
});
afterAll(async () => tool?.stop());

async function visitor(name: string): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  const page = await context.newPage();
  await signIn(page, stage.server.dev.portal, { name });
  return page;
}

/** Clicks what opens another window, and answers that window. */
async function windowOf(page: Page, name: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name }).first().click(),
  ]);
  return opened;
}

/** From a course page with everything in it to a version that waits for a reviewer. */
async function sendDraft(page: Page): Promise<void> {
  await page.getByLabel('Jam pelajaran (JP)').fill('4');
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await page.getByText('Tersimpan.').first().waitFor();
  await page.getByRole('button', { name: 'Ajukan untuk ditelaah' }).click();
  await page.getByText('menunggu penelaah').waitFor();
}

describe.skipIf(noBrowser !== undefined)(`a tool of a university${unlessNoBrowser}`, () => {
  it('gives its content to a course, learners go there from the course, and its score finishes their part', async () => {
    tool.items = [
      {
        ...{ type: 'ltiResourceLink', title: 'Kuliah &amp; ujian', url: `${tool.origin}/launch` },
        custom: { id: 'kuliah-1', mata: '$Context.title' },
        lineItem: {
          ...{ scoreMaximum: 100, label: null },
          submissionReview: { reviewableStatus: ['Completed'], label: 'Lihat jawaban' },
        },
      },
    ];
    const author = await visitor('Dr. Maya Contoh');
    const article = {
      name: 'pengantar.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Pengantar\n\nSelamat datang.'),
    };
    await uploadPackage(author, article);
    await author.getByRole('link', { name: 'Buka kursus' }).click();
    const course = author.url();
    await author.getByRole('link', { name: 'Tambah dari alat universitas' }).click();
    await author.getByText('Belum ada isi yang dipilih.').waitFor();
    expect(await inspectHere(author, { path: 'tools', language: 'id' })).toEqual([]);
    const choosing = await windowOf(author, 'Buka alat');
    await choosing.getByRole('button', { name: 'Pasang' }).click();
    await choosing.waitForURL(/\/lti\/deep-links/);
    expect(tool.launches[0]).toMatchObject({ [`${lti}message_type`]: 'LtiDeepLinkingRequest' });
    // The page that waited shows it by itself.
    await author.getByRole('link', { name: 'Kuliah & ujian' }).waitFor();
    await choosing.close();

    await author.goto(course);
    await author.getByLabel('Judul (Bahasa Indonesia)').fill(title);
    await sendDraft(author);
    await approveCourse(await visitor('Putu Contoh'), { title });

    const learner = await visitor('Sri Contoh');
    await learner.goto(course.replace('/studio', ''));
    await learner.getByRole('button', { name: 'Daftar', exact: true }).click();
    await learner.getByRole('link', { name: 'Kuliah & ujian' }).first().click();
    await learner.getByText('Bagian ini Anda pelajari di Universitas Contoh Indonesia').waitFor();
    expect(await inspectHere(learner, { path: 'player', language: 'id' })).toEqual([]);
    const lecture = await windowOf(learner, 'Buka di jendela baru');
    // No agreement lets the university know a name.
    await lecture.getByText('Halo peserta').waitFor();
    const launched = tool.launches[1] ?? {};
    expect(launched).toMatchObject({
      [`${lti}message_type`]: 'LtiResourceLinkRequest',
      [`${lti}custom`]: { id: 'kuliah-1', mata: title },
    });
    expect(JSON.stringify(launched)).not.toMatch(/Sri Contoh|sri@|1990\d{14}/);
    await lecture.getByRole('button', { name: 'Selesai' }).click();
    await lecture.getByText('Nilai terkirim').waitFor();

    // The score has come by the tool's own way, without the browser; the page that stayed open shows it.
    await learner.getByText('Bagian ini selesai.').waitFor();

    // What a grader has written is text, and the work is looked at again where it is.
    await learner.reload();
    await learner.getByText('Uraian nomor 3 <b>sangat</b> baik.').waitFor();
    expect(await inspectHere(learner, { path: 'work', language: 'id' })).toEqual([]);
    const own = await windowOf(learner, 'Lihat jawaban');
    await own.getByText('Pekerjaan Anda sendiri').waitFor();
    expect(tool.launches[2]).toMatchObject({
      [`${lti}message_type`]: 'LtiSubmissionReviewRequest',
      [`${lti}for_user`]: { user_id: launched.sub },
    });

    await author.goto(course);
    await author.getByRole('link', { name: 'Hasil alat universitas' }).click();
    await author.getByText('100 dari 100').waitFor();
    expect(await inspectHere(author, { path: 'results', language: 'id' })).toEqual([]);
    const theirs = await windowOf(author, 'Lihat jawaban');
    await theirs.getByText('Pekerjaan seorang peserta').waitFor();
    expect(JSON.stringify(tool.launches[3])).not.toMatch(/Sri Contoh|sri@|1990\d{14}/);
    expect(tool.failures).toEqual([]);
  });
});
