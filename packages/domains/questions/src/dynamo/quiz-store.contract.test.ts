import { withTables } from '@sinau/platform/testing';
import { quizStoreContract } from '../testing/quiz-store.contract.ts';
import { createQuizStore } from './quiz-store.ts';

withTables((engine, tables) => {
  quizStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createQuizStore({ dynamo, table: lms });
  });
});
