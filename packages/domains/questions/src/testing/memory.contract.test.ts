import { bankStoreContract } from './bank-store.contract.ts';
import { memoryBankStore } from './memory-bank-store.ts';
import { memoryQuizStore } from './memory-quiz-store.ts';
import { quizStoreContract } from './quiz-store.contract.ts';

const bank = memoryBankStore();
const quizzes = memoryQuizStore();

bankStoreContract('memory', async () => bank);
quizStoreContract('memory', async () => quizzes);
