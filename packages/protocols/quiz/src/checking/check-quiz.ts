import { type ChoiceQuestion, type Question, type Quiz, type QuizSection, quizLimits } from '../model.ts';
import type { RichText } from '../rich-text.ts';
import { createProblem, type QuizProblem } from './finding-texts.ts';

/** What no shape tells: ids that stand twice, shares, draws, pairs. Empty when the quiz can be taken. */
export function checkQuiz({ sections, introduction = [] }: Quiz): readonly QuizProblem[] {
  const questions = sections.flatMap((section) => section.questions);
  return [
    ...checkAmount(questions, introduction),
    ...twice(sections, { idOf: ({ sectionId }) => sectionId, at: 'sections' }),
    ...twice(questions, { idOf: ({ questionId }) => questionId, at: 'questions' }),
    ...sections.flatMap(checkSection),
    ...questions.flatMap(checkQuestion),
  ];
}

function checkAmount(questions: readonly Question[], introduction: RichText): readonly QuizProblem[] {
  const { questions: limit, allText } = quizLimits;
  if (questions.length > limit) {
    return [createProblem('quiz.too-many-questions', { count: questions.length, limit })];
  }
  const letters = [introduction, ...questions].reduce<number>((sum, one) => sum + lengthOf(one), 0);
  return letters > allText ? [createProblem('quiz.too-much-text')] : [];
}

/** Letters of everything inside; what is read here is never deeper than the shape of a quiz. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + lengthOf(one), 0);
}

function checkSection({ sectionId, title, pick, questions }: QuizSection): readonly QuizProblem[] {
  if (pick === undefined || pick <= questions.length) return [];
  return [createProblem('quiz.pick-too-many', { at: title ?? sectionId, pick, count: questions.length })];
}

/** Problems of one question by itself. */
export function checkQuestion(question: Question): readonly QuizProblem[] {
  const at = question.title || question.questionId;
  const unread = isEmpty(question.prompt) ? [createProblem('quiz.nothing-to-read', { at })] : [];
  return [...unread, ...checkAnswers(question, at)];
}

function checkAnswers(question: Question, at: string): readonly QuizProblem[] {
  switch (question.kind) {
    case 'choice':
      return [...checkOptions(question.choices, at), ...checkChoices(question, at)];
    case 'numeric':
    case 'short-text':
      return question.answers.some(({ share }) => share === 1)
        ? []
        : [createProblem('quiz.nothing-right', { at })];
    case 'matching': {
      const known = new Set(question.targets.map(({ id }) => id));
      const unknown = question.sources.filter(({ targetId }) => !known.has(targetId));
      return [
        ...checkOptions(question.sources, at),
        ...checkOptions(question.targets, at),
        ...unknown.map(({ targetId }) => createProblem('quiz.no-such-target', { at, id: targetId })),
      ];
    }
    case 'ordering':
      return checkOptions(question.items, at);
  }
}

/** Thirds and sevenths are written with few decimals. */
const tolerance = 0.001;

function checkChoices({ choices, multiple, trueFalse }: ChoiceQuestion, at: string): readonly QuizProblem[] {
  const ids = choices
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
  if (trueFalse && (multiple || ids !== 'false true')) return [createProblem('quiz.true-false', { at })];
  const right = choices.filter(({ share }) => share > 0);
  if (right.length === 0) return [createProblem('quiz.nothing-right', { at })];
  if (!multiple) {
    return right.some(({ share }) => share === 1) ? [] : [createProblem('quiz.nothing-right', { at })];
  }
  const sum = right.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 1) <= tolerance ? [] : [createProblem('quiz.shares', { at })];
}

function checkOptions(
  list: readonly { readonly id: string; readonly text: RichText }[],
  at: string,
): readonly QuizProblem[] {
  const empty = list.filter(({ text }) => isEmpty(text));
  return [
    ...twice(list, { idOf: ({ id }) => id, at }),
    ...empty.map(({ id }) => createProblem('quiz.nothing-to-read', { at: `${at} (${id})` })),
  ];
}

function twice<Item>(
  list: readonly Item[],
  { idOf, at }: { readonly idOf: (item: Item) => string; readonly at: string },
): readonly QuizProblem[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const id of list.map(idOf)) {
    if (seen.has(id)) again.add(id);
    seen.add(id);
  }
  return [...again].map((id) => createProblem('quiz.id-twice', { id, at }));
}

function isEmpty(text: RichText): boolean {
  return !text.some((block) => {
    if (block.type === 'image') return true;
    if (block.type === 'code') return block.text.trim() !== '';
    const runs = block.type === 'list' ? block.items.flat() : block.runs;
    return runs.some((run) => run.text.trim() !== '');
  });
}
