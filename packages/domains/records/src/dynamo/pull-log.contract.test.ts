import { withTables } from '@sinau/platform/testing';
import { pullLogContract } from '../testing/pull-log.contract.ts';
import { createPullLog } from './pull-log.ts';

withTables((engine, tables) => {
  pullLogContract(engine, (clock) => {
    const { dynamo, lrs } = tables();
    return createPullLog({ dynamo, table: lrs, clock });
  });
});
