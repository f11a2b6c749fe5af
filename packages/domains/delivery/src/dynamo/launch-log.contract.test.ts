import { withTables } from '@sinau/platform/testing';
import { launchLogContract } from '../testing/index.ts';
import { createLaunchLog } from './launch-log.ts';

withTables((engine, tables) => {
  launchLogContract(engine, async () => createLaunchLog({ dynamo: tables().dynamo, table: tables().lms }));
});
