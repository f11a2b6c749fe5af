import type { QuizStore } from '../quizzes/ports.ts';
import type { QuizDraft, QuizRef } from '../quizzes/quiz-draft.ts';

/** The port on maps, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryQuizStore(): QuizStore {
  const rows = new Map<string, QuizDraft>();
  const packages = new Map<string, string>();
  const nameOf = ({ providerId, quizId }: QuizRef) => `${providerId} ${quizId}`;
  return {
    async create(quiz) {
      rows.set(nameOf(quiz), quiz);
    },
    async find(ref) {
      return rows.get(nameOf(ref));
    },
    async list(providerId) {
      return [...rows.values()].filter((quiz) => quiz.providerId === providerId);
    },
    async replace(quiz, placement) {
      if (rows.get(nameOf(quiz))?.rev !== quiz.rev - 1) return 'conflict';
      rows.set(nameOf(quiz), quiz);
      if (placement) packages.set(`${quiz.providerId} ${placement.packageId}`, quiz.quizId);
      return 'stored';
    },
    async delete(quiz) {
      if (rows.get(nameOf(quiz))?.rev !== quiz.rev) return 'conflict';
      rows.delete(nameOf(quiz));
      return 'deleted';
    },
    async quizOf(providerId, packageId) {
      return packages.get(`${providerId} ${packageId}`);
    },
  };
}
