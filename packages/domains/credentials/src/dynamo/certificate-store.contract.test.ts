import { withTables } from '@sinau/platform/testing';
import { certificateStoreContract } from '../testing/index.ts';
import { createCertificateStore } from './index.ts';

withTables((engine, tables) => {
  certificateStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createCertificateStore({ dynamo, table });
  });
});
