import { annualPlanMovedSchema } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import type { AnnualPlan } from '../plan.ts';
import { planItemOf, planOf } from '../testing/index.ts';
import { annualPlanFacts } from './facts.ts';
import { toPlanRow } from './plan-store.ts';

const rowOf = toPlanRow;
const at = '2026-11-30T02:00:00.000Z';

it('each step of a plan is told once, under one id, and a change of its items is not', () => {
  const draft = planOf();
  const proposed: AnnualPlan = {
    ...draft,
    state: 'proposed',
    steps: [...draft.steps, { to: 'proposed', at, by: 'budi' as PersonId }],
  };
  const begun = annualPlanFacts({ after: rowOf(draft) });
  const moved = annualPlanFacts({ before: rowOf(draft), after: rowOf(proposed) });
  const all = [...begun, ...moved];
  expect(all).toEqual(all.map((fact) => annualPlanMovedSchema.parse(fact)));
  expect(all.map(({ to, by }) => [to, by])).toEqual([
    ['draft', 'rina'],
    ['proposed', 'budi'],
  ]);
  expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(2);
  expect(annualPlanFacts({ after: rowOf(proposed) }).map(({ eventId }) => eventId)).toEqual(
    all.map(({ eventId }) => eventId),
  );
  expect(annualPlanFacts({ before: rowOf(draft), after: rowOf({ ...draft, items: 1, rev: 1 }) })).toEqual([]);
  expect(annualPlanFacts({ before: rowOf(draft) })).toEqual([]);
  const item = { pk: 'x', sk: 'y', kind: 'annual-plan-item', ...planItemOf() };
  expect(annualPlanFacts({ after: item })).toEqual([]);
});

it('tells where a step came from, how it was decided, and that one was taken back', () => {
  const draft = planOf();
  const agreed: AnnualPlan = {
    ...draft,
    steps: [
      ...draft.steps,
      { to: 'proposed', at, by: 'budi' as PersonId },
      { to: 'agreed', at, by: 'kepala' as PersonId, way: 'in-person' },
      { to: 'proposed', at, by: 'kepala' as PersonId, undone: true },
    ],
  };
  const told = annualPlanFacts({ after: rowOf(agreed) }).map((fact) => annualPlanMovedSchema.parse(fact));
  expect(told.map(({ from, to, way, undone }) => [from, to, way, undone])).toEqual([
    [undefined, 'draft', undefined, undefined],
    ['draft', 'proposed', undefined, undefined],
    ['proposed', 'agreed', 'in-person', undefined],
    ['agreed', 'proposed', undefined, true],
  ]);
});
