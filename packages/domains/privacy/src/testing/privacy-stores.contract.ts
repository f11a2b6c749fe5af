import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLines } from '../audit-line.ts';
import type { DataRequest, DataRequestId } from '../data-request.ts';
import type { IncidentId, IncidentStore } from '../incident.ts';
import type { HoldId, HoldStore } from '../legal-hold.ts';
import type { AuditLog, DataRequestStore, PrivacyJobStore, RuleApprovalStore } from '../ports.ts';
import type { PrivacyJob, PrivacyJobId } from '../privacy-job.ts';

/** What every store of jobs and every audit log keep to. `open` gives empty ones. */
export function privacyStoresContract(
  adapter: string,
  open: () => Promise<{
    readonly jobs: PrivacyJobStore;
    readonly approvals: RuleApprovalStore;
    readonly audit: AuditLog;
    readonly requests: DataRequestStore;
    readonly holds: HoldStore;
    readonly incidents: IncidentStore;
  }>,
): void {
  describe(`privacy on ${adapter}`, () => {
    let jobs: PrivacyJobStore;
    let audit: AuditLog;
    let approvals: RuleApprovalStore;
    let requests: DataRequestStore;
    let holds: HoldStore;
    let incidents: IncidentStore;
    beforeEach(async () => {
      ({ jobs, audit, approvals, requests, holds, incidents } = await open());
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
      expect(await jobs.add({ ...mine, requestedAt: '2026-03-02T01:00:09.000Z' })).toBe('exists');
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

    const requestOf = (n: number, parts: Partial<DataRequest> = {}): DataRequest => ({
      ...{ requestId: randomUUID() as DataRequestId, personId: 'p-1' as PersonId, subject: 'hash' },
      ...({ kind: 'correction', text: 'Zona salah', field: 'zone', agencyId: 'bkn' as AgencyId } as const),
      ...{ openedAt: `2026-03-0${n}T01:00:00.000Z`, dueAt: `2026-03-0${n + 3}T01:00:00.000Z` },
      ...({ state: 'open', rev: 0 } as const),
      ...parts,
    });

    it('lists requests by person, and by what is due and what ended, of an agency or of all', async () => {
      const [first, second] = [requestOf(1), requestOf(2)];
      const elsewhere = requestOf(3, { agencyId: 'anri' as AgencyId, personId: 'p-2' as PersonId });
      for (const one of [second, first, elsewhere]) expect(await requests.save(one)).toBe('saved');
      const stored = (one: DataRequest, rev = 1) => ({ ...one, rev });
      expect(await requests.listOpen(undefined, 9)).toEqual(
        [first, second, elsewhere].map((one) => stored(one)),
      );
      expect(await requests.listOpen('bkn' as AgencyId, 1)).toEqual([stored(first)]);
      const done = { ...stored(first), state: 'answered' as const, endedAt: '2026-03-03T01:00:00.000Z' };
      expect(await requests.save(done)).toBe('saved');
      expect(await requests.save(done)).toBe('stale');
      expect(await requests.find(first.requestId)).toEqual({ ...done, rev: 2 });
      expect(await requests.listOpen('bkn' as AgencyId, 9)).toEqual([stored(second)]);
      expect(await requests.listEnded('bkn' as AgencyId, 9)).toEqual([{ ...done, rev: 2 }]);
      expect(await requests.listEnded('anri' as AgencyId, 9)).toEqual([]);
      expect(await requests.listOf('p-1' as PersonId, 9)).toEqual([stored(second), { ...done, rev: 2 }]);
    });

    it('P2: keeps holds of a person and incidents, each with its line', async () => {
      const entry = { at: '2026-03-01T01:00:00.000Z', subject: 'hash', by: 'o-1' as PersonId } as const;
      const hold = {
        ...{ holdId: 'h-1' as HoldId, personId: 'p-1' as PersonId, ground: 'Perkara 7', rev: 0 },
        ...{ placedBy: 'o-1' as PersonId, placedAt: entry.at },
      };
      const placed = { ...entry, action: 'placed', kind: 'hold', jobId: 'h-1' as PrivacyJobId } as const;
      expect(await holds.save(hold, placed)).toBe('saved');
      expect(await holds.save({ ...hold, ground: 'x' }, placed)).toBe('stale');
      expect(await holds.listOf('p-1' as PersonId)).toEqual([{ ...hold, rev: 1 }]);
      expect(await holds.listOf('p-2' as PersonId)).toEqual([]);
      expect(await holds.find(hold)).toEqual({ ...hold, rev: 1 });
      expect(await holds.list(9)).toEqual([{ ...hold, rev: 1 }]);
      const incident = {
        ...{ incidentId: 'i-1' as IncidentId, detectedAt: entry.at, notifyDueAt: '2026-03-04T01:00:00.000Z' },
        ...{ what: 'Alamat surel', how: 'Surel salah kirim', people: 12, handling: 'Ditarik', rev: 0 },
        ...{ recordedBy: 'o-1' as PersonId, recordedAt: entry.at },
      };
      const recorded = {
        ...entry,
        action: 'recorded',
        kind: 'incident',
        jobId: 'i-1' as PrivacyJobId,
      } as const;
      expect(await incidents.save(incident, recorded)).toBe('saved');
      expect(await incidents.find(incident.incidentId)).toEqual({ ...incident, rev: 1 });
      expect(await incidents.list(9)).toEqual([{ ...incident, rev: 1 }]);
      expect((await audit.list({ limit: 9 })).map(({ action }) => action)).toEqual(['recorded', 'placed']);
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
