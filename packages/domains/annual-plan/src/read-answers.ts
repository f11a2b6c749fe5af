import type { AgencyId } from '@sinau/kernel';
import type { PlanItem } from './plan-item.ts';
import type { LinkStore, PlanStore, RealisedStore } from './ports.ts';
import { learningName, noSum } from './realised.ts';

interface Deps {
  readonly plans: Pick<PlanStore, 'list' | 'items'>;
  readonly links: Pick<LinkStore, 'list'>;
  readonly realised: Pick<RealisedStore, 'sums'>;
}

/** What a plan in force does about a signal. */
export interface SignalAnswer {
  readonly year: number;
  /** How often somebody has learned what is held for it; 0: nobody yet. */
  readonly people: number;
}

/** Plans of so many years are looked at, the newest first. */
const mostYears = 5;

/**
 * What became of signals, by id, for whoever promised something: of several years the one in which it was held, else the newest. Plans that
 * were not set say nothing, since nobody has decided on them.
 */
export async function readAnswers(
  deps: Deps,
  { agencyId, signalIds }: { readonly agencyId: AgencyId; readonly signalIds: readonly string[] },
): Promise<ReadonlyMap<string, SignalAnswer>> {
  const wanted = new Set(signalIds);
  const inForce = (await deps.plans.list(agencyId)).filter(({ state }) => state === 'set');
  const found = new Map<string, SignalAnswer>();
  for (const plan of inForce.slice(0, mostYears)) {
    const items = (await deps.plans.items(plan)).filter(({ need }) => wanted.has(need.signalId));
    if (items.length === 0) continue;
    const people = await peopleBy(deps, plan);
    for (const { need, itemId } of items) {
      const answer = { year: plan.year, people: people.get(itemId) ?? 0 };
      const before = found.get(need.signalId);
      if (!before || (before.people === 0 && answer.people > 0)) found.set(need.signalId, answer);
    }
  }
  return found;
}

async function peopleBy(
  deps: Pick<Deps, 'links' | 'realised'>,
  { agencyId, year }: Pick<PlanItem, 'agencyId' | 'year'>,
): Promise<ReadonlyMap<string, number>> {
  const [links, sums] = await Promise.all([
    deps.links.list({ agencyId, year }),
    deps.realised.sums({ agencyId, year }),
  ]);
  const people = new Map<string, number>();
  for (const link of links) {
    const { people: more } = sums.get(learningName(link)) ?? noSum;
    people.set(link.itemId, (people.get(link.itemId) ?? 0) + more);
  }
  return people;
}
