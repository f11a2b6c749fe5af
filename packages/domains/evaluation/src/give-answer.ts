import { blotOut, type Clock, type Ids, type PersonPrincipal } from '@sinau/kernel';
import { EvaluationChanged, EvaluationClosed, EvaluationNotFound } from './errors.ts';
import {
  type Applied,
  type Evaluation,
  type EvaluationId,
  isAppliedOpen,
  isEndOpen,
  type Words,
} from './evaluation.ts';
import { noteStandings } from './note-standings.ts';
import type { EvaluationPlace, EvaluationStore, ResultStore } from './ports.ts';
import { type AppliedAnswer, type EndAnswer, reactionQuestions } from './questions.ts';

export interface AnswerDeps {
  readonly evaluations: Pick<EvaluationStore, 'find' | 'step'>;
  readonly results: ResultStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Levels 1 and 2 of the reader's own completion. A part that is not sent stays as it was; one that is sent takes its place whole. */
export function answerEnd(
  deps: AnswerDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly evaluationId: EvaluationId;
    readonly answer: EndAnswer;
  },
): Promise<void> {
  const { principal, evaluationId, answer } = input;
  return change(deps, { personId: principal.personId, evaluationId }, (before, now) => {
    if (!isEndOpen(before, now)) throw new EvaluationClosed();
    const { reaction, learning } = answer;
    const comment = reaction && wordsOf(deps, reaction.comment, before.reaction?.comment);
    return {
      ...before,
      ...(reaction && {
        reaction: {
          scores: pick(reaction),
          ...(comment && { comment }),
        },
      }),
      ...(learning && { learning }),
    };
  });
}

const pick = (scores: NonNullable<EndAnswer['reaction']>) =>
  Object.fromEntries(reactionQuestions.map((question) => [question, scores[question]])) as NonNullable<
    Evaluation['reaction']
  >['scores'];

/** Level 3 of the reader's own completion. */
export function answerApplied(
  deps: AnswerDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly evaluationId: EvaluationId;
    readonly answer: AppliedAnswer;
  },
): Promise<void> {
  const { principal, evaluationId, answer } = input;
  return change(deps, { personId: principal.personId, evaluationId }, (before, now) => {
    if (!isAppliedOpen(before, now)) throw new EvaluationClosed();
    return { ...before, applied: appliedOf(deps, answer, before.applied) };
  });
}

/** Level 3 of somebody in the reader's team; anybody but whoever was asked is answered as if there were none. */
export function answerAsSupervisor(
  deps: AnswerDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly place: EvaluationPlace;
    readonly answer: AppliedAnswer;
  },
): Promise<void> {
  const { principal, place, answer } = input;
  return change(deps, place, (before, now) => {
    if (before.asked?.supervisorId !== principal.personId) throw new EvaluationNotFound();
    if (!isAppliedOpen(before, now)) throw new EvaluationClosed();
    return { ...before, supervisor: appliedOf(deps, answer, before.supervisor) };
  });
}

/** Learner and supervisor may answer in the same moment. */
const rounds = 5;

async function change(
  deps: AnswerDeps,
  place: EvaluationPlace,
  next: (before: Evaluation, now: string) => Evaluation,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const before = await deps.evaluations.find(place);
    if (!before) throw new EvaluationNotFound();
    const after = next(before, deps.clock.now().toISOString());
    if ((await deps.evaluations.step(before, after)) !== 'done') continue;
    return noteStandings(deps, after);
  }
  throw new EvaluationChanged();
}

function appliedOf(
  deps: Pick<AnswerDeps, 'clock' | 'ids'>,
  { applied, obstacle, example }: AppliedAnswer,
  before: Applied | undefined,
): Applied {
  const words = wordsOf(deps, example, before?.example);
  return { applied, obstacle, ...(words && { example: words }) };
}

/** Unchanged words stay as they were; others are told with the next answers only, like new ones. */
function wordsOf(
  { clock, ids }: Pick<AnswerDeps, 'clock' | 'ids'>,
  given: string | undefined,
  before: Words | undefined,
): Words | undefined {
  const text = blotOut(given ?? '').trim();
  if (text === '') return undefined;
  if (before?.text === text) return before;
  return { wordsId: before?.wordsId ?? ids.token(12), text, at: clock.now().toISOString() };
}
