import { withTables } from '@sinau/platform/testing';
import { packageStoreContract } from '../../testing/packages/package-store.contract.ts';
import { createPackageStore } from './package-store.ts';

withTables((engine, tables) => {
  packageStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createPackageStore({ dynamo, table: lms });
  });
});
