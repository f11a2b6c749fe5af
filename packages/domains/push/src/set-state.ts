import type { Clock } from '@sinau/kernel';
import { SubscriptionChanged } from './errors.ts';
import { type OwnSubscriptionInput, ownSubscription } from './own-subscription.ts';
import { actorOf } from './owner.ts';
import type { PushStore } from './ports.ts';

interface StateDeps {
  readonly store: PushStore;
  readonly clock: Clock;
}

/** Sends nothing until it is resumed; the feed keeps the lines. A run under way may still end its minute. */
export async function pauseSubscription(deps: StateDeps, input: OwnSubscriptionInput): Promise<void> {
  await setState(deps, input, 'paused');
}

/** Goes on where it stopped, at once, whether it was paused or turned off. */
export async function resumeSubscription(deps: StateDeps, input: OwnSubscriptionInput): Promise<void> {
  await setState(deps, input, 'active');
}

async function setState(
  deps: StateDeps,
  input: OwnSubscriptionInput,
  state: 'active' | 'paused',
): Promise<void> {
  const found = await ownSubscription(deps, input);
  if (found.state === state) return;
  const { disabledBecause: _, ...rest } = found;
  const at = deps.clock.now().toISOString();
  const after = { ...rest, state, stateChangedAt: at, dueAt: at, changedBy: actorOf(input.principal) };
  if ((await deps.store.change(after, { restart: true })) === 'stale') throw new SubscriptionChanged();
}
