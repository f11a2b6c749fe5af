import {
  type AgencyId,
  type AgencyUnit,
  type Branches,
  branchesOf,
  type Clock,
  hiddenGroups,
  isSmall,
  type Jp,
} from '@sinau/kernel';
import { type YearStanding, yearStandings } from './counted.ts';
import { dutiesByUnit, type UnitDuties } from './duties-by-unit.ts';
import { ComplianceNotFound } from './errors.ts';
import { funnelSteps, type Steps, stepsOf } from './funnel-steps.ts';
import type { ComplianceStore, UnitDirectory } from './ports.ts';
import { reportingDay } from './reporting-day.ts';
import { type Counts, overdueAt, readObligationGroup } from './tally.ts';

export type StandingCounts = Readonly<Record<YearStanding, number>>;

/** Of the people of some units, in one year. */
export interface Coverage {
  readonly people: number;
  readonly standings: StandingCounts;
  /** Recognised, all together. */
  readonly jp: Jp;
  /** People who owe something whose last day is over. */
  readonly overdue: number;
}

export interface UnitPart extends Coverage {
  /** `''`: those of the unit above itself, or in no unit. */
  readonly unitId: string;
  readonly name?: string;
  /** Units stand below it. */
  readonly opens: boolean;
  /** Too few people, or too few with a minimum to tell how many of them met it, or next to one that is (case P3). */
  readonly hidden: boolean;
  readonly duties: UnitDuties;
}

export interface Funnel {
  readonly steps: Steps;
  readonly released: number;
  /** Duties that are open after their last day. */
  readonly overdue: number;
}

export interface ObligationFunnel extends Funnel {
  readonly obligationId: string;
  readonly period: string;
}

export interface AgencyNumbers {
  readonly year: number;
  readonly today: string;
  readonly asOf: string;
  readonly unit?: AgencyUnit;
  /** From the top to the unit above. */
  readonly path: readonly AgencyUnit[];
  readonly total: Coverage;
  /** The unit, or one above it, is hidden among its neighbours: what is below would tell of it. */
  readonly concealed: boolean;
  readonly parts: readonly UnitPart[];
  /** Of the unit, or of all units together. */
  readonly duties: UnitDuties;
  /** Of the whole agency, whatever unit is looked at; `hidden`: of too few people. */
  readonly funnel: Funnel & { readonly hidden: boolean };
  readonly obligations: readonly ObligationFunnel[];
  /** People counted so far while a year is new; absent when all are. */
  readonly counting?: number;
}

export interface NumbersDeps {
  readonly compliance: Pick<ComplianceStore, 'countsOf' | 'findWalk'>;
  readonly units: UnitDirectory;
  readonly clock: Clock;
}

/** How an agency stands, made of its counters: as many rows as it has units and obligations, whoever works there. */
export async function readNumbers(
  deps: NumbersDeps,
  asked: { readonly agencyId: AgencyId; readonly year?: number; readonly unitId?: string },
): Promise<AgencyNumbers> {
  const { agencyId, unitId } = asked;
  const now = deps.clock.now();
  const today = reportingDay(now);
  const asOf = now.toISOString();
  const thisYear = Number(today.slice(0, 4));
  const year = asked.year ?? thisYear;
  const [coverage, due, duties, ofYear, once, units, walk] = await Promise.all([
    deps.compliance.countsOf({ kind: 'coverage', agencyId, year }),
    deps.compliance.countsOf({ kind: 'due', agencyId }),
    deps.compliance.countsOf({ kind: 'duties', agencyId }),
    deps.compliance.countsOf({ kind: 'steps', agencyId, period: String(year) }),
    deps.compliance.countsOf({ kind: 'steps', agencyId, period: 'once' }),
    deps.units.unitsOf(agencyId),
    deps.compliance.findWalk(agencyId, thisYear),
  ]);
  const branches = branchesOf(units);
  const unit = unitId === undefined ? undefined : branches.units.get(unitId);
  if (unitId !== undefined && !unit) throw new ComplianceNotFound('unit');
  const sum = (ids: readonly string[]) => coverageOf(ids, { coverage, due, asOf });
  const total = sum(branches.branchOf(unitId));
  const unitDuties = dutiesByUnit(branches, [ofYear, once]);
  const obligations = obligationsOf(duties, { year, asOf });
  return {
    ...{ year, today, asOf },
    ...(unit && { unit }),
    path: unit ? branches.pathTo(unit.unitId).slice(0, -1) : [],
    total,
    concealed: isConcealed(branches, unitId, sum),
    parts: partsOf(branches, unitId, sum).map((part) => ({
      ...part,
      duties: unitDuties.partOf(unitId, part.unitId),
    })),
    duties: unitDuties.of(unitId),
    funnel: { ...together(obligations), hidden: unitDuties.of(undefined).hidden },
    obligations,
    ...(year === thisYear && walk?.doneAt === undefined && { counting: walk?.people ?? 0 }),
  };
}

