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
export { plainText, type RichText, type TextBlock, type TextRun, textOf } from './rich-text.ts';
