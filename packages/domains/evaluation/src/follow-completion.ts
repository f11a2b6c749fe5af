import { type Clock, localDateOf, yearOf } from '@sinau/kernel';
import { EvaluationChanged } from './errors.ts';
import { type Evaluation, evaluationDays, isTooOld, morningAfter } from './evaluation.ts';
import type { Completion, CompletionDirectory, EvaluationPlace, EvaluationStore } from './ports.ts';

interface Deps {
  readonly evaluations: Pick<EvaluationStore, 'find' | 'step'>;
  readonly completions: CompletionDirectory;
  readonly clock: Clock;
}

/** Facts that are told at once meet each other here. */
const rounds = 5;

/**
 * An evaluation follows its completion: it is there once somebody has completed something, counts nowhere while that is taken back, and counts
 * again when it is given back. Goes by what is so now: safe to repeat, and in any order.
 */
export async function followCompletion(deps: Deps, place: EvaluationPlace): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const [before, completion] = await Promise.all([
      deps.evaluations.find(place),
      deps.completions.completionOf(place.personId, place.evaluationId),
    ]);
    const after = nextOf(place, { before, completion, now: deps.clock.now().toISOString() });
    if (!after || (await deps.evaluations.step(before, after)) === 'done') return;
  }
  throw new EvaluationChanged();
}

/** Undefined: it is as it should be. */
function nextOf(
  place: EvaluationPlace,
  {
    before,
    completion,
    now,
  }: {
    readonly before: Evaluation | undefined;
    readonly completion: Completion | undefined;
    readonly now: string;
  },
): Evaluation | undefined {
  if (before?.state === 'standing') return completion ? undefined : withdrawn(before);
  if (!completion) return undefined;
  if (before) {
    const state = 'standing' as const;
    return before.asked ? { ...before, state } : { ...before, state, turn: firstTurn(before) };
  }
  return isTooOld(completion.completedAt, now) ? undefined : begun(place, completion);
}

function withdrawn({ turn: _, ...before }: Evaluation): Evaluation {
  return { ...before, state: 'withdrawn' };
}

function begun(place: EvaluationPlace, { score, ...completion }: Completion): Evaluation {
  return {
    ...place,
    ...completion,
    year: yearOf(localDateOf(Date.parse(completion.completedAt), 'Asia/Jakarta')),
    ...(score !== undefined && { score: Math.round(Math.min(1, Math.max(0, score)) * 100) }),
    state: 'standing',
    turn: firstTurn(completion),
    rev: 0,
  };
}

const firstTurn = ({ completedAt }: Pick<Evaluation, 'completedAt'>) => ({
  step: 'ask' as const,
  at: morningAfter(completedAt, evaluationDays.askedAfter),
});
