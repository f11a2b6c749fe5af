import { listMyDisclosures } from '@sinau/agreements';
import { findPerson } from '@sinau/identity';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  type AuditLine,
  brokenLines,
  cancelErasure,
  confirmErasure,
  confirmRule,
  getJob,
  listJobs,
  listMyExports,
  openExport,
  type PrivacyJob,
  type PrivacyJobId,
  percentOf,
  proposeRule,
  type RetentionRule,
  type RuleApproval,
  requestErasure,
  requestExport,
  retentionRules,
  rulesAt,
  withdrawRule,
} from '@sinau/privacy';
import type { PrivacyJobView, PrivacyPorts, RuleKey } from '@sinau/web';
import { createAgreementOrganisations } from '../shared/agreement-parts.ts';
import type { PortalDeps } from './deps.ts';
import { ownSharingOf } from './sharing-views.ts';

type Deps = Pick<PortalDeps, 'people' | 'organisations' | 'privacy' | 'digest' | 'clock' | 'disclosures'>;

const linesOfPage = 50;

/** Use cases of privacy for operators, and everybody's own export. */
export function joinPrivacy(deps: Deps): PrivacyPorts {
  const { privacy } = deps;
  const views = (principal: PersonPrincipal, jobs: readonly PrivacyJob[]) => viewsOf(deps, principal, jobs);
  const idOf = (jobId: string) => jobId as PrivacyJobId;
  return {
    erasures: async (principal) => views(principal, await listJobs(await privacy(), 'erasure')),
    exports: async (principal) => views(principal, await listJobs(await privacy(), 'export')),
    retention: (principal) => retentionOf(deps, principal),
    proposeRule: async (principal, { basis, validFrom, ...key }) => {
      await proposeRule(await privacy(), { principal, key: ruleKeyOf(key), basis, validFrom });
    },
    confirmRule: async (principal, key) => {
      await confirmRule(await privacy(), { principal, key: ruleKeyOf(key) });
    },
    withdrawRule: async (principal, key) => {
      await withdrawRule(await privacy(), { principal, key: ruleKeyOf(key) });
    },
    jobOf: async (principal, jobId) => {
      const [view] = await views(principal, [await getJob(await privacy(), idOf(jobId))]);
      if (!view) throw new Error('a job has no view');
      return view;
    },
    requestErasure: async (principal, { who, ...request }) => {
      const person = await findPerson(deps, { principal, text: who });
      if (!person) return 'nobody';
      const { personId } = person;
      const { jobId } = await requestErasure(await privacy(), { principal, personId, ...request });
      return { jobId };
    },
    confirm: async (principal, jobId) => {
      await confirmErasure(await privacy(), { principal, jobId: idOf(jobId) });
    },
    cancel: async (principal, jobId) => {
      await cancelErasure(await privacy(), { principal, jobId: idOf(jobId) });
    },
    requestExportFor: async (principal, who) => {
      const person = await findPerson(deps, { principal, text: who });
      if (!person) return 'nobody';
      const { jobId } = await requestExport(await privacy(), { principal, personId: person.personId });
      return { jobId };
    },
    audit: (_principal, before) => auditPage(deps, before),
    myExports: async (principal) => views(principal, await listMyExports(await privacy(), principal)),
    mySharing: async (principal) => {
      const domain = { ...deps, organisations: createAgreementOrganisations(deps) };
      return (await listMyDisclosures(domain, { principal })).map(ownSharingOf);
    },
    openExport: async (principal, jobId) => openExport(await privacy(), { principal, jobId: idOf(jobId) }),
  };
}

async function viewsOf(
  deps: Deps,
  principal: PersonPrincipal,
  jobs: readonly PrivacyJob[],
): Promise<readonly PrivacyJobView[]> {
  const ids = jobs.flatMap((job) => [job.personId, job.requestedBy, job.confirmedBy]);
  const nameOf = await namesOf(deps, ids);
  // Auditors see that it was done and by whom, not to whom.
  const named = principal.roles.includes('operator') ? jobs : jobs.map(withoutPerson);
  const agencies = jobs.some(({ approval }) => approval) ? await agencyNames(deps) : new Map();
  return named.map((job) => {
    const agency = job.approval && (agencies.get(job.approval.agencyId) ?? job.approval.agencyId);
    return { ...viewOf(job, principal, nameOf), ...(agency !== undefined && { agency }) };
  });
}

function withoutPerson({ personId: _, ...job }: PrivacyJob): PrivacyJob {
  return job;
}

async function agencyNames({ organisations }: Deps): Promise<ReadonlyMap<string, string>> {
  const agencies = await organisations.listAgencies();
  return new Map(agencies.map(({ agencyId, name }) => [agencyId, name]));
}

const ruleKeyOf = ({ agencyId, ...key }: RuleKey) => ({ ...key, agencyId: agencyId as AgencyId });

