import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Pledge, PledgeId } from '../habits/pledge.ts';
import type { HabitStore } from '../habits/ports.ts';

/** What every adapter of habits keeps. */
export function habitStoreContract(adapter: string, open: () => Promise<HabitStore>): void {
  describe(`habits on ${adapter}`, () => {
    let store: HabitStore;
    let count = 0;
    let personId: PersonId;
    const pledge = (over: Partial<Pledge> = {}): Pledge => ({
      ...{ personId, pledgeId: 'p1' as PledgeId, from: '2026-11-02', until: '2026-11-29' },
      what: { kind: 'time', days: [2, 4], minutes: 15, weeks: 4 },
      ...{ audience: 'nobody', createdAt: '2026-11-02T01:00:00.000Z', rev: 0, ...over },
    });
    beforeEach(async () => {
      store = await open();
      count += 1;
      personId = `sri-${count}` as PersonId;
    });

    it('writes settings and pledges only over what was read', async () => {
      const away = [{ from: '2026-11-02', until: '2026-11-06' }];
      const settings = { personId, away, rev: 0 };
      expect(await store.settingsOf(personId)).toBeUndefined();
      const saved = await Promise.all([store.saveSettings(settings), store.saveSettings(settings)]);
      expect(saved.toSorted()).toEqual(['conflict', 'saved']);
      expect(await store.saveSettings({ ...settings, hidden: true, rev: 1 })).toBe('saved');
      expect(await store.settingsOf(personId)).toEqual({ ...settings, hidden: true, rev: 2 });
      const pledged = await Promise.all([store.savePledge(pledge()), store.savePledge(pledge())]);
      expect(pledged.toSorted()).toEqual(['conflict', 'saved']);
      const course = { kind: 'course' as const, courseId: 'c1', title: { id: 'Etika' } };
      const other = pledge({ pledgeId: 'p2' as PledgeId, what: course, audience: 'supervisor' });
      await store.savePledge(other);
      await store.savePledge(pledge({ letGo: true, kept: true, rev: 1 }));
      const all = (await store.pledgesOf(personId)).toSorted((a, b) => a.pledgeId.localeCompare(b.pledgeId));
      expect(all).toEqual([pledge({ letGo: true, kept: true, rev: 2 }), { ...other, rev: 1 }]);
      expect(await store.pledgesOf(`${personId}x` as PersonId)).toEqual([]);
      const book = await store.bookOf(personId);
      expect(book.settings).toEqual(await store.settingsOf(personId));
      expect(new Set(book.pledges)).toEqual(new Set(all));
      expect(await store.bookOf(`${personId}x` as PersonId)).toEqual({ pledges: [] });
    });

    it('opens a pledge with the settings that were read, or not at all', async () => {
      const settings = { personId, away: [], rev: 0 };
      const ids = ['p1', 'p2', 'p3'] as PledgeId[];
      const opened = await Promise.all(
        ids.map((pledgeId) => store.openPledge(pledge({ pledgeId }), { settings })),
      );
      expect(opened.toSorted()).toEqual(['conflict', 'conflict', 'saved']);
      const [kept] = await store.pledgesOf(personId);
      expect(await store.settingsOf(personId)).toEqual({ ...settings, rev: 1 });
      // The pledge itself was changed meanwhile: nothing of it is kept.
      const again = { settings: { ...settings, pledgedIn: 2026, rev: 1 } };
      expect(await store.openPledge({ ...(kept as Pledge), rev: 9 }, again)).toBe('conflict');
      expect(await store.settingsOf(personId)).toEqual({ ...settings, rev: 1 });
      expect(await store.openPledge(kept as Pledge, again)).toBe('saved');
      expect(await store.pledgesOf(personId)).toEqual([{ ...kept, rev: 2 }]);
      expect(await store.settingsOf(personId)).toEqual({ ...settings, pledgedIn: 2026, rev: 2 });
    });

    it('counts people by agency and year, and none whose pledge was not kept', async () => {
      const counted = { agencyId: `bkn-${count}` as AgencyId, year: 2026 };
      const along = (of: PersonId) => ({
        settings: { personId: of, away: [], pledgedIn: 2026, rev: 0 },
        counted,
      });
      await store.openPledge(pledge(), along(personId));
      const other = pledge({ pledgeId: 'p2' as PledgeId });
      expect(await store.openPledge(other, along(personId))).toBe('conflict');
      const colleague = `${personId}x` as PersonId;
      await store.openPledge(pledge({ personId: colleague }), along(colleague));
      expect(await store.pledgers(counted.agencyId, 2026)).toBe(2);
      expect(await store.pledgers(counted.agencyId, 2025)).toBe(0);
    });

    it('forgets everything of somebody, and nothing of another', async () => {
      const other = `${personId}x` as PersonId;
      for (const one of [personId, other]) {
        await store.savePledge(pledge({ personId: one }));
        await store.saveSettings({ personId: one, away: [], rev: 0 });
      }
      expect(await store.forget(personId)).toBe(2);
      expect([await store.pledgesOf(personId), await store.settingsOf(personId)]).toEqual([[], undefined]);
      expect(await store.pledgesOf(other)).toHaveLength(1);
      expect(await store.forget(personId)).toBe(0);
    });
  });
}
