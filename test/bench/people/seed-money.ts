import type { ItemId } from '@sinau/annual-plan';
import { createPlanStore } from '@sinau/annual-plan/dynamo';
import { planItemOf, planOf } from '@sinau/annual-plan/testing';
import { addUnitCost, bookByHand, openLine } from '@sinau/budget';
import { createBudgetStore } from '@sinau/budget/dynamo';
import { createCountStore } from '@sinau/competency/dynamo';
import { addService, elementCodes, planSurvey } from '@sinau/feedback';
import { createAnswerStore, createServiceStore } from '@sinau/feedback/dynamo';
import type { AgencyId, Clock, Ids, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';

interface To {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly clock: Clock;
  readonly ids: Ids;
}

const [lines, bookings, items, services, answers] = [100, 5, 300, 30, 12];
const year = 2026;

/** A year of money of an agency, its plan, what assessments have closed, and surveys of its services: what indicators ask beside people. */
export async function seedMoney(to: To, agencyId: AgencyId): Promise<void> {
  const principal: PersonPrincipal = {
    ...{
      kind: 'person',
      personId: 'bench-admin' as PersonId,
      name: 'Admin',
      roles: ['agency-admin'],
      agencyId,
    },
  };
  await seedLines(to, principal);
  await seedPlan(to, agencyId);
  await seedGaps(to, agencyId);
  for (let n = 0; n < services; n += 1) await seedService(to, principal, n);
}

async function seedLines(to: To, principal: PersonPrincipal): Promise<void> {
  const deps = { ...to, budgets: createBudgetStore(to) };
  const cost = { code: 'classroom-jp', title: 'Tatap muka', unit: 'jp', amount: 90_000 } as const;
  const request = { ...cost, basis: 'Kontrak', verified: true, from: '2026-01-01' };
  await addUnitCost(deps, { principal, request });
  for (let n = 0; n < lines; n += 1) {
    const line = {
      year,
      code: `DL.${n}`,
      title: `Diklat ${n}`,
      source: 'apbn',
      ceiling: 900_000_000,
    } as const;
    const { lineId } = await openLine(deps, { principal, request: line });
    for (let m = 0; m < bookings; m += 1) {
      const grounds = { reason: 'Pelatihan', evidence: `SPK-${n}-${m}` };
      const spent = { kind: 'spent', amount: 90_000_000, people: 40, jp: 80_000 } as const;
      await bookByHand(deps, { principal, lineId, request: { ...spent, ...grounds } });
    }
  }
}

async function seedPlan(to: To, agencyId: AgencyId): Promise<void> {
  const at = { agencyId, year, lot: 'bench' };
  const all = Array.from({ length: items }, (_, n) =>
    planItemOf({ ...at, itemId: `i-${n}` as ItemId, budgetLine: `DL.${n % 60}` }),
  );
  await createPlanStore(to).begin(planOf({ ...at, state: 'set', items }), all);
}

async function seedGaps(to: To, agencyId: AgencyId): Promise<void> {
  const counts = createCountStore(to);
  for (let n = 0; n < 64; n += 1) {
    const day = `${year}-05-04`;
    const closed = { agencyId, year, day, points: 40, changes: 30, closings: [] };
    await counts.replace({ personId: `bench-assessed-${n}` as PersonId, rev: 0, tallies: [], closed });
  }
}

async function seedService(to: To, principal: PersonPrincipal, n: number): Promise<void> {
  const stores = { services: createServiceStore(to), answers: createAnswerStore(to) };
  const service = await addService({ ...stores, ...to }, { principal, request: { name: `Layanan ${n}` } });
  for (const from of ['2025-03-01', '2026-03-01']) {
    const survey = await planSurvey(
      { ...stores, ...to },
      {
        principal,
        serviceId: service.serviceId,
        request: { from, to: `${from.slice(0, 8)}28`, swapped: false },
      },
    );
    for (let answer = 0; answer < answers; answer += 1) {
      const score = 1 + ((answer + n) % 4);
      const scores = Object.fromEntries(elementCodes.map((code) => [code, score])) as never;
      const formId = `bench-${n}-${from}-${answer}`;
      await stores.answers.keep({ ...survey, formId, day: from, scores }, { formEndsAt: 2_000_000_000 });
    }
  }
}
