import {
  type AgencyId,
  type AgencyUnit,
  type Branches,
  branchesOf,
  hiddenGroups,
  InvalidInput,
  isSmall,
} from '@sinau/kernel';
import { type CountedPerson, counterOf, type Measure, measures, peopleCounter, shortBy } from './counted.ts';
import { CompetencyNotFound } from './errors.ts';
import type { CountStore, UnitDirectory } from './ports.ts';

export interface MapCell extends Readonly<Record<Measure, number>> {
  /** Too few people are assessed to tell how many are short, or next to too few (case P3). */
  readonly hidden: boolean;
}

export interface MapPart {
  /** `''`: those of the unit above itself, or in no unit. */
  readonly unitId: string;
  readonly name?: string;
  /** Units stand below it. */
  readonly opens: boolean;
  readonly people: number;
  /** By competency; what nobody is asked for is not there. */
  readonly cells: ReadonlyMap<string, MapCell>;
}

/** Unit by competency, of an agency or of one of its units. */
export interface CompetencyMap {
  readonly unit?: AgencyUnit;
  /** From the top to the unit above. */
  readonly path: readonly AgencyUnit[];
  /** Competencies that somebody here is asked for, most points short first. */
  readonly competencies: readonly string[];
  readonly total: MapPart;
  readonly parts: readonly MapPart[];
}

export interface MapDeps {
  readonly counts: Pick<CountStore, 'counts'>;
  readonly units: UnitDirectory;
}

type Counters = ReadonlyMap<string, Readonly<Record<string, number>>>;

type Sums = Readonly<Record<string, number>>;

