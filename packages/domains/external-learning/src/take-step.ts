import type { Clock, PersonId } from '@sinau/kernel';
import { LearningChanged, LearningDuplicate, LearningNotFound, StepRefused } from './errors.ts';
import type { Actor, ExternalLearning, LearningId, Line } from './learning.ts';
import { isWaiting, type MoveName, targetOf } from './moves.ts';
import type { LearningStore, Step } from './ports.ts';

export interface StepDeps {
  readonly learnings: LearningStore;
  readonly clock: Clock;
}

export interface Given {
  readonly action: MoveName;
  readonly by: Actor;
  readonly bySupervisor?: boolean;
  readonly needsLetter?: boolean;
  readonly reason?: string;
  /** What changes along, beside what every step changes. */
  readonly change?: Partial<ExternalLearning>;
}

/** Takes a record on by one step, with the line that tells of it. Rejects where its state has no such step. */
export async function takeStep(
  deps: StepDeps,
  before: ExternalLearning,
  given: Given,
): Promise<ExternalLearning> {
  const to = targetOf(given.action, before, given);
  if (to === undefined) throw new StepRefused();
  const at = deps.clock.now().toISOString();
  const { waitingSince: _, reason: __, ...rest } = before;
  const reason = given.reason === undefined ? {} : { reason: given.reason };
  const after: ExternalLearning = {
    ...{ ...rest, ...given.change, state: to, lines: before.lines + 1 },
    ...(to === 'reported' && { stage: 'report' as const }),
    ...(isWaiting(to, given.needsLetter ?? false) && { waitingSince: at }),
    ...reason,
  };
  const line: Line = {
    ...{ n: after.lines, action: given.action, from: before.state, to, at, by: given.by, ...reason },
  };
  return store(deps, { before, after, line });
}

/** Writes a step, or says in the words of this domain why it was not written. */
export async function store(deps: Pick<StepDeps, 'learnings'>, step: Step): Promise<ExternalLearning> {
  const result = await deps.learnings.take(step);
  if (result.outcome === 'changed') throw new LearningChanged();
  if (result.outcome === 'taken') throw new LearningDuplicate(result.learningId);
  return result.learning;
}

export interface Place {
  readonly personId: PersonId;
  readonly learningId: LearningId;
}

/** As it was shown: whoever decides on something else than they have seen is told so. */
export async function findShown(
  { learnings }: Pick<StepDeps, 'learnings'>,
  { personId, learningId }: Place,
  rev?: number,
): Promise<ExternalLearning> {
  const found = await learnings.find(personId, learningId);
  if (!found) throw new LearningNotFound();
  if (rev !== undefined && found.rev !== rev) throw new LearningChanged();
  return found;
}
