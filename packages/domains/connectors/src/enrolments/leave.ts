import type { Clock } from '@sinau/kernel';
import type { ProviderEnrolmentStore } from './ports.ts';
import { isOpen, type ProviderEnrolment, type ProviderEnrolmentReason } from './provider-enrolment.ts';
import { after, undoForMs } from './timing.ts';

type Deps = { readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'move'>; readonly clock: Clock };

/**
 * Takes somebody out who is enrolled here no more. Where the provider may have enrolled, it is asked to end that; a call
 * that is under way is waited for. `changed`: it is no longer as it was read.
 */
export async function leave(deps: Deps, before: ProviderEnrolment): Promise<'left' | 'nothing' | 'changed'> {
  const leaves = isOpen(before) || before.state === 'confirmed';
  if (!leaves) return 'nothing';
  const move =
    before.maybeThere || before.state === 'confirmed' ? leavingMove(deps, before) : overMove(deps, before);
  const outcome = await deps.providerEnrolments.move(move);
  return outcome === 'done' ? 'left' : 'changed';
}

/** Work that is under way may still enrol; its lease is waited for. */
function leavingMove(deps: Deps, before: ProviderEnrolment) {
  const now = deps.clock.now();
  const dueAt = before.state === 'sending' ? (before.dueAt ?? now.toISOString()) : now.toISOString();
  const { doneAt: _, ...rest } = changed(before, now);
  const leaving: ProviderEnrolment = {
    ...rest,
    ...{ state: 'cancelling', reason: 'left', tries: 0, dueAt, deadlineAt: after(now, undoForMs) },
  };
  return { before, after: leaving };
}

function overMove(deps: Deps, before: ProviderEnrolment) {
  return { before, after: overOf(before, 'left', deps.clock.now()), place: 'free' as const };
}

/** The same, one write later. */
export function changed(before: ProviderEnrolment, now: Date): ProviderEnrolment {
  return { ...before, updatedAt: now.toISOString(), rev: before.rev + 1 };
}

/** Over for good. */
export function overOf(
  before: ProviderEnrolment,
  reason: ProviderEnrolmentReason,
  now: Date,
): ProviderEnrolment {
  const { dueAt: _, maybeThere: __, ...rest } = changed(before, now);
  return { ...rest, state: 'cancelled', reason };
}
