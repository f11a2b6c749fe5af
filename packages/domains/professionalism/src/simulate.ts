import type { Jp } from '@sinau/kernel';
import type { Evidence } from './evidence.ts';
import type { OwnFacts } from './facts.ts';
import {
  type Band,
  bandOf,
  type Component,
  components,
  type Dimension,
  dimensions,
  type Formula,
  mostOf,
  type PostKind,
} from './formula.ts';

/** What the index is counted from. */
export interface Facts extends Omit<OwnFacts, 'leadership' | 'functional'> {
  readonly held: readonly Component[];
}

export interface ComponentPart {
  readonly component: Component;
  readonly points: number;
  readonly most: number;
  readonly held: boolean;
}

export interface DimensionPart {
  readonly dimension: Dimension;
  /** Absent: what it is counted from is not known. */
  readonly points?: number;
  readonly most: number;
  readonly components?: readonly ComponentPart[];
}

export interface Score {
  readonly total: number;
  readonly band: Band;
}

export interface Simulation {
  readonly parts: readonly DimensionPart[];
  /** Given where every dimension is known. */
  readonly score?: Score;
}

/** A component that is not held yet, and what it would bring. */
export interface Step {
  readonly component: Component;
  readonly gain: number;
  /** Of the component of technical training: JP that are missing. */
  readonly missingJp?: Jp;
  /** The index with this step alone; given where it can be counted. */
  readonly after?: Score;
}

/** The index of what is known (domain 3.1 to 3.4). */
export function simulate(formula: Formula, facts: Facts): Simulation {
  const parts = dimensions.map((dimension) => partOf(formula, facts, dimension));
  const points = parts.map((part) => part.points);
  if (points.some((one) => one === undefined)) return { parts };
  const total = points.reduce<number>((sum, one = 0) => sum + one, 0);
  return { parts, score: { total, band: bandOf(formula, total) } };
}

function partOf(formula: Formula, facts: Facts, dimension: Dimension): DimensionPart {
  const most = mostOf(formula, dimension);
  if (dimension === 'competency') {
    const found = facts.postKind && componentsOf(formula, facts.postKind, facts.held);
    if (!found) return { dimension, most };
    const points = found.reduce((sum, part) => sum + part.points, 0);
    return { dimension, most, points, components: found };
  }
  const points = pointsOf(formula, facts, dimension);
  return { dimension, most, ...(points !== undefined && { points }) };
}

function pointsOf(
  formula: Formula,
  { education, predicate, sanction }: Facts,
  dimension: Exclude<Dimension, 'competency'>,
): number | undefined {
  switch (dimension) {
    case 'qualification':
      return education && formula.qualification[education];
    case 'performance':
      return predicate && formula.performance[predicate];
    case 'discipline':
      return sanction && formula.discipline[sanction];
  }
}

function componentsOf(
  formula: Formula,
  kind: PostKind,
  held: readonly Component[],
): readonly ComponentPart[] {
  return components.flatMap((component) => {
    const most = formula.competency[kind][component];
    if (most === undefined) return [];
    const has = held.includes(component);
    return [{ component, most, held: has, points: has ? most : 0 }];
  });
}

/** What would add points, most first. */
export function stepsOf(formula: Formula, facts: Facts, evidence: Evidence): readonly Step[] {
  const competency = simulate(formula, facts).parts.find(({ dimension }) => dimension === 'competency');
  const missing = (competency?.components ?? []).filter(({ held }) => !held);
  return missing
    .map(({ component, most }): Step => {
      const { score } = simulate(formula, { ...facts, held: [...facts.held, component] });
      const missingJp = Math.max(formula.technicalJp - evidence.technical.jp, 0) as Jp;
      return {
        ...{ component, gain: most },
        ...(component === 'technical' && { missingJp }),
        ...(score && { after: score }),
      };
    })
    .toSorted((a, b) => b.gain - a.gain);
}
