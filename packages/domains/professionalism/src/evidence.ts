import type { Jp } from '@sinau/kernel';
import { type Component, components, type Formula } from './formula.ts';

/** A line of the ledger of JP, as far as the index looks at it. */
export interface RecognisedLine {
  readonly form: string;
  /** In which it counts. */
  readonly year: number;
  readonly recognised: Jp;
}

/** What recognised JP show of a component. */
export interface ComponentEvidence {
  readonly jp: Jp;
  readonly lines: number;
  /** Never by lines alone where it is of a level. */
  readonly held: boolean;
}

export type Evidence = Readonly<Record<Component, ComponentEvidence>>;

/** Which components the lines of a person show in the year that is measured. In any order of lines. */
export function evidenceOf(formula: Formula, lines: readonly RecognisedLine[], year: number): Evidence {
  const of = (component: Component): ComponentEvidence => {
    const span = formula.years[component];
    const first = span === undefined ? Number.NEGATIVE_INFINITY : year - span + 1;
    const counted = lines.filter(
      (line) =>
        line.recognised > 0 &&
        formula.forms[component].includes(line.form) &&
        first <= line.year &&
        line.year <= year,
    );
    const jp = counted.reduce((sum, { recognised }) => sum + recognised, 0) as Jp;
    const isThere = component === 'technical' ? jp >= formula.technicalJp : counted.length > 0;
    return { jp, lines: counted.length, held: isThere && !formula.ofLevel.includes(component) };
  };
  return Object.fromEntries(components.map((component) => [component, of(component)])) as Record<
    Component,
    ComponentEvidence
  >;
}
