import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PriorityStore } from '../priority/ports.ts';
import { type PrioritySeat, type PrioritySeatId, steppedTo } from '../priority/priority-seat.ts';

let count = 0;
const at = (day: number) => `2026-03-0${day}T01:00:00.000Z`;

/** What rights to priority are kept in: every adapter answers alike. */
export function priorityStoreContract(engine: string, create: () => Promise<PriorityStore>): void {
  describe(`priority store (${engine})`, () => {
    let store: PriorityStore;
    let agencyId: AgencyId;
    const seat = (name: string, over: Partial<PrioritySeat> = {}): PrioritySeat => ({
      ...{ personId: `sri-${count}` as PersonId, seatId: `${name}-${count}` as PrioritySeatId, agencyId },
      ...{ year: 2026, ground: 'dedication', minutes: { number: 'BA-1/2026', on: '2026-02-01' } },
      ...{ validUntil: '2027-12-31', state: 'granted', createdAt: at(1), rev: 0 },
      steps: [{ to: 'granted', at: at(1) }],
      ...over,
    });
    const kept = async (name: string): Promise<PrioritySeat> => {
      const found = await store.find(seat(name));
      if (!found) throw new Error('there is one');
      return found;
    };
    beforeEach(async () => {
      store = await create();
      count += 1;
      agencyId = `bkn-${count}` as AgencyId;
    });

    it('L13: gives no more than the stock of a year, whoever gives at once', async () => {
      expect(await store.setStock(agencyId, 2026, 1)).toBe('set');
      const given = await Promise.all(['a', 'b', 'c'].map((name) => store.grant(seat(name))));
      expect(given.toSorted()).toEqual(['granted', 'used-up', 'used-up']);
      expect(await store.grant(seat('next', { year: 2027 }))).toBe('granted');
      expect(await store.stockOf(agencyId, 2026)).toEqual({ stock: 1, counts: { granted: 1 } });
      expect(await store.setStock(agencyId, 2026, 0)).toBe('too-small');
      expect(await store.setStock(agencyId, 2026, undefined)).toBe('set');
      expect(await store.grant(seat('d'))).toBe('granted');
      expect(await store.stockOf(agencyId, 2026)).toEqual({ counts: { granted: 2 } });
    });

    it('gives none where the stock is none, and frees the stock with what is taken back', async () => {
      await store.setStock(agencyId, 2026, 0);
      expect(await store.grant(seat('a'))).toBe('used-up');
      await store.setStock(agencyId, 2026, 1);
      await store.grant(seat('a'));
      const before = await kept('a');
      const back = steppedTo(before, { to: 'taken-back', at: at(2), reason: 'Salah orang' });
      expect(await store.step(before, back)).toBe('done');
      expect(await store.grant(seat('b'))).toBe('granted');
      expect((await store.stockOf(agencyId, 2026)).counts).toEqual({ granted: 1, 'taken-back': 1 });
    });

    it('writes what was read and nothing else, and keeps what it is used for', async () => {
      await store.grant(seat('a'));
      const before = await kept('a');
      expect(before.rev).toBe(1);
      const target = { kind: 'course', registration: 'r1' } as const;
      const used = [1, 2].map((day) => steppedTo(before, { to: 'redeemed', at: at(day + 1), target }));
      const racing = await Promise.all(used.map((after) => store.step(before, after)));
      expect(racing.toSorted()).toEqual(['changed', 'done']);
      const redeemed = await kept('a');
      expect(redeemed).toMatchObject({ state: 'redeemed', target, rev: 2 });
      expect(redeemed.steps).toHaveLength(2);
      await store.step(redeemed, steppedTo(redeemed, { to: 'granted', at: at(5) }));
      expect((await kept('a')).target).toBeUndefined();
      expect((await store.stockOf(agencyId, 2026)).counts).toEqual({ granted: 1 });
    });

    it('lists those of a person, and of an agency and year page by page, the newest first', async () => {
      for (const day of [1, 2, 3]) await store.grant(seat(`s${day}`, { createdAt: at(day) }));
      await store.grant(seat('other', { year: 2027 }));
      expect(await store.ofPerson(`sri-${count}` as PersonId)).toHaveLength(4);
      const of = { agencyId, year: 2026 };
      const first = await store.ofAgency(of, { limit: 2 });
      expect(first.seats.map(({ createdAt }) => createdAt)).toEqual([at(3), at(2)]);
      const rest = await store.ofAgency(of, { limit: 2, after: first.next ?? '' });
      expect(rest.seats.map(({ createdAt }) => createdAt)).toEqual([at(1)]);
      expect(rest.next).toBeUndefined();
      expect(await store.forget(`sri-${count}` as PersonId)).toBe(4);
      expect(await store.ofPerson(`sri-${count}` as PersonId)).toEqual([]);
    });
  });
}
