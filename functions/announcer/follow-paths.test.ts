import { settleCertificate } from '@sinau/credentials';
import { memoryCertificateStore } from '@sinau/credentials/testing';
import type { Enrolment } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import {
  changePath,
  joinPath,
  makePath,
  moveMembers,
  type PathId,
  publishPath,
  type Seat,
} from '@sinau/programmes';
import {
  eventOf,
  groupOf,
  learner,
  memoryPathStores,
  memoryProgrammeStores,
  orderOf,
  organiser,
  seatAt,
  someAgency,
} from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { finishedPath } from '../shared/path-certificates.ts';
import { pathRegistration, readPathRegistration } from '../shared/path-registration.ts';
import { stepDirectoryOf } from '../shared/step-directory.ts';
import type { Fact } from './follow-fact.ts';
import type { FollowPathsDeps } from './follow-paths.ts';
import { followPaths } from './late-followers.ts';

const sri = 'sri' as PersonId;
const [first, second] = ['2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'];

/** A path of a course and an event, with Sri on it. */
async function world() {
  const stores = { ...memoryPathStores(), ...memoryProgrammeStores() };
  const notices = memoryNoticeStore();
  const certificates = memoryCertificateStore();
  const enrolments = new Map<string, Enrolment>();
  let ms = Date.parse('2026-12-20T00:00:00.000Z');
  const clock = {
    now: () => {
      ms += 1;
      return new Date(ms);
    },
  };
  const steps = stepDirectoryOf({
    ...stores,
    courses: {
      find: async () =>
        ({
          status: 'published',
          jp: 100,
          publishedVersion: 1,
          publishedAt: first,
          title: { id: 'Etika' },
          details: {},
        }) as never,
    },
    enrolments: { listCurrent: async () => [...enrolments.values()], listPast: async () => [] },
  });
  const person = {
    personId: sri,
    name: 'Sri',
    status: 'active',
    home: { kind: 'agency', agencyId: someAgency },
  };
  const people = { find: async () => ({ ...person, email: 'sri@contoh.example', roles: ['learner'] }) };
  const organisations = { findAgency: async () => ({ name: 'Badan Contoh' }) };
  const queued: string[] = [];
  const deps = {
    ...{ ...stores, steps, people, notices, clock, organisations, onMailFailure: () => {} },
    mail: { send: async () => undefined },
    certificateQueue: {
      send: async (message: { readonly registration?: string }) =>
        void queued.push(message.registration ?? ''),
    },
  } as unknown as FollowPathsDeps;
  const desk = {
    ...{ ...stores, steps, clock, ids: countedIds() },
    people: { placeOf: async () => ({ agencyId: someAgency, unitIds: [] }) },
  };
  await stores.events.save(eventOf());
  const course = groupOf('a', 'all', [['a1', 'etika']]);
  const event = { ...groupOf('b', 'all', [['b1', 'e-1', ['a1']]]) };
  const order = orderOf([
    course,
    { ...event, steps: event.steps.map((step) => ({ ...step, kind: 'event' as const })) },
  ]);
  const { pathId } = await makePath(desk, { principal: organiser, order });
  await publishPath(desk, { principal: organiser, pathId });
  await joinPath(desk, { principal: learner('sri'), pathId });
  const settle = async () =>
    settleCertificate(
      {
        ...{ certificates, clock, digest: nodeDigest, signer: hmacSigner('s'.repeat(40)), ids: countedIds() },
        completed: {
          find: async (registration) => {
            const asked = readPathRegistration(registration);
            return asked && finishedPath({ ...stores, people, organisations } as never, asked);
          },
        },
      },
      { registration: pathRegistration(pathId, sri) },
    );
  return { deps, desk, stores, pathId, order, enrolments, queued, notices, settle };
}

type World = Awaited<ReturnType<typeof world>>;

const about = (type: Fact['type'], over: object): Fact =>
  ({ type, eventId: `${type}:1`, occurredAt: first, personId: sri, ...over }) as unknown as Fact;

