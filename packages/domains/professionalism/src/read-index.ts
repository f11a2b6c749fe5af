import type { PersonId } from '@sinau/kernel';
import { type Evidence, evidenceOf, type RecognisedLine } from './evidence.ts';
import type { OwnFacts } from './facts.ts';
import { type Component, components, type Formula, type PostKind } from './formula.ts';
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
}

/** For the person alone; who asks, the caller has decided. */
export async function readIndex(deps: { readonly facts: FactsStore }, asked: Asked): Promise<OwnIndex> {
  const { personId, year, lines, postFamily } = asked;
  const kept = await deps.facts.find(personId);
  const own = kept?.facts ?? {};
  const formula = formulaOf(year);
  const evidence = evidenceOf(formula, lines, year);
  const recordedKind = kindOf(postFamily);
  const { leadership: _, functional: __, postKind: told, ...rest } = own;
  const postKind = recordedKind ?? told;
  const facts = { ...rest, ...(postKind && { postKind }), held: heldOf(evidence, own) };
  return {
    ...{ year, formula, evidence, own, rev: kept?.rev ?? 0 },
    ...(recordedKind && { recordedKind }),
    ...{ simulation: simulate(formula, facts), steps: stepsOf(formula, facts, evidence) },
  };
}

/** What JP of the platform cannot know, the person says: training of before, and posts that need none. */
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