type Sum = (ids: readonly string[]) => Coverage;

/** Those whom a minimum holds for, of whom it is told how many met it. */
const measured = ({ standings }: Coverage): number => standings.met + standings.below;

/** From the top down: what is hidden among its neighbours must not be told by itself either, nor by what is below it. */
function isConcealed(branches: Branches, unitId: string | undefined, sum: Sum): boolean {
  const whole = sum(branches.branchOf(undefined));
  if (isSmall(measured(whole)) || isSmall(whole.people)) return true;
  let above: string | undefined;
  for (const unit of unitId === undefined ? [] : branches.pathTo(unitId)) {
    if (partsOf(branches, above, sum).some((part) => part.unitId === unit.unitId && part.hidden)) return true;
    above = unit.unitId;
  }
  return false;
}

/** Units right below, and who belongs to none of them. */
function partsOf(
  branches: Branches,
  unitId: string | undefined,
  sum: Sum,
): readonly Omit<UnitPart, 'duties'>[] {
  const children = branches.childrenOf(unitId).map((child) => ({
    ...{ unitId: child.unitId, name: child.name, ...sum(branches.branchOf(child.unitId)) },
    opens: branches.childrenOf(child.unitId).length > 0,
  }));
  const own = { unitId: '', opens: false, ...sum([unitId ?? '']) };
  const parts = own.people > 0 || children.length === 0 ? [...children, own] : children;
  const sizes = (of: (part: Coverage) => number) => new Map(parts.map((part) => [part.unitId, of(part)]));
  // Whom no minimum holds for has JP and what is overdue as well.
  const hidden = hiddenGroups(
    sizes(({ people }) => people),
    hiddenGroups(sizes(measured)),
  );
  return parts.map((part) => ({ ...part, hidden: hidden.has(part.unitId) }));
}

function coverageOf(
  ids: readonly string[],
  given: {
    readonly coverage: ReadonlyMap<string, Counts>;
    readonly due: ReadonlyMap<string, Counts>;
    readonly asOf: string;
  },
): Coverage {
  const add = (name: string) => ids.reduce((all, id) => all + (given.coverage.get(id)?.[name] ?? 0), 0);
  return {
    people: add('people'),
    standings: Object.fromEntries(yearStandings.map((name) => [name, add(name)])) as StandingCounts,
    jp: add('jp') as Jp,
    overdue: ids.reduce((all, id) => all + overdueAt(given.due.get(id) ?? {}, given.asOf), 0),
  };
}

/** Of the year, and those that are done once. */
function obligationsOf(
  counts: ReadonlyMap<string, Counts>,
  { year, asOf }: { readonly year: number; readonly asOf: string },
): readonly ObligationFunnel[] {
  return [...counts]
    .map(([group, by]) => ({ ...readObligationGroup(group), ...funnelOf(by, asOf) }))
    .filter(({ period, steps }) => (period === String(year) || period === 'once') && steps.required > 0);
}

function funnelOf(by: Counts, asOf: string): Funnel {
  return {
    steps: stepsOf((step) => by[step] ?? 0),
    released: by.released ?? 0,
    overdue: overdueAt(by, asOf),
  };
}

function together(all: readonly Funnel[]): Funnel {
  const sum = (read: (one: Funnel) => number) => all.reduce((so, one) => so + read(one), 0);
  return {
    steps: Object.fromEntries(funnelSteps.map((step) => [step, sum(({ steps }) => steps[step])])) as Steps,
    released: sum(({ released }) => released),
    overdue: sum(({ overdue }) => overdue),
  };
}
