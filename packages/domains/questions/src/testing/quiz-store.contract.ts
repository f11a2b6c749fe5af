import { randomUUID } from 'node:crypto';
import type { ProviderId } from '@sinau/kernel';
import { defaultQuizRules, textOf } from '@sinau/quiz';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QuizStore } from '../quizzes/ports.ts';
import type { Placement, QuizDraft } from '../quizzes/quiz-draft.ts';

/** What every store of quizzes keeps. Providers are fresh in every test, so that the store need not be empty. */
export function quizStoreContract(adapter: string, open: () => Promise<QuizStore>): void {
  describe(`quiz store on ${adapter}`, () => {
    let store: QuizStore;
    let quiz: QuizDraft;
    beforeEach(async () => {
      store = await open();
      quiz = sampleDraft(randomUUID() as ProviderId);
      await store.create(quiz);
    });
    const placement: Placement = { packageId: randomUUID(), courseId: 'c1', at: quizAt, digest: 'd' };

    it('C2: finds and lists a quiz under its own provider only', async () => {
      const other = randomUUID() as ProviderId;
      expect(await store.find(quiz)).toEqual(quiz);
      expect(await store.find({ ...quiz, providerId: other })).toBeUndefined();
      expect(await store.list(quiz.providerId)).toEqual([quiz]);
      expect(await store.list(other)).toEqual([]);
    });

    it('replaces a quiz once per revision, and knows then which package came of it', async () => {
      const { introduction: _, ...plain } = { ...quiz, title: 'Lain', placements: [placement], rev: 2 };
      expect(await store.replace(plain, placement)).toBe('stored');
      const late = { ...placement, packageId: randomUUID() };
      expect(await store.replace({ ...plain, title: 'Ketiga' }, late)).toBe('conflict');
      expect(await store.find(quiz)).toEqual(plain);
      expect(await store.quizOf(quiz.providerId, placement.packageId)).toBe(quiz.quizId);
      expect(await store.quizOf(quiz.providerId, late.packageId)).toBeUndefined();
      expect(await store.quizOf(randomUUID() as ProviderId, placement.packageId)).toBeUndefined();
    });

    it('deletes what was read, and nothing that was changed since', async () => {
      await store.replace({ ...quiz, rev: 2 });
      expect(await store.delete(quiz)).toBe('conflict');
      expect(await store.delete({ ...quiz, rev: 2 })).toBe('deleted');
      expect(await store.find(quiz)).toBeUndefined();
      expect(await store.replace({ ...quiz, rev: 3 })).toBe('conflict');
    });
  });
}

const quizAt = '2026-03-02T01:00:00.000Z';

function sampleDraft(providerId: ProviderId): QuizDraft {
  return {
    ...{ quizId: randomUUID(), providerId, title: 'Kuis etika', introduction: textOf('Selamat mengerjakan') },
    sections: [
      {
        sectionId: 's1',
        title: 'Dasar',
        source: { kind: 'chosen', questions: [{ questionId: randomUUID(), points: 2 }] },
      },
      { sectionId: 's2', source: { kind: 'drawn', category: 'Etika', count: 2 } },
    ],
    rules: { ...defaultQuizRules, passMark: 0.7, timeLimitSeconds: 600 },
    placements: [],
    ...{ createdAt: quizAt, updatedAt: quizAt, rev: 1 },
  };
}
