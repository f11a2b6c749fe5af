import { AdapterFailure, type AdapterFailureReason } from '../ports.ts';
import type { Finding } from './mismatch.ts';
import type { BrokenAt, ReconciliationRun } from './run.ts';

/** What would be the same at every course, whoever is asked for. */
const ofTheProvider: ReadonlySet<AdapterFailureReason> = new Set<AdapterFailureReason>([
  ...(['address-forbidden', 'unreachable', 'tls', 'other-service', 'unauthorised'] as const),
  ...(['function-missing', 'throttled', 'circuit-open'] as const),
]);
/** So often in a row has a comparison broken off at one course before it goes on without it. */
const mostBreaks = 3;
/** So many that could not be compared, and none that could: that is no matter of single courses. */
const mostWithoutOne = 10;

/**
 * The finding that a course could not be compared, so that it holds up nobody behind it: when what fails concerns this course alone and will not
 * pass, or has not passed in several runs. Undefined: the whole run has failed.
 */
export function notComparable(
  { brokenAt, courses, counts }: Pick<ReconciliationRun, 'brokenAt' | 'courses' | 'counts'>,
  externalCourseId: string,
  error: unknown,
): Finding | undefined {
  if (!(error instanceof AdapterFailure) || ofTheProvider.has(error.reason)) return undefined;
  if (error.passing && breaksAt(brokenAt, externalCourseId) < mostBreaks) return undefined;
  if (courses === 0 && (counts['not-comparable'] ?? 0) >= mostWithoutOne) return undefined;
  return { kind: 'not-comparable', externalCourseId, failure: error.reason };
}

const breaksAt = (before: BrokenAt | undefined, externalCourseId: string): number =>
  before?.externalCourseId === externalCourseId ? before.times + 1 : 1;

/** What to note where a run breaks off at a course. */
export const brokenOff = (before: BrokenAt | undefined, externalCourseId: string): BrokenAt => ({
  externalCourseId,
  times: breaksAt(before, externalCourseId),
});
