import {
  AdapterFailure,
  type AdapterFailureReason,
  CircuitOpen,
  EnrolmentRefused,
  EnrolmentUnconfirmed,
} from '../ports.ts';
import { confirm } from './confirm.ts';
import { changed, leave, overOf } from './leave.ts';
import type { ProviderEnrolmentMove, SagaDeps } from './ports.ts';
import { isOpen, type ProviderEnrolment, type ProviderEnrolmentReason } from './provider-enrolment.ts';
import { defaultSettings } from './settings.ts';
import { after, leaseMs, lookAgainMs, seldomMs, waitMs } from './timing.ts';

export type SendOutcome =
  | 'nothing'
  | 'waits'
  | 'left'
  | 'gave-up'
  | 'confirmed'
  | 'again'
  | 'refused'
  | 'changed';

/**
 * Asks the provider for one enrolment, if that is due and still wanted. Any number of workers, any number of times, killed
 * anywhere: the provider is asked under one key, and an answer that comes when nobody wants it any more is undone.
 */
export async function sendEnrolment(
  deps: SagaDeps,
  { registration }: { readonly registration: string },
): Promise<SendOutcome> {
  const found = await deps.providerEnrolments.find(registration);
  const now = deps.clock.now();
  if (!found || !isOpen(found) || (found.dueAt ?? '~') > now.toISOString()) return 'nothing';
  if ((await deps.learners.stateOf(registration)) !== 'open') {
    return (await leave(deps, found)) === 'left' ? 'left' : 'changed';
  }
  if (found.deadlineAt <= now.toISOString()) return moved(deps, giveUp(found, now), 'gave-up');
  const connection = await deps.connections.find(found.connectionId);
  if (!connection || connection.state === 'removing') {
    return moved(deps, giveUp({ ...found, reason: 'connection-ending' }, now), 'gave-up');
  }
  if (connection.state !== 'active') return moved(deps, later(deps, found, 'paused'), 'waits');
  const sending = await takePlace(deps, found, now);
  if (typeof sending === 'string') return sending;
  try {
    const learner = await deps.disclosure.discloseForEnrolment(found.providerId, found.personId);
    const adapter = await deps.adapters.adapterOf(connection);
    const { externalCourseId, connectionId, personId } = found;
    const account = await deps.providerEnrolments.accountOf(connectionId, personId);
    const answer = await adapter.enrol({
      ...{ idempotencyKey: registration, externalCourseId, learner },
      ...(account !== undefined && { account }),
    });
    if (answer.outcome === 'account-proposed') {
      return propose(deps, { sending, wasThere: found.maybeThere === true, ...answer });
    }
    return (await confirm(deps, sending, answer.externalLearnerId)) === 'confirmed' ? 'confirmed' : 'changed';
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    const settings =
      (await deps.providerEnrolments.settingsOf(found.connectionId)) ?? defaultSettings(connection);
    return settle(deps, { sending, wasThere: found.maybeThere === true, failure: error, ...settings });
  }
}

async function moved(
  deps: SagaDeps,
  move: ProviderEnrolmentMove,
  outcome: SendOutcome,
): Promise<SendOutcome> {
  return (await deps.providerEnrolments.move(move)) === 'done' ? outcome : 'changed';
}

/** The enrolment here ends by that; whether the provider has enrolled after all is looked up later. */
function giveUp(before: ProviderEnrolment, now: Date): ProviderEnrolmentMove {
  const { dueAt: _, ...rest } = changed(before, now);
  const ended: ProviderEnrolment = {
    ...rest,
    state: 'timed-out',
    reason: before.reason ?? 'too-late',
    tries: 0,
  };
  if (!before.maybeThere) return { before, after: ended, place: 'free' };
  return { before, after: { ...ended, dueAt: after(now, lookAgainMs) } };
}

function later(
  deps: SagaDeps,
  before: ProviderEnrolment,
  reason: ProviderEnrolmentReason,
): ProviderEnrolmentMove {
  const now = deps.clock.now();
  const state = before.state === 'sending' ? 'requested' : before.state;
  const again = {
    state,
    reason,
    tries: before.tries + 1,
    dueAt: nextTry(deps, before, waitMs(before.tries + 1, deps.random())),
  };
  return { before, after: { ...changed(before, now), ...again } };
}

/** Not after the deadline, so that giving up is not late. */
function nextTry(deps: SagaDeps, { deadlineAt }: ProviderEnrolment, ms: number): string {
  const at = after(deps.clock.now(), ms);
  return at < deadlineAt ? at : deadlineAt;
}

