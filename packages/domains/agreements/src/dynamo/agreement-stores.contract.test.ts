import { withTables } from '@sinau/platform/testing';
import { agreementStoresContract } from '../testing/index.ts';
import {
  createAgreementStore,
  createDisclosureStore,
  createSharedValuesStore,
  createSharingRules,
  createSharingStore,
  createSubjectStore,
} from './index.ts';

withTables((engine, tables) => {
  agreementStoresContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    const door = { dynamo, table };
    return {
      agreements: createAgreementStore(door),
      sharing: createSharingStore(door),
      rules: createSharingRules(door),
      subjects: createSubjectStore(door),
      disclosures: createDisclosureStore(door),
      values: createSharedValuesStore(door),
    };
  });
});
