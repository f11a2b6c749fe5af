import type { Mismatch } from './mismatch.ts';

/** How a mismatch stands that a run has met: since when stays, and what is ignored; what was repaired and is still so is open again. */
export function seenAgain(known: Mismatch | undefined, seen: Mismatch): Mismatch {
  if (!known) return seen;
  const { handled: _, ...now } = seen;
  const ignored = known.handled?.action === 'ignore' ? { handled: known.handled } : {};
  // By the same run, after a crash: what a person did meanwhile stays.
  const handled = known.runId === seen.runId && known.handled ? { handled: known.handled } : ignored;
  return { ...now, since: known.since, ...handled };
}
