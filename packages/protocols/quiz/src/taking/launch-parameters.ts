import * as z from 'zod/mini';
import { quizRulesSchema } from '../checking/quiz-schema.ts';
import type { Quiz, QuizRules } from '../model.ts';

const parameters = z.strictObject({
  v: z.literal(1),
  kind: z.literal('quiz'),
  title: z.string(),
  /** Of one attempt. */
  questions: z.int().check(z.gte(1)),
  rules: quizRulesSchema,
});

/**
 * What the LMS tells the page of a quiz: JSON in `launchParameters` of LMS.LaunchData (cmi5 10.2.6), which learners can
 * read. So it says how the quiz is taken, and nothing of its questions (case C5).
 */
export interface QuizParameters {
  readonly v: 1;
  readonly kind: 'quiz';
  readonly title: string;
  /** Of one attempt. */
  readonly questions: number;
  readonly rules: QuizRules;
}

/** @param quiz with the rules that the course has set for it */
export function quizLaunchParameters({ title, sections, rules }: Pick<Quiz, 'title' | 'sections' | 'rules'>) {
  const drawn = sections.map(({ questions, pick = questions.length }) => Math.min(pick, questions.length));
  const questions = drawn.reduce((sum, count) => sum + count, 0);
  return JSON.stringify({ v: 1, kind: 'quiz', title, questions, rules } satisfies QuizParameters);
}

/** Undefined when the text is not ours, or of a later version than this one. */
export function parseQuizParameters(text: string | undefined): QuizParameters | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = parameters.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
