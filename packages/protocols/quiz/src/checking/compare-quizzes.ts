import type { Quiz, QuizRules } from '../model.ts';

/** Titles of the questions of two quizzes that differ; questions are told apart by their ids. */
export interface QuizDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Anything of them: words, answers, points. */
  readonly changed: readonly string[];
}

type Sections = Pick<Quiz, 'sections'>;

export function compareQuizzes(before: Sections, after: Sections): QuizDifference {
  const [old, fresh] = [questionsOf(before), questionsOf(after)];
  const titles = (list: ReturnType<typeof questionsOf>, wanted: (id: string, text: string) => boolean) =>
    [...list].filter(([id, { text }]) => wanted(id, text)).map(([, { title }]) => title);
  return {
    added: titles(fresh, (id) => !old.has(id)),
    removed: titles(old, (id) => !fresh.has(id)),
    changed: titles(fresh, (id, text) => old.has(id) && old.get(id)?.text !== text),
  };
}

const questionsOf = ({ sections }: Sections) =>
  new Map(
    sections
      .flatMap(({ questions }) => questions)
      .map((question) => [question.questionId, { title: question.title, text: sortedJson(question) }]),
  );

export const quizRuleNames = [
  'timeLimitSeconds',
  'maxAttempts',
  'passMark',
  'shuffleQuestions',
  'review',
  'reviewFrom',
] as const satisfies readonly (keyof QuizRules)[];
export type QuizRuleName = (typeof quizRuleNames)[number];

/** Names of the rules that differ. */
export function compareRules(before: QuizRules, after: QuizRules): readonly QuizRuleName[] {
  return quizRuleNames.filter((name) => before[name] !== after[name]);
}

/** The same for the same value, in whatever order its properties are stored. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
