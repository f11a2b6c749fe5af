import { setTimeout as sleep } from 'node:timers/promises';
import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { feedEraserContract } from '../testing/feed-eraser.contract.ts';
import { feedStoreContract } from '../testing/feed-store.contract.ts';
import { createFeedStore } from './feed-store.ts';
import { createLaneEraser } from './lane-eraser.ts';

withTables((engine, tables) => {
  const open = async () => {
    const { dynamo, lrs } = tables();
    return createFeedStore({ dynamo, table: lrs, clock: fixedClock(), sleep });
  };
  feedEraserContract(engine, async () => {
    const { dynamo, lrs } = tables();
    return { feed: await open(), eraser: createLaneEraser({ dynamo, table: lrs }) };
  });
  feedStoreContract(engine, open, { randomRuns: 15 });
});
