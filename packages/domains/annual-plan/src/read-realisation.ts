import type { Jp, LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import { agencyOf, type ReadAt } from './authority.ts';
import { PlanNotFound } from './errors.ts';
import type { PlanLink } from './link.ts';
import type { PlanItem } from './plan-item.ts';
import type { LearningDirectory, LinkStore, PlanStore, RealisedStore, SeatCosts } from './ports.ts';
import { readPlan } from './read-plan.ts';
import { type Learning, learningName, noSum } from './realised.ts';

interface Deps {
  readonly plans: Pick<PlanStore, 'list' | 'find' | 'items'>;
  readonly links: Pick<LinkStore, 'list'>;
  readonly realised: Pick<RealisedStore, 'sums' | 'list'>;
  readonly learnings: LearningDirectory;
  readonly costs: SeatCosts;
}

export interface Amounts {
  /** How often somebody takes part, or has. */
  readonly people: number;
  /** Of all together, in hundredths. */
  readonly jp: Jp;
  /** Whole rupiah. */
  readonly cost: number;
}

/** A course or an event beside what came of it. */
export interface HeldFor extends Amounts {
  readonly link: PlanLink;
  /** Absent: it is not there any more. */
  readonly title?: LanguageMap;
}

export interface RealisedItem {
  readonly item: PlanItem;
  readonly planned: Amounts;
  readonly realised: Amounts;
  readonly held: readonly HeldFor[];
}

export interface Realisation {
  /** By schedule. */
  readonly items: readonly RealisedItem[];
  readonly planned: Amounts;
  readonly realised: Amounts;
}

/** A version of a plan beside what was held for its items in the year. People and JP are those that the ledger recognises now. */
export async function readRealisation(deps: Deps, at: ReadAt): Promise<Realisation> {
  const { plan, items } = await readPlan(deps, at);
  const { agencyId, year } = plan;
  const [links, sums, costs] = await Promise.all([
    deps.links.list({ agencyId, year }),
    deps.realised.sums({ agencyId, year }),
    deps.costs.spentIn(agencyId, year),
  ]);
  const known = new Set(items.map(({ itemId }) => itemId));
  const held = await Promise.all(
    links
      .filter(({ itemId }) => known.has(itemId))
      .map(async (link): Promise<HeldFor> => {
        const { people, jp } = sums.get(learningName(link)) ?? noSum;
        const seats = link.kind === 'course' ? (costs.get(link.learningId) ?? 0) : 0;
        const title = await deps.learnings.titleOf(agencyId, link);
        return { link, people, jp, cost: seats + (link.spent ?? 0), ...(title && { title }) };
      }),
  );
  const rows = items.map((item): RealisedItem => {
    const own = held.filter(({ link }) => link.itemId === item.itemId);
    const { people, jp, cost } = item;
    return { item, planned: { people, jp: (people * jp) as Jp, cost }, realised: sumOf(own), held: own };
  });
  return {
    items: rows,
    planned: sumOf(rows.map(({ planned }) => planned)),
    realised: sumOf(rows.map(({ realised }) => realised)),
  };
}

const sumOf = (parts: readonly Amounts[]): Amounts => ({
  people: parts.reduce((sum, { people }) => sum + people, 0),
  jp: parts.reduce((sum, { jp }) => sum + jp, 0) as Jp,
  cost: parts.reduce((sum, { cost }) => sum + cost, 0),
});

/** Who has learned something that is held for an item, with what is recognised of it: as many as the number says. */
export async function listRealised(
  deps: Pick<Deps, 'links' | 'realised' | 'learnings'>,
  input: {
    readonly principal: PersonPrincipal;
    readonly year: number;
    readonly learning: Learning;
    readonly limit: number;
    readonly after?: string;
  },
): Promise<{
  readonly title?: LanguageMap;
  readonly people: readonly { readonly personId: PersonId; readonly jp: Jp }[];
  readonly next?: string;
}> {
  const { principal, year, learning, limit, after } = input;
  const agencyId = agencyOf(principal);
  const place = { agencyId, year, kind: learning.kind, learningId: learning.learningId };
  const links = await deps.links.list({ agencyId, year });
  if (!links.some((link) => learningName(link) === learningName(learning))) throw new PlanNotFound();
  const [{ rows, next }, title] = await Promise.all([
    deps.realised.list(place, { limit, ...(after !== undefined && { after }) }),
    deps.learnings.titleOf(agencyId, learning),
  ]);
  return {
    ...(title && { title }),
    people: rows.map(({ personId, jp }) => ({ personId, jp })),
    ...(next !== undefined && { next }),
  };
}
