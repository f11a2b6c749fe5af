import { type Clock, type Ids, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import { agencyOf, ownPlan, type PlanAt } from './authority.ts';
import { ItemWrong, PlanChanged, PlanExists, PlanFull, PlanShut } from './errors.ts';
import { type AnnualPlan, type Lot, reasonSchema } from './plan.ts';
import type { PlanStore } from './ports.ts';

interface Deps {
  readonly plans: PlanStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Of one year; nobody sets a plan anew every week. */
const mostVersions = 60;

/** Years that a plan can be begun for: this one (a late plan, or a system that comes late) and the two to come. */
export function yearsToPlan(now: Date): readonly number[] {
  const year = yearOf(localDateOf(now.getTime(), 'Asia/Jakarta'));
  return [year, year + 1, year + 2];
}

/** The first version for a year that has none. */
export async function beginPlan(
  { plans, clock, ids }: Deps,
  { principal, year }: { readonly principal: PersonPrincipal; readonly year: number },
): Promise<AnnualPlan> {
  const agencyId = agencyOf(principal);
  const now = clock.now();
  if (!yearsToPlan(now).includes(year))
    throw new ItemWrong([{ path: '/year', message: 'cannot be planned' }]);
  const plan = draftOf({ agencyId, year, version: 1, lot: ids.uuid() }, { principal, at: now.toISOString() });
  if ((await plans.begin(plan, [])) === 'conflict') throw new PlanExists();
  return { ...plan, rev: 1 };
}

/** A draft with the items of a plan that was set, which stays in force until this one is set. */
export async function beginVersion(
  { plans, clock, ids }: Deps,
  input: PlanAt & { readonly reason: string },
): Promise<AnnualPlan> {
  const { principal, year, version } = input;
  const reason = reasonSchema.parse(input.reason);
  const from = await ownPlan({ plans }, input);
  if (from.state !== 'set') throw new PlanShut();
  if (version >= mostVersions) throw new PlanFull();
  const items = await plans.items(from);
  const place = { agencyId: from.agencyId, year, version: version + 1, lot: ids.uuid() };
  const draft = draftOf(place, { principal, at: clock.now().toISOString(), reason });
  const plan: AnnualPlan = { ...draft, items: items.length };
  const copies = items.map((item) => ({ ...item, ...place, rev: 1 }));
  if ((await plans.begin(plan, copies, from)) === 'conflict') throw new PlanExists();
  return { ...plan, rev: 1 };
}

/** Takes away a draft that has no items. */
export async function removePlan({ plans }: Pick<Deps, 'plans'>, input: PlanAt): Promise<void> {
  const plan = await ownPlan({ plans }, input);
  if (plan.state !== 'draft' || plan.items > 0) throw new PlanShut();
  if ((await plans.remove(plan)) === 'conflict') throw new PlanChanged();
}

function draftOf(
  place: Lot,
  by: { readonly principal: PersonPrincipal; readonly at: string; readonly reason?: string },
): AnnualPlan {
  const { principal, at, reason } = by;
  const step = { to: 'draft' as const, at, by: principal.personId, ...(reason !== undefined && { reason }) };
  return {
    ...{ ...place, state: 'draft', steps: [step], items: 0, createdAt: at, rev: 0 },
    drafters: [principal.personId],
  };
}
