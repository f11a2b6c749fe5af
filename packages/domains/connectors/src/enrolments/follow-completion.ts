import type { Clock } from '@sinau/kernel';
import { changed } from './leave.ts';
import type { LearnerEnrolments, ProviderEnrolmentStore } from './ports.ts';
import type { ProviderEnrolment } from './provider-enrolment.ts';

const mostTries = 10;

/**
 * Notes whether a learner has done the course that a provider has enrolled them in: those who have need its connection no more. Follows
 * completions, and those that are taken back, in any order: what counts is how it stands now.
 */
export async function followCompletion(
  deps: {
    readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'find' | 'move'>;
    readonly learners: Pick<LearnerEnrolments, 'isDone'>;
    readonly clock: Clock;
  },
  { registration }: { readonly registration: string },
): Promise<void> {
  for (let n = 0; n < mostTries; n += 1) {
    const found = await deps.providerEnrolments.find(registration);
    if (found?.state !== 'confirmed') return;
    // Read after what is to be changed: a completion that is taken back meanwhile has a fact of its own behind this one.
    const isDone = await deps.learners.isDone(registration);
    if (isDone === (found.doneAt !== undefined)) return;
    const after = markedOf(found, isDone, deps.clock.now());
    if ((await deps.providerEnrolments.move({ before: found, after })) === 'done') return;
  }
  throw new Error('an enrolment at a provider kept changing');
}

function markedOf(before: ProviderEnrolment, isDone: boolean, now: Date): ProviderEnrolment {
  const { doneAt: _, ...rest } = changed(before, now);
  return isDone ? { ...rest, doneAt: now.toISOString() } : rest;
}
