import type { PersonId } from '@sinau/kernel';
import { type Evidence, evidenceOf, type RecognisedLine } from './evidence.ts';
import type { OwnFacts } from './facts.ts';
import { type Component, components, type Education, type Formula, type PostKind } from './formula.ts';
import { formulaOf } from './national-formulas.ts';
import type { FactsStore } from './ports.ts';
import { type Simulation, type Step, simulate, stepsOf } from './simulate.ts';

/** The simulated index of one person with everything behind it. */
export interface OwnIndex {
  readonly year: number;
  readonly formula: Formula;
  readonly evidence: Evidence;
  readonly own: OwnFacts;
  /** 0: nothing was told yet. */
  readonly rev: number;
  /** Of the record of the agency; what the person says of it does not count then. */
  readonly recordedKind?: PostKind;
  /** The same of education. */
  readonly recordedEducation?: Education;
  readonly simulation: Simulation;
  readonly steps: readonly Step[];
}

export interface Asked {
  readonly personId: PersonId;
  /** In which it is measured, in the zone of the person. */
  readonly year: number;
  readonly lines: readonly RecognisedLine[];
  /** Family of the post that the person holds, as records of agencies name it. */
  readonly postFamily?: string;
  /** Highest education, as records of agencies name it: `slta`, `d4`. */
  readonly educationLevel?: string;
}

/** For the person alone; who asks, the caller has decided. */
export async function readIndex(deps: { readonly facts: FactsStore }, asked: Asked): Promise<OwnIndex> {
  const { personId, year, lines, postFamily, educationLevel } = asked;
  const kept = await deps.facts.find(personId);
  const own = kept?.facts ?? {};
  const formula = formulaOf(year);
  const evidence = evidenceOf(formula, lines, year);
  const recordedKind = kindOf(postFamily);
  const recordedEducation = levelOf(educationLevel);
  const { leadership: _, functional: __, postKind: told, education: ownEducation, ...rest } = own;
  const postKind = recordedKind ?? told;
  const education = recordedEducation ?? ownEducation;
  const facts = {
    ...rest,
    ...(postKind && { postKind }),
    ...(education && { education }),
    held: heldOf(evidence, own),
  };
  return {
    ...{ year, formula, evidence, own, rev: kept?.rev ?? 0 },
    ...(recordedKind && { recordedKind }),
    ...(recordedEducation && { recordedEducation }),
    ...{ simulation: simulate(formula, facts), steps: stepsOf(formula, facts, evidence) },
  };
}

/** What JP of the platform cannot know, the person says: training of before, of which level it was, and posts that need none. */
const heldOf = (evidence: Evidence, own: OwnFacts): readonly Component[] =>
  components.filter((component) => {
    const told = component === 'leadership' || component === 'functional' ? own[component] : undefined;
    return told ?? evidence[component].held;
  });

/** Families after UU 20/2023 in the words of the index, which is older. */
function kindOf(family: string | undefined): PostKind | undefined {
  if (family === undefined) return undefined;
  if (family === 'pelaksana') return 'executing';
  return family.startsWith('fungsional') ? 'functional' : 'managerial';
}

/** Levels of records in the steps of the table. */
const steps: ReadonlyMap<string, Education> = new Map([
  ...(['sd', 'sltp'] as const).map((level) => [level, 'below-sma'] as const),
  ...(['slta', 'd1', 'd2'] as const).map((level) => [level, 'sma-d2'] as const),
  ...(['d4', 's1'] as const).map((level) => [level, 's1-d4'] as const),
  ...(['d3', 's2', 's3'] as const).map((level) => [level, level] as const),
]);

const levelOf = (level: string | undefined) => (level === undefined ? undefined : steps.get(level));
