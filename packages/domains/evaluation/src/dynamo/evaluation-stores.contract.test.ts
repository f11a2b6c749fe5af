import { withTables } from '@sinau/platform/testing';
import { evaluationStoresContract } from '../testing/index.ts';
import { createEvaluationStore } from './evaluation-store.ts';
import { createResultStore } from './result-store.ts';

withTables((engine, tables) => {
  evaluationStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      evaluations: createEvaluationStore({ dynamo, table }),
      results: createResultStore({ dynamo, table }),
    };
  });
});
