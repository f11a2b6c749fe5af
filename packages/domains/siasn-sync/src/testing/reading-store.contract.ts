import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadingStore } from '../indexes/ports.ts';
import { type IndexReading, newReading, noCounts } from '../indexes/round.ts';

/** What every adapter of the reading of indexes keeps. */
export function readingStoreContract(adapter: string, open: () => Promise<ReadingStore>): void {
  describe(`reading of indexes on ${adapter}`, () => {
    let store: ReadingStore;
    let agencyId: AgencyId;
    let count = 0;
    beforeEach(async () => {
      store = await open();
      count += 1;
      agencyId = `badan-reading-${count}` as AgencyId;
    });
    const [sri, budi] = ['sri' as PersonId, 'budi' as PersonId];
    const at = '2026-03-10T01:00:00.000Z';

    it('writes only over what was read, whole, each agency for itself', async () => {
      const reading = newReading(agencyId, new Date(at));
      expect(await store.find(agencyId)).toBeUndefined();
      const outcomes = await Promise.all([store.save(reading), store.save(reading)]);
      expect(outcomes.toSorted()).toEqual(['saved', 'stale']);
      expect(await store.find(agencyId)).toEqual({ ...reading, rev: 1 });
      const full: IndexReading = {
        ...{ ...reading, isOn: true, environment: 'production', isListed: false, next: 'n', rev: 1 },
        ...{ left: [{ personId: sri, tries: 1 }], readAt: at },
        round: { startedAt: at, counts: { ...noCounts, value: 3 } },
        before: { startedAt: at, finishedAt: at, counts: noCounts },
        lease: { leaseId: 'l', heldUntil: at, people: [sri] },
        pause: { because: 'busy', at, until: at, stops: 2 },
        failures: [{ personId: budi, because: 'unreadable', at }],
      };
      expect(await store.save(full)).toBe('saved');
      expect(await store.find(agencyId)).toEqual({ ...full, rev: 2 });
      // What is not in it any more is gone.
      expect(await store.save({ ...reading, rev: 2 })).toBe('saved');
      expect(await store.find(agencyId)).toEqual({ ...reading, rev: 3 });
      expect(await store.find(`${agencyId}x` as AgencyId)).toBeUndefined();
    });

    it('knows who has asked, once each, until they were told', async () => {
      const other = `${agencyId}x` as AgencyId;
      expect(await store.wantedOf(agencyId, 10)).toEqual([]);
      await Promise.all([store.want(agencyId, sri), store.want(agencyId, sri), store.want(agencyId, budi)]);
      await store.want(other, sri);
      expect([...(await store.wantedOf(agencyId, 10))].toSorted()).toEqual([budi, sri]);
      expect(await store.wantedOf(agencyId, 1)).toHaveLength(1);
      expect([await store.isWanted(agencyId, sri), await store.isWanted(other, budi)]).toEqual([true, false]);
      await store.unwant(agencyId, [sri, 'nobody' as PersonId]);
      await store.unwant(agencyId, []);
      expect(await store.wantedOf(agencyId, 10)).toEqual([budi]);
      expect([await store.isWanted(agencyId, sri), await store.isWanted(other, sri)]).toEqual([false, true]);
      expect(await store.wantedOf(other, 10)).toEqual([sri]);
    });
  });
}
