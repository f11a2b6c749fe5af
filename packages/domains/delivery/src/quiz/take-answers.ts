import { InvalidInput } from '@sinau/kernel';
import { parseShownResponse, type Question, type QuestionResponse, type QuizMessage } from '@sinau/quiz';
import { answerTo, isNewer, type QuizAnswer, type QuizAttempt } from './state.ts';

/**
 * The attempt with the answers of a message, wherever nothing newer is known. Undefined: all of it was known already.
 * Rejects with `InvalidInput`; then nothing of the message counts.
 */
export function takeAnswers(
  attempt: QuizAttempt,
  of: {
    readonly message: QuizMessage;
    readonly questions: readonly Question[];
    /** When the attempt began, ISO 8601 UTC. */
    readonly startedAt: string;
    readonly at: Date;
  },
): QuizAttempt | undefined {
  const { message, questions, at } = of;
  const { run, sequence, place } = message;
  const order = { run, sequence };
  const byId = new Map(questions.map((question) => [question.questionId, question]));
  const mostSeconds = Math.max(0, Math.ceil((at.getTime() - Date.parse(of.startedAt)) / 1000));
  const taken: [string, QuizAnswer][] = message.answers.flatMap((draft, index) => {
    const { questionId, flagged } = draft;
    const question = byId.get(questionId);
    if (!question) throw invalid(`/answers/${index}/questionId`, 'The attempt has no such question.');
    const response = responseIn(question, draft.response, { seed: attempt.seed, index });
    if (!isNewer(order, answerTo(attempt, questionId)?.order)) return [];
    // No question has taken longer than the attempt.
    const seconds = Math.min(Math.round(draft.seconds), mostSeconds);
    return [
      [questionId, { ...(response && { response }), flagged, seconds, order, at: at.toISOString() }] as const,
    ];
  });
  if (place !== undefined && !byId.has(place)) throw invalid('/place', 'The attempt has no such question.');
  const moved = place !== undefined && isNewer(order, attempt.place?.order);
  if (taken.length === 0 && !moved) return undefined;
  return {
    ...attempt,
    answers: { ...attempt.answers, ...Object.fromEntries(taken) },
    ...(moved && { place: { questionId: place, order } }),
  };
}

function responseIn(
  question: Question,
  given: unknown,
  at: { readonly seed: string; readonly index: number },
) {
  if (given === null || given === undefined) return undefined;
  const response = parseShownResponse(question, given, at.seed);
  if (!response) throw invalid(`/answers/${at.index}/response`, 'This is no response to the question.');
  return isBlank(response) ? undefined : response;
}

function isBlank(response: QuestionResponse): boolean {
  switch (response.kind) {
    case 'choice':
      return response.choiceIds.length === 0;
    case 'matching':
      return response.pairs.length === 0;
    case 'ordering':
      return false;
    default:
      return response.text.trim() === '';
  }
}

function invalid(path: string, message: string): InvalidInput {
  return new InvalidInput(message, { issues: [{ path, message }] });
}
