import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { ReportStore } from '../reports/ports.ts';
import type { ReportJob } from '../reports/report-job.ts';

let run = 0;

/** What every adapter promises. */
export function reportStoreContract(name: string, open: () => Promise<ReportStore>): void {
  describe(`reports, kept by ${name}`, () => {
    const jobOf = (reportId: string, createdAt = '2126-03-02T01:00:00.000Z'): ReportJob => ({
      ...{ reportId, agencyId: `badan-${run}` as AgencyId, kind: 'jp', format: 'xlsx', year: 2126 },
      ...{ locale: 'id', requestedBy: { personId: 'sri' as PersonId, name: 'Sri' }, state: 'waiting' },
      ...{ rows: 0, files: [], tries: 0, createdAt, updatedAt: createdAt, rev: 1 },
    });

    it('gives a report back, the newest first, to its agency alone, and changes it only as it was read', async () => {
      const store = await open();
      run += 1;
      const [first, second] = [jobOf('1'), jobOf('2', '2126-03-02T02:00:00.000Z')];
      await store.create(first);
      await store.create(second);
      await expect(store.create(first)).rejects.toThrow('used twice');
      expect((await store.list(first.agencyId, 5)).map(({ reportId }) => reportId)).toEqual(['2', '1']);
      expect(await store.list(`${first.agencyId}x` as AgencyId, 5)).toEqual([]);
      const running: ReportJob = { ...first, state: 'running', unitId: 'u1', rows: 3, expected: 9, rev: 2 };
      const tries = await Promise.all([store.replace(running), store.replace(running)]);
      expect(tries.toSorted()).toEqual(['conflict', 'stored']);
      expect(await store.find(first.agencyId, '1')).toEqual(running);
      const stalled = async (before: string) =>
        (await store.listStalled(before)).filter(({ agencyId }) => agencyId === first.agencyId);
      expect(await stalled('2126-03-02T01:30:00.000Z')).toHaveLength(1);
      const file = { name: 'a.xlsx', key: 'k', bytes: 3 };
      await store.replace({ ...running, state: 'done', files: [file], availableUntil: 'x', rev: 3 });
      expect(await stalled('2126-03-03T00:00:00.000Z')).toHaveLength(1);
    });
  });
}