async function finishCourse({ enrolments, deps }: World, word?: object): Promise<void> {
  enrolments.set('etika', {
    ...{ courseId: 'etika', personId: sri, state: 'completed', completedAt: first, ...word },
  } as unknown as Enrolment);
  await followPaths(deps, about('enrolment-completed', { courseId: 'etika' }));
}

async function attend({ stores, deps }: World): Promise<void> {
  const marks = eventOf().sessions.map(({ sessionId }) => ({
    ...{ sessionId, present: true, at: second, way: 'code' as const },
  }));
  const seat: Seat = seatAt({ personId: sri });
  await stores.seats.step(undefined, seat);
  await stores.seats.step({ ...seat, rev: 1 }, { ...seat, marks, rev: 1 });
  await followPaths(deps, about('event-attendance-changed', { event: 'e-1' }));
}

const told = async ({ notices }: World) =>
  (await notices.list({ personId: sri, limit: 10 })).map(({ kind, params }) => [kind, params]);

const member = ({ stores, pathId }: World) => stores.members.find(pathId, sri);

const title = 'Jalur pelayanan publik';

it('a path of a course and an event is finished with the last of them, certified without JP of its own, and told once', async () => {
  const made = await world();
  await finishCourse(made);
  expect((await member(made))?.state).toBe('active');
  await attend(made);
  expect(await member(made)).toMatchObject({ state: 'completed', completedAt: '2026-12-02T05:00:00.000Z' });
  const changed = about('path-member-changed', { pathId: made.pathId, state: 'completed', before: 'active' });
  await followPaths(made.deps, changed);
  await followPaths(made.deps, changed);
  expect(await told(made)).toEqual([['path-changed', { title, change: 'completed' }]]);
  expect(new Set(made.queued)).toEqual(new Set([pathRegistration(made.pathId, sri)]));
  expect((await made.settle()).outcome).toBe('issued');
  expect((await made.settle()).outcome).toBe('known');
  const asked = { pathId: made.pathId, personId: sri };
  const finished = await finishedPath({ ...made.stores, ...made.deps } as never, asked);
  expect(finished).toMatchObject({
    startedAt: first,
    course: { kind: 'path', title: { id: title }, version: 1 },
  });
  expect(finished).not.toHaveProperty('jp');
});

it('a completion that its provider takes back opens the path again and withdraws its certificate', async () => {
  const made = await world();
  await attend(made);
  await finishCourse(made);
  expect((await made.settle()).outcome).toBe('issued');
  await finishCourse(made, { providerWord: { takenBack: { saidAt: second } } });
  await followPaths(made.deps, about('completion-withdrawn', { courseId: 'etika' }));
  expect(await member(made)).toMatchObject({ state: 'active', done: [{ stepId: 'b1' }] });
  expect((await made.settle()).outcome).toBe('withdrawn');
  await finishCourse(made);
  expect((await made.settle()).outcome).toBe('renewed');
});

it('an event that is cancelled after all counts no more', async () => {
  const made = await world();
  await finishCourse(made);
  await attend(made);
  const read = await made.stores.events.find(eventOf().eventId);
  if (!read) throw new Error('there is one');
  await made.stores.events.save({ ...read, state: 'cancelled', cancelReason: 'Banjir' });
  await followPaths(made.deps, about('event-changed', { event: 'e-1', change: 'cancelled' }));
  expect((await member(made))?.state).toBe('active');
});

it('whoever is moved to another version is told once', async () => {
  const made = await world();
  const { desk, pathId, order } = made;
  const at = { principal: organiser, pathId: pathId as PathId };
  const rev = (await desk.paths.find(pathId))?.rev ?? 0;
  await changePath(desk, { ...at, order: { ...order, groups: order.groups.slice(0, 1) }, rev });
  await publishPath(desk, at);
  await moveMembers(desk, { ...at, version: 2 });
  const moved = about('path-changed', { pathId, change: 'moved', version: 2 });
  await followPaths(made.deps, moved);
  await followPaths(made.deps, moved);
  expect(await told(made)).toEqual([['path-changed', { title, change: 'moved' }]]);
  expect((await member(made))?.version).toBe(2);
});
