export {
  type BankEntry,
  type BankQuestion,
  bankLimits,
  type QuestionStatus,
  questionKinds,
  questionStatuses,
} from './bank-question.ts';
export { checkQuestion, type QuestionRule } from './check-question.ts';
export {
  archiveQuestion,
  changeQuestion,
  createQuestion,
  duplicateQuestion,
  type EditDeps,
  getQuestion,
  type NewQuestion,
  newQuestionSchema,
  type QuestionChange,
  questionChangeSchema,
  restoreQuestion,
} from './edit-questions.ts';
export {
  BankFull,
  NotAnAuthor,
  QuestionChanged,
  QuestionIncomplete,
  QuestionNotFound,
  QuizIncomplete,
  QuizNotFound,
} from './errors.ts';
export {
  bankPage,
  listQuestions,
  type QuestionPage,
  type QuestionQuery,
  questionQuerySchema,
} from './list-questions.ts';
export { writeMarks } from './marked-text.ts';
export type { BankStore } from './ports.ts';
export { contentOf, markedContent } from './question-content.ts';
export {
  changeQuiz,
  createQuiz,
  deleteQuiz,
  getQuiz,
  listQuizzes,
  lookIntoQuiz,
} from './quizzes/edit-quizzes.ts';
export { freezeQuiz, type QuizRule } from './quizzes/freeze-quiz.ts';
export { placementSchema, placeQuiz } from './quizzes/place-quiz.ts';
export type { QuizCourses, QuizStore } from './quizzes/ports.ts';
export {
  newQuizSchema,
  type Placement,
  type QuizDraft,
  quizChangeSchema,
  quizDraftLimits,
} from './quizzes/quiz-draft.ts';
export {
  exportQuestions,
  type ImportWish,
  questionsOfQuiz,
  readBankDocument,
  transferLimits,
} from './transfer/bank-document.ts';
export { importQuestions, type QuestionImport } from './transfer/import-questions.ts';
