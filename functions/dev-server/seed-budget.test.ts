import { listLines } from '@sinau/budget';
import { memoryBudgetStore } from '@sinau/budget/testing';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import type { Seeded } from './seed/index.ts';
import { seedBudget } from './seed-budget.ts';

it('the seeded agency has lines with money in every state, however often it is seeded', async () => {
  const desk = { budgets: memoryBudgetStore(), clock: fixedClock(), ids: countedIds() };
  const agencyId = 'badan' as AgencyId;
  const admin = { personId: 'rina' as PersonId, name: 'Rina', role: 'agency-admin' };
  const seeded = { tenants: { agency: { kind: 'agency', agencyId } }, people: [admin] } as unknown as Seeded;
  await seedBudget(desk, seeded);
  await seedBudget(desk, seeded);
  const year = desk.clock.now().getUTCFullYear();
  const principal = {
    ...{ kind: 'person' as const, personId: admin.personId, name: 'Rina', agencyId },
    roles: ['agency-admin' as const],
  };
  const found = await listLines(desk, { principal, year });
  expect(found.map(({ code, reserved, spent }) => [code, reserved, spent])).toEqual([
    ['522151', 0, 5_400_000],
    ['522191', 0, 0],
    ['524113', 18_500_000, 0],
  ]);
  expect(await desk.budgets.unitCosts(agencyId)).toHaveLength(1);
});
