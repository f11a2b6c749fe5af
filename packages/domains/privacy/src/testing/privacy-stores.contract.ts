import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLines } from '../audit-line.ts';
import type { AuditLog, PrivacyJobStore, RuleApprovalStore } from '../ports.ts';
import type { PrivacyJob, PrivacyJobId } from '../privacy-job.ts';

/** What every store of jobs and every audit log keep to. `open` gives empty ones. */
export function privacyStoresContract(
  adapter: string,
  open: () => Promise<{
    readonly jobs: PrivacyJobStore;
    readonly approvals: RuleApprovalStore;
    readonly audit: AuditLog;
  }>,
): void {
  describe(`privacy on ${adapter}`, () => {
    let jobs: PrivacyJobStore;
    let audit: AuditLog;
    let approvals: RuleApprovalStore;
    beforeEach(async () => {
      ({ jobs, audit, approvals } = await open());
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

    it('P4: writes what is noted with the job, once, or neither', async () => {
      const job = jobOf(1);
      const entryOf = (action: 'requested' | 'counted') => ({
        ...({ at: job.requestedAt, action, kind: 'erasure', jobId: job.jobId, subject: 'hash' } as const),
      });
      // Of many at once one is written, with its line.
      const added = await Promise.all([1, 2, 3].map(() => jobs.add(job, entryOf('requested'))));
      expect(added.filter((outcome) => outcome === 'added')).toHaveLength(1);
      const next = { ...job, state: 'counted' as const };
      const replaced = await Promise.all([1, 2, 3].map(() => jobs.replace(next, entryOf('counted'))));
      expect(replaced.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
      expect(await jobs.replace(job, entryOf('counted'))).toEqual({ outcome: 'stale' });
      const others = await Promise.all(
        [2, 3, 4].map((n) => jobs.add(jobOf(n), { ...entryOf('requested'), subject: `${n}` })),
      );
      expect(others).toEqual(['added', 'added', 'added']);
      const lines = [...(await audit.list({ limit: 10 }))].reverse();
      expect(lines.map(({ action }) => action)).toEqual([
        'requested',
        'counted',
        ...others.map(() => 'requested'),
      ]);
      expect(brokenLines(nodeDigest, lines)).toEqual([]);
    });

    it('C7: keeps what was decided about a rule, with its line, one decision at a time', async () => {
      const key = { ruleId: 'raw', version: 1, agencyId: 'bkn' as AgencyId };
      const proposed = {
        ...({ ...key, basis: 'Keputusan', validFrom: '2026-04-01', state: 'proposed', rev: 0 } as const),
        ...{ proposedBy: 'o-1' as PersonId, proposedAt: '2026-03-01T01:00:00.000Z' },
      } as const;
      const entry = {
        ...({ at: proposed.proposedAt, action: 'proposed', kind: 'rule', subject: 'hash' } as const),
        ...{ jobId: 'raw v1 bkn' as PrivacyJobId, by: 'o-1' as PersonId },
      } as const;
      expect(await approvals.find(key)).toBeUndefined();
      expect(await approvals.list()).toEqual([]);
      const saved = await Promise.all([1, 2, 3].map(() => approvals.save(proposed, entry)));
      expect(saved.sort()).toEqual(['saved', 'stale', 'stale']);
      expect(await approvals.find(key)).toEqual({ ...proposed, rev: 1 });
      const confirmed = { ...proposed, rev: 1, state: 'confirmed', confirmedBy: 'o-2' as PersonId } as const;
      expect(await approvals.save(confirmed, { ...entry, action: 'confirmed' })).toBe('saved');
      const other = { ...proposed, agencyId: 'anri' as AgencyId };
      await approvals.save(other, entry);
      expect(await approvals.list()).toEqual([
        { ...other, rev: 1 },
        { ...confirmed, rev: 2 },
      ]);
      expect(await audit.list({ limit: 10 })).toHaveLength(3);
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
