import type {
  ChoiceQuestion,
  MatchingQuestion,
  NumericQuestion,
  OrderingQuestion,
  Question,
  QuestionResponse,
  ResponseOutcome,
  ShortTextQuestion,
} from '../model.ts';
import { add, compare, type Decimal, decimalOf, negate } from './decimal.ts';
import { matchesPattern } from './match-text.ts';
import { readNumbers } from './read-number.ts';

type ResponseOf<Kind extends QuestionResponse['kind']> = Extract<QuestionResponse, { readonly kind: Kind }>;

/**
 * What a response is worth; a response of another kind than the question, or none, is worth nothing.
 *
 * Choice: sum of the shares. Number and short text: the best answer that fits. Matching: right pairs of all sources.
 * Ordering: neighbours that follow one another as they should, of all neighbours, so that one item at a wrong place does
 * not spoil the rest.
 */
export function gradeResponse(question: Question, response: QuestionResponse | undefined): ResponseOutcome {
  const share = Math.min(Math.max(response ? shareOf(question, response) : 0, 0), 1);
  return { share: rounded(share), points: rounded(share * question.points), correct: share === 1 };
}

function shareOf(question: Question, response: QuestionResponse): number {
  switch (question.kind) {
    case 'choice':
      return response.kind === 'choice' ? gradeChoice(question, response) : 0;
    case 'numeric':
      return response.kind === 'numeric' ? gradeNumber(question, response) : 0;
    case 'short-text':
      return response.kind === 'short-text' ? gradeText(question, response) : 0;
    case 'matching':
      return response.kind === 'matching' ? gradePairs(question, response) : 0;
    case 'ordering':
      return response.kind === 'ordering' ? gradeOrder(question, response) : 0;
  }
}

/** So that thirds are written with few decimals, and two of them of three points are two points. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The most that a response which is not wholly right can be worth. */
const almost = 0.999;

function gradeChoice({ choices, multiple }: ChoiceQuestion, { choiceIds }: ResponseOf<'choice'>): number {
  const chosen = choices.filter(({ id }) => choiceIds.includes(id));
  if (!multiple) return chosen.length === 1 ? (chosen[0]?.share ?? 0) : 0;
  const right = choices.filter(({ share }) => share > 0).length;
  const allRight = chosen.length === right && chosen.every(({ share }) => share > 0);
  if (allRight) return right === 0 ? 0 : 1;
  const sum = chosen.reduce((total, { share }) => total + (share === 0 ? -1 / right : share), 0);
  // Only the right ones and no other are full marks, however shares were rounded.
  return Math.min(sum, almost);
}

function gradeNumber({ answers, unit }: NumericQuestion, { text }: ResponseOf<'numeric'>): number {
  const readings = readNumbers(text, unit);
  return best(answers.filter((answer) => readings.some((reading) => isWithin(answer, reading))));
}

/** Whether a number lies in the range of an answer; its ends belong to it. */
export function isWithin(answer: NumericQuestion['answers'][number], given: Decimal): boolean {
  const { from, to } = rangeOf(answer);
  return compare(given, from) >= 0 && compare(given, to) <= 0;
}

export function rangeOf({ value, tolerance }: NumericQuestion['answers'][number]) {
  const [middle, width] = [decimalOf(value), decimalOf(tolerance)];
  return { from: add(middle, negate(width)), to: add(middle, width) };
}

function gradeText({ answers, caseSensitive }: ShortTextQuestion, given: ResponseOf<'short-text'>): number {
  if (given.text.trim() === '') return 0;
  return best(answers.filter(({ text }) => matchesPattern(text, given.text, caseSensitive)));
}

const best = (answers: readonly { readonly share: number }[]): number =>
  answers.reduce((most, { share }) => Math.max(most, share), 0);

function gradePairs({ sources }: MatchingQuestion, { pairs }: ResponseOf<'matching'>): number {
  const targets = new Map(pairs);
  const right = sources.filter(({ id, targetId }) => targets.get(id) === targetId).length;
  return sources.length === 0 ? 0 : right / sources.length;
}

function gradeOrder({ items }: OrderingQuestion, { itemIds }: ResponseOf<'ordering'>): number {
  const followers = new Map(itemIds.map((id, index) => [id, itemIds[index + 1]]));
  const pairs = items.slice(1).map(({ id }, index) => [items[index]?.id ?? '', id] as const);
  const right = pairs.filter(([first, second]) => followers.get(first) === second).length;
  return pairs.length === 0 ? 0 : right / pairs.length;
}
