import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BoardStore } from '../boards/ports.ts';

/** What every adapter of boards keeps. */
export function boardStoreContract(adapter: string, open: () => Promise<BoardStore>): void {
  describe(`boards on ${adapter}`, () => {
    let store: BoardStore;
    let count = 0;
    let agencyId: AgencyId;
    const member = (name: string, unitId = 'u1') => ({
      ...{ personId: `${name}-${agencyId}` as PersonId, agencyId, unitId, since: '2026-10-01' },
    });
    beforeEach(async () => {
      store = await open();
      count += 1;
      agencyId = `board-agency-${count}` as AgencyId;
    });

    it('keeps one membership of a person, and finds those of a unit', async () => {
      const sri = member('sri');
      await store.join(sri);
      await store.join(member('adi'));
      expect(await store.membershipOf(sri.personId)).toEqual(sri);
      expect(await store.membersOf(agencyId, 'u1')).toHaveLength(2);
      await store.join({ ...sri, unitId: 'u2' });
      expect((await store.membersOf(agencyId, 'u1')).map(({ personId }) => personId)).toEqual([
        member('adi').personId,
      ]);
      await store.leave(sri.personId);
      await store.leave(sri.personId);
      expect(await store.membershipOf(sri.personId)).toBeUndefined();
      expect(await store.membersOf(agencyId, 'u2')).toEqual([]);
    });

    it('writes a board only over the one that was read', async () => {
      const board = { agencyId, unitId: 'u1', on: true, compares: false, rev: 0 };
      const saved = await Promise.all([store.save(board), store.save(board)]);
      expect(saved.toSorted()).toEqual(['conflict', 'saved']);
      const sums = { members: 5, minutes: 90, finished: 2, teachingMinutes: 30 };
      const next = { ...board, told: { month: '2026-10', sums }, rev: 1 };
      expect(await store.save(next)).toBe('saved');
      expect(await store.find(agencyId, 'u1')).toEqual({ ...next, rev: 2 });
      await store.save({ ...board, unitId: 'u2', told: { month: '2026-10' } });
      expect((await store.list(agencyId)).map(({ unitId }) => unitId).toSorted()).toEqual(['u1', 'u2']);
      expect(await store.list(`${agencyId}0` as AgencyId)).toEqual([]);
      expect(await store.find(agencyId, 'u3')).toBeUndefined();
    });
  });
}
