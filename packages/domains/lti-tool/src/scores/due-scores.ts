import type { Clock } from '@sinau/kernel';
import type { ScoreStore } from './ports.ts';
import type { ScoreRef } from './score-row.ts';

/** Looked at in one round; the rest comes with the next. */
const mostDue = 1_000;

/** What is to be sent now. Twice queued is harmless: `sendScore` looks whether it is still due. */
export async function dueScores(deps: {
  readonly scores: Pick<ScoreStore, 'listDue'>;
  readonly clock: Clock;
}): Promise<readonly ScoreRef[]> {
  const due = await deps.scores.listDue(deps.clock.now().toISOString(), mostDue);
  return due.map(({ registration, platformId, placementId, subject }) => ({
    ...{ registration, platformId, placementId, subject },
  }));
}
