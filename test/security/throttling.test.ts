import { randomUUID } from 'node:crypto';
import { fetchIdIn } from '@sinau/delivery/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';
import { reads, writes } from './world/throttle.ts';

let world: World;
let records: Record<string, string>;
let provider: Record<string, string>;

beforeAll(async () => {
  world = await startWorld();
  const { platform, providerA } = world.tenants;
  const client = await world.client(platform, 'statements/write', 'statements/read');
  records = { ...client.headers, 'x-experience-api-version': '1.0.3', 'content-type': 'application/json' };
  provider = (await world.client(providerA, 'courses/read', 'courses/write', 'courses/publish')).headers;
  // Used once, so that the doors need not write down any more that they were.
  await world.ask('/xapi/statements', { headers: records });
  await world.ask('/api/courses', { headers: provider });
});
afterEach(() => world.throttle.relent());
afterAll(() => world.close());

const statement = () => ({
  id: randomUUID(),
  actor: { mbox: 'mailto:contoh@contoh.example' },
  verb: { id: 'https://contoh.example/membaca' },
  object: { id: 'https://contoh.example/modul' },
});

const postStatements = (body: unknown) =>
  world.ask('/xapi/statements', { method: 'POST', headers: records, body: JSON.stringify(body) });

async function isStored(id: string): Promise<boolean> {
  const response = await world.ask(`/xapi/statements?statementId=${id}`, { headers: records });
  await response.body?.cancel();
  return response.status === 200;
}

/** The answer of a door whose table refuses: try again later, and no more. */
function expectRetryLater(response: Response, name: string): void {
  expect(response.status, name).toBe(503);
  expect(Number(response.headers.get('retry-after')), name).toBeGreaterThan(0);
  expect(world.throttle.refused(), name).toBeGreaterThan(1);
  expect(world.throttle.refused(), name).toBeLessThanOrEqual(40);
}

describe('a table that is too busy', () => {
  it.each([...writes, ...reads])(
    'R5: %s alone throttled stores a batch whole or not at all',
    async (operation) => {
      const batch = [statement(), statement(), statement()];
      const ids = batch.map(({ id }) => id);
      world.throttle.refuse('throttled', [operation]);
      const response = await postStatements(batch);
      await response.body?.cancel();
      const { status } = response;
      if (status !== 200) expectRetryLater(response, operation);
      world.throttle.relent();
      const stored = await Promise.all(ids.map(isStored));
      // After the commit a fault leaves the batch stored, and says so the next time; never a part of it.
      expect(new Set(stored).size, `${operation}: ${stored}`).toBe(1);
      if (status === 200) expect(stored).not.toContain(false);
      const again = await postStatements(batch);
      expect(again.status).toBe(200);
      expect(await again.json()).toEqual(ids);
      expect(await Promise.all(ids.map(isStored))).toEqual([true, true, true]);
    },
  );

  it('R5: a single statement is refused with 503 and Retry-After, and taken when sent again', async () => {
    const one = statement();
    world.throttle.refuse('throttled', writes);
    expectRetryLater(await postStatements(one), 'single');
    world.throttle.relent();
    expect(await isStored(one.id)).toBe(false);
    expect((await postStatements(one)).status).toBe(200);
  });

  it('R5: is patiently asked again, so that a short pinch is not noticed', async () => {
    world.throttle.refuse('throttled', writes);
    const answer = postStatements(statement());
    while (world.throttle.refused() < 3) await new Promise((done) => setImmediate(done));
    world.throttle.relent();
    expect((await answer).status).toBe(200);
  });

  it('R5: leaves no half of what a page or the provider API writes', async () => {
    const { courseId } = world.course;
    const learner = { accept: 'application/json', origin, ...(await world.signedIn('other-learner')) };
    const author = { accept: 'application/json', origin, ...(await world.signedIn('provider-author')) };
    const json = { ...provider, 'content-type': 'application/json' };
    const fetchId = fetchIdIn(await world.launch());
    const requests: readonly (readonly [string, RequestInit])[] = [
      [`/courses/${courseId}/enrol`, { headers: learner }],
      [`/studio/courses/${courseId}/retire`, { headers: author }],
      [`/api/courses/${courseId}/publish`, { headers: json, body: '{"jp":"9"}' }],
      [`/api/courses/${courseId}/retire`, { headers: json }],
      [`/launch/fetch/${fetchId}`, {}],
    ];
    const before = await world.rows();
    for (const [path, init] of requests) {
      world.throttle.refuse('throttled', writes);
      const response = await world.ask(path, { method: 'POST', ...init });
      await response.body?.cancel();
      expectRetryLater(response, path);
    }
    world.throttle.relent();
    expect(await world.rows()).toEqual(before);
    const fetched = await world.ask(`/launch/fetch/${fetchId}`, { method: 'POST' });
    expect(await fetched.json(), 'the one-time id is not used up').toHaveProperty('auth-token');
    const enrolled = await world.ask(`/courses/${courseId}/enrol`, { method: 'POST', headers: learner });
    expect(enrolled.status).toBe(303);
  });

  it('R5: answers reads with 503 too, at every door', async () => {
    const page = await world.signedIn('learner');
    for (const [path, headers] of [
      ['/xapi/statements', records],
      ['/api/courses', provider],
      ['/my-records', { accept: 'application/json', ...page }],
      ['/catalogue', { accept: 'text/html', ...page }],
    ] as const) {
      world.throttle.refuse('throttled', ['Query', 'BatchGetItem']);
      const response = await world.ask(path, { headers });
      await response.body?.cancel();
      expectRetryLater(response, path);
    }
  });
});
