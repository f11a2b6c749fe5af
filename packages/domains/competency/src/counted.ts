import { type AgencyId, type LocalDate, type PersonId, yearOf } from '@sinau/kernel';
import type { Assessment } from './assessment.ts';
import type { CompetencyId, HeldLevel, Level } from './competency.ts';
import type { Criticality } from './standard.ts';

export interface CountedCell {
  readonly competencyId: CompetencyId;
  readonly required: Level;
  /** Absent: nobody has assessed it, or that has ended. */
  readonly held?: HeldLevel;
}

/** Somebody beside what their post asks for, as it is counted. */
export interface CountedPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly agencyId: AgencyId;
  /** `''`: in none. */
  readonly unitId: string;
  readonly post?: string;
  readonly criticality: Criticality;
  readonly cells: readonly CountedCell[];
}

/**
 * What is counted of one competency in one unit: who is asked for it, whose level is known, whose is below what is asked, by how many levels all
 * together, and those times the criticality of the posts.
 */
export const measures = ['asked', 'assessed', 'short', 'points', 'weight'] as const;
export type Measure = (typeof measures)[number];

/** Every unit keeps one of each for each competency, so their names are short. */
const letters: Readonly<Record<Measure, string>> = {
  ...{ asked: 'n', assessed: 'a', short: 's', points: 'p', weight: 'w' },
};

/** Name of a counter. */
export const counterOf = (competencyId: string, measure: Measure): string =>
  `${letters[measure]}.${competencyId}`;

export const peopleCounter = 'people';

/** What shows a level: how it was found out, and when. */
export type ClosingSource = Pick<Assessment, 'method' | 'assessedOn'>;

/** One gap of one person that another assessment has made smaller, or larger. */
interface Closing {
  readonly competencyId: CompetencyId;
  readonly required: Level;
  readonly before: HeldLevel;
  readonly after: HeldLevel;
  /** Levels; below none where the gap has become larger. */
  readonly points: number;
  /** Of the level after. */
  readonly source?: ClosingSource;
}

/** The same as it is kept: a row behind the sums of an agency and year. */
export interface KeptClosing extends Closing {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  /** On which it was counted, where the person works. */
  readonly day: LocalDate;
}

/** By how much gaps of one person have become smaller, between two times at which they were counted. */
export interface GapsClosed {
  readonly agencyId: AgencyId;
  /** Calendar year in which it was counted. */
  readonly year: number;
  readonly day: LocalDate;
  /** Levels; below none where gaps have become larger. */
  readonly points: number;
  /** Competencies of which a level has changed, one at least. */
  readonly changes: number;
  /** What the two are the sum and the number of. */
  readonly closings: readonly Closing[];
}

/**
 * What another assessment has closed: of competencies that were known before and after, asked for at the same level. A gap that is found out is not one that
 * has opened, and another standard closes nothing. `today`: where the person works; `sources`: of the levels after.
 */
export function gapsClosed(
  before: CountedPerson | undefined,
  after: CountedPerson | undefined,
  {
    today,
    sources,
  }: { readonly today: LocalDate; readonly sources: ReadonlyMap<CompetencyId, ClosingSource> },
): GapsClosed | undefined {
  if (!before || !after || before.agencyId !== after.agencyId) return undefined;
  const known = new Map(before.cells.map((cell) => [cell.competencyId, cell]));
  const closings = after.cells.flatMap((cell): readonly Closing[] => {
    const { competencyId, required, held } = cell;
    const was = known.get(competencyId);
    if (was?.held === undefined || held === undefined || was.required !== required) return [];
    const points = shortBy(was) - shortBy(cell);
    if (points === 0) return [];
    const source = sources.get(competencyId);
    return [{ competencyId, required, before: was.held, after: held, points, ...(source && { source }) }];
  });
  if (closings.length === 0) return undefined;
  const points = closings.reduce((sum, one) => sum + one.points, 0);
  const { agencyId } = after;
  return { agencyId, year: yearOf(today), day: today, points, changes: closings.length, closings };
}

/** What changes in one unit. */
export interface UnitTally {
  readonly agencyId: AgencyId;
  readonly unitId: string;
  /** No zero among them. */
  readonly by: Readonly<Record<string, number>>;
}

export const shortBy = ({ required, held }: CountedCell): number =>
  held === undefined ? 0 : Math.max(0, required - held);

function contributionOf({ cells, criticality }: CountedPerson): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { [peopleCounter]: 1 };
  for (const cell of cells) {
    const gap = shortBy(cell);
    const measured: Record<Measure, number> = {
      ...{ asked: 1, assessed: cell.held === undefined ? 0 : 1 },
      ...{ short: gap > 0 ? 1 : 0, points: gap, weight: gap * criticality },
    };
    for (const measure of measures) {
      if (measured[measure] !== 0) counts[counterOf(cell.competencyId, measure)] = measured[measure];
    }
  }
  return counts;
}

/** What counters change by when one record gives way to another: the exact difference, so that counting never drifts. */
export function talliesOf(
  gone: CountedPerson | undefined,
  come: CountedPerson | undefined,
): readonly UnitTally[] {
  const sums = new Map<string, { agencyId: AgencyId; unitId: string; by: Map<string, number> }>();
  const add = (record: CountedPerson | undefined, sign: 1 | -1) => {
    if (!record) return;
    const { agencyId, unitId } = record;
    const key = JSON.stringify([agencyId, unitId]);
    const sum = sums.get(key) ?? { agencyId, unitId, by: new Map<string, number>() };
    sums.set(key, sum);
    for (const [name, count] of Object.entries(contributionOf(record))) {
      sum.by.set(name, (sum.by.get(name) ?? 0) + sign * count);
    }
  };
  add(gone, -1);
  add(come, 1);
  return [...sums.values()].flatMap(({ agencyId, unitId, by }) => {
    const changed = [...by].filter(([, count]) => count !== 0);
    return changed.length === 0 ? [] : [{ agencyId, unitId, by: Object.fromEntries(changed) }];
  });
}
