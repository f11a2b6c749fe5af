import { setTimeout as sleep } from 'node:timers/promises';
import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { feedStoreContract } from '../testing/feed-store.contract.ts';
import { createFeedStore } from './feed-store.ts';

withTables((engine, tables) => {
  const open = async () => {
    const { dynamo, lrs } = tables();
    return createFeedStore({ dynamo, table: lrs, clock: fixedClock(), sleep });
  };
  feedStoreContract(engine, open, { randomRuns: 15 });
});
