import { type ClientPrincipal, type PersonId, type Principal, Unavailable } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { createHttpApp } from './create-http-app.ts';
import { createRateLimiter, type RateCounter, type RateLimiter } from './rate-limit.ts';

const client = (over: Partial<ClientPrincipal> = {}): ClientPrincipal => ({
  kind: 'client',
  clientId: 'c1',
  name: 'Klien',
  tenant: { kind: 'platform' },
  scopes: ['statements/read'],
  ...over,
});
const au = (sessionId: string): Principal => ({ kind: 'au', sessionId, registration: 'r' });

/** The table as one more process sees it: sums by key and window. */
function sharedCounter() {
  const sums = new Map<string, number>();
  const reports: number[] = [];
  const counter: RateCounter = {
    add: async ({ key, windowStart, count }) => {
      reports.push(count);
      const row = `${key} ${windowStart.toISOString()}`;
      const sum = (sums.get(row) ?? 0) + count;
      sums.set(row, sum);
      return sum;
    },
  };
  return { counter, reports };
}

function processes(n: number, counter: RateCounter, clientPerSecond = 100) {
  const clock = fixedClock();
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (message: string) => void warnings.push(message), error: () => {} };
  const limits = { clientPerSecond, sessionPerSecond: 5 };
  const limiters = Array.from({ length: n }, () =>
    createRateLimiter({ door: 'xapi', counter, limits, clock, log }),
  );
  return { clock, limiters, warnings };
}

async function admitted(limiters: readonly RateLimiter[], requests: number, principal: Principal = client()) {
  let count = 0;
  for (let n = 0; n < requests; n += 1) {
    const decision = await limiters[n % limiters.length]?.admit(principal);
    if (decision?.admitted) count += 1;
  }
  return count;
}

describe('createRateLimiter', () => {
  it('admits the quota of a window, then says how long to wait, and begins anew', async () => {
    const { counter } = sharedCounter();
    const { clock, limiters } = processes(1, counter);
    const [limiter] = limiters;
    clock.advance(3_400);
    expect(await admitted(limiters, 1_000)).toBe(1_000);
    expect(await limiter?.admit(client())).toEqual({
      admitted: false,
      policy: 'client',
      quota: 1_000,
      remaining: 0,
      resetSeconds: 7,
    });
    clock.advance(6_599);
    expect(await limiter?.admit(client())).toMatchObject({ admitted: false, resetSeconds: 1 });
    clock.advance(1);
    expect(await limiter?.admit(client())).toMatchObject({
      admitted: true,
      remaining: 999,
      resetSeconds: 10,
    });
  });

  it.each([2, 10, 25])(
    '%i processes together admit the quota and at most a fiftieth more each',
    async (n) => {
      const { counter } = sharedCounter();
      const { limiters } = processes(n, counter);
      const count = await admitted(limiters, 5_000);
      expect(count).toBeGreaterThanOrEqual(1_000);
      expect(count).toBeLessThanOrEqual(1_000 + n * 20);
    },
  );

  it('writes once a fiftieth of the quota, never while a caller is quiet, and nothing for what it refuses', async () => {
    const { counter, reports } = sharedCounter();
    const { clock, limiters } = processes(1, counter);
    for (let window = 0; window < 20; window += 1) {
      await admitted(limiters, 19);
      clock.advance(10_000);
    }
    expect(reports).toEqual([]);
    await admitted(limiters, 3_000);
    expect(reports).toEqual(Array.from({ length: 50 }, () => 20));
  });

  it('counts requests that run at once', async () => {
    const { counter } = sharedCounter();
    const { limiters } = processes(1, counter);
    const decisions = await Promise.all(Array.from({ length: 1_500 }, () => limiters[0]?.admit(client())));
    expect(decisions.filter((decision) => decision?.admitted)).toHaveLength(1_000);
  });

  it('holds every client and every session to its own limit, and nobody else', async () => {
    const { counter } = sharedCounter();
    const { limiters } = processes(1, counter);
    expect(await admitted(limiters, 2_000)).toBe(1_000);
    expect(await admitted(limiters, 2_000, client({ clientId: 'c2' }))).toBe(1_000);
    expect(await admitted(limiters, 2_000, client({ clientId: 'c3', requestsPerSecond: 3 }))).toBe(30);
    expect(await admitted(limiters, 2_000, au('s1'))).toBe(50);
    expect(await admitted(limiters, 2_000, au('s2'))).toBe(50);
    const person: Principal = { kind: 'person', personId: 'p' as PersonId, name: 'Sri', roles: [] };
    expect(await limiters[0]?.admit(person)).toBeUndefined();
    expect(await limiters[0]?.admit({ kind: 'anonymous' })).toBeUndefined();
  });

  it('R10: counts alone when the table does not answer, says so once, and asks again a minute later', async () => {
    let asked = 0;
    const down: RateCounter = {
      add: async () => {
        asked += 1;
        throw new Unavailable('The table does not answer.');
      },
    };
    const { clock, limiters, warnings } = processes(1, down);
    expect(await admitted(limiters, 2_000)).toBe(1_000);
    clock.advance(10_000);
    expect(await admitted(limiters, 2_000)).toBe(1_000);
    expect([asked, warnings]).toEqual([1, ['rate limits are counted alone']]);
    clock.advance(50_000);
    await admitted(limiters, 20);
    expect([asked, warnings.length]).toEqual([2, 2]);
  });
});

describe('a door with limits', () => {
  it('answers 429 with Retry-After and tells what is left on every answer', async () => {
    const { counter } = sharedCounter();
    const { limiters, clock } = processes(1, counter, 1);
    const [rateLimiter] = limiters;
    const app = createHttpApp({
      name: 'test',
      authenticate: async () => client({ scopes: [] }),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      clock,
      ids: countedIds(),
      ...(rateLimiter && { rateLimiter }),
    });
    app.route({ method: 'GET', path: '/open', access: ['anyone'] }, (c) => c.text('ja'));
    app.route({ method: 'GET', path: '/shut', access: ['scope:define'] }, (c) => c.text('tidak'));
    clock.advance(4_000);
    const first = await app.hono.request('/open');
    expect(first.headers.get('ratelimit-policy')).toBe('"client";q=10;w=10');
    expect(first.headers.get('ratelimit')).toBe('"client";r=9;t=6');
    // What is refused for another reason counts as well.
    for (let n = 0; n < 9; n += 1) expect((await app.hono.request('/shut')).status).toBe(403);
    const refused = await app.hono.request('/open');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('6');
    expect(refused.headers.get('ratelimit')).toBe('"client";r=0;t=6');
    expect(await refused.json()).toMatchObject({
      code: 'request.too-many',
      status: 429,
      retryAfterSeconds: 6,
    });
  });
});
