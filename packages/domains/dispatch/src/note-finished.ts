import type { Clock } from '@sinau/kernel';
import type { GuestPass } from './pass.ts';
import type { DispatchStore } from './ports.ts';

/** Counts a learner who has finished, the first time it is seen. */
export async function noteFinished(
  deps: { readonly dispatches: Pick<DispatchStore, 'finish' | 'findLearner'>; readonly clock: Clock },
  { dispatchId, mark }: Pick<GuestPass, 'dispatchId' | 'mark'>,
): Promise<void> {
  const learner = await deps.dispatches.findLearner(dispatchId, mark);
  if (!learner || learner.finishedAt !== undefined) return;
  await deps.dispatches.finish({ dispatchId, mark, finishedAt: deps.clock.now().toISOString() });
}
