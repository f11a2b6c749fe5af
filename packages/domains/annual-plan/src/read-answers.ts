import type { AgencyId } from '@sinau/kernel';
import type { ItemId } from './plan-item.ts';
import type { LinkStore, PlanStore, RealisedStore } from './ports.ts';
import { type Learning, learningName } from './realised.ts';
import type { YearPlace } from './signal.ts';

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
    const peopleFor = await countsOf(deps, plan);
    for (const { need, itemId } of items) {
      const answer = { year: plan.year, people: peopleFor(itemId) };
      const before = found.get(need.signalId);
      if (!before || (before.people === 0 && answer.people > 0)) found.set(need.signalId, answer);
    }
  }
  return found;
}

/** How often somebody has learned something for an item: what is linked to it, and records that name it. */
async function countsOf(
  deps: Pick<Deps, 'links' | 'realised'>,
  { agencyId, year }: YearPlace,
): Promise<(itemId: ItemId) => number> {
  const [links, sums] = await Promise.all([
    deps.links.list({ agencyId, year }),
    deps.realised.sums({ agencyId, year }),
  ]);
  const peopleOf = (learning: Learning) => sums.get(learningName(learning))?.people ?? 0;
  return (itemId) =>
    links
      .filter((link) => link.itemId === itemId)
      .reduce((people, link) => people + peopleOf(link), peopleOf({ kind: 'elsewhere', learningId: itemId }));
}
