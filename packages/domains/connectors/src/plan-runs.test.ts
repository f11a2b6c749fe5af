import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { dueAtOf, lacksComparison, nextRunAt, planRuns } from './plan-runs.ts';
import { sampleConnection } from './testing/sample-connection.ts';

const at = (time: string) => new Date(time);
const connection = sampleConnection({ schedule: { syncHour: 2, pollMinutes: 15 } });

describe('runs of a connection', () => {
  it('comes once a day within its hour of Jakarta, at a minute of its own', () => {
    const next = (time: string) => nextRunAt(connection, 'sync', at(time));
    expect(next('2026-03-02T01:00:00.000Z')).toBe('2026-03-02T19:13:00.000Z');
    expect(next('2026-03-02T19:12:59.999Z')).toBe('2026-03-02T19:13:00.000Z');
    expect(next('2026-03-02T19:13:00.000Z')).toBe('2026-03-03T19:13:00.000Z');
    const early = sampleConnection({ schedule: { syncHour: 7 } });
    expect(nextRunAt(early, 'sync', at('2026-03-02T23:59:00.000Z'))).toBe('2026-03-03T00:13:00.000Z');
  });

  it('asks for results every so many minutes, and does nothing by itself without a schedule', () => {
    expect(nextRunAt(connection, 'poll-results', at('2026-03-02T01:00:00.000Z'))).toBe(
      '2026-03-02T01:15:00.000Z',
    );
    expect(nextRunAt(connection, 'reconcile', at('2026-03-02T01:00:00.000Z'))).toBeUndefined();
  });

  it('compares what is sent by itself every night, unless somebody has set something else', () => {
    const planned = (given: Partial<Connection>) => {
      const { baseUrl: _, moodle: __, ...bare } = sampleConnection({ schedule: {}, ...given });
      return planRuns(bare, at('2026-03-02T01:00:00.000Z')).reconcile?.nextAt;
    };
    for (const kind of ['file', 'oneroster-csv', 'webhook', 'xapi'] as const)
      expect(planned({ kind }), kind).toBe('2026-03-02T20:13:00.000Z');
    expect(planned({ kind: 'file', schedule: { reconcileHour: 5 } })).toBe('2026-03-02T22:13:00.000Z');
    // Saved without an hour; asked, and without one; without learners; compared with another.
    expect(planned({ kind: 'file', reconciliation: { agedAfterDays: 3 } })).toBeUndefined();
    for (const kind of ['moodle', 'schema-org'] as const) expect(planned({ kind }), kind).toBeUndefined();
    const beside = { beside: 'c2' as never, courses: [] };
    expect(planned({ kind: 'xapi', xapi: beside })).toBeUndefined();
  });

  it('finds what was made before its comparison had an hour', () => {
    const { baseUrl: _, ...file } = sampleConnection({ kind: 'file', schedule: {} });
    expect(lacksComparison(file)).toBe(true);
    const runs = planRuns(file, at('2026-03-02T01:00:00.000Z'));
    expect(lacksComparison({ ...file, runs })).toBe(false);
    expect(lacksComparison({ ...file, state: 'paused' })).toBe(false);
    expect(lacksComparison(sampleConnection({ schedule: {} }))).toBe(false);
  });

  it('keeps how runs ended when the schedule changes', () => {
    const before = {
      ...connection,
      runs: { sync: { nextAt: 'x', lastAt: 'y' }, reconcile: { nextAt: 'x' } },
    };
    expect(planRuns(before, at('2026-03-02T01:00:00.000Z'))).toMatchObject({
      sync: { nextAt: '2026-03-02T19:13:00.000Z', lastAt: 'y' },
    });
    expect(planRuns(before, at('2026-03-02T01:00:00.000Z'))).not.toHaveProperty('reconcile');
  });

  it('is due when its first run is, unless it is paused', () => {
    const runs = { sync: { nextAt: '2026-03-03' }, 'poll-results': { nextAt: '2026-03-02' } };
    expect(dueAtOf({ state: 'active', runs })).toBe('2026-03-02');
    expect(dueAtOf({ state: 'paused', runs })).toBeUndefined();
    expect(dueAtOf({ state: 'active', runs: { sync: {} } })).toBeUndefined();
  });
});
