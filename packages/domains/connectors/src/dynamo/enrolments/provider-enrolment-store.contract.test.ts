import { withTables } from '@sinau/platform/testing';
import { providerEnrolmentStoreContract } from '../../testing/enrolments/provider-enrolment-store.contract.ts';
import { createProviderEnrolmentStore } from './provider-enrolment-store.ts';

withTables((engine, tables) => {
  providerEnrolmentStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createProviderEnrolmentStore({ dynamo, table: lms });
  });
});
