export { answerQuestion, changeAnswer, markHelpful, removeAnswer } from './answer.ts';
export { askQuestion, changeQuestion, isAsker, type QuestionWords, removeQuestion } from './ask.ts';
export {
  type Answer,
  type AnswerId,
  boardLimits,
  type Hidden,
  isUnanswered,
  type Question,
  type QuestionId,
  type WriterDay,
  wordsAt,
} from './board.ts';
export { AnswerMarked, QuestionAnswered, WrittenEnough } from './errors.ts';
export { countWritten, forgetAuthor } from './forget-author.ts';
export { hideWords, showWords } from './hide.ts';
export type { AnswerPlace, BoardChange, BoardStore, QuestionPlace, ToldDay } from './ports.ts';
export { listQuestions, readQuestion, seesHidden } from './read-board.ts';
export type { BoardDeps } from './seen-board.ts';
