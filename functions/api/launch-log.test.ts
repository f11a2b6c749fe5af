import type { Course } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import { memoryLaunchLog } from '@sinau/delivery/testing';
import type { ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addLaunchLogRoutes } from './launch-log-routes.ts';

const registration = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b';
const at = '2026-03-02T01:00:00.000Z';

async function logged() {
  const own = courseOf();
  const courses = new Map([[own.courseId as string, own]]);
  const launchLog = memoryLaunchLog();
  const append = (courseId: string, sessionId: string, startedAt = at) =>
    launchLog.append(
      { registration, sessionId, courseId, version: 1, auIndex: 0, startedAt },
      {
        ...{ run: 1, sequence: 1, itemId: 'I1', at },
        calls: [{ at, call: 'GetValue', element: 'cmi.nothing', answer: '', error: 401 }],
      },
    );
  let providerId = own.providerId;
  const app = createHttpApp({
    name: 'api',
    authenticate: async () => ({
      ...{ kind: 'client', clientId: 'c', name: 'c', scopes: ['courses/read'] },
      tenant: { kind: 'provider', providerId },
    }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: fixedClock(),
    ids: countedIds(),
  });
  addLaunchLogRoutes(app, {
    courses: {
      find: async (courseId: string) => courses.get(courseId),
      listVersions: async () => [],
    } as never,
    launchLog,
    digest: nodeDigest,
    signer: hmacSigner('a secret for tests of at least 32 characters'),
  });
  const base = `/api/courses/${own.courseId}/launch-logs`;
  return {
    ...{ own, append, base },
    as: (provider: string) => {
      providerId = provider as ProviderId;
    },
    add: (course: Course) => void courses.set(course.courseId, course),
    get: async (path: string) => {
      const answer = await app.hono.request(path);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}

describe('launch logs of a course', () => {
  it('are shown to its provider without the learner', async () => {
    const { own, append, base, get } = await logged();
    await append(own.courseId, 'session-1');
    const list = await get(base);
    const learner = expect.stringMatching(/^[0-9a-f]{16}$/);
    const session = {
      ...{ sessionId: 'session-1', courseId: own.courseId, version: 1, auIndex: 0 },
      ...{ startedAt: at, learner },
    };
    expect(list).toEqual({
      status: 200,
      body: { sessions: [{ ...session, calls: 1, errors: 1, url: `${base}/session-1` }] },
    });
    const one = await get(`${base}/session-1`);
    expect(one.body).toEqual({
      ...session,
      messages: [
        {
          ...{ run: 1, sequence: 1, itemId: 'I1', at },
          calls: [{ at, call: 'GetValue', element: 'cmi.nothing', answer: '', error: 401 }],
        },
      ],
    });
    expect(JSON.stringify([list, one])).not.toContain(registration);
  });

  it('C2: are absent for every other provider, and under every other course', async () => {
    const { own, append, base, get, as, add } = await logged();
    await append(own.courseId, 'session-1');
    await append('someone-elses', 'session-2');
    expect((await get(`${base}/session-2`)).status).toBe(404);
    add(courseOf({ courseId: 'someone-elses' as never, providerId: 'p-other' as never }));
    expect((await get('/api/courses/someone-elses/launch-logs/session-2')).status).toBe(404);
    as('p-other');
    expect((await get(base)).status).toBe(404);
    expect((await get(`${base}/session-1`)).status).toBe(404);
    expect((await get('/api/courses/someone-elses/launch-logs/session-1')).status).toBe(404);
    expect((await get('/api/courses/someone-elses/launch-logs/session-2')).status).toBe(200);
  });

  it('come page by page', async () => {
    const { own, append, base, get } = await logged();
    for (let n = 0; n < 51; n += 1) {
      await append(own.courseId, `session-${n}`, new Date(Date.parse(at) + n * 1000).toISOString());
    }
    const first = await get(base);
    expect(first.body.sessions).toHaveLength(50);
    const second = await get(String(first.body.next));
    expect(second.body).toMatchObject({ sessions: [{ sessionId: 'session-0' }] });
    expect(second.body.next).toBeUndefined();
  });
});
