import { randomUUID } from 'node:crypto';
import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DailyCursor, DailyFile } from '../daily-file.ts';
import type { DailyFileStore } from '../ports.ts';

/** What every store of daily files must do; agencies are fresh, so one store serves all tests. */
export function dailyFileStoreContract(name: string, open: () => Promise<DailyFileStore>): void {
  describe(`daily file store: ${name}`, () => {
    let store: DailyFileStore;
    let agencyId: AgencyId;
    beforeEach(async () => {
      store = await open();
      agencyId = randomUUID() as AgencyId;
    });

    const cursorOf = (rev: number, over: Partial<DailyCursor> = {}): DailyCursor => ({
      agencyId,
      lanes: [
        { lane: 2, chunk: rev },
        { lane: 3, chunk: rev, bornMs: 1_772_000_000_000 },
      ],
      updatedAt: '2026-03-02T01:00:00.000Z',
      rev,
      ...over,
    });
    const stored = (key: string) => ({ key, bytes: 7, sha256: 'a'.repeat(64) });
    const fileOf = (date: string, lane: number, from: number): DailyFile => ({
      ...{ agencyId, date, lane, from, to: from + 4, rows: 3 },
      files: { ndjson: stored(`n ${date} ${lane} ${from}`), parquet: stored(`p ${date} ${lane} ${from}`) },
    });

    it('keeps one cursor, and lets one of two writers move it', async () => {
      expect(await store.findCursor(agencyId)).toBeUndefined();
      const first = cursorOf(1, { pending: { lane: 2, from: 1, to: 9 } });
      expect(await Promise.all([store.replaceCursor(first), store.replaceCursor(first)])).toContain('stored');
      expect(await store.findCursor(agencyId)).toEqual(first);
      const raced = await Promise.all([
        store.replaceCursor(cursorOf(2)),
        store.replaceCursor(cursorOf(2, { lanes: [] })),
      ]);
      expect(raced.toSorted()).toEqual(['conflict', 'stored']);
      expect(await store.replaceCursor(cursorOf(2, { lanes: [] }))).toBe('conflict');
      expect(await store.replaceCursor(cursorOf(4))).toBe('conflict');
    });

    it('gives the files of a day by lane and place, each once', async () => {
      const files = [fileOf('2026-03-01', 10, 1), fileOf('2026-03-01', 2, 100), fileOf('2026-03-01', 2, 20)];
      await store.putFiles([...files, fileOf('2026-03-02', 0, 1)]);
      await store.putFiles(files.slice(0, 1));
      expect(await store.filesOf(agencyId, '2026-03-01')).toEqual([files[2], files[1], files[0]]);
      expect(await store.filesOf(agencyId, '2026-02-28')).toEqual([]);
      expect(await store.filesOf(randomUUID() as AgencyId, '2026-03-01')).toEqual([]);
    });

    it('lists the newest days first, and never a part of a day', async () => {
      expect(await store.listFiles({ agencyId, limit: 5 })).toEqual([]);
      const days = ['2026-02-27', '2026-02-28', '2026-03-01'];
      await store.putFiles(days.flatMap((date) => [0, 1, 2].map((lane) => fileOf(date, lane, 1))));
      const datesOf = async (input: { before?: string; limit: number }) =>
        (await store.listFiles({ agencyId, ...input })).map(({ date }) => date);
      const three = (date: string | undefined) => [date, date, date];
      expect(await datesOf({ limit: 100 })).toEqual([days[2], days[1], days[0]].flatMap(three));
      expect(await datesOf({ limit: 4 })).toEqual(three(days[2]));
      expect(await datesOf({ limit: 2 })).toEqual(three(days[2]));
      expect(await datesOf({ limit: 100, before: '2026-02-28' })).toEqual(three(days[0]));
    });
  });
}
