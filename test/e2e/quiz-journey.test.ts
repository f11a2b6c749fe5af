import { defaultQuizRules, type Quiz, writeQuizDocument } from '@sinau/quiz';
import { sampleChoice, sampleNumber, sampleTrueFalse } from '@sinau/quiz/testing';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { publishByApi } from './provider-client.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { createTabs } from './tabs.ts';

const title = 'Wawasan kebangsaan';
const quiz: Quiz = {
  v: 1,
  title,
  sections: [{ sectionId: 's1', questions: [sampleChoice, sampleTrueFalse, sampleNumber] }],
  rules: { ...defaultQuizRules, passMark: 0.7, maxAttempts: 3, timeLimitSeconds: 1800, reviewFrom: 'end' },
};

let courseId: string;

const stage = useStage('quiz', async () => {
  const body = writeQuizDocument(quiz);
  courseId = await publishByApi(stage.dataDir, {
    ...{ body, fileName: 'kuis.json', type: 'application/json', kind: 'quiz', title },
  });
});

/** The page of the quiz, inside the player. */
const quizIn = (tab: Page): FrameLocator => tab.frameLocator('iframe[title^="Isi bagian"]');
const press = (tab: Page, name: string) => quizIn(tab).getByRole('button', { name, exact: true }).click();
const question = (tab: Page, number: number) =>
  quizIn(tab)
    .getByRole('heading', { name: `Pertanyaan ${number} dari 3` })
    .waitFor();

const recorded = z.object({
  statements: z.array(
    z.looseObject({ verb: z.object({ id: z.string() }), object: z.looseObject({ id: z.string() }) }),
  ),
});
async function statements() {
  const { endpoint, key, secret } = stage.server.dev.xapi;
  const headers = { authorization: `Basic ${btoa(`${key}:${secret}`)}`, 'x-experience-api-version': '1.0.3' };
  const answer = await fetch(`${endpoint}/statements?limit=500&ascending=true`, { headers });
  return recorded.parse(await answer.json()).statements;
}
const verbs = async () => (await statements()).map(({ verb }) => verb.id.replace(/.*\//, ''));

describe.skipIf(noBrowser !== undefined)(`a quiz, end to end${unlessNoBrowser}`, () => {
  it('is failed, taken up again after a closed tab, passed, and the course is done', async () => {
    const faults = collectFaults();
    const { open, step } = createTabs(stage.browser, { faults });
    let tab = await open();
    await step('a learner begins, and submits too early', async () => {
      await signIn(tab, stage.server.dev.portal, { name: 'Sri Contoh' });
      await tab.goto(`${stage.server.dev.portal}/courses/${courseId}`);
      await tab.getByRole('button', { name: 'Daftar', exact: true }).click();
      await tab.getByRole('link', { name: 'Mulai belajar' }).click();
      await quizIn(tab).getByText('3 pertanyaan').waitFor();
      await press(tab, 'Mulai');
      await question(tab, 1);
      await quizIn(tab).getByLabel('Surakarta').check();
      await press(tab, 'Kumpulkan');
      await press(tab, 'Kumpulkan sekarang');
      await quizIn(tab).getByText('Belum lulus').waitFor();
      await quizIn(tab).getByText('Sisa kesempatan: 2').waitFor();
      // C5: the rules keep the answers until the end.
      expect(
        await quizIn(tab)
          .getByRole('button', { name: /^Lihat pembahasan/ })
          .count(),
      ).toBe(0);
    });
    await step('tries again, and closes the tab in the middle', async () => {
      await press(tab, 'Coba lagi');
      await press(tab, 'Mulai');
      await quizIn(tab).getByLabel('Semarang').check();
      await press(tab, 'Berikutnya');
      await question(tab, 2);
      await quizIn(tab).getByLabel('Benar').check();
      await quizIn(tab)
        .getByText(/^Tersimpan/)
        .waitFor();
      await tab.context().close();
    });
    await step('comes back to the very question, passes, and the course is done', async () => {
      tab = await open();
      await signIn(tab, stage.server.dev.portal, { name: 'Sri Contoh' });
      await tab.goto(`${stage.server.dev.portal}/courses/${courseId}`);
      await tab.getByRole('link', { name: 'Lanjutkan' }).first().click();
      await question(tab, 2);
      expect(await quizIn(tab).getByLabel('Benar').isChecked()).toBe(true);
      await press(tab, 'Berikutnya');
      await question(tab, 3);
      await quizIn(tab).getByLabel('Jawaban Anda').fill('3,14');
      await press(tab, 'Kumpulkan');
      await quizIn(tab).getByText('Semua pertanyaan sudah dijawab.').waitFor();
      await press(tab, 'Kumpulkan sekarang');
      await quizIn(tab).getByText('Lulus', { exact: true }).waitFor();
      await press(tab, 'Lihat pembahasan percobaan 2');
      await quizIn(tab).getByText('Semarang sejak 1950.').waitFor();
      await press(tab, 'Kembali ke hasil');
      await press(tab, 'Selesai');
      await tab.getByRole('heading', { level: 1, name: title }).waitFor();
      await tab.getByText('1 dari 1 bagian selesai').waitFor();
    });
    const told = await verbs();
    const count = (verb: string) => told.filter((one) => one === verb).length;
    expect(['attempted', 'answered', 'passed', 'failed', 'satisfied'].map(count)).toEqual([2, 4, 1, 0, 1]);
    const answered = (await statements()).find(({ verb }) => verb.id.endsWith('/answered'));
    expect(answered?.object).toMatchObject({ definition: { correctResponsesPattern: ['semarang'] } });
    expect(faults.all).toEqual([]);
  });
});
