import type { Clock } from '@sinau/kernel';
import { changed } from './leave.ts';
import type { ProviderEnrolmentStore } from './ports.ts';
import type { ProviderEnrolment } from './provider-enrolment.ts';
import { isRetryable } from './provider-ready.ts';

/** Nobody makes a provider be asked more often than that. */
const restMs = 60_000;

/** Asks the provider again at once. `soon`: it was asked a moment ago, or is being asked. */
export async function retryEnrolment(
  deps: {
    readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'move'>;
    readonly clock: Clock;
  },
  before: ProviderEnrolment,
): Promise<'queued' | 'soon' | 'over'> {
  if (before.state === 'sending') return 'soon';
  if (!isRetryable(before)) return 'over';
  const now = deps.clock.now();
  if (now.getTime() - Date.parse(before.updatedAt) < restMs) return 'soon';
  const dueAt = now.toISOString();
  const outcome = await deps.providerEnrolments.move({ before, after: { ...changed(before, now), dueAt } });
  return outcome === 'done' ? 'queued' : 'soon';
}
