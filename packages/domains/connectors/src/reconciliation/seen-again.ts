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

/**
 * A walk over all courses is through and has not met it: it is right by now. Of a course that could not be compared everything stays, but for
 * what lies in the inbox.
 */
export const isUnseen = (
  { runId, kind, externalCourseId }: Mismatch,
  walk: { readonly walkId: string; readonly passedOver?: ReadonlySet<string> },
): boolean =>
  runId !== walk.walkId && (kind === 'unmatched-result' || !walk.passedOver?.has(externalCourseId));
