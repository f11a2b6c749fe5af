import type { AgencyId, Jp, LanguageMap } from '@sinau/kernel';
import { agencyOf, type Caller } from './authority.ts';
import type { LearningDirectory, LinkStore, PlanStore, RealisedStore } from './ports.ts';
import { isOutsidePlan, type Learning, learningKinds, learningName, type RealisedSum } from './realised.ts';
import type { YearPlace } from './signal.ts';

interface Deps {
  readonly plans: Pick<PlanStore, 'list' | 'items'>;
  readonly links: Pick<LinkStore, 'list'>;
  readonly realised: Pick<RealisedStore, 'sums'>;
}

interface Sum {
  /** How often somebody has learned something. */
  readonly people: number;
  /** Recognised, in hundredths. */
  readonly jp: Jp;
}

/** Something that people have learned in a year, beside the plans that name it. */
export interface FitRow extends Learning {
  readonly all: Sum;
  /** Item of the annual plan that it is held for; then all of it is planned. */
  readonly item?: { readonly itemId: string; readonly title: string };
  /** What is in a plan: the agency's, or that of the person. */
  readonly planned: Sum;
}

export interface Fit {
  /** The plan in force; absent: none was set for the year, and nothing is compared. */
  readonly version?: number;
  /** What is in no plan first, the most JP first. */
  readonly rows: readonly FitRow[];
  readonly all: Sum;
  readonly planned: Sum;
}

/**
 * Training in a plan beside all training of a year, by recognised JP (domain note 7.5): what is held for an item of the annual plan in force, and
 * courses that people's own plans name. Rests on sums that are kept.
 */
export async function fitOf(deps: Deps, place: YearPlace): Promise<Fit> {
  const [plans, links, sums] = await Promise.all([
    deps.plans.list(place.agencyId),
    deps.links.list(place),
    deps.realised.sums(place),
  ]);
  const plan = plans.find(({ year, state }) => year === place.year && state === 'set');
  const items = new Map(
    (plan ? await deps.plans.items(plan) : []).map((item) => [item.itemId as string, item]),
  );
  const itemOf = new Map(links.map((link) => [learningName(link), link.itemId as string]));
  const rows = [...sums].map(([name, sum]) => {
    const learning = learningOf(name);
    const itemId = learning.kind === 'elsewhere' ? learning.learningId : (itemOf.get(name) ?? '');
    return rowOf(learning, sum, items.get(itemId));
  });
  return {
    ...(plan && { version: plan.version }),
    rows: rows.toSorted((a, b) => outside(b) - outside(a) || learningName(a).localeCompare(learningName(b))),
    all: totalOf(rows.map(({ all }) => all)),
    planned: totalOf(rows.map(({ planned }) => planned)),
  };
}

const outside = ({ all, planned }: FitRow): number => all.jp - planned.jp;

function learningOf(name: string): Learning {
  const [kind = '', ...id] = name.split(':');
  return { kind: learningKinds.find((one) => one === kind) ?? 'elsewhere', learningId: id.join(':') };
}

function rowOf(
  learning: Learning,
  { served, ...all }: RealisedSum,
  item: { readonly itemId: string; readonly title: string } | undefined,
): FitRow {
  return {
    ...{ ...learning, all, planned: item ? all : served },
    ...(item && { item: { itemId: item.itemId, title: item.title } }),
  };
}

const totalOf = (sums: readonly Sum[]): Sum => ({
  people: sums.reduce((sum, { people }) => sum + people, 0),
  jp: sums.reduce((sum, { jp }) => sum + jp, 0) as Jp,
});

/** The item of the plan in force that a course or an event is held for; for whoever says why somebody takes it. */
export async function plannedFor(
  { plans, links }: Pick<Deps, 'plans' | 'links'>,
  place: YearPlace,
  learning: Learning,
): Promise<{ readonly itemId: string; readonly title: string } | undefined> {
  const link = (await links.list(place)).find((one) => learningName(one) === learningName(learning));
  if (!link) return undefined;
  const plan = (await plans.list(place.agencyId)).find(
    ({ year, state }) => year === place.year && state === 'set',
  );
  const item = plan && (await plans.items(plan)).find(({ itemId }) => itemId === link.itemId);
  return item && { itemId: item.itemId, title: item.title };
}

/** Titles are looked up for so many, and for the rest on the pages of their learners. */
const mostTitles = 200;

/** The same for an administrator, with titles of what there still is. */
export async function readFit(
  deps: Deps & { readonly learnings: LearningDirectory },
  { principal, year }: { readonly principal: Caller; readonly year: number },
): Promise<Omit<Fit, 'rows'> & { readonly rows: readonly (FitRow & { readonly title?: LanguageMap })[] }> {
  const agencyId: AgencyId = agencyOf(principal);
  const fit = await fitOf(deps, { agencyId, year });
  const rows = await Promise.all(
    fit.rows.map(async (row, index) => {
      const { kind, learningId } = row;
      if (kind === 'elsewhere' || isOutsidePlan(row) || index >= mostTitles) return row;
      const title = await deps.learnings.titleOf(agencyId, { kind, learningId });
      return { ...row, ...(title && { title }) };
    }),
  );
  return { ...fit, rows };
}
