import type { AttemptSummary, QuizOverview, QuizStart } from '@sinau/quiz';
import { element } from '../element.ts';
import { action, heading } from './frame.ts';
import { richText } from './rich-text.ts';
import type { Ui } from './words.ts';

/** How the quiz is taken, in words, before it begins. */
export function startScreen(
  ui: Ui,
  { start, begin }: { readonly start: QuizStart; readonly begin: () => void },
): readonly Node[] {
  const { t } = ui;
  const { overview, mode, introduction } = start;
  const browse = mode === 'browse';
  const rules = rulesInWords(ui, overview, browse).map((line) => element('li', {}, line));
  return [
    heading('h1', ui.title(start.moduleTitle)),
    ...(browse ? [element('p', { className: 'note' }, t.preview)] : []),
    ...(introduction ? [element('div', { className: 'rich' }, ...richText(introduction))] : []),
    element('h2', {}, t.rules),
    element('ul', { className: 'rules' }, ...rules),
    element('div', { className: 'actions' }, action(t.begin, begin, true)),
    ...attemptList(ui, overview),
  ];
}

function rulesInWords(
  ui: Ui,
  { questions, rules, attemptsLeft }: QuizOverview,
  browse: boolean,
): readonly string[] {
  const { t } = ui;
  const { timeLimitSeconds: limit, maxAttempts, passMark, review, reviewFrom } = rules;
  const time = limit === undefined ? t.noLimit : (browse ? t.limitPreview : t.limit)(ui.duration(limit));
  const tries =
    attemptsLeft === undefined
      ? t.anyAttempts
      : maxAttempts === undefined
        ? t.attemptsOnly(ui.number(attemptsLeft))
        : t.attemptsLeft(ui.number(attemptsLeft), ui.number(maxAttempts));
  return [
    t.questions(ui.number(questions)),
    time,
    tries,
    passMark === undefined ? t.noPassMark : t.passMark(ui.percent(passMark)),
    (reviewFrom === 'end' ? t.reviewsLater : t.reviews)[review],
    ...(browse ? [] : [t.autosave]),
  ];
}

/** What an attempt came to, and what can be done next. */
export function resultScreen(
  ui: Ui,
  given: {
    readonly overview: QuizOverview;
    /** The attempt to be told about first. */
    readonly attempt: AttemptSummary | undefined;
    readonly again: (() => void) | undefined;
    readonly review: (attempt: number) => void;
    readonly close: () => void;
  },
): readonly Node[] {
  const { t } = ui;
  const { overview, attempt, again } = given;
  const { attemptsLeft, rules } = overview;
  const reviewable = attempt?.reviewable ? attempt.number : undefined;
  const later =
    attempt?.result && !attempt.reviewable && rules.review !== 'score' && rules.reviewFrom === 'end';
  const left =
    attemptsLeft === undefined
      ? []
      : [attemptsLeft === 0 ? t.noneLeft : t.attemptsOnly(ui.number(attemptsLeft))];
  return [
    heading('h1', t.result),
    ...(attempt?.result ? [resultCard(ui, attempt.result)] : []),
    ...(rules.passMark === undefined ? [] : [element('p', {}, t.passMark(ui.percent(rules.passMark)))]),
    ...(overview.passed ? [] : left.map((line) => element('p', {}, line))),
    ...(later ? [element('p', { className: 'quiet' }, t.reviewLater)] : []),
    element(
      'div',
      { className: 'actions' },
      reviewable === undefined
        ? undefined
        : action(t.review(ui.number(reviewable)), () => given.review(reviewable), !again),
      again && action(t.again, again, true),
      action(t.close, given.close, !again && reviewable === undefined),
    ),
    ...attemptList(ui, overview, { review: given.review, shown: reviewable }),
  ];
}

function resultCard(ui: Ui, result: NonNullable<AttemptSummary['result']>): HTMLElement {
  const { t } = ui;
  const { passed, scaled, points, maxPoints, how } = result;
  const verdict = passed === undefined ? t.done : passed ? t.passed : t.failed;
  const mood = passed === undefined ? '' : passed ? ' good' : ' bad';
  return element(
    'div',
    { className: `result${mood}` },
    element('p', { className: 'verdict' }, verdict),
    element('p', { className: 'score' }, t.score(ui.percent(scaled))),
    element('p', {}, t.pointsOf(ui.number(points), ui.number(maxPoints))),
    t.how[how] === '' ? undefined : element('p', {}, t.how[how]),
  );
}

function attemptList(
  ui: Ui,
  { attempts, best }: QuizOverview,
  of: { readonly review?: (attempt: number) => void; readonly shown?: number | undefined } = {},
): readonly Node[] {
  const { t } = ui;
  if (attempts.length === 0) return [];
  const rows = attempts.toReversed().map(({ number, result, reviewable }) => {
    const outcome =
      result === undefined
        ? t.running
        : result.how === 'replaced'
          ? t.notCounted
          : `${ui.percent(result.scaled)}${number === best ? ` · ${t.best}` : ''}`;
    const text = element('span', {}, `${t.attempt(ui.number(number))}: ${outcome}`);
    const { review, shown } = of;
    // The one that is told about has its button already.
    const open =
      review && reviewable && number !== shown
        ? action(t.review(ui.number(number)), () => review(number))
        : undefined;
    return element('li', {}, text, open);
  });
  return [element('h2', {}, t.attempts), element('ul', { className: 'attempts' }, ...rows)];
}
