import type { ConnectionId } from '@sinau/connectors';
import { createLearnerNames, createSyncStore } from '@sinau/connectors/dynamo';
import type { LearnerNames, OurCourse, OurLearner, OurSide } from '@sinau/connectors/results';
import type { SyncStore } from '@sinau/connectors/sync';
import { type Enrolment, type EnrolmentStore, rosterShards } from '@sinau/enrolment';
import { createEnrolmentStore } from '@sinau/enrolment/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';

const pageSize = 100;
/** So many names are read at once. */
const atOnce = 20;

interface OurSideDeps {
  readonly sync: Pick<SyncStore, 'walkItems'>;
  readonly enrolments: Pick<EnrolmentStore, 'listRunning' | 'listDone'>;
  readonly names: Pick<LearnerNames, 'of'>;
}

export const openOurSide = (stores: { readonly dynamo: Dynamo; readonly table: string }): OurSide =>
  createOurSide({
    sync: createSyncStore(stores),
    enrolments: createEnrolmentStore(stores),
    names: createLearnerNames(stores),
  });

/** Courses that a connection has brought, and everybody who takes them or has completed them, as the provider calls them. */
export function createOurSide(deps: OurSideDeps): OurSide {
  return {
    courses: ({ connectionId, after }) => coursesOf(deps, connectionId as ConnectionId, after),
    learners: (course) => learnersOf(deps, course),
  };
}

async function* coursesOf(
  { sync }: OurSideDeps,
  connectionId: ConnectionId,
  behind = '',
): AsyncGenerator<OurCourse> {
  let after: string | undefined;
  do {
    const page = await sync.walkItems(connectionId, { limit: pageSize, ...(after && { after }) });
    for (const { externalId, courseId } of page.items) {
      if (courseId === undefined || externalId <= behind) continue;
      yield { connectionId, externalCourseId: externalId, courseId };
    }
    after = page.next;
  } while (after !== undefined);
}

async function* learnersOf(deps: OurSideDeps, course: OurCourse): AsyncGenerator<OurLearner> {
  for (const list of ['listRunning', 'listDone'] as const) {
    for (let shard = 0; shard < rosterShards; shard += 1) {
      let after: string | undefined;
      do {
        const page = { limit: pageSize, ...(after !== undefined && { after }) };
        const { enrolments, next } = await deps.enrolments[list](course.courseId, shard, page);
        for (let n = 0; n < enrolments.length; n += atOnce) {
          yield* await Promise.all(
            enrolments.slice(n, n + atOnce).map((enrolment) => learnerOf(deps, course, enrolment)),
          );
        }
        after = next;
      } while (after !== undefined);
    }
  }
}

async function learnerOf(
  { names }: OurSideDeps,
  { connectionId, externalCourseId }: OurCourse,
  { registration, state, enrolledAt }: Enrolment,
): Promise<OurLearner> {
  const known = (await names.of(registration)).filter(
    (name) => name.connectionId === connectionId && name.externalCourseId === externalCourseId,
  );
  const nameOf = (kind: 'learner' | 'subject') => known.findLast((name) => name.kind === kind)?.value;
  const [externalLearnerId, subject] = [nameOf('learner'), nameOf('subject')];
  return {
    ...{ registration, completed: state === 'completed', enrolledAt: enrolledAt ?? '' },
    ...(externalLearnerId !== undefined && { externalLearnerId }),
    ...(subject !== undefined && { subject }),
  };
}
