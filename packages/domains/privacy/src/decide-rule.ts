import { type AgencyId, type Clock, type Digest, InvalidInput, type PersonPrincipal } from '@sinau/kernel';
import type { AuditEntry } from './audit-line.ts';
import { NotNow, PrivacyJobNotFound } from './errors.ts';
import type { OperatorsPort, RuleApprovalStore } from './ports.ts';
import type { PrivacyJobId } from './privacy-job.ts';
import { type RetentionRule, retentionRules } from './retention-rules.ts';
import { type ApprovalKey, approvalName, type RuleApproval } from './rule-approval.ts';
import { assertSecondPerson } from './second-person.ts';

export interface RuleDeps {
  readonly approvals: RuleApprovalStore;
  readonly agencies: { exists(agencyId: AgencyId): Promise<boolean> };
  readonly operators: OperatorsPort;
  readonly clock: Clock;
  readonly digest: Digest;
}

/** Proposes that a rule acts for an agency from a date on, by the regulation and decision that `basis` names. */
export async function proposeRule(
  deps: RuleDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly key: ApprovalKey;
    /** Without names: it stays in the audit trail. */
    readonly basis: string;
    /** `YYYY-MM-DD`. */
    readonly validFrom: string;
    /** @default the rules of the product */
    readonly rules?: readonly RetentionRule[];
  },
): Promise<RuleApproval> {
  const { principal, key, basis, validFrom, rules = retentionRules } = input;
  const rule = rules.find(({ ruleId, version }) => ruleId === key.ruleId && version === key.version);
  if (!rule || rule.action === 'keep' || rule.months === undefined) {
    throw wrong('/rule', 'There is no such rule, or it ends nothing.');
  }
  if (!(await deps.agencies.exists(key.agencyId))) throw wrong('/agencyId', 'There is no such agency.');
  if (!isDate(validFrom) || validFrom < rule.validFrom) {
    throw wrong(
      '/validFrom',
      `Give a date (YYYY-MM-DD) not before ${rule.validFrom}, since when the rule is there.`,
    );
  }
  const before = await deps.approvals.find(key);
  if (before && before.state !== 'withdrawn') {
    throw new NotNow('This rule was proposed for this agency already; confirm or withdraw that first.');
  }
  const { ruleId, version, agencyId } = key;
  const approval: RuleApproval = {
    ...{ ruleId, version, agencyId, basis, validFrom, state: 'proposed', rev: before?.rev ?? 0 },
    ...{ proposedBy: principal.personId, proposedAt: deps.clock.now().toISOString() },
  };
  return save(deps, approval, { action: 'proposed', principal });
}

/** Lets a proposed rule act, by another operator than the one who proposed it. */
export async function confirmRule(
  deps: Omit<RuleDeps, 'agencies'>,
  input: { readonly principal: PersonPrincipal; readonly key: ApprovalKey },
): Promise<RuleApproval> {
  const { principal, key } = input;
  const before = await findRule(deps, key);
  await assertSecondPerson(deps, { first: before.proposedBy, second: principal.personId });
  if (before.state !== 'proposed')
    throw new NotNow('Only what was proposed and not withdrawn can be confirmed.');
  const confirmedAt = deps.clock.now().toISOString();
  const next = { ...before, state: 'confirmed', confirmedBy: principal.personId, confirmedAt } as const;
  return save(deps, next, { action: 'confirmed', principal });
}

/** Ends it: by any operator, at any time. A sweep on its way begins no more erasures. */
export async function withdrawRule(
  deps: Omit<RuleDeps, 'agencies' | 'operators'>,
  input: { readonly principal: PersonPrincipal; readonly key: ApprovalKey },
): Promise<RuleApproval> {
  const { principal, key } = input;
  const before = await findRule(deps, key);
  if (before.state === 'withdrawn') throw new NotNow('This was withdrawn already.');
  const withdrawnAt = deps.clock.now().toISOString();
  const next = { ...before, state: 'withdrawn', withdrawnBy: principal.personId, withdrawnAt } as const;
  return save(deps, next, { action: 'withdrawn', principal });
}

async function findRule({ approvals }: Pick<RuleDeps, 'approvals'>, key: ApprovalKey): Promise<RuleApproval> {
  const found = await approvals.find(key);
  if (!found) throw new PrivacyJobNotFound();
  return found;
}

async function save(
  { approvals, digest, clock }: Pick<RuleDeps, 'approvals' | 'digest' | 'clock'>,
  approval: RuleApproval,
  event: { readonly action: AuditEntry['action']; readonly principal: PersonPrincipal },
): Promise<RuleApproval> {
  const name = approvalName(approval);
  const entry: AuditEntry = {
    ...{ at: clock.now().toISOString(), action: event.action, kind: 'rule', by: event.principal.personId },
    ...{ jobId: name as PrivacyJobId, subject: digest.sha256(`rule ${name}`).slice(0, 32) },
    reason: `${name}, ${approval.validFrom}: ${approval.basis}`,
  };
  if ((await approvals.save(approval, entry)) === 'saved') return { ...approval, rev: approval.rev + 1 };
  throw new NotNow('Another operator was faster; please look again.');
}

function wrong(path: string, message: string): InvalidInput {
  return new InvalidInput(message, { issues: [{ path, message }] });
}

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
