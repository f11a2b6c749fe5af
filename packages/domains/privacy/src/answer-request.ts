import { InvalidInput, type PersonPrincipal } from '@sinau/kernel';
import {
  type DataRequest,
  type DataRequestId,
  isForAgency,
  mayAnswer,
  type RefusalGround,
  type RequestOutcome,
} from './data-request.ts';
import { NotNow, PrivacyJobNotFound, SecondPersonNeeded } from './errors.ts';
import { assertNotHeld, type HoldStore } from './legal-hold.ts';
import { type OpenDeps, requestEntry } from './open-request.ts';
import type { ErasureMode, PrivacyJob, PrivacyJobId } from './privacy-job.ts';
import { type RequestDeps, requestErasure } from './request-erasure.ts';
import { stopErasure } from './stop-erasure.ts';

/** One request, for those who may answer it. */
export async function getRequest(
  { requests }: Pick<OpenDeps, 'requests'>,
  input: { readonly principal: PersonPrincipal; readonly requestId: DataRequestId },
): Promise<DataRequest> {
  const request = await requests.find(input.requestId);
  const { roles } = input.principal;
  const mayRead = request && (mayAnswer(input.principal, request) || roles.includes('auditor'));
  if (!mayRead) throw new PrivacyJobNotFound();
  return request;
}

/** What waits, soonest due first, and what ended lately, of everybody or of an administrator's own agency. */
export async function listRequests(
  { requests }: Pick<OpenDeps, 'requests'>,
  principal: PersonPrincipal,
): Promise<{ readonly open: readonly DataRequest[]; readonly ended: readonly DataRequest[] }> {
  const { agencyId, roles } = principal;
  const isPlatforms = roles.includes('operator') || roles.includes('auditor');
  if (!isPlatforms && agencyId === undefined) return { open: [], ended: [] };
  const office = isPlatforms ? undefined : agencyId;
  const [open, ended] = await Promise.all([
    requests.listOpen(office, mostListed),
    requests.listEnded(office, mostListed),
  ]);
  const mine = (list: readonly DataRequest[]) => (isPlatforms ? list : list.filter(isForAgency));
  return { open: mine(open), ended: mine(ended) };
}

const mostListed = 200;

/**
 * In words, with the ground where less was done than was asked. Nobody answers themselves. An erasure that was begun and
 * not confirmed ends with it.
 */
export async function answerRequest(
  deps: Pick<OpenDeps, 'requests' | 'jobs' | 'clock'>,
  input: {
    readonly principal: PersonPrincipal;
    readonly requestId: DataRequestId;
    readonly outcome: RequestOutcome;
    readonly answer: string;
    readonly ground?: RefusalGround;
  },
): Promise<void> {
  const { principal, requestId, outcome, answer, ground } = input;
  const request = await openOne(deps, { principal, requestId });
  if (outcome !== 'granted' && ground === undefined) {
    const message = 'Say on which ground it is not done, or not all of it.';
    throw new InvalidInput(message, { issues: [{ path: '/ground', message }] });
  }
  await stopErasure(deps, request);
  const at = deps.clock.now().toISOString();
  const next: DataRequest = {
    ...{ ...request, state: 'answered', outcome, answer, answeredBy: principal.personId, endedAt: at },
    ...(outcome !== 'granted' && ground && { ground }),
  };
  const entry = requestEntry(next, { at, action: 'answered', by: principal.personId });
  if ((await deps.requests.save(next, entry)) === 'stale') {
    throw new NotNow('Somebody has answered meanwhile; please look again.');
  }
}

/** Begins the erasure that was asked for, with its dry run; another operator confirms it, and its end answers the request. */
export async function startErasure(
  deps: RequestDeps & { readonly requests: OpenDeps['requests']; readonly holds: HoldStore },
  input: {
    readonly principal: PersonPrincipal;
    readonly requestId: DataRequestId;
    readonly mode: ErasureMode;
  },
): Promise<PrivacyJob> {
  const { principal, requestId, mode } = input;
  const request = await openOne(deps, { principal, requestId });
  const before = request.jobId && (await deps.jobs.find(request.jobId));
  const isOver = before === undefined || before.state === 'cancelled' || before.state === 'failed';
  if (request.kind !== 'erasure' || !isOver)
    throw new NotNow('There is nothing to begin here, or it was begun already.');
  const { personId } = request;
  await assertNotHeld(deps, personId);
  // The request names its job before there is one: closes the race of two operators. A name without a job is taken again.
  const jobId = before === undefined && request.jobId ? request.jobId : (deps.ids.uuid() as PrivacyJobId);
  if ((await deps.requests.save({ ...request, jobId })) === 'stale')
    throw new NotNow('Somebody has changed this request meanwhile; please look again.');
  const reason = 'Permintaan subjek data';
  return requestErasure(deps, { principal, personId, mode, reason, legalBasis: 'request', jobId });
}

async function openOne(
  deps: Pick<OpenDeps, 'requests'>,
  { principal, requestId }: { readonly principal: PersonPrincipal; readonly requestId: DataRequestId },
): Promise<DataRequest> {
  const request = await deps.requests.find(requestId);
  if (!request || !mayAnswer(principal, request)) throw new PrivacyJobNotFound();
  if (request.personId === principal.personId) throw new SecondPersonNeeded();
  if (request.state !== 'open') throw new NotNow('This request was answered or withdrawn already.');
  return request;
}
