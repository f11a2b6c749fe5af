import { courseOf, deliveryWorld, memoryGuestStore } from '@sinau/delivery/testing';
import { createDispatch, keyOf } from '@sinau/dispatch';
import { memoryDispatchStore } from '@sinau/dispatch/testing';
import type { ProviderId } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import type { RateLimiter } from '@sinau/platform/http';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDispatchApp } from './app.ts';

const signer = hmacSigner('a secret for tests, long enough to sign');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const learner = 'a'.repeat(64);

interface Started {
  readonly url: string;
  readonly resultUrl: string;
  readonly pass: string;
  readonly result: { readonly satisfied: boolean };
}

async function world(over: { readonly rateLimiter?: RateLimiter } = {}) {
  const delivery = deliveryWorld(courseOf([['Completed'], ['Passed']]));
  const guests = memoryGuestStore();
  const course = { providerId: 'p1' as ProviderId, title: { id: 'Etika' }, description: {}, version: 1 };
  const deps = {
    ...delivery.deps,
    ...{ dispatches: memoryDispatchStore(), guests, signer, log },
    courses: { find: async (id: string) => (id === 'c1' ? course : undefined) },
    rateLimiter: over.rateLimiter ?? { admit: async () => undefined },
    ...{ portalOrigin: 'https://sinau.example', issuer: 'https://sinau.example' },
  };
  const dispatch = await createDispatch(deps, {
    principal: {
      ...{ kind: 'client', clientId: 'x', name: 'X', scopes: ['courses/write'] },
      tenant: { kind: 'provider', providerId: course.providerId },
    },
    ...{ courseId: 'c1', request: { name: 'LMS Kota', capacity: 2 } },
  });
  const { hono } = createDispatchApp(deps);
  const path = `/launch/dispatch/${dispatch.dispatchId}/start`;
  const start = (body: object = {}, to = path) =>
    Promise.resolve(
      hono.request(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://lms.kota.example' },
        body: JSON.stringify({ key: keyOf(deps, dispatch), learner, ...body }),
      }),
    );
  const started = async (body?: object) => (await (await start(body)).json()) as Started;
  const result = (pass: string) =>
    Promise.resolve(
      hono.request('/launch/dispatch/result', { headers: { authorization: `Bearer ${pass}` } }),
    );
  return { delivery, deps, dispatch, hono, start, started, result };
}

let at: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  at = await world();
});

describe('the door for packages in other systems', () => {
  it('answers any origin, with an address that the learner’s window can open, and a pass to ask with', async () => {
    const answer = await at.start();
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([201, '*']);
    const { url, pass, result } = (await answer.json()) as Started;
    expect(url).toMatch(/^https:\/\/sinau\.example\/guest\/[\da-f-]{36}\?entry=/);
    expect(result).toEqual({ satisfied: false, passed: false, percent: 0 });
    expect(await (await at.result(pass)).json()).toEqual(result);
  });

  it('begins one registration a learner, under an account that no client may name', async () => {
    const [first, again] = [await at.started(), await at.started()];
    const registrationOf = ({ url }: Started) => new URL(url).pathname.split('/').at(-1) ?? '';
    expect(registrationOf(again)).toBe(registrationOf(first));
    const guest = await at.deps.guests.find(registrationOf(first));
    expect(guest?.actor.homePage).toBe(`https://sinau.example/dispatch/${at.dispatch.dispatchId}`);
    expect(JSON.stringify(guest)).not.toContain(learner);
  });

  it.each([
    ['another key', { key: 'x' }, '404 dispatch.not-found'],
    ['a learner by name', { learner: 'Sri' }, '400 request.invalid'],
    ['a field more', { capacity: 9 }, '400 request.invalid'],
  ])('refuses %s', async (_, body, expected) => {
    const answer = await at.start(body);
    expect(`${answer.status} ${((await answer.json()) as { code: string }).code}`).toBe(expected);
  });

  it('C2: tells nobody which dispatches there are', async () => {
    const wrong = await at.start({ key: 'x' });
    const absent = await at.start({}, '/launch/dispatch/6690e6c9-3ef0-4ed3-8b37-7f3964730bee/start');
    const told = async (answer: Response) => {
      const { requestId: _own, ...problem } = (await answer.json()) as Record<string, unknown>;
      return [answer.status, problem];
    };
    expect(await told(wrong)).toEqual(await told(absent));
  });

  it('L7: admits as many as there are places, however many begin at once, and says that it is full', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => at.start({ learner: String(n).repeat(64) })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refused = answers.find(({ status }) => status !== 201);
    expect(await refused?.json()).toMatchObject({ code: 'dispatch.full' });
  });

  it('counts a learner as finished once the whole course is done', async () => {
    const { url, pass } = await at.started();
    const registration = new URL(url).pathname.split('/').at(-1) ?? '';
    const { registrations } = at.deps;
    const account = (await at.deps.guests.find(registration))?.actor ?? { homePage: '', name: '' };
    await registrations.save({
      ...{ registration, courseId: 'c1', version: 1, actor: account, createdAt: '2026-03-02T01:00:00.000Z' },
      aus: { 1: { completed: false, waived: false, judged: 'passed', score: 0.8 } },
      ...{ satisfaction: { blocks: [0, 1], course: true }, rev: 0 },
    });
    for (let n = 0; n < 2; n += 1) {
      expect(await (await at.result(pass)).json()).toEqual({
        satisfied: true,
        passed: true,
        score: 0.8,
        percent: 100,
      });
    }
    expect(await at.deps.dispatches.find(at.dispatch.dispatchId)).toMatchObject({ started: 1, finished: 1 });
  });

  it('E2: takes a pass of its own kind until it ends', async () => {
    const { url, pass } = await at.started();
    const entry = new URL(url).searchParams.get('entry') ?? '';
    for (const wrong of [entry, `${pass}x`, '']) expect((await at.result(wrong)).status).toBe(403);
    at.delivery.clock.advance(24 * 3600_000);
    expect(await (await at.result(pass)).json()).toMatchObject({ code: 'dispatch.pass-ended' });
  });

  it('R5: holds all stubs of one dispatch to one rate', async () => {
    const keys: string[] = [];
    const rateLimiter: RateLimiter = {
      admit: async (principal) => {
        if (principal.kind === 'au') keys.push(principal.sessionId);
        return { admitted: false, policy: 'session', quota: 1, remaining: 0, resetSeconds: 3 };
      },
    };
    const limited = await world({ rateLimiter });
    const answer = await limited.start({ key: 'wrong' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
    expect(keys).toEqual([`dispatch-${limited.dispatch.dispatchId}`]);
  });
});
