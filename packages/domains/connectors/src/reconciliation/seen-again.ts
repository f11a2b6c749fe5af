import { isLasting, type Mismatch } from './mismatch.ts';

/** How a mismatch stands that a run has met: since when stays, and what was decided; what was repaired and is still so is open again. */
export function seenAgain(known: Mismatch | undefined, seen: Mismatch): Mismatch {
  if (!known) return seen;
  const { handled: _, ...now } = seen;
  const decided = known.handled && isLasting(known.handled.action) ? { handled: known.handled } : {};
  // By the same run, after a crash: what a person did meanwhile stays.
  const handled = known.runId === seen.runId && known.handled ? { handled: known.handled } : decided;
  return { ...now, since: known.since, ...handled };
}
