import { noDetails } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { createTrainingResults } from './training-results.ts';

const agencyId = 'bkn' as AgencyId;
type Deps = Parameters<typeof createTrainingResults>[0];

function world(over: { readonly met?: number; readonly people?: number; readonly paid?: number } = {}) {
  const { met = 0, people = 25, paid = 12 } = over;
  const clock = fixedClock('2026-11-10T01:00:00.000Z');
  const reads: string[] = [];
  const sums = new Map([
    ['course:data', { people, jp: 10_000 }],
    ['course:gone', { people: 40, jp: 10_000 }],
    ['course:few', { people: 9, jp: 900 }],
    ['event:seminar', { people: 14, jp: 5_600 }],
    ['elsewhere:item', { people: 99, jp: 9_900 }],
  ]);
  const deps = {
    compliance: {
      countsOf: async ({ year }: { readonly year: number }) => {
        reads.push(String(year));
        return year === 2026 ? new Map([['u1', { people: 80, met, below: 5, jp: 123_456 }]]) : new Map();
      },
    },
    realised: { sums: async ({ year }: { readonly year: number }) => (year === 2026 ? sums : new Map()) },
    budgets: {
      list: async (_: AgencyId, year: number) =>
        year === 2026 ? [{ spent: 5_000_000 }, { spent: 2_500_000 }] : [],
      courseCosts: async (_: AgencyId, year: number) =>
        year === 2026 ? [{ people: 3 }, { people: paid }] : [],
    },
    courses: {
      find: async (courseId: string) => {
        reads.push(courseId);
        return courseId === 'gone' ? undefined : courseOf({ details: { ...noDetails, subject: 'data' } });
      },
    },
    clock,
  } as unknown as Deps;
  return { read: createTrainingResults(deps), clock, reads, deps };
}

describe('sums of what people of an agency have learned', () => {
  it('are of courses and events that ten people have learned, by topic and never by title', async () => {
    const { read, reads } = world();
    expect(await read(agencyId)).toEqual({
      asOf: '2026-11-10T01:00:00.000Z',
      years: [
        {
          ...{ year: 2026, jp: 123_000, spent: 8_000_000 },
          topics: [
            { topic: 'data', times: 25 },
            { topic: 'event', times: 10 },
          ],
        },
      ],
    });
    expect(reads).not.toContain('few');
  });

  it('hide hours while nothing says that ten people have learned, and rupiah of less than ten', async () => {
    const few = await world({ people: 9, paid: 9 }).read(agencyId);
    // Forty people of a course that is gone are people all the same.
    expect(few.years[0]).toMatchObject({ jp: 123_000, topics: [{ topic: 'event', times: 10 }] });
    expect(few.years[0]).not.toHaveProperty('spent');
  });

  it('are read once an hour, whoever asks how often, and stay as they were told', async () => {
    const { read, clock, reads } = world();
    const first = await read(agencyId);
    const count = reads.length;
    clock.advance(59 * 60_000);
    expect(await read(agencyId)).toBe(first);
    expect(reads).toHaveLength(count);
    clock.advance(60_000);
    expect((await read(agencyId)).asOf).toBe('2026-11-10T02:00:00.000Z');
    expect(reads).toHaveLength(2 * count);
  });

  it('are asked for again after a read that failed', async () => {
    const { deps } = world();
    let fails = true;
    const budgets = {
      ...deps.budgets,
      list: async () => {
        if (fails) throw new Error('away');
        return [];
      },
    };
    const read = createTrainingResults({ ...deps, budgets });
    await expect(read(agencyId)).rejects.toThrow('away');
    fails = false;
    expect((await read(agencyId)).years).toHaveLength(1);
  });
});
