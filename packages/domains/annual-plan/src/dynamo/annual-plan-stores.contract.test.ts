import type { AgencyId } from '@sinau/kernel';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import {
  planStoreContract,
  realisationContract,
  ruleStoreContract,
  signalStoreContract,
} from '../testing/index.ts';
import { standingKey } from './keys.ts';
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
  it(`keeps what was told when years were counted again and again, but for posts, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const standings = createStandingStore({ dynamo, table });
    const old = { agencyId: 'lama', year: 2025, countedAt: '2026-11-20T02:00:00.000Z' };
    const unit = { by: 'unit', id: 'u1', rated: 30, below: 5 };
    const item = { ...standingKey('lama'), ...old, bases: [{ by: 'unit', id: 'u1', rated: 31 }] };
    await dynamo.put({ table, item: { ...item, groups: [unit, { ...unit, by: 'post', id: 'pengawas' }] } });
    expect(await standings.find('lama' as AgencyId)).toEqual({
      ...{ agencyId: 'lama', seenAt: old.countedAt, seen: [] },
      told: { year: 2025, countedAt: old.countedAt, groups: [unit] },
    });
    await dynamo.put({ table, item: { ...item, groups: [] } });
    expect(await standings.find('lama' as AgencyId)).toEqual({
      ...{ agencyId: 'lama', seenAt: old.countedAt, seen: [] },
    });
  });
});
