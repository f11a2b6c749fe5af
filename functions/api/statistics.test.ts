import { courseOf, versionOf } from '@sinau/catalogue/testing';
import { memoryLaunchLog } from '@sinau/delivery/testing';
import { memoryInsightStore } from '@sinau/insight/testing';
import type { ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addStatisticsRoutes } from './statistics-routes.ts';

const at = '2026-03-02T01:00:00.000Z';
const registrationOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const auId = 'urn:au:1';

/** A course of one module, taken by so many, of whom every second has finished it. */
async function taken(learners: number) {
  const course = courseOf({ publishedVersion: 1 });
  const version = versionOf();
  const { courseId } = course;
  const moduleId = version.modules[0]?.moduleId ?? '';
  const insight = memoryInsightStore(nodeDigest);
  const launchLog = memoryLaunchLog();
  for (let n = 0; n < learners; n += 1) {
    const place = { courseId, registration: registrationOf(n) };
    await insight.noteEnrolment({ ...place, version: 1, enrolledAt: at, over: false });
    await insight.noteProgress({
      ...{ ...place, rev: 1, version: 1, beganAt: at, started: [moduleId], lastModule: moduleId, lastAt: at },
      finished: n % 2 === 0 ? [moduleId] : [],
      ...(n % 2 === 0 && { completedAt: at }),
    });
    const part = nodeDigest.sha256(auId).slice(0, 32);
    const about = { question: 'q1', activityId: 'urn:q:1', text: { id: 'Apa?' }, correct: ['a'] };
    const answer = { response: n % 2 === 0 ? 'a' : 'b', score: n % 2 === 0 ? 1 : 0 };
    await insight.noteSignals(place, [
      { kind: 'launched', sessionId: `s${n}`, part, at },
      { kind: 'answered', sessionId: `s${n}`, position: 'p1', at, about, answer },
      {
        kind: 'ended',
        sessionId: `s${n}`,
        end: { at: '2026-03-02T01:10:00.000Z', seconds: 600, by: 'content' },
      },
    ]);
  }
  let providerId: string = course.providerId;
  const app = createHttpApp({
    name: 'api',
    authenticate: async () => ({
      ...{ kind: 'client', clientId: 'c', name: 'c', scopes: ['courses/read'] },
      tenant: { kind: 'provider', providerId: providerId as ProviderId },
    }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: fixedClock('2026-04-01T00:00:00.000Z'),
    ids: countedIds(),
  });
  addStatisticsRoutes(app, {
    courses: {
      find: async (id: string) => (id === courseId ? course : undefined),
      listVersions: async () => [version],
    } as never,
    content: {
      find: async () =>
        ({ structure: { aus: [{ id: auId, moveOn: 'Completed' }] }, parts: [{ moduleId }] }) as never,
    },
    ...{ insight, launchLog, digest: nodeDigest, clock: fixedClock('2026-04-01T00:00:00.000Z') },
  });
  const base = `/api/courses/${courseId}/statistics`;
  return {
    ...{ base, courseId, moduleId, launchLog },
    as: (provider: string) => {
      providerId = provider;
    },
    get: async (path: string) => {
      const answer = await app.hono.request(path);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}

describe('statistics of a course', () => {
  it('are told to its provider in numbers that name nobody', async () => {
    const { base, get, moduleId } = await taken(21);
    const { status, body } = await get(base);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ version: 1, versions: [1], learners: 20, suppressed: false, sampled: 1 },
      steps: [
        { kind: 'enrolled', people: 20, share: 1 },
        { kind: 'started', people: 20 },
        { kind: 'module-started', moduleId, people: 20 },
        { kind: 'module-finished', moduleId, people: 10, share: 0.5 },
        { kind: 'completed', people: 10, share: 0.5 },
      ],
      stops: [{ people: 0 }, { moduleId, people: 10 }],
      times: [
        { people: 10, quartiles: { lower: 600, median: 600, upper: 600 } },
        { moduleId, people: 10 },
      ],
    });
    const module = await get(`${base}/modules/${moduleId}`);
    expect(module.body).toMatchObject({
      ...{ started: 20, finished: 10 },
      questions: [
        {
          answers: 20,
          figures: { difficulty: 0.5, responses: [{ response: 'a', people: 10, correct: true }, {}] },
        },
      ],
    });
    expect(JSON.stringify([body, module.body])).not.toContain('00000000-0000-4000');
  });

  it('P3: tell nothing of fewer than five learners', async () => {
    const { base, get, moduleId } = await taken(4);
    const course = await get(base);
    expect(course.body).toMatchObject({ learners: 'few', suppressed: true, steps: [], stops: [], times: [] });
    const module = await get(`${base}/modules/${moduleId}`);
    expect(module.body).toMatchObject({ learners: 'few', suppressed: true, questions: [] });
    expect(module.body.watching).toBeUndefined();
  });

  it('P3: differ by five or not at all when one learner more has come', async () => {
    const told = [];
    for (const learners of [10, 11, 12, 13]) {
      const { base, get } = await taken(learners);
      told.push((await get(base)).body.learners);
    }
    expect(told).toEqual([10, 10, 10, 15]);
  });

  it('C2: are absent for every other provider, as those of no course', async () => {
    const { base, get, as, moduleId } = await taken(6);
    as('someone-else');
    for (const path of ['', `/modules/${moduleId}`, '/launch-errors']) {
      expect((await get(`${base}${path}`)).status).toBe(404);
      expect((await get(`/api/courses/none/statistics${path}`)).status).toBe(404);
    }
  });

  it.each(['?version=x', '?version=0', '?from=2026-13', '?until=2026', '?from=2026-03&until=2026-02'])(
    'refuse %s',
    async (query) => {
      const { base, get } = await taken(0);
      expect((await get(`${base}${query}`)).status).toBe(400);
    },
  );

  it('know of no other version or module', async () => {
    const { base, get } = await taken(0);
    expect((await get(`${base}?version=2`)).status).toBe(404);
    expect((await get(`${base}/modules/none`)).status).toBe(404);
  });

  it('name launches with errors, and what went wrong in them', async () => {
    const { base, courseId, get, launchLog, moduleId } = await taken(0);
    const calls = [7, 8].map((n) => ({
      ...{ at, call: 'SetValue', element: `cmi.interactions.${n}.id`, error: 351 },
    }));
    const session = { registration: registrationOf(1), courseId, version: 1, auIndex: 0, startedAt: at };
    const entry = { run: 1, sequence: 1, itemId: 'I1', at };
    await launchLog.append({ ...session, sessionId: 'bad' }, { ...entry, calls });
    await launchLog.append(
      { ...session, sessionId: 'good' },
      { ...entry, calls: [{ at, call: 'Commit', error: 0 }] },
    );
    const { body } = await get(`${base}/launch-errors`);
    expect(body.launches).toMatchObject([
      {
        ...{ sessionId: 'bad', moduleId, errors: 2, log: `/api/courses/${courseId}/launch-logs/bad` },
        kinds: [{ call: 'SetValue', element: 'cmi.interactions.n.id', error: 351, times: 2 }],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(registrationOf(1));
  });
});
