import { randomUUID } from 'node:crypto';
import type { ProviderId } from '@sinau/kernel';
import { textOf } from '@sinau/quiz';
import { beforeEach, describe, expect, it } from 'vitest';
import { type BankQuestion, entryOf } from '../bank-question.ts';
import type { BankStore } from '../ports.ts';
import { sampleQuestion } from './sample-questions.ts';

/** What every bank store keeps. Providers are fresh in every test, so that the store need not be empty. */
export function bankStoreContract(adapter: string, open: () => Promise<BankStore>): void {
  describe(`bank store on ${adapter}`, () => {
    let store: BankStore;
    let providerId: ProviderId;
    beforeEach(async () => {
      store = await open();
      providerId = randomUUID() as ProviderId;
    });
    const sorted = (all: readonly BankQuestion[]) =>
      all.toSorted((one, other) => (one.question.questionId < other.question.questionId ? -1 : 1));

    it('C2: finds and lists a question under its own provider only', async () => {
      const one = sampleQuestion({ providerId, tags: ['a', 'b'], archivedFrom: 'ready' });
      const { questionId } = one.question;
      expect(await store.add(providerId, [one])).toEqual({ outcome: 'added', added: [questionId] });
      expect(await store.find({ providerId, questionId })).toEqual(one);
      expect(await store.listEntries(providerId)).toEqual([entryOf(one)]);
      const other = randomUUID() as ProviderId;
      expect(await store.find({ providerId: other, questionId })).toBeUndefined();
      expect(await store.findMany(other, [questionId])).toEqual([]);
      expect(await store.listEntries(other)).toEqual([]);
    });

    it('adds many, and what is there already stays as it is', async () => {
      const many = Array.from({ length: 95 }, () => sampleQuestion({ providerId }));
      const ids = many.map(({ question }) => question.questionId);
      expect((await store.add(providerId, many.slice(0, 60))).added).toEqual(ids.slice(0, 60));
      const changed = many.map((one) => ({ ...one, category: 'Lain' }));
      expect(await store.add(providerId, changed)).toEqual({ outcome: 'added', added: ids.slice(60) });
      const found = await store.findMany(providerId, [...ids, ...ids, randomUUID()]);
      expect(sorted(found)).toEqual(sorted([...many.slice(0, 60), ...changed.slice(60)]));
      expect(await store.listEntries(providerId)).toHaveLength(95);
    });

    it('adds questions so large that few of them fit into one write', async () => {
      const large = () => sampleQuestion({ providerId }, { prompt: textOf('é'.repeat(85_000)) });
      const many = Array.from({ length: 25 }, large);
      expect((await store.add(providerId, many)).added).toHaveLength(25);
      expect(await store.listEntries(providerId)).toHaveLength(25);
    });

    it('lets one of several win who add the same question at once', async () => {
      const one = sampleQuestion({ providerId });
      const results = await Promise.all([1, 2, 3].map(() => store.add(providerId, [one])));
      expect(results.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added']);
      expect(results.flatMap(({ added }) => added)).toEqual([one.question.questionId]);
    });

    it('replaces a question once per revision, in the list too', async () => {
      const one = sampleQuestion({ providerId });
      const next = { ...one, category: 'Etika/Dasar', rev: 2 };
      expect(await store.replace(next)).toBe('conflict');
      await store.add(providerId, [one]);
      expect(await store.replace(next)).toBe('stored');
      expect(await store.replace({ ...next, category: 'Lain' })).toBe('conflict');
      expect(await store.find({ providerId, questionId: one.question.questionId })).toEqual(next);
      expect(await store.listEntries(providerId)).toEqual([entryOf(next)]);
    });
  });
}
