import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ForeignPlatformId } from '../platform.ts';
import type { LineItemStore, ScoreStore } from '../scores/ports.ts';
import type { ScoreRow } from '../scores/score-row.ts';

/** What every store of scores keeps. Ids are fresh in every test, so that the stores need not be empty. */
export function scoreStoresContract(
  adapter: string,
  open: () => Promise<{ readonly scores: ScoreStore; readonly lineItems: LineItemStore }>,
): void {
  let stores: Awaited<ReturnType<typeof open>>;
  let row: ScoreRow;
  beforeEach(async () => {
    stores = await open();
    row = {
      ...{ registration: randomUUID(), platformId: randomUUID() as ForeignPlatformId, placementId: 'pl1' },
      ...{ subject: '42#a', personId: 'sri' as PersonId, courseId: 'k1', state: 'waiting', tries: 0, rev: 0 },
      ...{ changedAt: '2026-03-02T01:00:00.000Z', dueAt: '2026-03-02T01:00:05.000Z' },
    };
  });

  describe(`scores on ${adapter}`, () => {
    it('are kept whole, one of each attempt', async () => {
      const { scores } = stores;
      expect(await scores.find(row)).toBeUndefined();
      expect(await scores.save(row)).toBe('saved');
      expect(await scores.find(row)).toEqual({ ...row, rev: 1 });
      const mark = '["Completed"]';
      const full: ScoreRow = {
        ...{ ...row, state: 'failed', because: 'throttled', tries: 3, rev: 1 },
        ...{ waitsSince: row.changedAt, tried: { mark, timestamp: row.changedAt } },
        sent: {
          saying: { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 80.5 },
          ...{ mark, at: row.changedAt },
        },
      };
      expect(await scores.save(full)).toBe('saved');
      const other = { ...row, subject: '43', rev: 0 };
      expect(await scores.save(other)).toBe('saved');
      expect(await scores.find(row)).toEqual({ ...full, rev: 2 });
      const at = await scores.listAt(row.registration);
      expect(at.map(({ subject }) => subject).toSorted()).toEqual(['42#a', '43']);
      await scores.remove(row);
      await scores.remove(row);
      expect(await scores.listAt(row.registration)).toEqual([{ ...other, rev: 1 }]);
    });

    it('are changed by one of two at once', async () => {
      const { scores } = stores;
      expect(await Promise.all([scores.save(row), scores.save(row)])).toEqual(
        expect.arrayContaining(['saved', 'stale']),
      );
      const read = { ...row, rev: 1 };
      const both = [scores.save({ ...read, tries: 1 }), scores.save({ ...read, tries: 2 })];
      expect((await Promise.all(both)).toSorted()).toEqual(['saved', 'stale']);
      await scores.remove(row);
      expect(await scores.save({ ...read, rev: 2 })).toBe('stale');
    });

    it('are listed when they are due, and by platform and state, the newest change first', async () => {
      const { scores } = stores;
      const later = {
        ...{ ...row, registration: randomUUID(), dueAt: '2026-03-02T01:00:05.001Z' },
        changedAt: '2026-03-02T02:00:00.000Z',
      };
      const { dueAt: _, ...rest } = row;
      const done: ScoreRow = { ...rest, registration: randomUUID(), state: 'sent' };
      for (const one of [row, later, done]) await scores.save(one);
      const dueAt = async (now: string) =>
        (await scores.listDue(now, 1000))
          .map(({ registration }) => registration)
          .filter((one) => [row, later, done].some(({ registration }) => registration === one));
      expect(await dueAt('2026-03-02T01:00:04.999Z')).toEqual([]);
      expect(await dueAt('2026-03-02T01:00:05.000Z')).toEqual([row.registration]);
      expect(await dueAt('2026-03-02T01:00:05.001Z')).toEqual([row.registration, later.registration]);
      const { platformId } = row;
      const first = await scores.listOf(platformId, 'waiting', { limit: 1 });
      expect(first.rows.map(({ registration }) => registration)).toEqual([later.registration]);
      const after = first.next ?? '';
      const second = await scores.listOf(platformId, 'waiting', { limit: 1, after });
      expect(second.rows.map(({ registration }) => registration)).toEqual([row.registration]);
      expect((await scores.listOf(platformId, 'sent', { limit: 5 })).rows).toHaveLength(1);
      expect((await scores.listOf(platformId, 'failed', { limit: 5 })).rows).toEqual([]);
    });
  });

  describe(`line items of placements on ${adapter}`, () => {
    it('are looked for by one at a time, until they are kept', async () => {
      const { lineItems } = stores;
      const times = { now: '2026-03-02T01:00:00.000Z', until: '2026-03-02T01:01:00.000Z' };
      expect(await lineItems.find(row)).toBeUndefined();
      expect(await lineItems.hold(row, times)).toBe('held');
      expect(await lineItems.hold(row, times)).toBe('elsewhere');
      // Whoever was at it has died.
      const after = { now: times.until, until: '2026-03-02T01:02:00.000Z' };
      expect(await lineItems.hold(row, after)).toBe('held');
      expect(await lineItems.find(row)).toBeUndefined();
      await lineItems.keep(row, 'https://lms.kampus.example/li/1');
      expect(await lineItems.find(row)).toBe('https://lms.kampus.example/li/1');
      expect(await lineItems.hold(row, { ...times, now: '2027-01-01T00:00:00.000Z' })).toBe('elsewhere');
      await lineItems.forget(row);
      expect(await lineItems.find(row)).toBeUndefined();
      expect(await lineItems.hold(row, times)).toBe('held');
    });
  });
}
