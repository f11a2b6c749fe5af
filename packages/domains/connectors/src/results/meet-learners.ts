import type { Connection } from '../connection.ts';
import { AdapterFailure, type ProviderAdapter } from '../ports.ts';
import { createRoster, type Roster } from '../reconciliation/roster.ts';
import { namesIn } from './learner-name.ts';
import { placeUnmatched } from './match-later.ts';
import type { PlaceDeps } from './place-result.ts';
import type { OurCourse, OurLearner } from './ports.ts';

/**
 * Looks in the provider's list of a course for learners whose id there nobody knows, by our pseudonym, notes who they are, and places what waited for
 * them: where learners are enrolled by others, nothing else says it. Answers their ids. A provider that shows no list leaves them unknown. Rejects with
 * `AdapterFailure` for what passes.
 */
export async function meetLearners(
  deps: PlaceDeps,
  given: {
    readonly connection: Connection;
    readonly adapter: ProviderAdapter;
    readonly course: OurCourse;
    /** Those with a pseudonym and without an id. */
    readonly learners: readonly OurLearner[];
  },
): Promise<readonly string[]> {
  const { connection, adapter, course, learners } = given;
  const { connectionId, externalCourseId } = course;
  if (learners.length === 0) return [];
  const roster = await rosterOf(adapter, { externalCourseId, at: deps.clock.now().toISOString() });
  const at = deps.clock.now().toISOString();
  const met: string[] = [];
  for (const learner of learners) {
    const { subject, registration } = learner;
    const id = roster?.enrolmentOf(learner)?.externalLearnerId;
    if (id === undefined || subject === undefined) continue;
    for (const name of namesIn({ connectionId, externalCourseId, externalLearnerId: id, subject }))
      await deps.names.note(name, { registration, at });
    met.push(id);
  }
  const { providerId } = connection;
  if (met.length > 0) await placeUnmatched(deps, { providerId, connectionId, externalCourseId });
  return met;
}

async function rosterOf(
  adapter: ProviderAdapter,
  { externalCourseId, at }: { readonly externalCourseId: string; readonly at: string },
): Promise<Roster | undefined> {
  const { launchedAccountOf, namedAccountOf } = adapter;
  const enrolments = [];
  try {
    for await (const one of adapter.readEnrolments(externalCourseId)) enrolments.push(one);
  } catch (error) {
    // Those who are known are asked for all the same.
    if (!(error instanceof AdapterFailure) || error.passing) throw error;
    return undefined;
  }
  return createRoster({ enrolments, isWhole: true, knownBefore: at, launchedAccountOf, namedAccountOf });
}
