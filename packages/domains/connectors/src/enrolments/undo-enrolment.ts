import { AdapterFailure, type ProviderAdapter } from '../ports.ts';
import { changed, overOf } from './leave.ts';
import type { SagaDeps } from './ports.ts';
import { isLeaving, type ProviderEnrolment } from './provider-enrolment.ts';
import { after, leaseMs, undoForMs, waitMs } from './timing.ts';

/**
 * Ends one enrolment at the provider, if that is due. Where no answer ever named the learner over there, the course is
 * looked through for our pseudonym.
 */
export async function undoEnrolment(
  deps: SagaDeps,
  { registration }: { readonly registration: string },
): Promise<'nothing' | 'changed' | 'again' | 'cancelled' | 'gave-up'> {
  const found = await deps.providerEnrolments.find(registration);
  const now = deps.clock.now();
  if (!found || !isLeaving(found) || (found.dueAt ?? '~') > now.toISOString()) return 'nothing';
  const begun: ProviderEnrolment = {
    ...changed(found, now),
    ...{ state: 'cancelling', tries: found.tries + 1, dueAt: after(now, leaseMs) },
    ...(found.state === 'timed-out' && { deadlineAt: after(now, undoForMs) }),
  };
  // Before the call: two workers that read the same do not both call, and nothing confirms in between.
  if ((await deps.providerEnrolments.move({ before: found, after: begun })) !== 'done') return 'changed';
  const connection = await deps.connections.find(found.connectionId);
  if (!connection) return finish(deps, begun, 'not-undone');
  if (connection.state === 'paused') return again(deps, begun);
  try {
    await endThere(deps, begun, await deps.adapters.adapterOf(connection));
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    // Nobody there to end it for.
    if (error.reason !== 'learner-unknown' && error.reason !== 'course-unknown') return again(deps, begun);
  }
  return finish(deps, begun, begun.reason ?? 'left');
}

async function endThere(
  deps: SagaDeps,
  { externalCourseId, externalLearnerId, ...who }: ProviderEnrolment,
  adapter: ProviderAdapter,
): Promise<void> {
  const { connectionId, personId } = who;
  const account = () => deps.providerEnrolments.accountOf(connectionId, personId);
  const known = externalLearnerId ?? (await account()) ?? (await lookUp());
  if (known !== undefined) await adapter.unenrol({ externalCourseId, externalLearnerId: known });

  async function lookUp(): Promise<string | undefined> {
    const subject = await deps.disclosure.subjectOf(who.providerId, who.personId);
    for await (const one of adapter.readEnrolments(externalCourseId)) {
      if (one.subject === subject && one.state === 'active') return one.externalLearnerId;
    }
    return undefined;
  }
}

async function finish(
  deps: SagaDeps,
  begun: ProviderEnrolment,
  reason: 'not-undone' | ProviderEnrolment['reason'],
) {
  const over = overOf(begun, reason ?? 'left', deps.clock.now());
  const outcome = await deps.providerEnrolments.move({ before: begun, after: over, place: 'free' });
  if (outcome !== 'done') return 'changed' as const;
  return reason === 'not-undone' ? ('gave-up' as const) : ('cancelled' as const);
}

/** Until the deadline; what is left then shows in the list and in the reconciliation. */
async function again(deps: SagaDeps, begun: ProviderEnrolment) {
  const now = deps.clock.now();
  if (begun.deadlineAt <= now.toISOString()) return finish(deps, begun, 'not-undone');
  const dueAt = after(now, waitMs(begun.tries, deps.random()));
  const outcome = await deps.providerEnrolments.move({
    before: begun,
    after: { ...changed(begun, now), dueAt },
  });
  return outcome === 'done' ? ('again' as const) : ('changed' as const);
}
