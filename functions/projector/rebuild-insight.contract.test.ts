import { createCourseStore } from '@sinau/catalogue/dynamo';
import { courseOf } from '@sinau/catalogue/testing';
import { categories, contextExtensions, verbs } from '@sinau/cmi5';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import { createInsightStore } from '@sinau/insight/dynamo';
import type { PersonId } from '@sinau/kernel';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import type { Statement } from '@sinau/xapi';
import { afterEach, expect, it } from 'vitest';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { createTraceDeps, noteEnrolmentTrace } from '../shared/insight-traces.ts';
import { composeRebuild } from './compose-rebuild.ts';
import { rebuildProjections } from './rebuild-projections.ts';
import { env, issuer, names, people, projectorWorld, statement } from './testing/projector-world.ts';

let close: (() => Promise<void>) | undefined;
afterEach(async () => close?.());

const course = courseOf();
const { courseId } = course;
const part = 'a'.repeat(32);

/** A session of one part: opened, two questions answered, ended. */
function session(person: string, registration: string): readonly Statement[] {
  const sessionId = systemIds.uuid();
  const object = { id: `${issuer}/activities/${courseId}/au/${part}` };
  const defined = { contextActivities: { category: [{ id: categories.cmi5 }] } };
  const say = (n: number, over: Partial<Statement>) =>
    statement(n, person, {
      object,
      ...over,
      context: {
        ...over.context,
        registration,
        extensions: { ...over.context?.extensions, [contextExtensions.sessionId]: sessionId },
      },
    });
  const answer = (n: number, response: string) =>
    say(n, {
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: { id: `${object.id}/soal/${n}`, definition: { interactionType: 'choice' } },
      result: { response, success: response === 'a' },
    });
  const extensions = { [contextExtensions.launchMode]: 'Normal' };
  return [
    say(1, { verb: { id: verbs.launched }, context: { ...defined, extensions } }),
    answer(2, 'a'),
    answer(3, 'b'),
    answer(3, 'a'),
    say(4, { verb: { id: verbs.terminated }, context: defined, result: { duration: 'PT90S' } }),
  ];
}

it('R4: a rebuild brings back learners, sessions, answers and questions as the streams left them', async () => {
  const world = await projectorWorld();
  ({ close } = world);
  const { dynamo, records, store, subscribe } = world;
  const stores = { dynamo, table: names.lms, recordsTable: names.lrs };
  const content = createMemoryObjectStore();
  const courses = createCourseStore(stores);
  await createOrganisationStore(stores).addProvider({
    providerId: course.providerId,
    name: 'Penyedia Contoh',
    kind: 'content-provider',
    createdAt: course.createdAt,
  });
  await dynamo.put({
    table: names.lms,
    item: {
      ...{ pk: `COURSE#${courseId}`, sk: 'COURSE', kind: 'course', ...course },
      ...{ gsi2pk: `PROVIDER-COURSES#${course.providerId}`, gsi2sk: `${course.updatedAt}#${courseId}` },
    },
  });
  const insight = createInsightStore({ ...stores, table: names.lrs, digest: nodeDigest });
  const traces = createTraceDeps({ ...stores, courses, content });
  const consumer = await subscribe();
  for (const [n, person] of [people.a, people.b].entries()) {
    const registration = systemIds.uuid() as Registration;
    await createEnrolmentStore(stores).move({
      after: {
        ...{ enrolmentId: systemIds.uuid() as EnrolmentId, personId: person as PersonId, registration },
        ...{ courseId, version: 1, state: 'active', enrolledAt: '2026-03-02T01:00:00.000Z' },
      },
    });
    await noteEnrolmentTrace(traces, registration);
    // The second has done nothing yet, so that only the roster names them.
    if (n === 0) await store(session(person, registration));
  }
  await consumer.caughtUp();
  await consumer.stop();
  const all = async () => {
    const wish = { courseId, most: 1_000 };
    const read = [
      insight.sampleLearners(wish),
      insight.sampleSessions(wish),
      insight.sampleAnswers(wish),
      insight.listQuestions(courseId, 100),
    ] as const;
    return Promise.all(read);
  };
  const before = await all();
  expect(before.map((one) => ('rows' in one ? one.rows.length : one.length))).toEqual([2, 1, 2, 2]);

  const partitions = [...Array(16).keys()].flatMap((n) => ['L', 'S', 'A'].map((kind) => `${kind}#${n}`));
  for (const partition of ['Q', ...partitions]) {
    const page = await dynamo.query({ table: names.lrs, partition: `INSIGHT#${courseId}#${partition}` });
    await dynamo.batchWrite({ table: names.lrs, deletes: page.items.map(({ pk, sk }) => ({ pk, sk })) });
  }
  expect((await all())[0].rows).toEqual([]);
  const parts = { dynamo, objects: () => content };
  const deps = () => composeRebuild({ parts, records, env: { ...env, CONTENT_BUCKET: 'content' } });
  await rebuildProjections(deps());
  expect(await all()).toEqual(before);
  await rebuildProjections(deps());
  expect(await all()).toEqual(before);
});
