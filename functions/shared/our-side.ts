import { createSubjectStore } from '@sinau/agreements/dynamo';
import type { CourseStore } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import type { ConnectionId, ConnectionStore } from '@sinau/connectors';
import { createConnectionStore, createLearnerNames, createSyncStore } from '@sinau/connectors/dynamo';
import type { LearnerNames, OurCourse, OurLearner, OurSide } from '@sinau/connectors/results';
import type { SyncStore } from '@sinau/connectors/sync';
import { type Enrolment, type EnrolmentStore, rosterShards } from '@sinau/enrolment';
import type { PersonId, ProviderId } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { coursesNamed } from './courses-named.ts';
import { createEnrolmentStore } from './enrolment-store.ts';

const pageSize = 100;
/** So many names are read at once. */
const atOnce = 20;

export interface OurSideDeps {
  readonly sync: Pick<SyncStore, 'walkItems'>;
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly courses: Pick<CourseStore, 'listOfProvider' | 'findVersion'>;
  readonly enrolments: Pick<EnrolmentStore, 'listRunning' | 'listDone'>;
  readonly names: Pick<LearnerNames, 'of'>;
  readonly subjects: {
    knownSubjects(
      providerId: ProviderId,
      personIds: readonly PersonId[],
    ): Promise<ReadonlyMap<PersonId, string>>;
  };
}

export const openOurSide = (stores: { readonly dynamo: Dynamo; readonly table: string }): OurSide =>
  createOurSide({
    sync: createSyncStore(stores),
    connections: createConnectionStore(stores),
    courses: createCourseStore(stores),
    enrolments: createEnrolmentStore(stores),
    names: createLearnerNames(stores),
    subjects: createSubjectStore(stores),
  });

type CourseOf = OurCourse & { readonly providerId: ProviderId };

/** Courses that a connection speaks of, and everybody who takes them or has completed them, as the provider calls them. */
export function createOurSide(deps: OurSideDeps): OurSide {
  return {
    courses: ({ connectionId, after }) => coursesOf(deps, connectionId as ConnectionId, after),
    learnerPage: (course, page) => learnerPage(deps, course, page),
    learners: (course) => learnersOf(deps, course),
  };
}

/** Those of its catalogue, and those that it names as we do; both by what the provider calls them. */
async function* coursesOf(
  deps: OurSideDeps,
  connectionId: ConnectionId,
  behind = '',
): AsyncGenerator<OurCourse> {
  const named = (await coursesNamed(deps, connectionId)).filter(
    ({ externalCourseId }) => externalCourseId > behind,
  );
  for await (const course of catalogueOf(deps, connectionId, behind)) {
    while (named[0] && named[0].externalCourseId < course.externalCourseId) yield* named.splice(0, 1);
    if (named[0]?.externalCourseId === course.externalCourseId) named.shift();
    yield course;
  }
  yield* named;
}

async function* catalogueOf(
  { sync }: OurSideDeps,
  connectionId: ConnectionId,
  behind: string,
): AsyncGenerator<OurCourse> {
  let after: string | undefined;
  do {
    const page = await sync.walkItems(connectionId, { limit: pageSize, ...(after && { after }) });
    for (const { externalId, courseId, present } of page.items) {
      if (courseId === undefined || externalId <= behind) continue;
      yield { connectionId, externalCourseId: externalId, courseId, ...(!present && { isGone: true }) };
    }
    after = page.next;
  } while (after !== undefined);
}

/** Who completes while pages are read moves forward, and is met twice rather than never. */
const lists = ['listRunning', 'listDone'] as const;
const placeSchema = z.strictObject({
  list: z.int().min(0).max(1),
  shard: z.int().min(0),
  after: z.string().exactOptional(),
});
type Place = z.output<typeof placeSchema>;

async function learnerPage(
  deps: OurSideDeps,
  course: CourseOf,
  { limit, after }: Parameters<OurSide['learnerPage']>[1],
): Promise<{ readonly learners: readonly OurLearner[]; readonly next?: string }> {
  let place: Place | undefined =
    after === undefined ? { list: 0, shard: 0 } : placeSchema.parse(JSON.parse(after));
  const found: Enrolment[] = [];
  while (place && found.length < limit) {
    const read = await partOf(deps, course, { place, limit: limit - found.length });
    found.push(...read.enrolments);
    place = read.next;
  }
  return { learners: await called(deps, course, found), ...(place && { next: JSON.stringify(place) }) };
}

async function partOf(
  { enrolments }: OurSideDeps,
  { courseId }: CourseOf,
  { place, limit }: { readonly place: Place; readonly limit: number },
): Promise<{ readonly enrolments: readonly Enrolment[]; readonly next: Place | undefined }> {
  const page = { limit, ...(place.after !== undefined && { after: place.after }) };
  const read = await enrolments[lists[place.list] ?? 'listRunning'](courseId, place.shard, page);
  const next = read.next === undefined ? placeAfter(place) : { ...place, after: read.next };
  return { enrolments: read.enrolments, next };
}

function placeAfter({ list, shard }: Place): Place | undefined {
  if (shard + 1 < rosterShards) return { list, shard: shard + 1 };
  return list + 1 < lists.length ? { list: list + 1, shard: 0 } : undefined;
}

async function* learnersOf(deps: OurSideDeps, course: CourseOf): AsyncGenerator<OurLearner> {
  let after: string | undefined;
  do {
    const page = await learnerPage(deps, course, { limit: pageSize, ...(after !== undefined && { after }) });
    yield* page.learners;
    after = page.next;
  } while (after !== undefined);
}

/** Their pseudonyms are read together; names that the provider has for them one by one. */
async function called(
  deps: OurSideDeps,
  course: CourseOf,
  enrolments: readonly Enrolment[],
): Promise<readonly OurLearner[]> {
  if (enrolments.length === 0) return [];
  const subjects = await deps.subjects.knownSubjects(
    course.providerId,
    enrolments.map(({ personId }) => personId),
  );
  const learners: OurLearner[] = [];
  for (let n = 0; n < enrolments.length; n += atOnce) {
    const portion = enrolments.slice(n, n + atOnce);
    learners.push(...(await Promise.all(portion.map((one) => learnerOf(deps, { course, one, subjects })))));
  }
  return learners;
}

async function learnerOf(
  { names }: OurSideDeps,
  given: {
    readonly course: OurCourse;
    readonly one: Enrolment;
    readonly subjects: ReadonlyMap<PersonId, string>;
  },
): Promise<OurLearner> {
  const { course, one, subjects } = given;
  const { registration, state, enrolledAt, personId, version } = one;
  const known = (await names.of(registration)).filter(
    ({ connectionId, externalCourseId }) =>
      connectionId === course.connectionId && externalCourseId === course.externalCourseId,
  );
  const nameOf = (kind: 'learner' | 'subject') => known.findLast((name) => name.kind === kind)?.value;
  const externalLearnerId = nameOf('learner');
  const subject = nameOf('subject') ?? subjects.get(personId);
  return {
    ...{ registration, completed: state === 'completed', enrolledAt: enrolledAt ?? '', version },
    ...(externalLearnerId !== undefined && { externalLearnerId }),
    ...(subject !== undefined && { subject }),
  };
}
