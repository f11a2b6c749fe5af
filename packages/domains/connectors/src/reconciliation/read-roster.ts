import type { ExternalEnrolment } from '@sinau/rostering';
import type { Connection } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import { AdapterFailure, type ProviderAdapter } from '../ports.ts';
import type { OurCourse } from '../results/ports.ts';
import type { SubjectsByName } from '../tables/ports.ts';
import { createRoster, type Roster } from './roster.ts';

/**
 * Who is in a course over there. Undefined: the provider says nothing of that. Whoever is asked and has no such course has nobody in it, unless the
 * course is known to be gone. Rejects with `AdapterFailure`.
 */
export async function readRoster(
  deps: { readonly subjects: SubjectsByName },
  given: {
    readonly connection: Connection;
    readonly course: OurCourse;
    readonly adapter: ProviderAdapter;
    /** ISO 8601 UTC. */
    readonly now: string;
  },
): Promise<Roster | undefined> {
  const { connection, course, adapter, now } = given;
  const { externalCourseId } = course;
  if (kindTraits[connection.kind].asks) {
    const enrolments = await asked(adapter, course);
    const { launchedAccountOf, namedAccountOf } = adapter;
    return (
      enrolments &&
      createRoster({ enrolments, isWhole: true, knownBefore: now, launchedAccountOf, namedAccountOf })
    );
  }
  const sent = course.isGone ? undefined : await adapter.rosterSent?.(externalCourseId);
  if (!sent) return undefined;
  const enrolments: ExternalEnrolment[] = [];
  for await (const one of adapter.readEnrolments(externalCourseId)) {
    const named = await byPseudonym(deps, connection, one);
    if (named) enrolments.push(named);
  }
  return createRoster({ enrolments, isWhole: sent.isWhole, knownBefore: sent.at });
}

async function asked(
  adapter: ProviderAdapter,
  { externalCourseId, isGone }: OurCourse,
): Promise<readonly ExternalEnrolment[] | undefined> {
  try {
    const enrolments: ExternalEnrolment[] = [];
    for await (const one of adapter.readEnrolments(externalCourseId)) enrolments.push(one);
    return enrolments;
  } catch (error) {
    if (!(error instanceof AdapterFailure) || error.reason !== 'course-unknown') throw error;
    // That it is gone is told once, and not of everybody in it.
    return isGone ? undefined : [];
  }
}

/**
 * Names of people in tables lead to a pseudonym as far as the agreement lets the provider know them, and are kept nowhere; of whom that cannot
 * be said, the line says nothing.
 */
async function byPseudonym(
  { subjects }: { readonly subjects: SubjectsByName },
  { providerId }: Connection,
  { calledBy, ...one }: ExternalEnrolment,
): Promise<ExternalEnrolment | undefined> {
  if (calledBy === undefined) return one;
  const subject = await subjects.subjectOf(providerId, { by: calledBy, value: one.externalLearnerId });
  return subject === undefined ? undefined : { ...one, externalLearnerId: subject, subject };
}
