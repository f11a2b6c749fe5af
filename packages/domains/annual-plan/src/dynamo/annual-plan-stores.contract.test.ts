import type { AgencyId } from '@sinau/kernel';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { AnnualPlan } from '../plan.ts';
import type { ItemId } from '../plan-item.ts';
import {
  planItemOf,
  planOf,
  planStoreContract,
  realisationContract,
  ruleStoreContract,
  signalStoreContract,
} from '../testing/index.ts';
import { itemKey, noteKey, standingKey } from './keys.ts';
import { createLinkStore } from './link-store.ts';
import { createPlanStore } from './plan-store.ts';
import { createRealisedStore } from './realised-store.ts';
import { createRuleStore } from './rule-store.ts';
import { createSignalStore } from './signal-store.ts';
import { createStandingStore } from './standing-store.ts';

const placeOf = ({ agencyId, year, version, lot }: AnnualPlan) => ({ agencyId, year, version, lot });

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
  it(`reads words as they are kept, also those that nobody may write today, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const place = { agencyId: 'lama' as AgencyId, year: 2027 };
    const changed = { changedBy: 'rina', changedAt: '2026-11-29T02:00:00.000Z', rev: 1 };
    const title = 'Permen\u200e baru';
    const bases = [
      { kind: 'performance', title, detail: 'Target\u200e belum tercapai' },
      { kind: 'rule', title, legalBasis: 'UU\u200e 20/2023', detail: 'Perlu\u200e dipelajari' },
      { kind: 'rule', title, legalBasis: 'UU\u200e 20/2023' },
    ] as const;
    const lot = planItemOf({ ...place, lot: 'lama' });
    for (const [n, basis] of bases.entries()) {
      const note = { ...place, noteId: `n${n}`, basis, ...changed };
      await dynamo.put({ table, item: { ...noteKey(place, note.noteId), kind: 'need-note', ...note } });
      const item = {
        ...lot,
        itemId: `i${n}`,
        need: { signalId: `note:n${n}`, basis, at: changed.changedAt },
      };
      await dynamo.put({ table, item: { ...itemKey(lot, item.itemId), kind: 'annual-plan-item', ...item } });
    }
    const { notes } = await createSignalStore({ dynamo, table }).read(place);
    expect(notes.map(({ basis }) => basis)).toEqual(bases);
    const items = await createPlanStore({ dynamo, table }).items(lot);
    expect(items.map(({ need }) => need.basis)).toEqual(bases);
  });
  it(`takes items out of plans that were made before rows of signals were kept, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const plans = createPlanStore({ dynamo, table });
    const lot = planOf({ agencyId: 'sebelum' as AgencyId });
    const old = planItemOf({ ...placeOf(lot), rev: 1 });
    await plans.begin({ ...lot, items: 1 }, []);
    await dynamo.put({ table, item: { ...itemKey(old, old.itemId), kind: 'annual-plan-item', ...old } });
    expect(await plans.saveItem({ ...old, title: 'Lain' })).toBe('saved');
    expect(await plans.removeItem({ ...old, rev: 2 }, old.changedBy)).toBe('removed');
    expect(await plans.saveItem({ ...old, rev: 0 })).toBe('saved');
    expect(await plans.saveItem({ ...old, itemId: 'lain' as ItemId, rev: 0 })).toBe('taken');
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
    const read = await standings.find('lama' as AgencyId);
    if (!read) throw new Error('it was kept');
    expect(await standings.save(read, { ...read, seenAt: '2026-11-19T02:00:00.000Z' })).toBe('conflict');
    expect(await standings.save({ ...read, seenAt: '2026-11-22T02:00:00.000Z' }, read)).toBe('saved');
    // The first version told exact numbers, which no row gives out any more, nor one that was written from it since.
    const { bases: _, ...first } = item;
    const exact = { ...unit, rated: 34, below: 9 };
    await dynamo.put({ table, item: { ...first, groups: [exact] } });
    expect((await standings.find('lama' as AgencyId))?.told?.groups).toEqual([unit]);
    const told = { year: 2025, countedAt: old.countedAt, groups: [exact] };
    const seenAt = '2026-11-21T02:00:00.000Z';
    const since = { agencyId: 'lama' as AgencyId, seenAt, seen: [{ year: 2024, rated: 12 }], told };
    await dynamo.put({ table, item: { ...standingKey('lama'), ...since } });
    expect(await standings.find('lama' as AgencyId)).toEqual({
      ...since,
      ...{ seen: [{ year: 2024, rated: 12, at: seenAt }], told: { ...told, groups: [unit] } },
    });
    await dynamo.put({ table, item: { ...item, groups: [] } });
    expect(await standings.find('lama' as AgencyId)).toEqual({
      ...{ agencyId: 'lama', seenAt: old.countedAt, seen: [] },
    });
  });
});
