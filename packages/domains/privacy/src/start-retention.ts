import type { Clock, Digest, PersonId } from '@sinau/kernel';
import type { AuditLog, PrivacyJobStore } from './ports.ts';
import type { PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import { type RetentionRule, retentionOrders } from './retention-rules.ts';

/** Who asks for what a rule ends. */
export const systemId = 'system' as PersonId;

/**
 * Begins one dry run a month and rule: how many people have records that were kept long enough. Idempotent; how many
 * were begun.
 */
export async function startRetention(deps: {
  readonly jobs: PrivacyJobStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly rules: readonly RetentionRule[];
}): Promise<number> {
  const { jobs, audit, clock, digest, rules } = deps;
  const now = clock.now();
  const at = now.toISOString();
  let begun = 0;
  for (const { rule, mode, untilMs, keepVerbs } of retentionOrders(rules, now)) {
    const name = `retention ${rule.ruleId} ${at.slice(0, 7)}`;
    const subject = digest.sha256(name).slice(0, 32);
    // The same for every process of this month.
    const jobId = subject as PrivacyJobId;
    if (await jobs.find(jobId)) continue;
    const job: PrivacyJob = {
      ...{ jobId, subject, kind: 'retention', state: 'counting', mode, untilMs, keepVerbs: [...keepVerbs] },
      ...{
        reason: `${rule.ruleId} v${rule.version}`,
        legalBasis: 'retention-ended',
        verified: rule.verified,
      },
      ...{ requestedBy: systemId, requestedAt: at, found: {}, done: {}, left: {}, trail: [], parts: [] },
      ...{ place: 0, placeSince: at, passes: 0, failures: 0, rev: 0, dueAt: at },
    };
    await jobs.add(job);
    const { reason, legalBasis } = job;
    const what = { kind: 'retention', jobId, subject, mode, ...(reason && { reason }) } as const;
    await audit.append({ at, action: 'requested', ...what, ...(legalBasis && { legalBasis }) });
    begun += 1;
  }
  return begun;
}
