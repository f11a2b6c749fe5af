import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Champion } from '../champions/champion.ts';
import type { ChampionStore } from '../champions/ports.ts';

/** What every adapter of champions keeps. */
export function championStoreContract(adapter: string, open: () => Promise<ChampionStore>): void {
  describe(`champions on ${adapter}`, () => {
    let store: ChampionStore;
    let count = 0;
    let agencyId: AgencyId;
    const at = '2026-11-04T02:00:00.000Z';
    const champion = (name: string, over: Partial<Champion> = {}): Champion => ({
      ...{ personId: `${name}-${agencyId}` as PersonId, agencyId, unitId: 'u1', state: 'active' },
      ...{ namedBy: 'adi' as PersonId, namedAt: at, since: at, showsEmail: false, rev: 0 },
      ...over,
    });
    const namesOf = (all: readonly Champion[]) => all.map(({ personId }) => personId.split('-')[0]);
    beforeEach(async () => {
      store = await open();
      count += 1;
      agencyId = `champion-agency-${count}` as AgencyId;
    });

    it('writes a role only over the one that was read', async () => {
      const sri = champion('sri', { offer: 'Membuka kursus', by: 'adi' as PersonId, showsEmail: true });
      const saved = await Promise.all(Array.from({ length: 20 }, () => store.save(sri)));
      expect(saved.filter((one) => one === 'saved')).toHaveLength(1);
      expect(await store.find(sri.personId)).toEqual({ ...sri, rev: 1 });
      const { offer: _, ...ended } = sri;
      expect(await store.save({ ...ended, state: 'ended', ended: 'stopped', rev: 1 })).toBe('saved');
      expect(await store.find(sri.personId)).toEqual({ ...ended, state: 'ended', ended: 'stopped', rev: 2 });
      expect(await store.save(sri)).toBe('conflict');
    });

    it('lists active ones of a unit, and asked ones too for the agency, and none that have ended', async () => {
      for (const one of [
        champion('sri'),
        champion('adi', { state: 'asked' }),
        champion('budi', { state: 'ended', ended: 'moved' }),
        champion('citra', { unitId: 'u2' }),
        champion('u10', { unitId: 'u10' }),
      ]) {
        await store.save(one);
      }
      expect(namesOf(await store.ofUnit(agencyId, 'u1'))).toEqual(['sri']);
      expect(await store.ofUnit(`${agencyId}0` as AgencyId, 'u1')).toEqual([]);
      const count = (unitId: string, most = 9) => store.countOfUnit(agencyId, unitId, most);
      expect([await count('u1'), await count('u1', 1), await count('u10'), await count('u')]).toEqual([
        ...[2, 1, 1, 0],
      ]);
      expect(await store.countOfUnit(`${agencyId}0` as AgencyId, 'u1', 9)).toBe(0);
      const first = await store.ofAgency(agencyId, { limit: 3 });
      expect(first.champions).toHaveLength(3);
      const after = first.next;
      if (after === undefined) throw new Error('there are four');
      const rest = await store.ofAgency(agencyId, { limit: 3, after });
      expect(namesOf([...first.champions, ...rest.champions]).toSorted()).toEqual([
        ...['adi', 'citra', 'sri', 'u10'],
      ]);
      expect(rest.next).toBeUndefined();
      const sri = champion('sri', { state: 'ended', ended: 'stopped', rev: 1 });
      await store.save(sri);
      expect(await store.ofUnit(agencyId, 'u1')).toEqual([]);
      for (const _ of [1, 2]) await store.forget(champion('citra').personId);
      expect(await store.find(champion('citra').personId)).toBeUndefined();
      expect(await store.ofUnit(agencyId, 'u2')).toEqual([]);
    });
  });
}
