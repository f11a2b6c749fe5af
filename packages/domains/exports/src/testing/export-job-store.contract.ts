import { randomUUID } from 'node:crypto';
import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ExportId, ExportJob } from '../export-job.ts';
import type { ExportJobStore } from '../ports.ts';

/** What every store of exports must do; agencies are fresh, so one store serves all tests. */
export function exportJobStoreContract(name: string, open: () => Promise<ExportJobStore>): void {
  describe(`export job store: ${name}`, () => {
    let store: ExportJobStore;
    let agencyId: AgencyId;
    beforeEach(async () => {
      store = await open();
      agencyId = randomUUID() as AgencyId;
    });

    // Rows live for a month from then, also where a table lets them go by the real time.
    const createdAt = '2096-03-02T01:00:00.000Z';
    const jobOf = (n: number, over: Partial<ExportJob> = {}): ExportJob => ({
      ...{
        exportId: `2096030201000000${n}-x` as ExportId,
        agencyId,
        format: 'csv',
        filter: {},
        state: 'waiting',
      },
      requestedBy: { kind: 'person', id: 'p', name: 'Ani' },
      progress: { chunks: 0, read: 0, rows: 0, totalChunks: 0 },
      ...{ parts: [], tries: 0, createdAt, updatedAt: createdAt, rev: 1 },
      ...over,
    });
    const full: Partial<ExportJob> = {
      ...{ format: 'parquet', state: 'running', failure: 'machine', startedAt: createdAt },
      filter: { unit: 'u', person: 'p', course: 'c', from: createdAt, to: createdAt },
      checkpoint: { lanes: [{ lane: 1, chunk: 2, end: 3 }], counts: { chunks: 1, read: 2, rows: 3 } },
      progress: { chunks: 1, read: 2, rows: 3, totalChunks: 4, totalLines: 5 },
      parts: [{ key: 'k', bytes: 1, sha256: 'a', rows: 2 }],
      attempt: { attemptId: 'a', leaseUntil: createdAt },
      ...{ finishedAt: createdAt, availableUntil: createdAt },
    };

    it('keeps a job with everything in it, for its agency alone', async () => {
      const job = jobOf(1, full);
      await store.create(job);
      expect(await store.find(agencyId, job.exportId)).toEqual(job);
      expect(await store.find(randomUUID() as AgencyId, job.exportId)).toBeUndefined();
      await expect(store.create(job)).rejects.toThrow('twice');
    });

    it('lets one of two writers change what both have read', async () => {
      await store.create(jobOf(1));
      const outcomes = await Promise.all([
        store.replace(jobOf(1, { rev: 2, state: 'cancelled' })),
        store.replace(jobOf(1, { rev: 2, state: 'running' })),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'stored']);
      expect(await store.replace(jobOf(9, { rev: 2 }))).toBe('conflict');
      expect(await store.replace(jobOf(1, { rev: 4 }))).toBe('conflict');
    });

    it('lists open ones from the oldest, all from the newest', async () => {
      const states = ['done', 'running', 'failed', 'waiting', 'cancelled'] as const;
      const jobs = states.map((state, n) => jobOf(n, { state }));
      for (const job of jobs.toReversed()) await store.create(job);
      expect(await store.listOpen(agencyId)).toEqual([jobs[1], jobs[3]]);
      expect(await store.list(agencyId, 3)).toEqual([jobs[4], jobs[3], jobs[2]]);
      expect(await store.listOpen(randomUUID() as AgencyId)).toEqual([]);
    });

    it('finds agencies with open jobs that have been silent', async () => {
      await store.create(jobOf(1, { updatedAt: '2096-03-02T01:00:00.000Z' }));
      await store.create(jobOf(2, { updatedAt: '2096-03-02T01:00:01.000Z', state: 'running' }));
      const other = randomUUID() as AgencyId;
      await store.create(jobOf(3, { agencyId: other, updatedAt: '2096-03-02T03:00:00.000Z' }));
      const third = randomUUID() as AgencyId;
      await store.create(jobOf(4, { agencyId: third, state: 'done' }));
      const found = await store.listStalled('2096-03-02T02:00:00.000Z');
      expect(found.filter((one) => one === agencyId)).toHaveLength(1);
      expect(found).not.toContain(other);
      expect(found).not.toContain(third);
      await store.replace(jobOf(1, { rev: 2, state: 'cancelled' }));
      await store.replace(jobOf(2, { rev: 2, state: 'done' }));
      expect(await store.listStalled('2096-03-02T02:00:00.000Z')).not.toContain(agencyId);
    });
  });
}
