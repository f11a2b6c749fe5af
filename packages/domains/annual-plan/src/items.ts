import type { AgencyId, Clock, FieldIssue, Ids } from '@sinau/kernel';
import { ownPlan, type PlanAt } from './authority.ts';
import { ItemWrong, PlanChanged, PlanFull, PlanNotFound, PlanShut, SignalTaken } from './errors.ts';
import { findSignal, type SignalDeps } from './list-signals.ts';
import type { AnnualPlan, Lot } from './plan.ts';
import type { ItemId, ItemRequest, PlanItem } from './plan-item.ts';
import type { FormDirectory, PlanStore, UnitDirectory } from './ports.ts';

interface Deps {
  readonly plans: PlanStore;
  readonly forms: FormDirectory;
  readonly units: UnitDirectory;
  readonly clock: Clock;
}

/** One more item of a draft, for a signal that no other item of it answers; it keeps what the signal says today. */
export async function addItem(
  deps: Deps & Omit<SignalDeps, 'plans'> & { readonly ids: Ids },
  input: PlanAt & { readonly signalId: string; readonly request: ItemRequest },
): Promise<PlanItem> {
  const { request, signalId } = input;
  const plan = await openPlan(deps, input);
  await requireFitting(deps, plan, request);
  const { basis, state } = await findSignal(deps, { ...plan, signalId });
  if (state === 'taken') throw new SignalTaken();
  // Somebody has decided not to follow it: that is taken back first.
  if (state === 'aside') throw new PlanChanged();
  const itemId = deps.ids.uuid() as ItemId;
  const need = { signalId, basis, at: deps.clock.now().toISOString() };
  return write(deps, input, { ...placeOf(plan), ...{ itemId, need, ...request, rev: 0 } });
}

/** An item of a draft, whole; its need stays. `rev`: as it was read. */
export async function changeItem(
  deps: Deps,
  input: PlanAt & { readonly itemId: ItemId; readonly request: ItemRequest; readonly rev: number },
): Promise<PlanItem> {
  const plan = await openPlan(deps, input);
  const found = await itemOf(deps, plan, input.itemId);
  await requireFitting(deps, plan, input.request);
  const { itemId, need } = found;
  return write(deps, input, { ...placeOf(plan), ...{ itemId, need, ...input.request, rev: input.rev } });
}

/** Takes an item out of a draft; what it answered is open again. */
export async function removeItem(
  deps: Pick<Deps, 'plans'>,
  input: PlanAt & { readonly itemId: ItemId },
): Promise<void> {
  const plan = await openPlan(deps, input);
  const outcome = await deps.plans.removeItem(
    await itemOf(deps, plan, input.itemId),
    input.principal.personId,
  );
  if (outcome === 'shut') throw new PlanShut();
  if (outcome === 'conflict') throw new PlanChanged();
}

async function openPlan(deps: Pick<Deps, 'plans'>, at: PlanAt): Promise<AnnualPlan> {
  const plan = await ownPlan(deps, at);
  if (plan.state !== 'draft') throw new PlanShut();
  return plan;
}

async function itemOf({ plans }: Pick<Deps, 'plans'>, plan: AnnualPlan, itemId: ItemId): Promise<PlanItem> {
  const found = await plans.findItem(plan, itemId);
  if (!found) throw new PlanNotFound();
  return found;
}

const placeOf = ({ agencyId, year, version, lot }: AnnualPlan): Lot => ({ agencyId, year, version, lot });

async function write(
  { plans, clock }: Deps,
  { principal }: PlanAt,
  item: Omit<PlanItem, 'changedBy' | 'changedAt'>,
): Promise<PlanItem> {
  const next = { ...item, changedBy: principal.personId, changedAt: clock.now().toISOString() };
  const outcome = await plans.saveItem(next);
  if (outcome === 'full') throw new PlanFull();
  if (outcome === 'shut') throw new PlanShut();
  if (outcome === 'taken') throw new SignalTaken();
  if (outcome === 'conflict') throw new PlanChanged();
  return { ...next, rev: next.rev + 1 };
}

/** Days of the plan's year, forms that rules count, units that there are. Rejects with `ItemWrong`. */
async function requireFitting(
  { forms, units }: Pick<Deps, 'forms' | 'units'>,
  { agencyId, year }: AnnualPlan,
  request: ItemRequest,
): Promise<void> {
  const { from, to, form, alternative, unitIds } = request;
  const isOfYear = (day: string) => day.startsWith(`${year}-`);
  const [known, knownAlternative, missing] = await Promise.all([
    forms.has(form, agencyId, to),
    alternative ? forms.has(alternative.form, agencyId, to) : true,
    missingOf(units, agencyId, unitIds),
  ]);
  const issues: readonly FieldIssue[] = [
    ...(isOfYear(from) ? [] : [{ path: '/from', message: 'is not of the plan’s year' }]),
    ...(isOfYear(to) ? [] : [{ path: '/to', message: 'is not of the plan’s year' }]),
    ...(known ? [] : [{ path: '/form', message: 'is no form of the JP table' }]),
    ...(knownAlternative ? [] : [{ path: '/alternative/form', message: 'is no form of the JP table' }]),
    ...(missing.length === 0 ? [] : [{ path: '/unitIds', message: 'names a unit that there is not' }]),
  ];
  if (issues.length > 0) throw new ItemWrong(issues);
}

async function missingOf(
  units: UnitDirectory,
  agencyId: AgencyId,
  unitIds: readonly string[],
): Promise<readonly string[]> {
  if (unitIds.length === 0) return [];
  const known = new Set((await units.unitsOf(agencyId)).map(({ unitId }) => unitId));
  return unitIds.filter((unitId) => !known.has(unitId));
}
