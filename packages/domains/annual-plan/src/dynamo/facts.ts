import type { AnnualPlanMoved } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { planRow } from './rows.ts';

/** What one change of a row tells; the table's stream is the outbox. Steps are never taken out, so each is told under one id. */
export function annualPlanFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly AnnualPlanMoved[] {
  const { before, after } = change;
  if (after?.kind !== 'annual-plan') return [];
  const { agencyId, year, version, steps, createdAt } = planRow.parse(after);
  const known = before ? planRow.parse(before).steps.length : 0;
  // A draft that was removed and begun anew is another one.
  const plan = `${agencyId}:${year}:${version}:${createdAt}`;
  return steps.slice(known).map(({ to, at, by, way, undone }, index) => {
    const from = steps[known + index - 1]?.to;
    return {
      eventId: `annual-plan-moved:${plan}:${known + index + 1}`,
      ...{ type: 'annual-plan-moved', occurredAt: at, agencyId, year, version, to, by },
      ...{ ...(from && { from }), ...(way && { way }), ...(undone && { undone }) },
    };
  });
}
