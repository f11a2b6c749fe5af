import { withTables } from '@sinau/platform/testing';
import { recognitionStoreContract } from '../testing/index.ts';
import { createRecognitionStore } from './recognition-store.ts';

withTables((engine, tables) => {
  recognitionStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createRecognitionStore({ dynamo, table });
  });
});
