import type { OwnAction } from './move-own.ts';
import { ownActions } from './move-own.ts';
import { type MoveName, moves, targetOf } from './moves.ts';
import type { ShownLearning } from './read-learning.ts';

const reviewActions = ['approve', 'verify', 'assign', 'return', 'reject', 'reopen'] as const;

/** What a reader may do with a record now; `own` is for the learner, `review` for the office they hold. */
export function stepsOf({ learning, needsLetter, office }: ShownLearning) {
  const leads = (action: MoveName) =>
    targetOf(action, learning, { needsLetter, bySupervisor: office === 'supervisor' }) !== undefined;
  const own: readonly OwnAction[] = ownActions.filter(leads);
  const review = office
    ? reviewActions.filter(
        (action) => leads(action) && (moves[action].by !== 'agency' || office === 'agency'),
      )
    : [];
  return { own, review };
}
