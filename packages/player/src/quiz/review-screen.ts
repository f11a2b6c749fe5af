import type { QuestionResponse, QuizReview, ReviewedQuestion, ShownOption, ShownSolution } from '@sinau/quiz';
import { element } from '../element.ts';
import { nameOf } from './field-parts.ts';
import { action, heading } from './frame.ts';
import { inlineText, richText } from './rich-text.ts';
import type { Ui } from './words.ts';

/** An attempt that is over, as far as the server has told. */
export function reviewScreen(
  ui: Ui,
  { review, back }: { readonly review: QuizReview; readonly back: () => void },
): readonly Node[] {
  const { t } = ui;
  const { attempt, questions = [] } = review;
  const all = questions.map((one, index) => questionReview(ui, one, index + 1));
  return [
    heading('h1', t.reviewTitle(ui.number(attempt.number))),
    element('ol', { className: 'reviews' }, ...all),
    element('div', { className: 'actions' }, action(t.back, back, true)),
  ];
}

function questionReview(ui: Ui, reviewed: ReviewedQuestion, number: number): HTMLElement {
  const { t } = ui;
  const { question, response, points, correct, solution, explanation } = reviewed;
  const mark = correct ? t.correct : response === undefined ? t.noAnswer : points > 0 ? t.partly : t.wrong;
  const verdict = `${ui.number(number)}. ${mark} · ${t.pointsOf(ui.number(points), ui.number(question.points))}`;
  return element(
    'li',
    { className: correct ? 'good' : 'bad' },
    element('h2', {}, verdict),
    element('div', { className: 'rich' }, ...richText(question.prompt)),
    ...(question.kind === 'choice'
      ? [choices(ui, question.choices, { response, solution })]
      : [...own(ui, reviewed), ...right(ui, reviewed)]),
    ...(explanation
      ? [element('h3', {}, t.explanation), element('div', { className: 'rich' }, ...richText(explanation))]
      : []),
  );
}

function choices(
  ui: Ui,
  options: readonly ShownOption[],
  of: { readonly response: QuestionResponse | undefined; readonly solution: ShownSolution | undefined },
): HTMLElement {
  const { t } = ui;
  const chosen = of.response?.kind === 'choice' ? of.response.choiceIds : [];
  const solution = of.solution?.kind === 'choice' ? of.solution : undefined;
  const rows = options.map(({ id, text }) => {
    const isRight = solution?.choiceIds.includes(id) === true;
    const marks = [...(chosen.includes(id) ? [t.yours] : []), ...(isRight ? [t.right] : [])];
    const feedback = solution?.feedback.find((one) => one.id === id);
    return element(
      'li',
      { className: isRight ? 'right' : '' },
      element('span', {}, ...inlineText(text)),
      marks.length > 0 ? element('strong', { className: 'mark' }, ` (${marks.join(', ')})`) : undefined,
      feedback && element('div', { className: 'rich quiet' }, ...richText(feedback.text)),
    );
  });
  return element('ul', {}, ...rows);
}

function own(ui: Ui, { question, response }: ReviewedQuestion): readonly Node[] {
  const lines = response ? linesOf(question, response) : [ui.t.noAnswer];
  return [element('h3', {}, ui.t.answerLabel), answerList(lines, question.kind === 'ordering')];
}

function right(ui: Ui, { question, solution }: ReviewedQuestion): readonly Node[] {
  if (!solution) return [];
  return [
    element('h3', {}, ui.t.rightAnswer),
    answerList(solutionLines(ui, question, solution), question.kind === 'ordering'),
  ];
}

const answerList = (lines: readonly string[], ordered: boolean): HTMLElement =>
  lines.length === 1
    ? element('p', {}, lines[0])
    : element(ordered ? 'ol' : 'ul', {}, ...lines.map((line) => element('li', {}, line)));

function linesOf(question: ReviewedQuestion['question'], response: QuestionResponse): readonly string[] {
  switch (response.kind) {
    case 'choice':
      return [];
    case 'matching':
      return pairLines(question, response.pairs);
    case 'ordering':
      return itemLines(question, response.itemIds);
    default:
      return [`${response.text}${question.kind === 'numeric' && question.unit ? ` ${question.unit}` : ''}`];
  }
}

function solutionLines(
  ui: Ui,
  question: ReviewedQuestion['question'],
  solution: ShownSolution,
): readonly string[] {
  switch (solution.kind) {
    case 'choice':
      return [];
    case 'numeric': {
      const unit = question.kind === 'numeric' && question.unit ? ` ${question.unit}` : '';
      const texts = solution.answers.map(({ value, tolerance }) =>
        tolerance === 0
          ? ui.exact(value)
          : ui.t.between(ui.exact(value - tolerance), ui.exact(value + tolerance)),
      );
      return [`${texts.join(ui.t.or)}${unit}`];
    }
    case 'short-text':
      return [solution.texts.join(ui.t.or)];
    case 'matching':
      return pairLines(question, solution.pairs);
    case 'ordering':
      return itemLines(question, solution.itemIds);
  }
}

function pairLines(
  question: ReviewedQuestion['question'],
  pairs: readonly (readonly [string, string])[],
): readonly string[] {
  if (question.kind !== 'matching') return [];
  return pairs.map(
    ([source, target]) => `${named(question.sources, source)} → ${named(question.targets, target)}`,
  );
}

const itemLines = (question: ReviewedQuestion['question'], ids: readonly string[]): readonly string[] =>
  question.kind === 'ordering' ? ids.map((id) => named(question.items, id)) : [];

function named(options: readonly ShownOption[], id: string): string {
  const option = options.find((one) => one.id === id);
  return option ? nameOf(option) : '–';
}
