import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LtiClientId, SeenMessages } from '../lti/index.ts';
import type { StoredLineItem } from '../lti-services/line-item.ts';
import type { GradeStore } from '../lti-services/ports.ts';
import type { ScoreRecord } from '../lti-services/score-record.ts';

export interface GradesUnderTest {
  readonly store: GradeStore;
  readonly assertions: SeenMessages;
}

/** What every store of line items, scores and used assertions keeps. Ids are fresh in every test. */
export function gradeStoreContract(adapter: string, open: () => Promise<GradesUnderTest>): void {
  let store: GradeStore;
  let assertions: SeenMessages;
  beforeEach(async () => {
    ({ store, assertions } = await open());
  });

  const clientId = 'tool#1' as LtiClientId;

  const lineItem = (over: Partial<StoredLineItem> = {}): StoredLineItem => ({
    ...{ courseId: randomUUID(), clientId, lineItemId: randomUUID() },
    said: {
      label: 'Ujian',
      scoreMaximum: 12.5,
      tag: 'final',
      submissionReview: { reviewableStatus: ['None'] },
    },
    createdAt: '2026-03-02T01:00:00.000Z',
    rev: 0,
    ...over,
  });

  const scoreIn = (item: StoredLineItem, over: Partial<ScoreRecord> = {}): ScoreRecord => ({
    ...{ courseId: item.courseId, clientId: item.clientId, lineItemId: item.lineItemId },
    ...{ userId: 'user#1', registration: randomUUID() },
    standing: {
      progress: {
        said: '2026-03-02T01:00:00.000000000Z~44~a',
        activity: 'Completed',
        grading: 'FullyGraded',
      },
      settled: {
        said: '2026',
        arrived: '2025',
        points: { given: 0.5, maximum: 1 },
        at: '2026-03-02T01:00:00.000Z',
      },
    },
    rev: 0,
    ...over,
  });

  async function added(over: Partial<StoredLineItem> = {}): Promise<StoredLineItem> {
    const item = lineItem(over);
    expect(await store.saveItem(item)).toBe('saved');
    return { ...item, rev: 1 };
  }

  describe(`line items on ${adapter}`, () => {
    it('are found by tool and course, and by nobody else', async () => {
      const item = await added();
      const other = await added({ courseId: item.courseId, clientId: 'tool' as LtiClientId });
      expect(await store.listItems(item)).toEqual([item]);
      expect(await store.findItem(item, item.lineItemId)).toEqual(item);
      expect(await store.findItem(other, item.lineItemId)).toBeUndefined();
      expect(await store.listItems({ ...item, courseId: randomUUID() })).toEqual([]);
    });

    it('are changed by one of two who read the same', async () => {
      const item = await added();
      const said = { label: 'Lain', scoreMaximum: 1 };
      expect(await Promise.all([store.saveItem({ ...item, said }), store.saveItem(item)])).toEqual(
        expect.arrayContaining(['saved', 'conflict']),
      );
      expect(await store.saveItem({ ...item, rev: 0 })).toBe('conflict');
    });

    it('are deleted once, with every score, and no score comes after', async () => {
      const item = await added();
      const scores = Array.from({ length: 3 }, (_, n) => scoreIn(item, { userId: `u${n}` }));
      for (const score of scores) expect(await store.saveScore(score, { isDeclared: false })).toBe('saved');
      expect(await store.removeItem(item)).toBe('removed');
      expect(await store.removeItem(item)).toBe('absent');
      expect((await store.listScores(item, { limit: 10 })).records).toEqual([]);
      expect(await store.listOfRegistration(scores[0]?.registration ?? '')).toEqual([]);
      expect(await store.saveScore(scoreIn(item), { isDeclared: false })).toBe('item-gone');
    });
  });

  describe(`scores on ${adapter}`, () => {
    it('are kept whole, by user and by registration', async () => {
      const item = await added();
      const score = scoreIn(item);
      expect(await store.saveScore(score, { isDeclared: false })).toBe('saved');
      expect(await store.findScore(item, score.userId)).toEqual({ ...score, rev: 1 });
      expect(await store.findScore(item, 'user')).toBeUndefined();
      expect(await store.listOfRegistration(score.registration)).toEqual([{ ...score, rev: 1 }]);
      expect(await store.listOfRegistration(randomUUID())).toEqual([]);
    });

    it('need no row of a line item that a link declares', async () => {
      expect(await store.saveScore(scoreIn(lineItem()), { isDeclared: true })).toBe('saved');
    });

    it('are written by one of ten who read the same', async () => {
      const item = await added();
      const all = Array.from({ length: 10 }, () => scoreIn(item));
      const outcomes = await Promise.all(all.map((one) => store.saveScore(one, { isDeclared: false })));
      expect(outcomes.toSorted()).toEqual([...Array(9).fill('conflict'), 'saved']);
    });

    it('come in pages by user, each once', async () => {
      const item = await added();
      const users = ['a', 'b', 'b#c', 'd', 'é'];
      for (const userId of users) await store.saveScore(scoreIn(item, { userId }), { isDeclared: false });
      const found: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.listScores(item, { limit: 2, ...(after !== undefined && { after }) });
        found.push(...page.records.map(({ userId }) => userId));
        after = page.last;
      } while (after !== undefined);
      expect(found.toSorted()).toEqual(users);
    });

    it('are removed for a person', async () => {
      const item = await added();
      const score = scoreIn(item);
      await store.saveScore(score, { isDeclared: false });
      await store.removeScores(await store.listOfRegistration(score.registration));
      expect(await store.findScore(item, score.userId)).toBeUndefined();
      expect(await store.listOfRegistration(score.registration)).toEqual([]);
    });
  });

  describe(`assertions on ${adapter}`, () => {
    it('are taken once until they end, by client (1.4)', async () => {
      const jti = `${randomUUID()} ${'x'.repeat(3000)}`;
      const used = { clientId, jti, until: 1060, nowSeconds: 1000 };
      const outcomes = await Promise.all([used, used, used].map((one) => assertions.take(one)));
      expect(outcomes.toSorted()).toEqual(['first', 'seen', 'seen']);
      expect(await assertions.take({ ...used, nowSeconds: 1059 })).toBe('seen');
      expect(await assertions.take({ ...used, clientId: 'tool#2' as LtiClientId })).toBe('first');
      expect(await assertions.take({ ...used, jti: randomUUID() })).toBe('first');
      expect(await assertions.take({ ...used, nowSeconds: 1060, until: 1120 })).toBe('first');
    });

    it('are taken again for the use they were taken for, and for no other (1.3)', async () => {
      const mark = { clientId, jti: randomUUID(), until: 1060, nowSeconds: 1000 };
      expect(await assertions.take({ ...mark, use: 'launch#1 answer' })).toBe('first');
      expect(await assertions.take({ ...mark, use: 'launch#1 answer' })).toBe('first');
      expect(await assertions.take({ ...mark, use: 'launch#2 answer' })).toBe('seen');
      expect(await assertions.take(mark)).toBe('seen');
      const once = { ...mark, jti: randomUUID() };
      expect(await assertions.take(once)).toBe('first');
      expect(await assertions.take({ ...once, use: 'launch#1 answer' })).toBe('seen');
    });
  });
}
