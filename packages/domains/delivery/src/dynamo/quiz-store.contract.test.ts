import { systemIds } from '@sinau/platform/crypto';
import type { TransactItem } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { quizStoreContract } from '../testing/index.ts';
import { createQuizStore } from './quiz-store.ts';

withTables((engine, tables) => {
  quizStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      store: createQuizStore({ dynamo, table, bodies: createMemoryObjectStore(), ids: systemIds }),
      commit: async (writes) =>
        (await dynamo.transactWrite(writes as readonly TransactItem[])).outcome === 'done',
    };
  });
});
