import type { Clock } from '@sinau/kernel';
import type { PushFeed, PushQueue, PushStore } from './ports.ts';
import type { Subscription } from './subscription.ts';

/** Looked at in one round. Those without lines stay due, so that it must be more than there ever are. */
const mostDue = 20_000;
const together = 20;
/** Woken of one agency in one round, the longest due first, so that its slow receivers leave workers to others. */
const mostOfAgency = 4;
/** When a message or its worker is lost, the subscription is taken up again after so long. */
const lostAfterMs = 10 * 60_000;

/**
 * Wakes the worker for every subscription that is due and has lines to send. A receiver that fails is not due until its
 * wait is over, so it costs others nothing (case R10). One subscription that cannot be looked at holds up no other.
 */
export async function dispatchDue(deps: {
  readonly store: Pick<PushStore, 'listDue' | 'postpone'>;
  readonly feed: Pick<PushFeed, 'waits'>;
  readonly queue: PushQueue;
  readonly clock: Clock;
  readonly onFailure: (error: unknown, subscriptionId: string) => void;
}): Promise<{ readonly due: number; readonly woken: number; readonly failed: number }> {
  const due = await deps.store.listDue(deps.clock.now().toISOString(), mostDue);
  const count = { due: due.length, woken: 0, failed: 0 };
  const woken = new Map<string, number>();
  for (let start = 0; start < due.length; start += together) {
    const group = due.slice(start, start + together);
    const results = await Promise.allSettled(group.map((subscription) => wake(deps, subscription, woken)));
    for (const [n, result] of results.entries()) {
      if (result.status === 'fulfilled') count.woken += result.value ? 1 : 0;
      else {
        count.failed += 1;
        deps.onFailure(result.reason, group[n]?.subscriptionId ?? '');
      }
    }
  }
  return count;
}

async function wake(
  { store, feed, queue, clock }: Parameters<typeof dispatchDue>[0],
  subscription: Subscription,
  woken: Map<string, number>,
): Promise<boolean> {
  const { ownerId, subscriptionId, dueAt, progress } = subscription;
  if (!(await feed.waits(ownerId, progress.places))) return false;
  const ofAgency = woken.get(ownerId) ?? 0;
  if (ofAgency >= mostOfAgency) return false;
  woken.set(ownerId, ofAgency + 1);
  const later = new Date(clock.now().getTime() + lostAfterMs).toISOString();
  const moved = await store.postpone({ ownerId, subscriptionId }, dueAt, later);
  if (moved === 'changed') return false;
  await queue.send({ ownerId, subscriptionId });
  return true;
}
