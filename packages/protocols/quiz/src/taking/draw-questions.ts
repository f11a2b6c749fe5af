import type { Question, Quiz, QuizRules } from '../model.ts';
import { type Random, shuffled } from './random.ts';

/**
 * The questions of one attempt, in the order in which they are asked. Sections stay in order; what is drawn of one keeps
 * its order unless the rules shuffle questions.
 */
export function drawQuestions(
  { sections }: Pick<Quiz, 'sections'>,
  { shuffleQuestions }: Pick<QuizRules, 'shuffleQuestions'>,
  random: Random,
): readonly Question[] {
  return sections.flatMap(({ questions, pick = questions.length }) => {
    const mixed = shuffled(questions, random);
    const drawn = new Set(mixed.slice(0, pick));
    return shuffleQuestions ? [...drawn] : questions.filter((question) => drawn.has(question));
  });
}

/** The most points that an attempt of these questions can reach. */
export const pointsOf = (questions: readonly Pick<Question, 'points'>[]): number =>
  Math.round(questions.reduce((sum, { points }) => sum + points, 0) * 1e6) / 1e6;
