import type { FrameLocator, Page } from 'playwright-core';
import { lessons } from '../../functions/dev-server/sample-course/lessons.ts';
import { until } from './until.ts';

type Lesson = (typeof lessons)[number];

/** The two parts of the course that the tests take. */
export const passwords = lessonOf('kata-sandi');
export const phishing = lessonOf('phishing');

function lessonOf(folder: string): Lesson {
  const lesson = lessons.find((candidate) => candidate.folder === folder);
  if (!lesson) throw new Error(`the sample course has no part ${folder}`);
  return lesson;
}

/** Finds a course in the catalogue by a word and enrols; the course page stays open. */
export async function enrol(page: Page, course: { readonly search: string; readonly title: string }) {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Katalog' }).click();
  await page.getByLabel('Cari kursus').fill(course.search);
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByRole('status').getByText(`kursus untuk “${course.search}”`).waitFor();
  const found = page.getByRole('link', { name: course.title, exact: true });
  await until(page, () => found.count());
  await found.click();
  await page.getByRole('heading', { level: 1, name: course.title }).waitFor();
  await page.getByRole('button', { name: 'Daftar' }).click();
  await page.getByRole('link', { name: 'Mulai belajar' }).waitFor();
}

/** The AU in the player's frame. */
export function lessonIn(page: Page): FrameLocator {
  return page.frameLocator('iframe[title^="Isi bagian"]');
}

/** Waits for a page of the lesson, counted from 0. */
export async function seePage(page: Page, lesson: Lesson, index: number): Promise<void> {
  const shown = lessonIn(page);
  await shown.getByText(`Bagian ${index + 1} dari ${lesson.pages.length + 1}`).waitFor();
  await shown.getByRole('heading', { name: lesson.pages[index]?.heading ?? '' }).waitFor();
}

/** Leafs on by one page. */
export async function leafOn(page: Page): Promise<void> {
  await lessonIn(page).getByRole('button', { name: 'Lanjut' }).click();
}

/** Reads on from the page given, answers all questions rightly, and ends at the lesson's last page. */
export async function finishLesson(page: Page, lesson: Lesson, from: number): Promise<void> {
  const shown = lessonIn(page);
  for (let index = from; index < lesson.pages.length; index += 1) {
    await seePage(page, lesson, index);
    await leafOn(page);
  }
  await shown.getByRole('heading', { name: 'Periksa pemahaman' }).waitFor();
  for (const { text, choices, right } of lesson.questions) {
    const answer = choices.find(({ id }) => id === right)?.text ?? '';
    await shown.getByRole('group', { name: text }).getByLabel(answer).check();
  }
  await shown.getByRole('button', { name: 'Kirim jawaban' }).click();
  await shown.getByRole('heading', { name: 'Selesai' }).waitFor();
  await shown.getByText('Nilai Anda 100').waitFor();
}
