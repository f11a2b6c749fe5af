import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OfficialIndex, OfficialStore } from '../official.ts';

const points = { qualification: 15, competency: 32.5, performance: 25, discipline: 5 };

/** What every adapter of official indexes keeps. */
export function officialStoreContract(adapter: string, open: () => Promise<OfficialStore>): void {
  describe(`official indexes on ${adapter}`, () => {
    let store: OfficialStore;
    let personId: PersonId;
    let count = 0;
    beforeEach(async () => {
      store = await open();
      count += 1;
      personId = `sri-${count}` as PersonId;
    });

    const index = (more: Partial<OfficialIndex> = {}): OfficialIndex => ({
      ...{ personId, year: 2026, points, source: 'siasn' },
      ...{ createdAt: '2026-03-12T01:15:33.000Z', readAt: '2026-04-01T00:00:00.000Z', ...more },
    });

    it('keeps one a year, newest year first, each person for themselves', async () => {
      expect(await store.yearsOf(personId)).toEqual([]);
      const before = index({ year: 2025, createdAt: '2025-04-01T00:00:00.000Z' });
      expect(await store.save(index())).toBe('saved');
      expect(await store.save(before)).toBe('saved');
      expect(await store.yearsOf(personId)).toEqual([index(), before]);
      expect(await store.yearsOf(`${personId}x` as PersonId)).toEqual([]);
    });

    it('what BKN made later wins, in whatever order it comes, and the same again changes nothing', async () => {
      const first = index();
      // Read later, and made earlier: another copy of SIASN that is behind.
      const behind = index({ createdAt: '2026-02-01T00:00:00.000Z', readAt: '2026-06-01T00:00:00.000Z' });
      const newest = index({ createdAt: '2026-05-01T00:00:00.000Z', points: { ...points, competency: 40 } });
      // Made at the same time, and corrected there since: what was read later.
      const corrected = {
        ...newest,
        readAt: '2026-07-01T00:00:00.000Z',
        points: { ...points, discipline: 3 },
      };
      const all = [first, behind, newest, corrected];
      for (const [n, order] of ordersOf(all).entries()) {
        const whose = `${personId}-${n}` as PersonId;
        for (const one of order) await store.save({ ...one, personId: whose });
        expect(await store.yearsOf(whose)).toEqual([{ ...corrected, personId: whose }]);
        expect(await store.save({ ...first, personId: whose })).toBe('older');
        expect(await store.save({ ...corrected, personId: whose })).toBe('older');
      }
    });

    it('two at once leave the newer one', async () => {
      const newer = index({ createdAt: '2026-05-01T00:00:00.000Z' });
      await Promise.all([store.save(index()), store.save(newer), store.save(index())]);
      expect(await store.yearsOf(personId)).toEqual([newer]);
    });

    it('notes when it was looked for last, and no earlier look after that', async () => {
      expect(await store.lookOf(personId)).toBeUndefined();
      const look = { at: '2026-04-01T00:00:00.000Z', outcome: 'none' } as const;
      await store.noteLook(personId, look);
      await store.noteLook(personId, { at: '2026-03-01T00:00:00.000Z', outcome: 'value' });
      expect(await store.lookOf(personId)).toEqual({ personId, look });
      const later = { at: '2026-05-01T00:00:00.000Z', outcome: 'value' } as const;
      await store.noteLook(personId, later);
      expect(await store.lookOf(personId)).toEqual({ personId, look: later });
    });

    it('is asked for once in a while, also by two at once, beside what is known of looks', async () => {
      const asked = { at: '2026-04-02T00:00:00.000Z', notBefore: '2026-04-01T00:00:00.000Z' };
      const outcomes = await Promise.all([
        store.noteAsked(personId, asked),
        store.noteAsked(personId, asked),
      ]);
      expect(outcomes.toSorted()).toEqual(['noted', 'too-soon']);
      const look = { at: '2026-04-02T01:00:00.000Z', outcome: 'value' } as const;
      await store.noteLook(personId, look);
      expect(await store.lookOf(personId)).toEqual({ personId, look, askedAt: asked.at });
      const again = { at: '2026-04-04T00:00:00.000Z', notBefore: '2026-04-03T00:00:00.000Z' };
      expect(await store.noteAsked(personId, again)).toBe('noted');
      expect(await store.lookOf(personId)).toEqual({ personId, look, askedAt: again.at });
    });

    it('forgets all of one person, and begins anew after that', async () => {
      await store.save(index());
      await store.save(index({ year: 2025 }));
      await store.noteLook(personId, { at: '2026-04-01T00:00:00.000Z', outcome: 'value' });
      const other = `${personId}x` as PersonId;
      await store.save(index({ personId: other }));
      expect(await store.forget(personId)).toBe(3);
      expect(await store.forget(personId)).toBe(0);
      expect([await store.yearsOf(personId), await store.lookOf(personId)]).toEqual([[], undefined]);
      expect(await store.yearsOf(other)).toHaveLength(1);
      expect(await store.save(index())).toBe('saved');
    });
  });
}

/** Every order of some things. */
function ordersOf<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((one, n) => ordersOf(things.toSpliced(n, 1)).map((rest) => [one, ...rest]));
}
