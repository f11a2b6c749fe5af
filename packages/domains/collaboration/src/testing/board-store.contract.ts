import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AnswerId, QuestionId, WriterDay } from '../board/board.ts';
import type { BoardStore } from '../board/ports.ts';
import type { CommunityId } from '../communities/community.ts';
import { answerSample, questionSample } from './board-samples.ts';

let count = 0;

/** What boards are kept in: every adapter answers alike. */
export function communityBoardStoreContract(engine: string, create: () => Promise<BoardStore>): void {
  describe(`board store (${engine})`, () => {
    let store: BoardStore;
    let communityId: CommunityId;
    let [sri, budi]: [PersonId, PersonId] = ['' as PersonId, '' as PersonId];
    beforeEach(async () => {
      store = await create();
      count += 1;
      communityId = `k-${count}` as CommunityId;
      [sri, budi] = [`sri-${count}` as PersonId, `budi-${count}` as PersonId];
    });
    const question = (over = {}) => questionSample({ communityId, askedBy: sri, ...over });
    const answer = (over = {}) => answerSample({ communityId, answeredBy: budi, ...over });
    const writer = (over: Partial<WriterDay> = {}): WriterDay => ({
      ...{ communityId, personId: sri, day: '2099-03-02', questions: 1, answers: 0, rev: 0, ...over },
    });
    const hidden = { by: 'wulan' as PersonId, at: '2026-03-03T00:00:00.000Z', reason: 'Menyebut nama' };

    it('keeps a question with what its asker has written that day, or neither', async () => {
      expect(await store.change({ question: question(), writer: writer() })).toBe('saved');
      expect(await store.findQuestion(question())).toEqual({ ...question(), rev: 1 });
      expect(await store.findWriter(communityId, sri)).toEqual(writer({ rev: 1 }));
      // Two at once: the second finds another count than it has read.
      const other = question({ questionId: 'q2' as QuestionId });
      expect(await store.change({ question: other, writer: writer({ questions: 2 }) })).toBe('conflict');
      expect(await store.findQuestion(other)).toBeUndefined();
      expect(await store.findWriter(communityId, budi)).toBeUndefined();
    });

    it('keeps answers by question, and every word about what was hidden', async () => {
      await store.change({ question: question() });
      const marked = question({
        ...{ rev: 1, answers: 1, helpful: { answerId: 'a1', at: 'z' }, hidden, changedAt: 'x' },
      });
      expect(await store.change({ question: marked, answer: answer() })).toBe('saved');
      expect(await store.findQuestion(question())).toEqual({ ...marked, rev: 2 });
      const second = answer({ ...{ answerId: 'a2' as AnswerId, hidden, changedAt: 'y' } });
      await store.change({ answer: second });
      await store.change({ answer: answer({ questionId: 'q10' as QuestionId }) });
      const ids = (await store.answersOf(question())).map(({ answerId }) => answerId);
      expect(ids.toSorted()).toEqual(['a1', 'a2']);
      expect(await store.findAnswer(second)).toEqual({ ...second, rev: 1 });
    });

    it('takes away what was read, all of it or nothing', async () => {
      await store.change({ question: question(), answer: answer() });
      const [read, one] = [
        { ...question(), rev: 1 },
        { ...answer(), rev: 1 },
      ];
      await store.change({ answer: one });
      expect(await store.change({ gone: { question: read, answers: [one] } })).toBe('conflict');
      expect(await store.findQuestion(read)).toBeDefined();
      const gone = { question: read, answers: [{ ...one, rev: 2 }] };
      expect(await store.change({ gone })).toBe('saved');
      expect([await store.findQuestion(read), await store.findAnswer(one)]).toEqual([undefined, undefined]);
    });

    it('lets one of two change the same question', async () => {
      await store.change({ question: question() });
      const both = ['A', 'B'].map((title) => store.change({ question: question({ rev: 1, title }) }));
      expect((await Promise.all(both)).toSorted()).toEqual(['conflict', 'saved']);
    });

    it('lists what nobody has answered first, each part the newest first, page by page', async () => {
      for (const [n, answers] of [0, 1, 0, 2, 0].entries()) {
        const askedAt = `2026-03-0${n + 1}T00:00:00.000Z`;
        await store.change({ question: question({ questionId: `q${n}`, askedAt, answers }) });
      }
      await store.change({ question: questionSample({ communityId: `${communityId}-lain` as CommunityId }) });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.list(communityId, { limit: 2, after });
        expect(page.questions.length).toBeLessThanOrEqual(2);
        seen.push(...page.questions.map(({ questionId }) => questionId));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(['q4', 'q2', 'q0', 'q3', 'q1']);
      // An answer moves it down.
      await store.change({
        question: question({ questionId: 'q4', askedAt: '2026-03-05T00:00:00.000Z', answers: 1, rev: 1 }),
      });
      const { questions, next } = await store.list(communityId, { limit: 2 });
      expect(questions.map(({ questionId }) => questionId)).toEqual(['q2', 'q0']);
      // The place of one list is none of another.
      await expect(store.list('k-lain' as CommunityId, { limit: 2, after: next })).rejects.toThrow();
    });

    it('lists a hidden question among those that wait for nobody, until it is shown again', async () => {
      const [shown, older] = [
        question({ askedAt: '2026-03-02T00:00:00.000Z' }),
        question({ questionId: 'q2', askedAt: '2026-03-01T00:00:00.000Z' }),
      ];
      const order = async () =>
        (await store.list(communityId, { limit: 5 })).questions.map(({ questionId }) => questionId);
      for (const one of [shown, older]) await store.change({ question: one });
      expect(await order()).toEqual(['q1', 'q2']);
      await store.change({ question: { ...shown, hidden, rev: 1 } });
      expect(await order()).toEqual(['q2', 'q1']);
      await store.change({ question: { ...shown, rev: 2 } });
      expect(await order()).toEqual(['q1', 'q2']);
    });

    it('knows by community and day which question members were told of', async () => {
      const [day, questionId] = ['2099-03-02', 'q1' as QuestionId];
      expect(await store.firstTold(communityId, day)).toBeUndefined();
      await store.keepTold({ communityId, day, questionId });
      expect([
        await store.firstTold(communityId, day),
        await store.firstTold(communityId, '2099-03-03'),
        await store.firstTold(`${communityId}-lain` as CommunityId, day),
      ]).toEqual([questionId, undefined, undefined]);
      // It is no question, and no answer.
      expect((await store.list(communityId, { limit: 5 })).questions).toEqual([]);
    });

    it('finds what somebody has written in every community, until they are taken out of it', async () => {
      await store.change({ question: question(), answer: answer() });
      const elsewhere = answer({ communityId: `${communityId}-lain`, answeredBy: sri });
      await store.change({ answer: elsewhere });
      expect(await store.writtenBy(sri)).toEqual({
        questions: [{ ...question(), rev: 1 }],
        answers: [{ ...elsewhere, rev: 1 }],
      });
      const { askedBy: _, ...nobodys } = question({ rev: 1 });
      await store.change({ question: nobodys });
      expect((await store.writtenBy(sri)).questions).toEqual([]);
      expect(await store.findQuestion(question())).toEqual({ ...nobodys, rev: 2 });
      expect((await store.writtenBy(budi)).answers).toHaveLength(1);
    });
  });
}
