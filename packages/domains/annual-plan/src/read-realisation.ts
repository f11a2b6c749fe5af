import type { Jp, LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import { agencyOf, type ReadAt } from './authority.ts';
import { PlanNotFound } from './errors.ts';
import type { PlanLink } from './link.ts';
import type { PlanItem } from './plan-item.ts';
import type { LearningCosts, LearningDirectory, LinkStore, PlanStore, RealisedStore } from './ports.ts';
import { readPlan } from './read-plan.ts';
import { type Learning, type LearningPlace, learningName, noSum, type RealisedSum } from './realised.ts';

interface Deps {
  readonly plans: Pick<PlanStore, 'list' | 'find' | 'items'>;
  readonly links: Pick<LinkStore, 'list'>;
  readonly realised: Pick<RealisedStore, 'sums' | 'list'>;
  readonly learnings: LearningDirectory;
  readonly costs: LearningCosts;
}

export interface Amounts {
  /** How often somebody takes part, or has. */
  readonly people: number;
  /** Of all together, in hundredths. */
  readonly jp: Jp;
  /** Whole rupiah. */
  readonly cost: number;
}

/** A course, an event or learning elsewhere beside what came of it. */
export interface HeldFor extends Amounts, Learning {
  /** Absent: nobody links what was learned elsewhere, its records name the item. */
  readonly link?: PlanLink;
  /** Absent: it is not there any more, or was learned elsewhere. */
  readonly title?: LanguageMap;
  /** Of `cost`, what bookings of the budget say; then nothing that was written at the link counts. */
  readonly booked?: number;
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
  const [links, sums, seats, booked] = await Promise.all([
    deps.links.list({ agencyId, year }),
    deps.realised.sums({ agencyId, year }),
    deps.costs.spentIn(agencyId, year),
    deps.costs.bookedIn(agencyId, year),
  ]);
  const held = Map.groupBy(links, ({ itemId }) => itemId);
  const rows = await Promise.all(
    items.map(async (item): Promise<RealisedItem> => {
      const own = await Promise.all(
        (held.get(item.itemId) ?? []).map(async (link): Promise<HeldFor> => {
          const { kind, learningId } = link;
          const { people, jp } = sums.get(learningName(link)) ?? noSum;
          const title = await deps.learnings.titleOf(agencyId, link);
          const bound = booked.get(learningName(link));
          const cost = (kind === 'course' ? (seats.get(learningId) ?? 0) : 0) + (bound ?? link.spent ?? 0);
          const paid = bound !== undefined && { booked: bound };
          return { kind, learningId, link, people, jp, cost, ...(title && { title }), ...paid };
        }),
      );
      const all = [...own, ...elsewhereFor(item, sums, booked)];
      const { people, jp, cost } = item;
      return { item, planned: { people, jp: (people * jp) as Jp, cost }, realised: sumOf(all), held: all };
    }),
  );
  return {
    items: rows,
    planned: sumOf(rows.map(({ planned }) => planned)),
    realised: sumOf(rows.map(({ realised }) => realised)),
  };
}

/** What records say that name the item, and what the budget says was spent for it. */
function elsewhereFor(
  { itemId: learningId }: PlanItem,
  sums: ReadonlyMap<string, RealisedSum>,
  booked: ReadonlyMap<string, number>,
): readonly HeldFor[] {
  const learning = { kind: 'elsewhere' as const, learningId };
  const [sum, paid] = [sums.get(learningName(learning)), booked.get(learningName(learning))];
  if (!sum && paid === undefined) return [];
  const { people, jp } = sum ?? noSum;
  return [{ ...learning, people, jp, cost: paid ?? 0, ...(paid !== undefined && { booked: paid }) }];
}

const sumOf = (parts: readonly Amounts[]): Amounts => ({
  people: parts.reduce((sum, { people }) => sum + people, 0),
  jp: parts.reduce((sum, { jp }) => sum + jp, 0) as Jp,
  cost: parts.reduce((sum, { cost }) => sum + cost, 0),
});

async function isLinked({ links }: Pick<Deps, 'links'>, place: LearningPlace): Promise<boolean> {
  return (await links.list(place)).some((link) => learningName(link) === learningName(place));
}

/** Who has learned something, with what is recognised of it: as many as the number says. */
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
  /** `serves`: their own plan names it. */
  readonly people: readonly { readonly personId: PersonId; readonly jp: Jp; readonly serves: boolean }[];
  readonly next?: string;
}> {
  const { principal, year, learning, limit, after } = input;
  const agencyId = agencyOf(principal);
  const place = { agencyId, year, kind: learning.kind, learningId: learning.learningId };
  const { kind, learningId } = learning;
  const held = kind === 'elsewhere' ? undefined : { kind, learningId };
  const [{ rows, next }, title] = await Promise.all([
    deps.realised.list(place, { limit, ...(after !== undefined && { after }) }),
    held && deps.learnings.titleOf(agencyId, held),
  ]);
  // Of what nobody of the agency has learned there is nothing to list.
  if (rows.length === 0 && !(held && (await isLinked(deps, place)))) throw new PlanNotFound();
  return {
    ...(title && { title }),
    people: rows.map(({ personId, jp, serves }) => ({ personId, jp, serves: serves !== undefined })),
    ...(next !== undefined && { next }),
  };
}
