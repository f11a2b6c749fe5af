import type { Clock } from '@sinau/kernel';
import { ownPlan, type PlanAt } from './authority.ts';
import { ItemWrong, LearningLinked, PlanChanged, PlanFull, PlanNotFound } from './errors.ts';
import { mostLinks, mostSpent, type PlanLink } from './link.ts';
import type { ItemId } from './plan-item.ts';
import type { LearningDirectory, LinkStore, PlanStore } from './ports.ts';
import type { HeldLearning } from './realised.ts';

interface Deps {
  readonly plans: Pick<PlanStore, 'find' | 'findItem'>;
  readonly links: LinkStore;
  readonly learnings: LearningDirectory;
  readonly clock: Clock;
}

type Where = PlanAt & { readonly itemId: ItemId; readonly learning: HeldLearning };

/** Rejects with `PlanNotFound` where the plan has no such item. */
export async function requireItem(
  { plans }: Pick<Deps, 'plans'>,
  at: PlanAt & { readonly itemId: ItemId },
): Promise<void> {
  const plan = await ownPlan({ plans }, at);
  if (!(await plans.findItem(plan, at.itemId))) throw new PlanNotFound();
}

/** Says that a course or an event of one's agency is held for an item, or what it has cost. A plan that was set takes links: they change nothing of it. */
export async function linkLearning(
  deps: Deps,
  input: Where & { readonly spent?: number },
): Promise<PlanLink> {
  const { principal, year, itemId, learning, spent } = input;
  const { agencyId } = await ownPlan(deps, input);
  await requireItem(deps, input);
  if (spent !== undefined && !(Number.isSafeInteger(spent) && spent >= 0 && spent <= mostSpent)) {
    throw new ItemWrong([{ path: '/spent', message: 'must be whole rupiah' }]);
  }
  const place = { agencyId, year, ...learning };
  const all = await deps.links.list({ agencyId, year });
  const existing = all.find((one) => one.kind === learning.kind && one.learningId === learning.learningId);
  if (existing && existing.itemId !== itemId) throw new LearningLinked();
  if (!existing) {
    if (all.length >= mostLinks) throw new PlanFull();
    if ((await deps.learnings.titleOf(agencyId, learning)) === undefined) {
      throw new ItemWrong([{ path: '/learningId', message: 'is no course or event of the agency' }]);
    }
  }
  const at = deps.clock.now().toISOString();
  const link: PlanLink = {
    ...{ ...place, itemId, by: principal.personId, at, rev: existing?.rev ?? 0 },
    ...(spent !== undefined && { spent }),
  };
  if ((await deps.links.save(link)) === 'conflict') throw new PlanChanged();
  return { ...link, rev: link.rev + 1 };
}

/** Takes a link back; what was learned stays as it is. */
export async function unlinkLearning(
  deps: Pick<Deps, 'plans' | 'links'>,
  { itemId, learning, ...at }: Where,
): Promise<void> {
  const { agencyId, year } = await ownPlan(deps, at);
  const found = (await deps.links.list({ agencyId, year })).find(
    (one) => one.itemId === itemId && one.kind === learning.kind && one.learningId === learning.learningId,
  );
  if (!found) throw new PlanNotFound();
  if ((await deps.links.remove(found)) === 'conflict') throw new PlanChanged();
}