/** Counters of several units together, made in one go: a map looks at each of them many times. */
function sumsOf(counters: Counters, ids: readonly string[]): Sums {
  const sums: Record<string, number> = {};
  for (const id of ids) {
    for (const [name, count] of Object.entries(counters.get(id) ?? {}))
      sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

/** A unit's parts with their counters: those right in it (`''`), and each unit below with all below that. */
function partsOf(world: { readonly tree: Branches; readonly counters: Counters }, above: string | undefined) {
  const { tree, counters } = world;
  const below = tree
    .childrenOf(above)
    .map((unit) => [unit.unitId, { unit, sums: sumsOf(counters, tree.branchOf(unit.unitId)) }] as const);
  return new Map<string, { readonly unit?: AgencyUnit; readonly sums: Sums }>([
    ['', { sums: sumsOf(counters, [above ?? '']) }],
    ...below,
  ]);
}
type Parts = ReturnType<typeof partsOf>;

/** Parts in which a competency must not be told of. */
function hiddenIn(parts: Parts, competencyId: string): ReadonlySet<string> {
  const name = counterOf(competencyId, 'assessed');
  return hiddenGroups(new Map([...parts].map(([part, { sums }]) => [part, sums[name] ?? 0])));
}

/** How an agency stands, or one of its units with those below it, from counters alone. */
export async function readMap(
  deps: MapDeps,
  input: { readonly agencyId: AgencyId; readonly unitId?: string },
): Promise<CompetencyMap> {
  const { agencyId, unitId } = input;
  const [counters, all] = await Promise.all([deps.counts.counts(agencyId), deps.units.unitsOf(agencyId)]);
  const tree = branchesOf(all);
  const unit = unitId === undefined ? undefined : tree.units.get(unitId);
  if (unitId !== undefined && !unit) throw new CompetencyNotFound();
  const world = { tree, counters };
  const path = unitId === undefined ? [] : tree.pathTo(unitId);
  const total = sumsOf(counters, tree.branchOf(unitId));
  const whole = unitId === undefined ? total : sumsOf(counters, tree.branchOf(undefined));
  const competencies = askedIn(total).toSorted(
    (a, b) => pointsIn(total, b) - pointsIn(total, a) || (a < b ? -1 : 1),
  );
  const above = path.map((one, n) => ({ unit: one, parts: partsOf(world, path[n - 1]?.unitId) }));
  // A unit on the way down is hidden among its neighbours, or all are too few: what is below would tell of it.
  const concealed = new Set(
    competencies.filter(
      (id) =>
        isSmall(whole[counterOf(id, 'assessed')] ?? 0) ||
        above.some((step) => hiddenIn(step.parts, id).has(step.unit.unitId)),
    ),
  );
  const parts = partsOf(world, unitId);
  const hidden = new Map(competencies.map((id) => [id, hiddenIn(parts, id)]));
  const cellsOf = (sums: Sums, part: string | undefined) =>
    new Map(
      competencies.flatMap((id) => {
        const cell = cellOf(sums, id);
        const isHidden = concealed.has(id) || (part !== undefined && hidden.get(id)?.has(part) === true);
        return cell.asked > 0 ? [[id, { ...cell, hidden: isHidden }] as const] : [];
      }),
    );
  return {
    ...(unit && { unit }),
    ...{ path: path.slice(0, -1), competencies },
    total: {
      ...{ unitId: unitId ?? '', opens: false, people: total[peopleCounter] ?? 0 },
      cells: cellsOf(total, undefined),
    },
    parts: [...parts].flatMap(([name, { unit: child, sums }]): readonly MapPart[] => {
      const people = sums[peopleCounter] ?? 0;
      if (!child && people === 0) return [];
      const opens = child !== undefined && tree.childrenOf(child.unitId).length > 0;
      return [
        { unitId: name, opens, people, cells: cellsOf(sums, name), ...(child && { name: child.name }) },
      ];
    }),
  };
}

const pointsIn = (sums: Sums, competencyId: string): number => sums[counterOf(competencyId, 'points')] ?? 0;

function askedIn(sums: Sums): readonly string[] {
  const mark = counterOf('', 'asked');
  return Object.entries(sums).flatMap(([name, count]) =>
    count > 0 && name.startsWith(mark) ? [name.slice(mark.length)] : [],
  );
}

const cellOf = (sums: Sums, competencyId: string): Record<Measure, number> =>
  Object.fromEntries(
    measures.map((measure) => [measure, sums[counterOf(competencyId, measure)] ?? 0]),
  ) as Record<Measure, number>;

/** How somebody stands in one competency, as lists are asked for. */
export const cellStandings = ['short', 'met', 'not-assessed'] as const;
export type CellStanding = (typeof cellStandings)[number];

export interface ConcernedPlace {
  readonly unitId: string;
  readonly after?: string;
}

export interface Concerned {
  readonly record: CountedPerson;
  readonly required: number;
  readonly held?: number;
  readonly gap: number;
}

const pageRows = 100;
/** Rows that one answer reads at most: a list with few entries in a large agency comes in several pages. */
const mostRows = 3_000;

/** People who stand so in a competency, unit by unit and by name: as many in all as the map says. */
export async function listConcerned(
  deps: { readonly counts: Pick<CountStore, 'list'>; readonly units: UnitDirectory },
  input: {
    readonly agencyId: AgencyId;
    /** With those below it; of the whole agency without. */
    readonly unitId?: string;
    /** Of the unit itself alone; without a unit, those in none. */
    readonly own: boolean;
    readonly competencyId: string;
    readonly standing: CellStanding;
    /** At least so many, if there are. */
    readonly limit: number;
    readonly place?: ConcernedPlace;
  },
): Promise<{ readonly rows: readonly Concerned[]; readonly next?: ConcernedPlace }> {
  const { agencyId, own, competencyId, standing, limit, place } = input;
  const tree = branchesOf(await deps.units.unitsOf(agencyId));
  if (input.unitId !== undefined && !tree.units.has(input.unitId)) throw new CompetencyNotFound();
  const ids = own ? [input.unitId ?? ''] : tree.branchOf(input.unitId);
  const first = place === undefined ? 0 : ids.indexOf(place.unitId);
  if (first < 0) throw new InvalidInput('This page link is not valid any more. Start from the first page.');
  const rows: Concerned[] = [];
  let after = place?.after;
  let read = 0;
  for (const unitId of ids.slice(first)) {
    do {
      if (rows.length >= limit || read >= mostRows) {
        return { rows, next: { unitId, ...(after !== undefined && { after }) } };
      }
      const page = await deps.counts.list(
        { agencyId, unitId },
        { limit: pageRows, ...(after !== undefined && { after }) },
      );
      read += Math.max(1, page.records.length);
      rows.push(...page.records.flatMap((record) => concernedIn(record, competencyId, standing)));
      after = page.next;
    } while (after !== undefined);
  }
  return { rows };
}

function concernedIn(
  record: CountedPerson,
  competencyId: string,
  wanted: CellStanding,
): readonly Concerned[] {
  const cell = record.cells.find((one) => one.competencyId === competencyId);
  if (!cell) return [];
  const { required, held } = cell;
  const gap = shortBy(cell);
  const standing = held === undefined ? 'not-assessed' : gap > 0 ? 'short' : 'met';
  return standing === wanted ? [{ record, required, gap, ...(held !== undefined && { held }) }] : [];
}
