import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ExternalLearning, LearningId } from '../learning.ts';
import { defaultPolicy } from '../policy.ts';
import type { LearningStore } from '../ports.ts';
import { learningOf, lineOf } from './samples.ts';

/** What every store of records keeps. Ids are fresh in every test. */
export function learningStoreContract(adapter: string, open: () => Promise<LearningStore>): void {
  describe(`store of external learning on ${adapter}`, () => {
    let store: LearningStore;
    let personId: PersonId;
    let agencyId: AgencyId;
    beforeEach(async () => {
      store = await open();
      personId = randomUUID() as PersonId;
      agencyId = randomUUID() as AgencyId;
    });

    const made = (more: Partial<ExternalLearning> = {}) =>
      learningOf({ learningId: randomUUID() as LearningId, personId, agencyId, ...more });

    async function add(more: Partial<ExternalLearning> = {}): Promise<ExternalLearning> {
      const after = made(more);
      const taken = await store.take({ after, line: lineOf(after) });
      if (taken.outcome !== 'done') throw new Error(taken.outcome);
      return taken.learning;
    }

    it('gives back a record with its history, to whoever asks for its person', async () => {
      const learning = await add();
      expect(learning.rev).toBe(1);
      expect(await store.find(personId, learning.learningId)).toEqual(learning);
      expect(await store.find('nobody' as PersonId, learning.learningId)).toBeUndefined();
      const planItem = { year: 2026, itemId: 'i1', by: 'agus' as PersonId, at: learning.createdAt };
      const after = { ...learning, state: 'reported', lines: 2, planItem } as const;
      await store.take({
        before: learning,
        after,
        line: { ...lineOf(after), action: 'send', from: 'draft' },
      });
      expect((await store.linesOf(personId, learning.learningId)).map(({ to }) => to)).toEqual([
        'draft',
        'reported',
      ]);
      expect(await store.listOf(personId)).toEqual([{ ...after, rev: 2 }]);
      expect(await store.linesOf(personId, `${learning.learningId}0` as LearningId)).toEqual([]);
    });

    it('lets one of ten who have read the same record take it on', async () => {
      const before = await add();
      const after = { ...before, state: 'cancelled', lines: 2 } as const;
      const results = await Promise.all(
        Array.from({ length: 10 }, () => store.take({ before, after, line: lineOf(after) })),
      );
      expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'changed')).toHaveLength(9);
      expect(await store.linesOf(personId, before.learningId)).toHaveLength(2);
    });

    it('keeps one of ten parallel records with the same certificate, and names it to the others', async () => {
      const all = Array.from({ length: 10 }, () => made());
      const results = await Promise.all(all.map((after) => store.take({ after, line: lineOf(after) })));
      const [kept, ...more] = results.flatMap((one) => (one.outcome === 'done' ? [one.learning] : []));
      expect(more).toEqual([]);
      expect(results.flatMap((one) => (one.outcome === 'taken' ? [one.learningId] : []))).toEqual(
        Array.from({ length: 9 }, () => kept?.learningId),
      );
      expect(await store.listOf(personId)).toHaveLength(1);
      const other = learningOf({ personId: randomUUID() as PersonId, agencyId });
      expect(await store.take({ after: other })).toMatchObject({ outcome: 'done' });
    });

    it('knows the same certificate by another title, and the same event without its number', async () => {
      const first = await add();
      const { details } = first;
      const sameNumber = made({ details: { ...details, title: 'Judul lain', startsOn: '2026-03-01' } });
      expect(await store.take({ after: sameNumber })).toEqual({
        ...{ outcome: 'taken', learningId: first.learningId },
      });
      const { certificate: _, ...noNumber } = details;
      const sameEvent = made({ details: { ...noNumber, title: ` ${details.title.toUpperCase()}! ` } });
      expect(await store.take({ after: sameEvent })).toMatchObject({ outcome: 'taken' });
    });

    it('tells which record claims the same, before anything is written', async () => {
      const first = await add();
      const { certificate: _, ...noNumber } = first.details;
      const holderOf = (details: ExternalLearning['details'], more: Partial<ExternalLearning> = {}) =>
        store.holderOf(made({ details, ...more }));
      const sameNumber = { ...first.details, title: 'Judul lain' };
      expect(await holderOf(noNumber)).toBe(first.learningId);
      expect(await holderOf(sameNumber)).toBe(first.learningId);
      expect(await holderOf({ ...noNumber, title: 'Judul lain' })).toBeUndefined();
      expect(await holderOf(noNumber, { personId: randomUUID() as PersonId })).toBeUndefined();
      const cancelled = { ...first, state: 'cancelled', lines: 2 } as const;
      await store.take({ before: first, after: cancelled, line: lineOf(cancelled) });
      expect(await holderOf(noNumber)).toBeUndefined();
    });

    it('gives up what a record claimed when it is cancelled, or its words change', async () => {
      const first = await add();
      const cancelled = { ...first, state: 'cancelled', lines: 2 } as const;
      await store.take({ before: first, after: cancelled, line: lineOf(cancelled) });
      const second = await add();
      const back = { ...cancelled, rev: 2, state: 'draft', lines: 3 } as const;
      expect(await store.take({ before: { ...cancelled, rev: 2 }, after: back })).toEqual({
        ...{ outcome: 'taken', learningId: second.learningId },
      });
      const details = {
        ...second.details,
        title: 'Seminar yang lain',
        certificate: { number: '2', issuer: 'BKN' },
      };
      expect(await store.take({ before: second, after: { ...second, details } })).toMatchObject({
        outcome: 'done',
      });
      expect(await store.take({ before: { ...cancelled, rev: 2 }, after: back })).toMatchObject({
        outcome: 'done',
      });
    });

    it('forgets a record as it was read, with its history and what it claimed, and no other', async () => {
      const first = await add();
      const other = await add({
        details: { ...first.details, title: 'Lain', certificate: { number: '9', issuer: 'BKN' } },
      });
      const changed = await store.take({ before: first, after: { ...first, state: 'reported' } });
      if (changed.outcome !== 'done') throw new Error(changed.outcome);
      expect(await store.forget(first)).toBe('changed');
      expect(await store.linesOf(personId, first.learningId)).toHaveLength(1);
      expect(await store.forget(changed.learning)).toBe('forgotten');
      expect(await store.linesOf(personId, first.learningId)).toEqual([]);
      expect(await store.listOf(personId)).toEqual([other]);
      expect(await store.linesOf(personId, other.learningId)).toHaveLength(1);
      await add();
    });

    it('lists what waits in an agency, longest first and page by page, and nothing else', async () => {
      const waits = async (n: number) =>
        add({
          ...{ state: 'reported', waitingSince: `2026-03-0${n}T01:00:00.000Z` },
          details: {
            ...learningOf().details,
            title: `Seminar ${n}`,
            certificate: { number: `${n}`, issuer: 'BKN' },
          },
        });
      const [third, first, second] = [await waits(3), await waits(1), await waits(2)];
      await add({ details: { ...learningOf().details, title: 'Draf' } });
      const titles: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.listWaiting(agencyId, { limit: 2, ...(after && { after }) });
        titles.push(...page.learnings.map(({ details }) => details.title));
        after = page.next;
      } while (after !== undefined);
      expect(titles).toEqual([first, second, third].map(({ details }) => details.title));
      expect((await store.listWaiting('other' as AgencyId, { limit: 2 })).learnings).toEqual([]);
    });

    it('keeps what an agency asks, and tells the second of two who change it', async () => {
      expect(await store.findPolicy(agencyId)).toBeUndefined();
      const policy = { ...defaultPolicy(agencyId), letterForms: ['KL06'] };
      expect(await store.savePolicy(policy)).toBe('saved');
      expect(await store.savePolicy(policy)).toBe('changed');
      expect(await store.findPolicy(agencyId)).toEqual({ ...policy, rev: 1 });
    });
  });
}
