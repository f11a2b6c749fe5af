import { withTables } from '@sinau/platform/testing';
import { enrolmentStoreContract } from '../testing/enrolment-store.contract.ts';
import { createEnrolmentStore } from './enrolment-store.ts';

withTables((engine, tables) => {
  enrolmentStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createEnrolmentStore({ dynamo, table: lms });
  });
});
