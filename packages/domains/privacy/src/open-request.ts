import type { PersonPrincipal } from '@sinau/kernel';
import type { AuditEntry } from './audit-line.ts';
import {
  answerHours,
  type CorrectionField,
  type DataRequest,
  type DataRequestId,
  hoursAfter,
  type RequestKind,
} from './data-request.ts';
import { NotNow, PrivacyJobNotFound, RequestOpen, TooManyRequests } from './errors.ts';
import type { DataRequestStore } from './ports.ts';
import type { RequestDeps } from './request-erasure.ts';
import { requestExport } from './request-export.ts';
import { stopErasure } from './stop-erasure.ts';
import { subjectOf } from './subject.ts';

export type OpenDeps = Pick<RequestDeps, 'jobs' | 'clock' | 'ids' | 'digest'> & {
  readonly requests: DataRequestStore;
};

/**
 * What a person asks about their data; the clock of 72 hours starts. A copy is begun at once, everything else is for people
 * to answer.
 */
export async function openRequest(
  deps: OpenDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly kind: RequestKind;
    readonly text: string;
    readonly field?: CorrectionField;
  },
): Promise<DataRequest> {
  const { principal, kind, text, field } = input;
  const { personId, agencyId } = principal;
  await refuseTooMany(deps, input);
  const job = kind === 'access' ? await requestExport(deps, { principal, personId }) : undefined;
  const openedAt = deps.clock.now().toISOString();
  const request: DataRequest = {
    ...{ requestId: deps.ids.uuid() as DataRequestId, personId, subject: subjectOf(deps.digest, personId) },
    ...{ kind, text, openedAt, dueAt: hoursAfter(openedAt, answerHours), state: 'open', rev: 0 },
    ...(field && { field }),
    ...(agencyId && { agencyId }),
    ...(job && { jobId: job.jobId }),
  };
  await deps.requests.save(request, requestEntry(request, { at: openedAt, action: 'requested' }));
  return request;
}

/** Of corrections there may be several, each about one thing; copies are held apart by their jobs. */
const onlyOne: readonly RequestKind[] = ['erasure', 'restriction', 'objection'];
/** Those who answer are told of each, and their list ends somewhere: nobody pushes others out of it. */
const mostADay = 10;

async function refuseTooMany(
  { requests, clock }: Pick<OpenDeps, 'requests' | 'clock'>,
  { principal, kind }: { readonly principal: PersonPrincipal; readonly kind: RequestKind },
): Promise<void> {
  const before = await requests.listOf(principal.personId, 50);
  const open = before.filter(({ state }) => state === 'open');
  if (onlyOne.includes(kind) && open.some((one) => one.kind === kind)) throw new RequestOpen();
  const yesterday = hoursAfter(clock.now().toISOString(), -24);
  const recent = before.filter(({ openedAt }) => openedAt > yesterday);
  if (open.length >= mostADay || recent.length >= mostADay) throw new TooManyRequests(mostADay);
}

/** An erasure that was begun for it ends too, as long as nothing was erased. */
export async function withdrawRequest(
  deps: Pick<OpenDeps, 'requests' | 'jobs' | 'clock'>,
  input: { readonly principal: PersonPrincipal; readonly requestId: DataRequestId },
): Promise<void> {
  const request = await deps.requests.find(input.requestId);
  const { personId } = input.principal;
  if (request?.personId !== personId) throw new PrivacyJobNotFound();
  if (request.state !== 'open') throw new NotNow('This request was answered or withdrawn already.');
  await stopErasure(deps, request);
  const at = deps.clock.now().toISOString();
  const next: DataRequest = { ...request, state: 'withdrawn', endedAt: at };
  const saved = await deps.requests.save(next, requestEntry(next, { at, action: 'withdrawn' }));
  if (saved === 'stale') throw new NotNow('Somebody has answered meanwhile; please look again.');
}

/** Requests of the person who asks, newest first. */
export function listMyRequests(
  { requests }: Pick<OpenDeps, 'requests'>,
  { personId }: PersonPrincipal,
): Promise<readonly DataRequest[]> {
  return requests.listOf(personId, 50);
}

/** A line about a request never holds the person's words, nor who they are: what they did themselves is by nobody. */
export function requestEntry(
  { requestId, subject, kind, outcome }: DataRequest,
  event: Pick<AuditEntry, 'at' | 'action' | 'by'>,
): AuditEntry {
  const reason = outcome === undefined ? kind : `${kind}: ${outcome}`;
  return { ...event, kind: 'request', jobId: requestId as string as AuditEntry['jobId'], subject, reason };
}
