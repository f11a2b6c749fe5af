import { fixedClock } from '@sinau/kernel/testing';
import { createRateLimiter } from '@sinau/platform/http';
import { expect, it } from 'vitest';
import { type Ask, statement, xapiWorld } from './testing/xapi-world.ts';

/** A door that lets every caller send ten requests in ten seconds. */
function heldWorld() {
  const clock = fixedClock();
  const rateLimiter = createRateLimiter({
    door: 'xapi',
    counter: { add: async ({ count }) => count },
    limits: { clientPerSecond: 1, sessionPerSecond: 1 },
    clock,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const world = xapiWorld({ rateLimiter });
  const post = async (init: Ask) =>
    world.ask('/statements', { method: 'POST', json: statement(), ...init }).then(({ status }) => status);
  return { ...world, clock, post };
}

it('a client beyond its limit is told when to come again, in the version it speaks, and nothing is stored', async () => {
  const world = heldWorld();
  for (let n = 0; n < 10; n += 1) expect(await world.post({})).toBe(200);
  world.clock.advance(2_500);
  const refused = await world.ask('/statements', { method: 'POST', json: statement(), version: '2.0.0' });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('8');
  expect(refused.headers.get('x-experience-api-version')).toBe('2.0.0');
  expect(refused.headers.has('x-experience-api-consistent-through')).toBe(true);
  expect(refused.headers.get('access-control-expose-headers')).toMatch(/Retry-After, RateLimit,/);
  expect(await refused.json()).toMatchObject({ code: 'request.too-many', retryAfterSeconds: 8 });
  expect(await world.post({ as: 'agencyA' })).toBe(200);
  world.clock.advance(7_500);
  const { ids } = await world.list('?limit=100');
  expect(ids).toHaveLength(11);
});

it('one session of running content does not use up what another may send', async () => {
  const world = heldWorld();
  const au = await world.delivery.start();
  const ask = () => world.ask('/about', { as: `Basic ${au.token}` });
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) statuses.push((await ask()).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect((await ask()).headers.get('ratelimit-policy')).toBe('"session";q=10;w=10');
  expect(await world.post({ as: 'platform' })).toBe(200);
});
