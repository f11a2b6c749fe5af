import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLines } from '../audit-line.ts';
import type { AuditLog, PrivacyJobStore } from '../ports.ts';
import type { PrivacyJob, PrivacyJobId } from '../privacy-job.ts';

/** What every store of jobs and every audit log keep to. `open` gives empty ones. */
export function privacyStoresContract(
  adapter: string,
  open: () => Promise<{ readonly jobs: PrivacyJobStore; readonly audit: AuditLog }>,
): void {
  describe(`privacy on ${adapter}`, () => {
    let jobs: PrivacyJobStore;
    let audit: AuditLog;
    beforeEach(async () => {
      ({ jobs, audit } = await open());
    });

    const jobOf = (n: number, parts: Partial<PrivacyJob> = {}): PrivacyJob => ({
      jobId: randomUUID() as PrivacyJobId,
      kind: 'erasure',
      personId: 'p-1' as PersonId,
      subject: 'hash',
      state: 'counting',
      requestedBy: 'o-1' as PersonId,
      requestedAt: `2026-03-0${n}T01:00:00.000Z`,
      found: {},
      done: { statements: n },
      left: {},
      trail: ['bkn'],
      place: 0,
      placeSince: `2026-03-0${n}T01:00:00.000Z`,
      passes: 0,
      parts: [],
      dueAt: `2026-03-0${n}T01:00:00.000Z`,
      failures: 0,
      rev: 0,
      ...parts,
    });

    it('gives jobs back, and changes one only as it was read', async () => {
      const job = jobOf(1);
      await jobs.add(job);
      expect(await jobs.find(job.jobId)).toEqual(job);
      const next = { ...job, state: 'counted' as const, found: { statements: 3 } };
      expect(await jobs.replace(next)).toEqual({ outcome: 'stored', job: { ...next, rev: 1 } });
      expect(await jobs.replace(next)).toEqual({ outcome: 'stale' });
      expect(await jobs.find(job.jobId)).toEqual({ ...next, rev: 1 });
      expect(await jobs.find(randomUUID() as PrivacyJobId)).toBeUndefined();
    });

    it('lists by kind, by person and by what is due', async () => {
      const [first, second] = [jobOf(1), jobOf(2)];
      const [mine, other] = [
        jobOf(3, { kind: 'export', state: 'running' }),
        jobOf(4, { kind: 'export', personId: 'p-2' as PersonId, state: 'running' }),
      ];
      for (const job of [first, second, mine, other]) await jobs.add(job);
      expect(await jobs.list({ kind: 'erasure', limit: 10 })).toEqual([second, first]);
      expect(await jobs.list({ kind: 'export', limit: 1 })).toEqual([other]);
      expect(await jobs.listOf('p-1' as PersonId, 10)).toEqual([mine]);
      expect(await jobs.listDue('2026-03-02T01:00:00.000Z', 10)).toEqual([first, second]);
      const { dueAt: _, ...ended } = first;
      await jobs.replace({ ...ended, state: 'done' });
      expect(await jobs.listDue('2026-03-02T01:00:00.000Z', 10)).toEqual([second]);
    });

    it('P4: numbers audit lines without gap, chains them, and shows a change', async () => {
      const entry = (n: number) => ({
        at: `2026-03-0${n}T01:00:00.000Z`,
        action: 'requested' as const,
        kind: 'erasure' as const,
        jobId: `j-${n}` as PrivacyJobId,
        subject: 'hash',
        by: 'o-1' as PersonId,
        counts: { statements: n },
      });
      await Promise.all([1, 2, 3, 4].map((n) => audit.append(entry(n))));
      const lines = [...(await audit.list({ limit: 10 }))].reverse();
      expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
      expect(new Set(lines.map(({ jobId }) => jobId)).size).toBe(4);
      expect(brokenLines(nodeDigest, lines)).toEqual([]);
      const forged = lines.map((line) => (line.number === 2 ? { ...line, by: 'o-9' as PersonId } : line));
      expect(brokenLines(nodeDigest, forged)).toEqual([3]);
      expect(brokenLines(nodeDigest, lines.toSpliced(1, 1))).toEqual([3]);
      expect((await audit.list({ limit: 2, before: 3 })).map(({ number }) => number)).toEqual([2, 1]);
    });
  });
}
