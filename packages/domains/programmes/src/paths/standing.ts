import type { PathGroup, PathStep, PathTerms, StepDone } from './path.ts';

export interface StepStanding {
  readonly step: PathStep;
  readonly state: 'done' | 'open' | 'locked';
  /** When it was finished, ISO 8601 UTC. */
  readonly at?: string;
  /** Ids of steps and groups that have to be finished first. */
  readonly waitsFor: readonly string[];
}

export interface GroupStanding {
  readonly group: PathGroup;
  readonly steps: readonly StepStanding[];
  /** So many of its steps are needed. */
  readonly needed: number;
  /** Of those that are needed, never more. */
  readonly done: number;
  readonly at?: string;
}

/** How far somebody is by the terms of a path. */
export interface PathStanding {
  readonly groups: readonly GroupStanding[];
  readonly needed: number;
  readonly done: number;
  /** When the last thing that was needed was finished; absent while something is missing. */
  readonly completedAt?: string;
}

export const neededOf = ({ needs, steps }: Pick<PathGroup, 'needs' | 'steps'>): number =>
  needs === 'all' ? steps.length : Math.min(needs, steps.length);

/**
 * Read off the moments at which steps were finished, so that it is the same in whatever order they came to be known. A group is finished with
 * the last of the first so many steps that it needs; further ones do not put it off.
 */
export function standingOf(terms: Pick<PathTerms, 'groups'>, done: readonly StepDone[]): PathStanding {
  const moments = new Map(done.map(({ stepId, at }) => [stepId, at]));
  const finished = new Map<string, string>(moments);
  for (const group of terms.groups) {
    const at = finishedAt(group, moments);
    if (at !== undefined) finished.set(group.groupId, at);
  }
  const groups = terms.groups.map((group): GroupStanding => {
    const needed = neededOf(group);
    const own = group.steps.filter(({ stepId }) => moments.has(stepId)).length;
    const at = finished.get(group.groupId);
    const steps = group.steps.map((step) => stepStanding(step, moments.get(step.stepId), finished));
    return { group, steps, needed, done: Math.min(own, needed), ...(at !== undefined && { at }) };
  });
  const ends = groups.map(({ at }) => at ?? '');
  const isComplete = ends.length > 0 && ends.every((at) => at !== '');
  const last = ends.toSorted().at(-1);
  return {
    groups,
    needed: sum(groups.map(({ needed }) => needed)),
    done: sum(groups.map((group) => group.done)),
    ...(isComplete && last !== undefined && { completedAt: last }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function finishedAt(group: PathGroup, moments: ReadonlyMap<string, string>): string | undefined {
  const own = group.steps.flatMap(({ stepId }) => moments.get(stepId) ?? []);
  return own.toSorted()[neededOf(group) - 1];
}

function stepStanding(
  step: PathStep,
  at: string | undefined,
  finished: ReadonlyMap<string, string>,
): StepStanding {
  const waitsFor = step.after.filter((id) => !finished.has(id));
  if (at !== undefined) return { step, state: 'done', at, waitsFor: [] };
  return { step, state: waitsFor.length === 0 ? 'open' : 'locked', waitsFor };
}

/** What comes next: of what is needed and open, the first in the order of the path. */
export function nextStep({ groups }: Pick<PathStanding, 'groups'>): StepStanding | undefined {
  return groups
    .filter(({ at }) => at === undefined)
    .flatMap(({ steps }) => steps)
    .find(({ state }) => state === 'open');
}

/** What ids of steps and groups stand for. */
export function namesOf({ groups }: Pick<PathTerms, 'groups'>): ReadonlyMap<string, PathStep['title']> {
  return new Map(
    groups.flatMap(({ groupId, title, steps }) => [
      [groupId, { id: title }] as const,
      ...steps.map((step) => [step.stepId, step.title] as const),
    ]),
  );
}
