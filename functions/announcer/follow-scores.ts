import type { Clock } from '@sinau/kernel';
import type { AttemptStore } from '@sinau/lti-tool';
import type { attemptChange } from '@sinau/lti-tool/dynamo';
import { noteAttempt, noteChange, type ScoreStore } from '@sinau/lti-tool/scores';
import type { Fact } from './follow-fact.ts';

export interface FollowScoresDeps {
  readonly attempts: Pick<AttemptStore, 'listAt'>;
  readonly scores: Pick<ScoreStore, 'find' | 'save' | 'remove'>;
  readonly clock: Clock;
}

/** What learning systems of others are owed follows what learners reach. Few of them come from there. Safe to repeat. */
export async function followScores(deps: FollowScoresDeps, fact: Fact): Promise<void> {
  switch (fact.type) {
    case 'progress-made':
    case 'enrolment-completed':
    case 'enrolment-moved':
    case 'completion-withdrawn':
    case 'completion-restored':
    case 'result-placed':
      await noteChange(deps, fact);
      return;
    default:
      return;
  }
}

/**
 * A course that is opened from there may have been done before, and a launch says anew where scores go. With an attempt that its person has
 * taken back goes what is owed of it.
 */
export async function followAttempt(
  deps: FollowScoresDeps,
  change: NonNullable<ReturnType<typeof attemptChange>>,
): Promise<void> {
  const { kind, attempt } = change;
  if (kind === 'removed') await deps.scores.remove(attempt);
  // Dated by the first launch: a later one is no news.
  else await noteAttempt(deps, attempt, attempt.startedAt);
}
