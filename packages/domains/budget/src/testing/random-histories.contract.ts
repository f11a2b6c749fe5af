import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookByHand, stepByHand } from '../book-by-hand.ts';
import type { BookingId, BookingState } from '../booking.ts';
import { type BudgetLine, boundOf, lineIdOf } from '../line.ts';
import { openLine, openOrCloseLine, readLine, setCeiling } from '../lines.ts';
import type { BudgetStore } from '../ports.ts';

const ids = ['b1', 'b2', 'b3', 'b4', 'b5'].map((id) => id as BookingId);
const bound = ['reserved', 'committed', 'spent'] as const;
const action = fc.oneof(
  fc.record({
    ...{ what: fc.constant('book' as const), bookingId: fc.constantFrom(...ids) },
    ...{ kind: fc.constantFrom(...bound), amount: fc.integer({ min: 1, max: 60 }) },
  }),
  fc.record({
    ...{ what: fc.constant('step' as const), bookingId: fc.constantFrom(...ids) },
    ...{ from: fc.constantFrom(...bound), to: fc.constantFrom('committed', 'spent', 'released') },
    amount: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    people: fc.nat(4),
  }),
  fc.record({ what: fc.constant('ceiling' as const), ceiling: fc.nat(120) }),
  fc.record({
    what: fc.constant('state' as const),
    state: fc.constantFrom('open' as const, 'closed' as const),
  }),
);
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;
/** Rounds of actions that run at the same time. */
const history = fc.array(fc.array(action, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

const grounds = { reason: 'Alasan uji', evidence: 'NO-1' };

/** Whatever staff do at the same time: nothing is bound beyond the ceiling, and counters are the sums of entries and bookings. */
export function randomBudgetHistories(adapter: string, open: () => Promise<BudgetStore>, runs: number): void {
  describe(`random histories of a budget line on ${adapter}`, () => {
    it('keep reserved + committed + spent within the ceiling, and every number what its list says', async () => {
      await fc.assert(
        fc.asyncProperty(history, async (rounds) => {
          const world = await createWorld(await open());
          for (const together of rounds) {
            await Promise.all(together.map(world.act));
            await world.check();
          }
        }),
        { numRuns: runs },
      );
    }, 120_000);
  });
}

async function createWorld(budgets: BudgetStore) {
  const agencyId = randomUUID() as AgencyId;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: 'admin' as PersonId, name: 'Admin', roles: ['agency-admin'], agencyId },
  };
  let ms = Date.UTC(2026, 2, 2);
  const clock = {
    now: () => {
      ms += 1;
      return new Date(ms);
    },
  };
  const deps = { budgets, clock, ids: { uuid: () => randomUUID(), token: () => randomUUID() } };
  const lineId = lineIdOf(2026, 'DL');
  const request = { year: 2026, code: 'DL', title: 'Diklat', source: 'apbd', ceiling: 100 } as const;
  await openLine(deps, { principal, request });
  const where = { principal, lineId };

  async function run(one: Action): Promise<unknown> {
    if (one.what === 'book') {
      const { kind, amount, bookingId } = one;
      return bookByHand(deps, { ...where, bookingId, request: { kind, amount, ...grounds } });
    }
    if (one.what === 'step') {
      const { from, to, amount, people, bookingId } = one;
      const asked = {
        from,
        to,
        people,
        jp: people * 100,
        ...grounds,
        ...(amount !== undefined && { amount }),
      };
      return stepByHand(deps, {
        ...where,
        bookingId,
        request: asked as Parameters<typeof stepByHand>[1]['request'],
      });
    }
    const { rev } = await readLine(deps, where);
    if (one.what === 'ceiling')
      return setCeiling(deps, { ...where, request: { rev, ceiling: one.ceiling, ...grounds } });
    return openOrCloseLine(deps, { ...where, request: { rev, state: one.state, ...grounds } });
  }

  async function checkBookings(line: BudgetLine): Promise<void> {
    const found = await Promise.all(ids.map((id) => budgets.findBooking(line, id)));
    const all = found.filter((one) => one !== undefined);
    const sumOf = (state: BookingState, what: 'amount' | 'people' | 'jp') =>
      all.filter((one) => one.state === state).reduce((sum, one) => sum + one[what], 0);
    for (const state of bound) expect(line[state]).toBe(sumOf(state, 'amount'));
    expect([line.people, line.jp]).toEqual([sumOf('spent', 'people'), sumOf('spent', 'jp')]);
    expect(line.running).toBe(sumOf('reserved', 'people') + sumOf('committed', 'people'));
  }

  return {
    /** Refusals are outcomes here; what counts is the state they leave. */
    act: async (one: Action) => {
      await run(one).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error)) throw error;
      });
    },
    async check() {
      const line = await readLine(deps, where);
      expect(boundOf(line)).toBeLessThanOrEqual(line.ceiling);
      expect(line.room).toBe(line.ceiling - boundOf(line));
      const { entries } = await budgets.listEntries(line, { limit: 1_000 });
      for (const state of bound)
        expect(line[state]).toBe(entries.reduce((sum, { sums }) => sum + sums[state], 0));
      expect(line.ceiling).toBe(entries.reduce((sum, { ceiling }) => sum + ceiling, 0));
      await checkBookings(line);
    },
  };
}
