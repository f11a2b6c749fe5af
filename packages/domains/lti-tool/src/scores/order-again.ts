import type { Clock } from '@sinau/kernel';
import { waiting } from './note-change.ts';
import type { ScoreStore } from './ports.ts';
import type { ScoreRef, ScoreRow } from './score-row.ts';

/** At once: a person is watching. */
const dueInMs = 0;

/**
 * Somebody orders a score to be sent again, also one that the platform has taken: it may have been deleted over there. It is dated anew, so
 * that no platform takes it for the one before. `gone`: there is no such attempt any more.
 */
export async function orderAgain(
  deps: { readonly scores: Pick<ScoreStore, 'find' | 'save'>; readonly clock: Clock },
  ref: ScoreRef,
): Promise<'ordered' | 'gone' | 'busy'> {
  const found = await deps.scores.find(ref);
  if (!found) return 'gone';
  const now = deps.clock.now();
  const { sent: _, ...rest } = waiting(found, { now, dueInMs });
  const tried = rest.tried && { ...rest.tried, mark: '' };
  const row: ScoreRow = { ...rest, changedAt: now.toISOString(), ...(tried && { tried }) };
  return (await deps.scores.save(row)) === 'saved' ? 'ordered' : 'busy';
}
