import { expect, it } from 'vitest';
import { withTables } from '../testing/with-tables.ts';
import { createRateCounter } from './rate-counter.ts';

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
});
