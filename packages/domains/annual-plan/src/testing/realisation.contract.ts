import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlanLink } from '../link.ts';
import type { ItemId } from '../plan-item.ts';
import type { LinkStore, RealisedStore } from '../ports.ts';
import type { Realised } from '../realised.ts';

/** What every adapter of links and of what was learned keeps. */
export function realisationContract(
  adapter: string,
  open: () => Promise<{ readonly links: LinkStore; readonly realised: RealisedStore }>,
): void {
  describe(`what came of plans on ${adapter}`, () => {
    let stores: Awaited<ReturnType<typeof open>>;
    let agencyId: AgencyId;
    let count = 0;
    beforeEach(async () => {
      stores = await open();
      count += 1;
      agencyId = `realised-${count}` as AgencyId;
    });
    const place = (learningId = 'e-1') => ({ agencyId, year: 2027, kind: 'event' as const, learningId });
    const link = (over: Partial<PlanLink> = {}): PlanLink => ({
      ...{ ...place(), itemId: 'i-1' as ItemId, by: 'rina' as PersonId },
      ...{ at: '2027-01-01T00:00:00.000Z', rev: 0, ...over },
    });
    const row = (person: string, jp: number, over: Partial<Realised> = {}): Realised => ({
      ...{ ...place(), personId: `${person}-${count}` as PersonId, jp: jp as Jp, rev: 0, ...over },
    });

    it('links an event once a year, as it was read', async () => {
      const { links } = stores;
      const outcomes = await Promise.all([links.save(link()), links.save(link({ itemId: 'i-2' as ItemId }))]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      const [kept] = await links.list({ agencyId, year: 2027 });
      if (!kept) throw new Error('it was linked');
      expect(await links.save({ ...kept, spent: 500 })).toBe('saved');
      expect(await links.save({ ...kept, spent: 700 })).toBe('conflict');
      expect(await links.save(link({ kind: 'course' }))).toBe('saved');
      expect((await links.list({ agencyId, year: 2027 })).length).toBe(2);
      expect(await links.list({ agencyId, year: 2028 })).toEqual([]);
      expect(await links.remove(kept)).toBe('conflict');
      expect(await links.remove({ ...kept, rev: 2 })).toBe('removed');
      expect((await links.list({ agencyId, year: 2027 })).map(({ kind }) => kind)).toEqual(['course']);
    });

    it('sums people and JP with the rows, whoever counts at once', async () => {
      const { realised } = stores;
      const twice = await Promise.all([
        realised.replace(undefined, row('sri', 800)),
        realised.replace(undefined, row('sri', 800)),
      ]);
      expect(twice.toSorted()).toEqual(['conflict', 'stored']);
      await realised.replace(undefined, row('budi', 400));
      await realised.replace(undefined, row('budi', 300, { learningId: 'e-2' }));
      const sumsOf = async () => Object.fromEntries(await realised.sums({ agencyId, year: 2027 }));
      expect(await sumsOf()).toEqual({
        'event:e-1': { people: 2, jp: 1200, served: { people: 0, jp: 0 } },
        'event:e-2': { people: 1, jp: 300, served: { people: 0, jp: 0 } },
      });
      const [sri] = await realised.ofPerson(row('sri', 0).personId);
      if (!sri) throw new Error('she was counted');
      expect(await realised.replace({ ...sri, rev: 7 }, { ...sri, jp: 0 as Jp, rev: 7 })).toBe('conflict');
      expect(await realised.replace(sri, { ...sri, jp: 0 as Jp })).toBe('stored');
      expect((await sumsOf())['event:e-1']).toMatchObject({ people: 2, jp: 400 });
      expect(await realised.replace({ ...sri, jp: 0 as Jp, rev: 2 }, undefined)).toBe('stored');
      expect((await sumsOf())['event:e-1']).toMatchObject({ people: 1, jp: 400 });
      expect(await realised.ofPerson(sri.personId)).toEqual([]);
      expect((await realised.sums({ agencyId, year: 2028 })).size).toBe(0);
    });

    it('sums whose own plan names it, and follows when that changes', async () => {
      const { realised } = stores;
      const serves = { itemId: 'd-1', competencyId: 'M7' };
      const sumOf = async () => (await realised.sums({ agencyId, year: 2027 })).get('event:e-1');
      await realised.replace(undefined, row('sri', 800, { serves }));
      await realised.replace(undefined, row('budi', 400));
      expect(await sumOf()).toEqual({ people: 2, jp: 1200, served: { people: 1, jp: 800 } });
      const [sri] = await realised.ofPerson(row('sri', 0).personId);
      if (!sri) throw new Error('she was counted');
      expect(sri.serves).toEqual(serves);
      const { serves: _, ...bare } = sri;
      expect(await realised.replace(sri, bare)).toBe('stored');
      expect(await sumOf()).toEqual({ people: 2, jp: 1200, served: { people: 0, jp: 0 } });
    });

    it('lists who has learned something, page by page', async () => {
      const { realised } = stores;
      for (const name of ['c', 'a', 'b']) await realised.replace(undefined, row(name, 100));
      const first = await realised.list(place(), { limit: 2 });
      const rest = await realised.list(place(), { limit: 2, after: first.next ?? '' });
      const all = [...first.rows, ...rest.rows].map(({ personId }) => personId);
      expect(all).toEqual(['a', 'b', 'c'].map((name) => `${name}-${count}`));
      expect(first.rows[0]).toEqual(row('a', 100, { rev: 1 }));
    });
  });
}
