import type { Question, Quiz } from '../model.ts';
import type { RichText } from '../rich-text.ts';
import { createProblem } from './finding-texts.ts';
import { type Parsed, parseQuiz } from './parse-quiz.ts';

/** Name of the document in a zip, beside the images it names. */
export const quizFile = 'quiz.json';

/** A quiz as Sinau writes it down: the JSON of a package. */
export const writeQuizDocument = (quiz: Quiz): string => JSON.stringify({ sinauQuiz: 1, ...quiz });

/** True for JSON that means to be a quiz of Sinau, sound or not. */
export function isQuizDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'sinauQuiz');
}

/** Reads what `writeQuizDocument` has written, and everything else as problems. */
export function parseQuizDocument(value: unknown): Parsed<Quiz> {
  if (typeof value !== 'object' || value === null || !('sinauQuiz' in value) || value.sinauQuiz !== 1) {
    const detail = 'must be 1';
    return { outcome: 'refused', problems: [createProblem('quiz.shape', { at: '/sinauQuiz', detail })] };
  }
  const { sinauQuiz: _, ...quiz } = value;
  return parseQuiz(quiz);
}

/** Files of the package that the texts of a quiz show, each once. */
export function imagesOf(quiz: Pick<Quiz, 'introduction' | 'sections'>): readonly string[] {
  const questions = quiz.sections.flatMap((section) => section.questions);
  const texts = [quiz.introduction ?? [], ...questions.flatMap(textsOf)];
  const names = texts.flat().flatMap((block) => (block.type === 'image' ? [block.src] : []));
  return [...new Set(names)];
}

/** Every text of a question. */
function textsOf(question: Question): readonly RichText[] {
  return [question.prompt, question.explanation ?? [], ...optionTexts(question)];
}

function optionTexts(question: Question): readonly RichText[] {
  switch (question.kind) {
    case 'choice':
      return question.choices.flatMap(({ text, feedback = [] }) => [text, feedback]);
    case 'matching':
      return [...question.sources, ...question.targets].map(({ text }) => text);
    case 'ordering':
      return question.items.map(({ text }) => text);
    default:
      return [];
  }
}
