import { withTables } from '@sinau/platform/testing';
import { feedbackStoresContract } from '../testing/index.ts';
import { createAnswerStore } from './answer-store.ts';
import { createServiceStore } from './service-store.ts';

withTables((engine, tables) => {
  feedbackStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      services: createServiceStore({ dynamo, table }),
      answers: createAnswerStore({ dynamo, table }),
    };
  });
});
