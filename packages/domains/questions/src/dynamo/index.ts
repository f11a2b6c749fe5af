export { createBankStore } from './bank-store.ts';
export { createQuizStore } from './quiz-store.ts';
