import { changed } from './leave.ts';
import type { SagaDeps } from './ports.ts';
import { isOpen, type ProviderEnrolment } from './provider-enrolment.ts';
import { after, undoForMs } from './timing.ts';

const mostTries = 10;

type Deps = Pick<SagaDeps, 'providerEnrolments' | 'clock'>;

/**
 * The provider has enrolled. While that is wanted it is confirmed, however late the answer came; else it is ended over
 * there, unless another registration of the person has the place by now.
 */
export async function confirm(
  deps: Deps,
  read: ProviderEnrolment,
  externalLearnerId: string,
): Promise<'confirmed' | 'undone' | 'another'> {
  let before = read;
  for (let n = 0; n < mostTries; n += 1) {
    const isConfirmed = before.state === 'confirmed';
    if (isConfirmed && before.externalLearnerId === externalLearnerId) return 'confirmed';
    const move =
      isConfirmed || isOpen(before)
        ? { before, after: confirmedOf(deps, before, externalLearnerId), place: 'take' as const }
        : { before, after: leavingOf(deps, before, externalLearnerId), place: 'take' as const };
    const outcome = await deps.providerEnrolments.move(move);
    if (outcome === 'done') return move.after.state === 'confirmed' ? 'confirmed' : 'undone';
    if (outcome === 'taken') return 'another';
    const found = await deps.providerEnrolments.find(before.registration);
    if (!found) break;
    before = found;
  }
  throw new Error('an enrolment at a provider kept changing');
}

function confirmedOf(deps: Deps, before: ProviderEnrolment, externalLearnerId: string): ProviderEnrolment {
  const now = deps.clock.now();
  const { dueAt: _, reason: __, ...rest } = changed(before, now);
  const { confirmedAt = now.toISOString() } = before;
  return { ...rest, state: 'confirmed', maybeThere: true, externalLearnerId, confirmedAt };
}

function leavingOf(deps: Deps, before: ProviderEnrolment, externalLearnerId: string): ProviderEnrolment {
  const now = deps.clock.now();
  const leaving = { state: 'cancelling' as const, maybeThere: true as const, externalLearnerId };
  const again = { tries: 0, dueAt: now.toISOString(), deadlineAt: after(now, undoForMs) };
  return { ...changed(before, now), ...leaving, ...again, reason: before.reason ?? 'left' };
}
