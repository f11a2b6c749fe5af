import { withTables } from '@sinau/platform/testing';
import {
  planStoreContract,
  realisationContract,
  ruleStoreContract,
  signalStoreContract,
} from '../testing/index.ts';
import { createLinkStore } from './link-store.ts';
import { createPlanStore } from './plan-store.ts';
import { createRealisedStore } from './realised-store.ts';
import { createRuleStore } from './rule-store.ts';
import { createSignalStore } from './signal-store.ts';
import { createStandingStore } from './standing-store.ts';

withTables((engine, tables) => {
  planStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createPlanStore({ dynamo, table });
  });
  signalStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createSignalStore({ dynamo, table });
  });
  ruleStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return { rules: createRuleStore({ dynamo, table }), standings: createStandingStore({ dynamo, table }) };
  });
  realisationContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return { links: createLinkStore({ dynamo, table }), realised: createRealisedStore({ dynamo, table }) };
  });
});
