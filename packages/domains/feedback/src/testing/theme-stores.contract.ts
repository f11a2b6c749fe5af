import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ServiceId } from '../service.ts';
import type { ThemeListStore, ThemeStore } from '../themes/ports.ts';
import type { ThemeCount, ThemeListId } from '../themes/theme.ts';
import type { ListedRow, ThemeList } from '../themes/theme-list.ts';

interface Stores {
  readonly themes: ThemeStore;
  readonly themeLists: ThemeListStore;
}

const year = { from: '2026-01-01', to: '2026-12-31' };

/** What every adapter of complaint themes keeps. */
export function themeStoresContract(adapter: string, open: () => Promise<Stores>): void {
  describe(`complaint themes on ${adapter}`, () => {
    let stores: Stores;
    let count = 0;
    let agencyId: AgencyId;
    beforeEach(async () => {
      stores = await open();
      count += 1;
      agencyId = `themes-${count}` as AgencyId;
    });
    const rowOf = (over: Partial<ThemeCount> = {}): ThemeCount => ({
      ...{ agencyId, serviceId: 'ktp' as ServiceId, period: '2026-10', from: '2026-10-01' },
      ...{ to: '2026-10-31', theme: 'Antrean lama', channel: 'lapor', count: 24, handled: 20 },
      ...{ medianTenths: 45, listId: 'daftar' as ThemeListId, rev: 0, ...over },
    });
    const listOf = (listId: string, over: Partial<ThemeList> = {}): ThemeList => ({
      ...{ listId: listId as ThemeListId, agencyId, name: 'pengaduan.csv', state: 'tried' },
      counts: { created: 1, changed: 0, skipped: 0, refused: 1 },
      ...{ ignored: ['No'], by: 'Rina', createdAt: '2026-11-28T01:00:00.000Z', rev: 0, ...over },
    });

    it('writes and takes away a row only as it was read', async () => {
      const { themes } = stores;
      const outcomes = await Promise.all([themes.save(rowOf()), themes.save(rowOf({ count: 25 }))]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await themes.save(rowOf({ rev: 1, count: 30 }))).toBe('saved');
      expect(await themes.remove(rowOf({ rev: 1 }))).toBe('conflict');
      expect(await themes.of(rowOf(), year)).toEqual([rowOf({ rev: 2, count: 30 })]);
      expect(await themes.remove(rowOf({ rev: 2 }))).toBe('removed');
      expect(await themes.of(rowOf(), year)).toEqual([]);
    });

    it('finds rows of a service by the first day of their period, however the theme is written', async () => {
      const { themes } = stores;
      const { medianTenths: _, ...plain } = rowOf({
        period: '2026-09',
        from: '2026-09-01',
        to: '2026-09-30',
      });
      const quarter = rowOf({ period: '2026-Q4', to: '2026-12-31', theme: 'Biaya # tidak jelas' });
      const last = rowOf({ period: '2026-12', from: '2026-12-01', to: '2026-12-31' });
      const others = [
        rowOf({ serviceId: 'ktpx' as ServiceId }),
        rowOf({ period: '2027-01', from: '2027-01-01', to: '2027-01-31' }),
      ];
      for (const row of [last, rowOf(), quarter, plain, ...others])
        expect(await themes.save(row)).toBe('saved');
      expect(await themes.save(rowOf({ theme: 'ANTREAN  LAMA' }))).toBe('conflict');
      const found = await themes.of(rowOf(), year);
      expect(found.map(({ period }) => period)).toEqual(['2026-09', '2026-10', '2026-Q4', '2026-12']);
      expect(found[0]).toEqual({ ...plain, rev: 1 });
      const october = await themes.of(rowOf(), { from: '2026-10-01', to: '2026-10-01' });
      expect(october.map(({ period }) => period).toSorted()).toEqual(['2026-10', '2026-Q4']);
    });

    it('keeps lists by their age with the rows they were tried and taken with', async () => {
      const { themeLists } = stores;
      const [old, young] = [listOf('20261128T010000000Z-a'), listOf('20261129T010000000Z-b')];
      const rows: readonly ListedRow[] = [
        { row: 2, outcome: 'changed', service: 'KTP', next: rowOf({ rev: 1 }), before: rowOf({ rev: 1 }) },
        { row: 3, outcome: 'refused', finding: { problem: 'twice' }, cells: ['2026-10', '[…]'] },
      ];
      await themeLists.keepRows(old, 'tried', rows);
      for (const list of [old, young]) expect(await themeLists.save(list)).toBe('saved');
      expect(await themeLists.save(old)).toBe('conflict');
      expect(await themeLists.lists(agencyId, 5)).toEqual([
        { ...young, rev: 1 },
        { ...old, rev: 1 },
      ]);
      expect(await themeLists.lists(agencyId, 1)).toHaveLength(1);
      expect(await themeLists.rows(old, 'tried')).toEqual(rows);
      expect(await themeLists.rows(old, 'taken')).toBeUndefined();
      const taken = listOf(old.listId, { state: 'taken', takenAt: '2026-11-28T02:00:00.000Z', rev: 1 });
      expect(await themeLists.save(taken)).toBe('saved');
      expect(await themeLists.find(agencyId, old.listId)).toEqual({ ...taken, rev: 2 });
      expect(await themeLists.find(`${agencyId}x` as AgencyId, old.listId)).toBeUndefined();
    });

    it('lets one run at a time decide about lists, until it is let go or is too old to be at work', async () => {
      const { themeLists } = stores;
      const at = (seconds: number) => new Date(Date.parse('2026-11-28T01:00:00Z') + seconds * 1_000);
      const hold = (run: string, seconds: number) => themeLists.hold(agencyId, run, at(seconds));
      const outcomes = await Promise.all([hold('a', 0), hold('b', 0)]);
      expect(outcomes.toSorted()).toEqual([false, true]);
      const [holder, other] = outcomes[0] ? ['a', 'b'] : ['b', 'a'];
      await themeLists.release(agencyId, other);
      expect(await hold('c', 120)).toBe(false);
      expect(await hold('c', 121)).toBe(true);
      await themeLists.release(agencyId, holder);
      expect(await hold('d', 122)).toBe(false);
      await themeLists.release(agencyId, 'c');
      expect(await hold('d', 122)).toBe(true);
    });
  });
}
