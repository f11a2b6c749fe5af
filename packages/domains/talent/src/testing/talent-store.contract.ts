import { type AgencyId, InvalidInput, type PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Axes } from '../box.ts';
import type { TalentStore } from '../ports.ts';
import type { Rating } from '../rating.ts';

let count = 0;

/** What talent is kept in: every adapter answers alike. */
export function talentStoreContract(engine: string, create: () => Promise<TalentStore>): void {
  describe(`talent store (${engine})`, () => {
    let store: TalentStore;
    let agencyId: AgencyId;
    const one = (over: Partial<Rating> = {}): Rating => ({
      ...{ personId: `p-${count}` as PersonId, agencyId, year: 2025, basis: 'BA 12/2026' },
      ...{ performance: 'above', potential: 'high', foundOn: '2026-02-01', rev: 1 },
      ...{ recordedBy: { id: 'sari' as PersonId, name: 'Sari' }, recordedAt: '2026-02-02T01:00:00.000Z' },
      ...over,
    });
    const taken = async (year = 2025) =>
      (await store.countsOf(agencyId, year)).filter(({ people }) => people !== 0);
    const idsAt = async (at: Axes) =>
      (await store.listAt(agencyId, { ...at, year: 2025 }, { limit: 50 })).personIds;
    beforeEach(async () => {
      store = await create();
      count += 1;
      agencyId = `bkn-${count}` as AgencyId;
    });

    it('keeps what stands and every version, with list and counts', async () => {
      const first = one();
      expect(await store.find(first)).toBeUndefined();
      expect(await store.save(undefined, first)).toBe('done');
      const second = one({ potential: 'middle', rev: 2, score: 7_100 });
      expect(await store.save(first, second)).toBe('done');
      expect(await store.find(first)).toEqual(second);
      expect(await taken()).toEqual([{ performance: 'above', potential: 'middle', people: 1 }]);
      expect(await idsAt({ performance: 'above', potential: 'high' })).toEqual([]);
      expect(await idsAt({ performance: 'above', potential: 'middle' })).toEqual([first.personId]);
      const gone = one({ potential: 'middle', rev: 3, withdrawn: { reason: 'Salah orang' } });
      expect(await store.save(second, gone)).toBe('done');
      expect(await taken()).toEqual([]);
      const last = one({ year: 2026, performance: 'below' });
      await store.save(undefined, last);
      expect(await store.historyOf(agencyId, first.personId)).toEqual([last, gone, second, first]);
      const elsewhere = one({ agencyId: `lan-${count}` as AgencyId });
      await store.save(undefined, elsewhere);
      expect(await store.historyOf(agencyId, first.personId)).toHaveLength(4);
      expect(await store.everythingOf(first.personId)).toHaveLength(5);
    });

    it('lets one of two through who read the same', async () => {
      const said = [one(), one({ potential: 'low' })].map((next) => store.save(undefined, next));
      expect((await Promise.all(said)).toSorted()).toEqual(['changed', 'done']);
      expect((await taken()).reduce((sum, { people }) => sum + people, 0)).toBe(1);
      expect(await store.historyOf(agencyId, one().personId)).toHaveLength(1);
    });

    it('lists a place page by page, and no other', async () => {
      const ids = Array.from({ length: 5 }, (_, n) => `p-${count}-${n}` as PersonId);
      for (const personId of ids) await store.save(undefined, one({ personId }));
      await store.save(undefined, one({ personId: `p-${count}-x` as PersonId, potential: 'low' }));
      const at = { year: 2025, performance: 'above', potential: 'high' } as const;
      const found: PersonId[] = [];
      let after: string | undefined;
      do {
        const page = await store.listAt(agencyId, at, { limit: 2, ...(after !== undefined && { after }) });
        found.push(...page.personIds);
        after = page.next;
      } while (after !== undefined);
      expect(found.toSorted()).toEqual(ids);
      await expect(store.listAt(agencyId, at, { limit: 2, after: 'nowhere' })).rejects.toThrow(InvalidInput);
    });

    it('keeps thresholds, the second of two refused', async () => {
      expect(await store.thresholdsOf(agencyId)).toBeUndefined();
      const next = { middleFrom: 5_000, highFrom: 9_000, rev: 0 };
      const said = await Promise.all([
        store.setThresholds(agencyId, next),
        store.setThresholds(agencyId, next),
      ]);
      expect(said.toSorted()).toEqual(['changed', 'done']);
      expect(await store.thresholdsOf(agencyId)).toEqual({ ...next, rev: 1 });
    });
  });
}
