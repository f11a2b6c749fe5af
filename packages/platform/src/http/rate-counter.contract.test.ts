import type { ClientPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { withTables } from '../testing/with-tables.ts';
import { createRateCounter } from './rate-counter.ts';
import { createRateLimiter } from './rate-limit.ts';

withTables((engine, tables) => {
  it(`sums reports by caller and window, and lets rows expire (${engine})`, async () => {
    const { dynamo, lms: table } = tables();
    const counter = createRateCounter({ dynamo, table });
    const windowStart = new Date('2026-03-02T01:00:10.000Z');
    const add = (key: string, count: number, start = windowStart) =>
      counter.add({ key, windowStart: start, count });
    const sums = await Promise.all([add('xapi:client:a', 20), add('xapi:client:a', 20)]);
    expect(sums.sort()).toEqual([20, 40]);
    expect(await add('xapi:client:b', 3)).toBe(3);
    expect(await add('xapi:client:a', 1, new Date(windowStart.getTime() + 10_000))).toBe(1);
    const seconds = windowStart.getTime() / 1000;
    const row = await dynamo.get({ table, key: { pk: `RATE#xapi:client:a#${seconds}`, sk: 'RATE' } });
    expect(row).toMatchObject({ admitted: 40, expiresAt: seconds + 3600 });
  });

  it(`holds a client that four processes serve at once to one quota (${engine})`, async () => {
    const { dynamo, lms: table } = tables();
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const limits = { clientPerSecond: 50, sessionPerSecond: 50 };
    const counter = createRateCounter({ dynamo, table });
    const clock = fixedClock();
    const processes = Array.from({ length: 4 }, () =>
      createRateLimiter({ door: 'four', counter, limits, clock, log }),
    );
    const client: ClientPrincipal = {
      ...{ kind: 'client', clientId: 'busy', name: 'Klien', scopes: [] },
      tenant: { kind: 'platform' },
    };
    const counts = await Promise.all(
      processes.map(async (limiter) => {
        let admitted = 0;
        for (let n = 0; n < 400; n += 1) if ((await limiter.admit(client))?.admitted) admitted += 1;
        return admitted;
      }),
    );
    const sum = counts.reduce((a, b) => a + b, 0);
    expect(sum).toBeGreaterThanOrEqual(500);
    expect(sum).toBeLessThanOrEqual(500 + 4 * 10);
  });
});
