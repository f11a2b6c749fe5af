export { memoryBankStore } from './memory-bank-store.ts';
export { memoryQuizStore } from './memory-quiz-store.ts';
export { sampleQuestion } from './sample-questions.ts';
