import type { TransactItem } from '@sinau/platform/dynamo';
import { type Charge, type CostLine, chargeEffects } from '../charge.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Step } from '../ports.ts';
import { lineEffects, type SeatBudget } from '../seat-budget.ts';
import { balanceKey, lineKey } from './keys.ts';
import type { StepItem } from './step-items.ts';

/** What a step binds of a line of the agency's budget, or frees, and who waits for it; the line comes first. */
export async function budgetItems(
  step: Step,
  budget: Pick<SeatBudget, 'moving'>,
): Promise<readonly StepItem[]> {
  const items: StepItem[] = [];
  for (const effects of lineEffects(step, momentOf(step))) {
    // Made by DynamoDB adapters alone (kernel's AtomicCompanion).
    const writes = (await budget.moving(effects)).writes as readonly TransactItem[];
    const otherwise = effects.rule === 'needed' ? 'budget-free' : effects.rule ? 'budget-full' : 'changed';
    items.push(...writes.map((item, n): StepItem => ({ item, otherwise: n === 0 ? otherwise : 'changed' })));
  }
  return items;
}

const momentOf = ({ after }: Step): string =>
  after.state === 'active' ? after.enrolledAt : (after.cancelledAt ?? after.enrolledAt);

/** The line of what a step costs, and the sums that it changes. */
export function chargeItems(step: Step, table: string): readonly StepItem[] {
  const { before, after } = step;
  const at = momentOf(step);
  return costItems({ before: before?.charge, after: after.charge, enrolment: after, at }, table).map(
    (item) => ({ item, otherwise: 'changed' }),
  );
}

export function costItems(
  change: {
    readonly before: Charge | undefined;
    readonly after: Charge | undefined;
    readonly enrolment: Pick<Enrolment, 'registration' | 'courseId'>;
    readonly at: string;
  },
  table: string,
): readonly TransactItem[] {
  const { before, after, enrolment, at } = change;
  const effects = chargeEffects(before, after);
  if (!effects || !after || after.price === 0) return [];
  const { agencyId, year, providerId, payer, price: amount, state: kind } = after;
  const { courseId, registration } = enrolment;
  const line: CostLine = { agencyId, year, providerId, courseId, registration, payer, kind, amount, at };
  const { reserved, committed, spent } = effects.sums;
  return [
    // One line of a kind a registration: what changes the charge names the state it has read.
    { kind: 'put', table, item: { ...lineKey(line), ...line, kind: 'cost-line', change: kind } },
    {
      kind: 'update',
      table,
      key: balanceKey(after, courseId),
      update:
        'SET providerId = :provider, courseId = :course, payer = :payer ADD reserved :reserved, committed :committed, spent :spent',
      values: {
        ...{ ':provider': providerId, ':course': courseId, ':payer': payer },
        ...{ ':reserved': reserved, ':committed': committed, ':spent': spent },
      },
    },
  ];
}
