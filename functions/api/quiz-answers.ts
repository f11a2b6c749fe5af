import type { QuizDraft } from '@sinau/questions';

export {
  changeQuiz,
  createQuiz,
  deleteQuiz,
  freezeQuiz,
  getQuiz,
  listQuizzes,
  newQuizSchema,
  placementSchema,
  placeQuiz,
  quizChangeSchema,
} from '@sinau/questions';
export { writeQuizDocument } from '@sinau/quiz';
export { createQuizCourses } from '../shared/quiz-courses.ts';

/** Title, introduction, sections, rules and `rev` are what a change takes. */
export function viewOfQuiz({ providerId: _, placements, ...quiz }: QuizDraft) {
  return {
    ...quiz,
    placements: placements.map(({ digest: _digest, ...placement }) => placement),
    url: `/api/quizzes/${quiz.quizId}`,
  };
}
