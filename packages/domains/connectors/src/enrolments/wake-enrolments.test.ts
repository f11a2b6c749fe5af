import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Connection, ConnectionId } from '../connection.ts';
import { memoryProviderEnrolmentStore, sampleProviderEnrolment } from '../testing/enrolments/index.ts';
import { dueEnrolments, type ProviderEnrolment, wakeEnrolments } from './index.ts';

const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;
/** The clock stands at 01:00. */
const later = '2026-03-02T01:45:00.000Z';
const before = '2026-03-02T00:30:00.000Z';
const nameOf = (n: number) => `00000000-0000-4000-8000-0000000${String(n).padStart(5, '0')}`;

async function world(...rows: readonly Partial<ProviderEnrolment>[]) {
  const providerEnrolments = memoryProviderEnrolmentStore();
  const connection = { connectionId, state: 'active' };
  const connections = { find: async () => connection as unknown as Connection };
  const deps = { providerEnrolments, connections, clock: fixedClock() };
  for (const [n, row] of rows.entries()) {
    const waiting = { registration: nameOf(n), connectionId, reason: 'paused', dueAt: later } as const;
    await providerEnrolments.move({
      after: sampleProviderEnrolment({ ...waiting, updatedAt: before, ...row }),
    });
  }
  return {
    deps,
    connection,
    wake: (after?: string) => wakeEnrolments(deps, { connectionId, after }),
    dueAt: async (n: number) => (await providerEnrolments.find(nameOf(n)))?.dueAt,
  };
}

describe('a connection that goes on', () => {
  it('wakes whom its pause made wait, and who is leaving; each is queued once', async () => {
    const { wake, dueAt, deps } = await world(
      {},
      { state: 'waiting-provider' },
      { state: 'cancelling', reason: 'left' },
    );
    const { jobs, next } = await wake();
    expect(next).toBeUndefined();
    expect(jobs).toHaveLength(3);
    expect(jobs).toContainEqual({ kind: 'enrol', connectionId, registration: nameOf(1) });
    expect(jobs).toContainEqual({ kind: 'unenrol', connectionId, registration: nameOf(2) });
    for (const n of [0, 1, 2]) expect(await dueAt(n)).toBe('2026-03-02T01:00:00.000Z');
    // The round of every minute finds none of them once more, unless the queue has lost them.
    expect(await dueEnrolments(deps, 'enrol')).toEqual([]);
    deps.clock.advance(16 * 60_000);
    expect(await dueEnrolments(deps, 'enrol')).toHaveLength(2);
    expect(await wake()).toEqual({ jobs: [] });
  });

  it.each<[string, Partial<ProviderEnrolment>]>([
    ['is due already', { dueAt: before }],
    ['waits for the provider, which was away', { reason: 'unreachable' }],
    ['waits for a seat in a full class', { state: 'waiting-provider', reason: 'full' }],
    ['is being asked for now', { state: 'sending' }],
    ['may be being ended now', { state: 'cancelling', updatedAt: '2026-03-02T00:59:00.000Z' }],
    ['may have been enrolled, which is looked up later', { state: 'timed-out', maybeThere: true }],
    ['is another connection’s', { connectionId: 'k2' as ConnectionId }],
  ])('leaves alone what %s', async (_, row) => {
    const { wake, dueAt } = await world(row);
    expect(await wake()).toEqual({ jobs: [] });
    expect(await dueAt(0)).toBe(row.dueAt ?? later);
  });

  it('wakes nobody once it is paused again', async () => {
    const { wake, dueAt, connection } = await world({});
    connection.state = 'paused';
    expect(await wake()).toEqual({ jobs: [] });
    expect(await dueAt(0)).toBe(later);
  });

  it('goes through many a page at a time, and meets each once', async () => {
    const { wake } = await world(...Array.from({ length: 230 }, () => ({})));
    const first = await wake();
    expect(first.jobs).toHaveLength(100);
    const second = await wake(first.next);
    const third = await wake(second.next);
    expect(third).toMatchObject({ jobs: { length: 30 } });
    expect(third.next).toBeUndefined();
    const met = [first, second, third].flatMap(({ jobs }) => jobs.map(({ registration }) => registration));
    expect(new Set(met).size).toBe(230);
  });

  it('leaves to a worker that was faster when its enrolment is due', async () => {
    const { wake, deps, dueAt } = await world({}, {});
    const { listOfConnection, move } = deps.providerEnrolments;
    Object.assign(deps.providerEnrolments, {
      listOfConnection: async (...given: Parameters<typeof listOfConnection>) => {
        const page = await listOfConnection(...given);
        const [read] = page.enrolments.filter(({ registration }) => registration === nameOf(0));
        if (read) await move({ before: read, after: { ...read, rev: 2, dueAt: '2026-03-02T01:10:00.000Z' } });
        return page;
      },
    });
    expect((await wake()).jobs).toEqual([{ kind: 'enrol', connectionId, registration: nameOf(1) }]);
    expect(await dueAt(0)).toBe('2026-03-02T01:10:00.000Z');
  });
});