async function retentionOf(deps: Deps, principal: PersonPrincipal) {
  const { jobs, approvals } = await deps.privacy();
  const decided = await approvals.list();
  const nameOf = await namesOf(
    deps,
    decided.flatMap(({ proposedBy, confirmedBy }) => [proposedBy, confirmedBy]),
  );
  const agencies = await agencyNames(deps);
  const approvalView = (approval: RuleApproval) => {
    const { ruleId, version, agencyId, state, basis, validFrom, proposedBy, proposedAt } = approval;
    const { confirmedBy, confirmedAt } = approval;
    return {
      ...{ ruleId, version, agencyId, state, basis, validFrom, proposedAt },
      agency: agencies.get(agencyId) ?? agencyId,
      proposedBy: nameOf(proposedBy),
      ownProposal: proposedBy === principal.personId,
      ...(confirmedBy !== undefined && { confirmedBy: nameOf(confirmedBy) }),
      ...(confirmedAt !== undefined && { confirmedAt }),
    };
  };
  return {
    rules: rulesAt(retentionRules, deps.clock.now().toISOString().slice(0, 10)).map(ruleView),
    approvals: decided.map(approvalView),
    agencies: [...agencies].map(([agencyId, name]) => ({ agencyId, name })),
    jobs: await viewsOf(deps, principal, await listJobs({ jobs }, 'retention')),
  };
}

function viewOf(
  job: PrivacyJob,
  principal: PersonPrincipal,
  nameOf: (personId: PersonId) => string,
): PrivacyJobView {
  const { jobId, kind, state, subject, personId, confirmedBy, requestedBy, requestedAt } = job;
  const { mode, reason, legalBasis, confirmedAt, endedAt, dueAt, fileUntil } = job;
  return {
    ...{ jobId, kind, state, requestedAt, found: job.found, done: job.done, left: job.left },
    subject: subject.slice(0, 12),
    requestedBy: nameOf(requestedBy),
    percent: percentOf(job),
    ownRequest: requestedBy === principal.personId,
    ...(personId !== undefined && { person: nameOf(personId) }),
    ...(confirmedBy !== undefined && { confirmedBy: nameOf(confirmedBy) }),
    ...(mode && { mode }),
    ...(job.verified !== undefined && { verified: job.verified }),
    ...(reason && { reason }),
    ...(legalBasis && { legalBasis }),
    ...(confirmedAt && { confirmedAt }),
    ...(endedAt && { endedAt }),
    ...(dueAt && { dueAt }),
    // Gone from the job's calendar: the file was discarded.
    ...(fileUntil && dueAt && { fileUntil }),
  };
}

/** A verb goes by its last part. */
function ruleView({ verbs, ...rule }: RetentionRule) {
  return { ...rule, ...(verbs && { verbs: verbs.map((verb) => verb.split('/').at(-1) ?? verb) }) };
}

async function auditPage(deps: Deps, before: number | undefined) {
  const { audit } = await deps.privacy();
  // One more, to see whether the oldest shown fits to it.
  const found = await audit.list({ limit: linesOfPage + 1, ...(before === undefined ? {} : { before }) });
  const shown = found.slice(0, linesOfPage);
  const nameOf = await namesOf(
    deps,
    shown.map(({ by }) => by),
  );
  const agencies = shown.some(({ kind }) => kind === 'rule') ? await agencyNames(deps) : new Map();
  const next = found.length > linesOfPage ? shown.at(-1)?.number : undefined;
  return {
    lines: shown.map((line) => auditView(withAgency(line, agencies), nameOf)),
    whole: brokenLines(deps.digest, found.toReversed()).length === 0,
    ...(next !== undefined && { next }),
  };
}

/** A line about a rule ends its name with the agency's id; people know the agency by its name. */
function withAgency(line: AuditLine, agencies: ReadonlyMap<string, string>): AuditLine {
  const agencyId = line.kind === 'rule' ? line.jobId.split(' ').at(-1) : undefined;
  const name = agencyId && agencies.get(agencyId);
  return name && line.reason ? { ...line, reason: line.reason.replace(agencyId, () => name) } : line;
}

function auditView(line: AuditLine, nameOf: (personId: PersonId) => string) {
  const { number, at, action, kind, jobId, subject, by, reason, counts } = line;
  return {
    ...{ number, at, action, kind, jobId },
    subject: subject.slice(0, 12),
    ...(by !== undefined && { by: nameOf(by) }),
    ...(reason && { reason }),
    ...(counts && { counts }),
  };
}

async function namesOf(
  { people }: Deps,
  ids: readonly (PersonId | undefined)[],
): Promise<(personId: PersonId) => string> {
  const found = await people.findMany([...new Set(ids.flatMap((id) => id ?? []))]);
  const names = new Map(found.map(({ personId, name }) => [personId, name]));
  return (personId) => names.get(personId) ?? personId;
}
