import {
  type Clock,
  type Digest,
  type Ids,
  InvalidInput,
  type PersonId,
  type PersonPrincipal,
} from '@sinau/kernel';
import { entryOf } from './audit-entry.ts';
import { NotNow } from './errors.ts';
import { assertNotHeld, type HoldStore } from './legal-hold.ts';
import type { AuditLog, OperatorsPort, PeoplePort, PrivacyJobStore } from './ports.ts';
import type { ErasureMode, LegalBasis, PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import { subjectOf } from './subject.ts';

export interface RequestDeps {
  readonly holds: HoldStore;
  readonly jobs: PrivacyJobStore;
  readonly audit: AuditLog;
  readonly people: PeoplePort;
  readonly operators: OperatorsPort;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

/** Begins with the dry run; nothing is changed before another operator confirms what it found. */
export async function requestErasure(
  deps: RequestDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly mode: ErasureMode;
    /** Why, without names. */
    readonly reason: string;
    readonly legalBasis: LegalBasis;
    /** Kept for this job beforehand. Absent: a new one. */
    readonly jobId?: PrivacyJobId;
  },
): Promise<PrivacyJob> {
  const { principal, personId, mode, reason, legalBasis } = input;
  if (!(await deps.people.exists(personId))) {
    throw new InvalidInput('There is no such person.', {
      issues: [{ path: '/person', message: 'There is no such person.' }],
    });
  }
  await assertNotHeld(deps, personId);
  const at = deps.clock.now().toISOString();
  const job: PrivacyJob = {
    ...newJob(deps, { kind: 'erasure', personId, by: principal.personId, at }),
    state: 'counting',
    mode,
    reason,
    legalBasis,
    ...(input.jobId !== undefined && { jobId: input.jobId }),
  };
  const entry = entryOf(job, { at, action: 'requested', by: principal.personId });
  if ((await deps.jobs.add(job, entry)) === 'exists') throw new NotNow('It was begun already.');
  return job;
}

export function newJob(
  { ids, digest }: Pick<RequestDeps, 'ids' | 'digest'>,
  given: {
    readonly kind: PrivacyJob['kind'];
    readonly personId: PersonId;
    readonly by: PersonId;
    readonly at: string;
  },
): Omit<PrivacyJob, 'state'> {
  const { kind, personId, by, at } = given;
  return {
    jobId: ids.uuid() as PrivacyJobId,
    kind,
    personId,
    subject: subjectOf(digest, personId),
    requestedBy: by,
    requestedAt: at,
    found: {},
    done: {},
    left: {},
    trail: [],
    place: 0,
    placeSince: at,
    passes: 0,
    parts: [],
    dueAt: at,
    failures: 0,
    rev: 0,
  };
}
