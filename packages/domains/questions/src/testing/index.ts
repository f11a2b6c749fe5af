export { memoryBankStore } from './memory-bank-store.ts';
export { sampleQuestion } from './sample-questions.ts';
