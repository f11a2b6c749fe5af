import { memoryBudget } from '@sinau/budget/testing';
import { memoryCosts, memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { AgencyId, ClientPrincipal, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addBudgetRoutes } from './budget-routes.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const everything: readonly Scope[] = ['budget/read', 'budget/write'];
const grounds = { reason: 'Honor narasumber', evidence: 'SPK-12/2026' };

/** What these tests look at of an answer. */
interface Answer {
  readonly code: string;
  readonly detail: string;
  readonly lines: readonly object[];
  readonly entries: readonly { readonly kind: string }[];
  readonly indicators: readonly { readonly name: string; readonly figures: readonly object[] }[];
}

function world() {
  const [clock, ids, costs] = [fixedClock(), countedIds(), memoryCosts()];
  const { budgets, seats } = memoryBudget();
  const plans = { list: async () => [], items: async () => [] };
  const learnings = {
    titleOf: async (agencyId: AgencyId, { learningId }: { readonly learningId: string }) =>
      agencyId === 'bkd' && learningId === 'e1' ? { id: 'Seminar' } : undefined,
  };
  const nobody = { people: 0, met: 0, below: 0, jp: 0 };
  const desk = {
    ...{ budgets, seats },
    sources: {
      peopleOf: async (_agency: AgencyId, year: number) =>
        year === 2026 ? { people: 10, met: 6, below: 4, jp: 20_000 } : nobody,
      dutiesOf: async () => ({ people: 4, enrolled: 4, finished: 2 }),
      seatsOf: async () => ({ seats: 0, used: 0 }),
      eventSeatsOf: async () => ({ seats: 0, used: 0 }),
      gapsClosed: async () => ({ points: 0, changes: 0 }),
      trainingOf: async () => undefined,
      servicesOf: async () => [],
    },
  };
  const open = (scopes = everything, agencyId = 'bkd' as AgencyId) => {
    const principal: ClientPrincipal = {
      ...{ kind: 'client', clientId: 'k1', name: 'Simda', scopes, tenant: { kind: 'agency', agencyId } },
    };
    const app = createHttpApp({
      ...{ name: 'api', log: silent, clock, ids, authenticate: async () => principal },
      readings: { note: async () => undefined },
    });
    addBudgetRoutes(app, {
      ...{ clock, ids, signer: hmacSigner('x'.repeat(32)), budget: async () => desk, quotas: costs.store },
      enrolments: memoryEnrolmentStore({ costs, budget: seats }),
      courses: {} as never,
      annualPlan: async () => ({ plans, learnings }) as never,
    });
    return async (method: string, path: string, sent?: object) => {
      const response = await app.hono.request(`http://localhost/api/${path}`, {
        ...{ method, headers: { 'content-type': 'application/json' } },
        ...(sent && { body: JSON.stringify(sent) }),
      });
      return { status: response.status, body: (await response.json()) as Answer };
    };
  };
  return { open };
}

const line = { year: 2026, code: 'DL.1', title: 'Diklat', source: 'apbd', ceiling: 1_000_000 };

describe('budgets for machines of an agency', () => {
  it('open a line, bind money once, and go on step by step; each number has its list', async () => {
    const ask = world().open();
    expect(await ask('POST', 'budget/lines', line)).toMatchObject({
      status: 201,
      body: { lineId: '2026.DL.1' },
    });
    expect((await ask('POST', 'budget/lines', line)).status).toBe(409);
    const bookingId = '8f0f6a0e-0d3f-4d38-9a3f-0b1a1c6a7f10';
    const booking = { bookingId, kind: 'committed', amount: 400_000, ...grounds };
    for (const _ of [1, 2])
      expect((await ask('POST', 'budget/lines/2026.DL.1/bookings', booking)).status).toBe(201);
    const step = { from: 'committed', to: 'spent', amount: 300_000, people: 10, jp: 40.5, ...grounds };
    const steps = `budget/lines/2026.DL.1/bookings/${bookingId}/steps`;
    expect(await ask('POST', steps, step)).toMatchObject({ status: 200, body: { state: 'spent', jp: 40.5 } });
    expect(await ask('POST', steps, step)).toMatchObject({ status: 409, body: { code: 'budget.changed' } });
    expect((await ask('GET', 'budget/lines?year=2026')).body).toMatchObject({
      lines: [{ committed: 0, spent: 300_000, room: 700_000, people: 10, jp: 40.5 }],
    });
    expect((await ask('GET', 'budget/lines/2026.DL.1/bookings?state=spent')).body).toMatchObject({
      bookings: [{ bookingId, cause: { kind: 'hand' } }],
    });
    const { body } = await ask('GET', 'budget/lines/2026.DL.1/entries');
    expect(body.entries.map(({ kind }) => kind).toSorted()).toEqual(['committed', 'opened', 'spent']);
    expect(JSON.stringify(body)).not.toContain('agencyId');
  });

  it('say what money is bound for: an event of the agency or an item of its plan, and nothing else', async () => {
    const ask = world().open();
    await ask('POST', 'budget/lines', line);
    const booking = { kind: 'spent', amount: 1_000, ...grounds };
    const path = 'budget/lines/2026.DL.1/bookings';
    const purpose = { kind: 'event', id: 'e1' };
    expect(await ask('POST', path, { ...booking, purpose })).toMatchObject({
      ...{ status: 201, body: { cause: { kind: 'hand', purpose } } },
    });
    for (const wrong of [
      { kind: 'event', id: 'e2' },
      { kind: 'plan-item', id: 'e1' },
      { kind: 'course', id: 'e1' },
    ]) {
      expect((await ask('POST', path, { ...booking, purpose: wrong })).status).toBe(400);
    }
  });

  it('say what is wrong: no room, a low ceiling, a wrong page token', async () => {
    const ask = world().open();
    await ask('POST', 'budget/lines', line);
    const booking = { kind: 'reserved', amount: 1_000_001, ...grounds };
    const refused = await ask('POST', 'budget/lines/2026.DL.1/bookings', booking);
    expect(refused).toMatchObject({ status: 409, body: { code: 'budget.no-room' } });
    expect(refused.body.detail).toContain('Rp1000000 are left');
    await ask('POST', 'budget/lines/2026.DL.1/bookings', { ...booking, amount: 500_000 });
    const low = { rev: 1, ceiling: 499_999, ...grounds };
    expect((await ask('PUT', 'budget/lines/2026.DL.1/ceiling', low)).body.code).toBe(
      'budget.ceiling-too-low',
    );
    expect((await ask('GET', 'budget/lines/2026.DL.1/entries?pageToken=xx')).status).toBe(400);
    expect(
      (await ask('POST', 'budget/lines/2026.DL.1/bookings', { ...booking, state: 'spent' })).status,
    ).toBe(400);
  });

  it('C2: tell another agency nothing, and let nobody in without the scope', async () => {
    const { open } = world();
    await open()('POST', 'budget/lines', line);
    const other = open(everything, 'lain' as AgencyId);
    expect((await other('GET', 'budget/lines/2026.DL.1')).status).toBe(404);
    expect((await other('GET', 'budget/lines?year=2026')).body.lines).toEqual([]);
    expect((await open(['budget/read'])('POST', 'budget/lines', line)).status).toBe(403);
  });

  it('P3: tell eleven indicators, and nothing of less than five people', async () => {
    const ask = world().open();
    const { body } = await ask('GET', 'budget/indicators?year=2026');
    expect(body.indicators).toHaveLength(11);
    const of = (name: string) => body.indicators.find((one) => one.name === name)?.figures ?? [];
    expect(of('coverage')).toEqual([{ of: 'met', unit: 'share', value: 0.6, from: 6, by: 10 }]);
    expect(of('average-jp')).toEqual([{ of: 'jp', unit: 'jp', value: 20, from: 200, by: 10 }]);
    expect(of('completion')[0]).toEqual({ of: 'duties', unit: 'share', lack: 'small' });
  });
});
