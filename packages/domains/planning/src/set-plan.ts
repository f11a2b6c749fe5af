import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { PlanChanged } from './errors.ts';
import type { PlanRequest } from './plan.ts';
import type { PlanningStore } from './ports.ts';

interface Deps {
  readonly plans: PlanningStore;
  readonly clock: Clock;
}

/** Days and minutes of a person's own weeks from now on. `rev`: as it was shown, 0 for none. */
export async function setPlan(
  { plans, clock }: Deps,
  input: { readonly principal: PersonPrincipal; readonly request: PlanRequest; readonly rev: number },
): Promise<void> {
  const { principal, request, rev } = input;
  const { days, minutes } = request;
  const plan = { personId: principal.personId, days, minutes, changedAt: clock.now().toISOString(), rev };
  if ((await plans.save(plan)) === 'conflict') throw new PlanChanged();
}

/** Gives the plan up, or takes it up again. What is so already stays as it is. */
export async function stopPlan(
  { plans, clock }: Deps,
  { principal, stopped }: { readonly principal: PersonPrincipal; readonly stopped: boolean },
): Promise<void> {
  const found = await plans.find(principal.personId);
  if (!found || (found.stopped === true) === stopped) return;
  const { stopped: _, ...plan } = found;
  const next = { ...plan, ...(stopped && { stopped: true as const }), changedAt: clock.now().toISOString() };
  if ((await plans.save(next)) === 'conflict') throw new PlanChanged();
}
