export { checkQuestion, checkQuiz } from './checking/check-quiz.ts';
export {
  compareQuizzes,
  compareRules,
  type QuizDifference,
  type QuizRuleName,
} from './checking/compare-quizzes.ts';
export type { QuizProblem, QuizProblemCode } from './checking/finding-texts.ts';
export { type Parsed, parseQuestion, parseQuiz, parseRules } from './checking/parse-quiz.ts';
export {
  imagesOf,
  isQuizDocument,
  parseQuizDocument,
  quizFile,
  writeQuizDocument,
} from './checking/quiz-document.ts';
export { quizRulesSchema } from './checking/quiz-schema.ts';
export { gradeResponse } from './grading/grade-response.ts';
export {
  type ChoiceQuestion,
  defaultQuizRules,
  type MatchingQuestion,
  type NumericQuestion,
  type Option,
  type OrderingQuestion,
  type Question,
  type QuestionKind,
  type QuestionResponse,
  type Quiz,
  type QuizRules,
  type QuizSection,
  quizLimits,
  type ResponseOutcome,
  type ShortTextQuestion,
} from './model.ts';
export type { SourceFinding, SourceFindingCode } from './reading/finding-texts.ts';
export type { QuizReading } from './reading/gather.ts';
export { type ImageType, imageHeadBytes, imageTypeOf } from './reading/image-type.ts';
export type { EmbeddedImage } from './reading/moodle/moodle-text.ts';
export { type MoodleQuiz, readMoodleXml } from './reading/moodle/read-moodle-xml.ts';
export { isQtiItem, isQtiManifest, type QtiSource, qtiDocuments, readQti } from './reading/qti/read-qti.ts';
export { plainText, type RichText, type TextBlock, type TextRun, textOf } from './rich-text.ts';
export {
  createItemStatistics,
  type ItemAnswer,
  type ItemFigures,
  type ItemStatistics,
  itemStatistics,
  minAnswers,
  type ResponseShare,
} from './statistics/item-statistics.ts';
export { drawQuestions, pointsOf } from './taking/draw-questions.ts';
export {
  parseQuizParameters,
  type QuizParameters,
  quizLaunchParameters,
} from './taking/launch-parameters.ts';
export { parseResponse, parseShownResponse, shownResponse } from './taking/parse-response.ts';
export type { Random } from './taking/random.ts';
export { type ShownOption, type ShownQuestion, shownQuestion } from './taking/shown-question.ts';
export { type ShownSolution, shownSolution } from './taking/shown-solution.ts';
export {
  type AttemptResult,
  type AttemptSummary,
  type KeptAnswer,
  type OpenAttempt,
  type QuizLeave,
  type QuizMessage,
  type QuizOverview,
  type QuizResult,
  type QuizReview,
  type QuizSaved,
  type QuizStart,
  quizMessageSchema,
  quizReviewSchema,
  type ReviewedQuestion,
} from './taking/wire.ts';
export { type DefinitionOptions, interactionDefinition, responseText } from './xapi/interaction.ts';