/** The write before the call. An earlier registration of the person hands its place over, or is waited for. */
async function takePlace(
  deps: SagaDeps,
  before: ProviderEnrolment,
  now: Date,
): Promise<ProviderEnrolment | SendOutcome> {
  const { reason: _, proposedAccount: __, said: ___, ...rest } = changed(before, now);
  const sending: ProviderEnrolment = {
    ...rest,
    ...{ state: 'sending', maybeThere: true, tries: before.tries + 1, dueAt: after(now, leaseMs) },
  };
  const take = { before, after: sending, place: 'take' as const };
  const outcome = await deps.providerEnrolments.move(take);
  if (outcome === 'done') return sending;
  if (outcome === 'changed') return 'changed';
  const holder = await deps.providerEnrolments.placeOf(before.personId, before.courseId);
  const other = holder === undefined ? undefined : await deps.providerEnrolments.find(holder);
  if (other?.state !== 'confirmed') return moved(deps, later(deps, before, 'earlier-leaving'), 'waits');
  const heir = { before: other, after: overOf(other, 'handed-over', now) };
  return (await deps.providerEnrolments.move({ ...take, heir })) === 'done' ? sending : 'changed';
}

/** Nothing goes on before somebody over there has said whose account it is. */
async function propose(
  deps: SagaDeps,
  given: {
    readonly sending: ProviderEnrolment;
    readonly wasThere: boolean;
    readonly proposedAccount: string;
  },
): Promise<SendOutcome> {
  const { sending, wasThere, proposedAccount } = given;
  const { maybeThere: _, ...rest } = changed(sending, deps.clock.now());
  const dueAt = nextTry(deps, sending, seldomMs * (0.7 + 0.6 * deps.random()));
  const waiting = { state: 'requested', reason: 'account-unconfirmed', proposedAccount, dueAt } as const;
  const after = { ...rest, ...waiting, ...(wasThere && { maybeThere: true as const }) };
  return moved(deps, { before: sending, after }, 'again');
}

/** What each failure means for the learner, and whether the provider has said no: then it has not enrolled. */
const meanings: Readonly<
  Record<AdapterFailureReason, { readonly reason: ProviderEnrolmentReason; readonly isNo: boolean }>
> = {
  'address-forbidden': { reason: 'connection-broken', isNo: true },
  unreachable: { reason: 'unreachable', isNo: false },
  timeout: { reason: 'unreachable', isNo: false },
  'other-service': { reason: 'connection-broken', isNo: true },
  tls: { reason: 'connection-broken', isNo: true },
  unauthorised: { reason: 'connection-broken', isNo: true },
  'not-permitted': { reason: 'connection-broken', isNo: true },
  'function-missing': { reason: 'connection-broken', isNo: true },
  throttled: { reason: 'busy', isNo: true },
  'broken-answer': { reason: 'connection-broken', isNo: false },
  'too-large': { reason: 'connection-broken', isNo: false },
  'server-error': { reason: 'unreachable', isNo: false },
  'learner-unknown': { reason: 'account-missing', isNo: true },
  // Nothing was sent; why the provider is left alone says more.
  'circuit-open': { reason: 'unreachable', isNo: true },
  'course-unknown': { reason: 'course-missing', isNo: true },
  full: { reason: 'full', isNo: true },
  refused: { reason: 'refused-by-provider', isNo: true },
  'not-accepted': { reason: 'connection-broken', isNo: true },
  unconfirmed: { reason: 'unconfirmed', isNo: false },
};

async function settle(
  deps: SagaDeps,
  given: {
    readonly sending: ProviderEnrolment;
    readonly wasThere: boolean;
    readonly failure: AdapterFailure;
    readonly whenFull: 'wait' | 'refuse';
  },
): Promise<SendOutcome> {
  const { sending, failure, whenFull } = given;
  const { isNo } = meanings[failure.reason];
  const because = failure instanceof CircuitOpen ? failure.because : undefined;
  const { reason } = meanings[because ?? failure.reason];
  const said = failure instanceof EnrolmentRefused ? { said: failure.said } : {};
  const now = deps.clock.now();
  const { maybeThere: _, dueAt: __, ...rest } = changed(sending, now);
  // What an earlier call may have done stays possible.
  const there = {
    ...((!isNo || given.wasThere) && { maybeThere: true as const }),
    // By this it is ended there without a look, should it come to that.
    ...(failure instanceof EnrolmentUnconfirmed && { externalLearnerId: failure.externalLearnerId }),
  };
  const isOver =
    reason === 'course-missing' ||
    reason === 'refused-by-provider' ||
    (reason === 'full' && whenFull === 'refuse');
  if (isOver && isNo && !given.wasThere) {
    return moved(
      deps,
      { before: sending, after: { ...rest, ...said, state: 'refused', reason }, place: 'free' },
      'refused',
    );
  }
  // Somebody has to do something over there: asking each minute helps nobody.
  const wait =
    reason === 'full' || reason === 'account-missing'
      ? seldomMs * (0.7 + 0.6 * deps.random())
      : waitMs(sending.tries, deps.random());
  const dueAt = nextTry(deps, sending, isOver ? 0 : wait);
  const state = reason === 'full' ? ('waiting-provider' as const) : ('requested' as const);
  // Refused after a call with no answer: whether that one has enrolled is settled by giving up at once.
  const deadlineAt = isOver ? now.toISOString() : sending.deadlineAt;
  const waiting: ProviderEnrolment = { ...rest, ...there, ...said, state, reason, dueAt, deadlineAt };
  return moved(deps, { before: sending, after: waiting }, isOver ? 'refused' : 'again');
}
