export {
  sampleChoice,
  sampleMatching,
  sampleNumber,
  sampleOrdering,
  sampleQuestions,
  sampleQuiz,
  sampleSeveral,
  sampleText,
  sampleTrueFalse,
} from './sample-questions.ts';
