import { type AgencyId, hiddenGroups, InvalidInput, isSmall } from '@sinau/kernel';
import { type CountedPerson, counterOf, type Measure, measures, peopleCounter, shortBy } from './counted.ts';
import { CompetencyNotFound } from './errors.ts';
import type { CountStore, Unit, UnitDirectory } from './ports.ts';

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
  readonly unit?: Unit;
  /** From the top to the unit above. */
  readonly path: readonly Unit[];
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

/** What units hold together, as the tree stands now. */
function treeOf(all: readonly Unit[]) {
  const units = new Map(all.map((unit) => [unit.unitId, unit]));
  const byParent = Map.groupBy(
    all.toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    // One whose parent is not there stands at the top.
    ({ parentId }) => (parentId !== undefined && units.has(parentId) ? parentId : ''),
  );
  const childrenOf = (unitId: string | undefined) => byParent.get(unitId ?? '') ?? [];
  const walk = (unitId: string, seen: Set<string>): readonly string[] => {
    if (seen.has(unitId)) return [];
    seen.add(unitId);
    return [unitId, ...childrenOf(unitId).flatMap((child) => walk(child.unitId, seen))];
  };
  return {
    units,
    childrenOf,
    branchOf(unitId: string | undefined): readonly string[] {
      const seen = new Set<string>();
      if (unitId !== undefined) return walk(unitId, seen);
      return [...childrenOf(undefined).flatMap((top) => walk(top.unitId, seen)), ''];
    },
    pathTo(unitId: string): readonly Unit[] {
      const path: Unit[] = [];
      let unit = units.get(unitId);
      while (unit && !path.includes(unit)) {
        path.unshift(unit);
        unit = unit.parentId === undefined ? undefined : units.get(unit.parentId);
      }
      return path;
    },
  };
}
type Tree = ReturnType<typeof treeOf>;

const sumOf = (counters: Counters, ids: readonly string[], name: string): number =>
  ids.reduce((sum, id) => sum + (counters.get(id)?.[name] ?? 0), 0);

/** Those of the unit itself are `''` among its parts. */
const idsOf = (tree: Tree, above: string | undefined, part: string): readonly string[] =>
  part === '' ? [above ?? ''] : tree.branchOf(part);

/** Parts of a unit in which a competency must not be told of. */
function hiddenIn(
  { tree, counters }: { readonly tree: Tree; readonly counters: Counters },
  above: string | undefined,
  competencyId: string,
): ReadonlySet<string> {
  const name = counterOf(competencyId, 'assessed');
  const parts = ['', ...tree.childrenOf(above).map(({ unitId }) => unitId)];
  return hiddenGroups(new Map(parts.map((part) => [part, sumOf(counters, idsOf(tree, above, part), name)])));
}

/** How an agency stands, or one of its units with those below it, from counters alone. */
export async function readMap(
  deps: MapDeps,
  input: { readonly agencyId: AgencyId; readonly unitId?: string },
): Promise<CompetencyMap> {
  const { agencyId, unitId } = input;
  const [counters, all] = await Promise.all([deps.counts.counts(agencyId), deps.units.unitsOf(agencyId)]);
  const tree = treeOf(all);
  const unit = unitId === undefined ? undefined : tree.units.get(unitId);
  if (unitId !== undefined && !unit) throw new CompetencyNotFound();
  const branch = tree.branchOf(unitId);
  const points = (id: string) => sumOf(counters, branch, counterOf(id, 'points'));
  const competencies = askedIn(counters, branch).toSorted(
    (a, b) => points(b) - points(a) || (a < b ? -1 : 1),
  );
  const world = { tree, counters };
  const path = unitId === undefined ? [] : tree.pathTo(unitId);
  const concealed = new Set(competencies.filter((id) => isConcealed(world, path, id)));
  const hidden = new Map(competencies.map((id) => [id, hiddenIn(world, unitId, id)]));
  const partOf = (ids: readonly string[], isHidden: (competencyId: string) => boolean) => ({
    people: sumOf(counters, ids, peopleCounter),
    cells: new Map(
      competencies.flatMap((id) => {
        const cell = cellOf(counters, ids, id);
        return cell.asked > 0 ? [[id, { ...cell, hidden: concealed.has(id) || isHidden(id) }] as const] : [];
      }),
    ),
  });
  const parts = [undefined, ...tree.childrenOf(unitId)].flatMap((child): readonly MapPart[] => {
    const name = child?.unitId ?? '';
    const part = partOf(idsOf(tree, unitId, name), (id) => hidden.get(id)?.has(name) ?? false);
    if (!child && part.people === 0) return [];
    const opens = child !== undefined && tree.childrenOf(child.unitId).length > 0;
    return [{ unitId: name, opens, ...part, ...(child && { name: child.name }) }];
  });
  return {
    ...(unit && { unit }),
    ...{ path: path.slice(0, -1), competencies, parts },
    total: { unitId: unitId ?? '', opens: false, ...partOf(branch, () => false) },
  };
}

function askedIn(counters: Counters, branch: readonly string[]): readonly string[] {
  const mark = counterOf('', 'asked');
  const found = new Set<string>();
  for (const id of branch) {
    for (const [name, count] of Object.entries(counters.get(id) ?? {})) {
      if (count > 0 && name.startsWith(mark)) found.add(name.slice(mark.length));
    }
  }
  return [...found];
}

function cellOf(counters: Counters, ids: readonly string[], competencyId: string): Record<Measure, number> {
  const counts = measures.map((measure) => [measure, sumOf(counters, ids, counterOf(competencyId, measure))]);
  return Object.fromEntries(counts) as Record<Measure, number>;
}

/** A unit on the way down is hidden among its neighbours, or all are too few: what is below would tell of it. */
function isConcealed(
  world: { readonly tree: Tree; readonly counters: Counters },
  path: readonly Unit[],
  competencyId: string,
): boolean {
  const all = sumOf(world.counters, world.tree.branchOf(undefined), counterOf(competencyId, 'assessed'));
  if (isSmall(all)) return true;
  return path.some((unit, n) => hiddenIn(world, path[n - 1]?.unitId, competencyId).has(unit.unitId));
}

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
  const tree = treeOf(await deps.units.unitsOf(agencyId));
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
