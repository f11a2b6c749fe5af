import type { Clock, Digest, PersonId } from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import type { PrivacyJobStore, RuleApprovalStore } from './ports.ts';
import type { PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import { type RetentionOrder, type RetentionRule, retentionOrders } from './retention-rules.ts';
import { approvalName, isActing, type RuleApproval } from './rule-approval.ts';

/** Who asks for what a rule ends. */
export const systemId = 'system' as PersonId;

interface Deps {
  readonly jobs: PrivacyJobStore;
  readonly approvals: RuleApprovalStore;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly rules: readonly RetentionRule[];
}

/**
 * Begins the dry runs of this month: one a rule over everybody, which only counts, and one for each agency for which
 * operators have confirmed the rule. Idempotent; how many were begun.
 */
export async function startRetention(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const today = now.toISOString().slice(0, 10);
  const month = today.slice(0, 7);
  const acting = (await deps.approvals.list()).filter((approval) => isActing(approval, today));
  let begun = 0;
  for (const order of retentionOrders(deps.rules, now)) {
    const { ruleId, version } = order.rule;
    const confirmed = acting.filter((one) => one.ruleId === ruleId && one.version === version);
    const names = new Map<string, RuleApproval | undefined>([
      [`retention ${ruleId} ${month}`, undefined],
      // What is confirmed anew is looked at anew.
      ...confirmed.map((one) => [`retention ${approvalName(one)} ${one.rev} ${month}`, one] as const),
    ]);
    for (const [name, approval] of names) {
      if (await begin(deps, { name, order, approval })) begun += 1;
    }
  }
  return begun;
}

async function begin(
  { jobs, clock, digest }: Deps,
  given: {
    readonly name: string;
    readonly order: RetentionOrder;
    readonly approval: RuleApproval | undefined;
  },
): Promise<boolean> {
  const { rule, mode, untilMs, keepVerbs } = given.order;
  const subject = digest.sha256(given.name).slice(0, 32);
  // The same for every process of this month.
  const jobId = subject as PrivacyJobId;
  if (await jobs.find(jobId)) return false;
  const at = clock.now().toISOString();
  const job: PrivacyJob = {
    ...{ jobId, subject, kind: 'retention', state: 'counting', mode, untilMs, keepVerbs: [...keepVerbs] },
    ...{ reason: `${rule.ruleId} v${rule.version}`, legalBasis: 'retention-ended' },
    ...{ verified: given.approval !== undefined, ...(given.approval && { approval: keyOf(given.approval) }) },
    ...{ requestedBy: systemId, requestedAt: at, found: {}, done: {}, left: {}, trail: [], parts: [] },
    ...{ place: 0, placeSince: at, passes: 0, failures: 0, rev: 0, dueAt: at },
  };
  return (await jobs.add(job, entryOf(job, { at, action: 'requested' }))) === 'added';
}

const keyOf = ({ ruleId, version, agencyId }: RuleApproval) => ({ ruleId, version, agencyId });
