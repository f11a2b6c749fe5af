import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { QuizChange, QuizStore } from '../quiz/ports.ts';
import type { QuizAttempt, QuizBook, QuizKey } from '../quiz/state.ts';

const at = '2026-03-02T01:00:00.000Z';

/** A store under test, and what commits the writes of its companions as the record store would. */
export interface QuizStoreUnderTest {
  readonly store: QuizStore;
  /** False when a condition did not hold; then nothing was written. */
  commit(writes: readonly object[]): Promise<boolean>;
}

/** What every store of attempts keeps. Ids are fresh in every test, so that the store need not be empty. */
export function quizStoreContract(adapter: string, open: () => Promise<QuizStoreUnderTest>): void {
  describe(`quiz store on ${adapter}`, () => {
    let under: QuizStoreUnderTest;
    let store: QuizStore;
    let key: QuizKey;

    beforeEach(async () => {
      under = await open();
      store = under.store;
      key = { registration: randomUUID(), moduleId: 'm/1#x' };
    });

    const bookOf = (over: Partial<QuizBook> = {}): QuizBook => ({
      ...key,
      run: 2,
      attempts: [{ originHash: 'a'.repeat(32), startedAt: at, deadline: at }],
      failedTold: 0,
      rev: 0,
      ...over,
    });
    const attemptOf = (over: Partial<QuizAttempt> = {}): QuizAttempt => ({
      ...key,
      number: 1,
      originHash: 'a'.repeat(32),
      seed: 's',
      questionIds: ['q1', '__proto__'],
      place: { questionId: 'q1', order: { run: 2, sequence: 3 } },
      answers: {
        q1: {
          response: { kind: 'short-text', text: 'é' },
          flagged: true,
          seconds: 4,
          order: { run: 2, sequence: 3 },
          at,
        },
      },
      toldQuestions: 0,
      closed: false,
      rev: 0,
      ...over,
    });
    async function commit(change: QuizChange): Promise<boolean> {
      const saving = await store.saving(change);
      const done = await under.commit(saving.companion.writes);
      await saving.settle(done ? 'stored' : 'refused');
      return done;
    }

    it('gives back the whole of what was written, one rev higher', async () => {
      expect(await store.readBook(key)).toBeUndefined();
      expect(await store.readAttempt(key, 1)).toBeUndefined();
      expect(await commit({ book: bookOf(), attempt: attemptOf() })).toBe(true);
      expect(await store.readBook(key)).toEqual(bookOf({ rev: 1 }));
      expect(await store.readAttempt(key, 1)).toEqual(attemptOf({ rev: 1 }));
    });

    it('L10: writes all rows or none, and only over what was read', async () => {
      expect(await store.save({ book: bookOf(), attempt: attemptOf() })).toBe('saved');
      const second = { book: bookOf({ rev: 0 }), attempt: attemptOf({ number: 2 }) };
      expect(await store.save(second)).toBe('conflict');
      expect(await store.readAttempt(key, 2)).toBeUndefined();
      expect(await store.save({ ...second, book: bookOf({ rev: 1 }) })).toBe('saved');
      expect(await store.save({ attempt: attemptOf({ rev: 2 }) })).toBe('conflict');
      expect(await store.save({ attempt: attemptOf({ rev: 1, answers: {} }) })).toBe('saved');
      expect(await store.readAttempt(key, 1)).toMatchObject({ rev: 2, answers: {} });
    });

    it('of starts side by side lets one through', async () => {
      await store.save({ book: bookOf() });
      const all = Array.from({ length: 8 }, (_, n) =>
        commit({ book: bookOf({ rev: 1 }), attempt: attemptOf({ number: 1, seed: String(n) }) }),
      );
      expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1);
    });

    it('keeps modules and registrations apart, and gives all of a registration', async () => {
      const other = { ...key, moduleId: 'm/1' };
      await store.save({ book: bookOf(), attempt: attemptOf() });
      await store.save({ book: bookOf(other), attempt: attemptOf({ ...other, number: 2 }) });
      const { books, attempts } = await store.listOf(key.registration);
      expect(books.map(({ moduleId }) => moduleId).toSorted()).toEqual(['m/1', key.moduleId].toSorted());
      expect(attempts.map(({ number }) => number).toSorted()).toEqual([1, 2]);
      expect(await store.listOf(randomUUID())).toEqual({ books: [], attempts: [] });
    });

    it('lists attempts whose time is up until they are no longer watched', async () => {
      const due = { ...key, number: 1, deadline: '1999-03-02T01:00:00.000Z' };
      const mine = async (until: string) =>
        (await store.listDue({ until, limit: 1000 })).filter(
          ({ registration }) => registration === key.registration,
        );
      expect(await commit({ attempt: attemptOf(), due: { ...due, watch: true } })).toBe(true);
      expect(await mine('1999-03-02T00:59:59.999Z')).toEqual([]);
      expect(await mine('1999-03-02T01:00:00.001Z')).toEqual([due]);
      expect(await store.save({ due: { ...due, watch: false } })).toBe('saved');
      expect(await mine('1999-03-02T01:00:00.001Z')).toEqual([]);
    });

    it('keeps 500 long answers', async () => {
      const text = 'é'.repeat(1000);
      const [answer] = Object.values(attemptOf().answers);
      const answers = Object.fromEntries(
        Array.from({ length: 500 }, (_, n) => [
          `q${n}`,
          {
            flagged: false,
            seconds: 1,
            order: { run: 1, sequence: n },
            at,
            ...answer,
            response: { kind: 'short-text', text } as const,
          },
        ]),
      );
      expect(await store.save({ attempt: attemptOf({ answers }) })).toBe('saved');
      expect((await store.readAttempt(key, 1))?.answers.q499).toMatchObject({ response: { text } });
    });
  });
}
