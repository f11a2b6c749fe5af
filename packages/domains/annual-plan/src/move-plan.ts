import { type Clock, localDateOf } from '@sinau/kernel';
import { ownPlan, type PlanAt } from './authority.ts';
import { ItemWrong, PlanChanged, PlanIncomplete, PlanShut } from './errors.ts';
import { type AnnualPlan, type MoveRequest, type PlanStep, stateAfter } from './plan.ts';
import { lacksAlternative } from './plan-item.ts';
import type { PlanStore } from './ports.ts';

interface Deps {
  readonly plans: PlanStore;
  readonly clock: Clock;
}

/**
 * One step of a plan, kept with who recorded it. `rev`: as it was read, so that nobody proposes or sets what they have not seen. Setting a
 * later version replaces the one before in the same write.
 */
export async function movePlan(
  deps: Deps,
  input: PlanAt & { readonly request: MoveRequest; readonly rev: number },
): Promise<AnnualPlan> {
  const { principal, request, rev } = input;
  const plan = await ownPlan(deps, input);
  if (plan.rev !== rev) throw new PlanChanged();
  const to = stateAfter(plan.state, request.move);
  if (to === undefined) throw new PlanShut();
  if (request.move === 'propose') await requireWhole(deps, plan);
  requirePast(deps.clock, request);
  const step: PlanStep = {
    ...{ to, at: deps.clock.now().toISOString(), by: principal.personId },
    ...('reason' in request && { reason: request.reason }),
    ...('decision' in request && { decision: request.decision }),
  };
  const next = after(plan, step);
  const replaced = to === 'set' ? await predecessorOf(deps, plan) : undefined;
  const outcome = await deps.plans.move(next, replaced && after(replaced, { ...withoutDecision(step) }));
  if (outcome === 'conflict') throw new PlanChanged();
  return { ...next, rev: rev + 1 };
}

const after = (plan: AnnualPlan, step: PlanStep): AnnualPlan => ({
  ...plan,
  state: step.to,
  steps: [...plan.steps, step],
});

const withoutDecision = ({ at, by }: PlanStep): PlanStep => ({ to: 'replaced', at, by });

/** The version in force, where there is one. */
async function predecessorOf(
  { plans }: Pick<Deps, 'plans'>,
  plan: AnnualPlan,
): Promise<AnnualPlan | undefined> {
  if (plan.version === 1) return undefined;
  const before = await plans.find({ ...plan, version: plan.version - 1 });
  if (before?.state !== 'set') throw new PlanChanged();
  return before;
}

async function requireWhole({ plans }: Pick<Deps, 'plans'>, plan: AnnualPlan): Promise<void> {
  const items = await plans.items(plan);
  const lacking = items.filter(lacksAlternative);
  if (items.length > 0 && lacking.length === 0) return;
  throw new PlanIncomplete(
    lacking.map(({ itemId }) => ({ path: `/items/${itemId}`, message: 'has no cheaper form' })),
  );
}

/** A letter has a day that has come, in western Indonesia. */
function requirePast(clock: Clock, request: MoveRequest): void {
  if (!('decision' in request) || request.decision.on === undefined) return;
  if (request.decision.on <= localDateOf(clock.now().getTime(), 'Asia/Jakarta')) return;
  throw new ItemWrong([{ path: '/decision/on', message: 'is yet to come' }]);
}
