import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { listSignals } from './list-signals.ts';
import type { RuleRequest } from './new-rule.ts';
import { closeRule, listRules, reopenRule, saveRule } from './register-rule.ts';
import type { StandingGroup } from './standing.ts';
import {
  memoryPlanStore,
  memoryRuleStore,
  memorySignalStore,
  memoryStandingStore,
  planAdmin as rina,
} from './testing/index.ts';

const request: RuleRequest = {
  ...{ title: 'Satu Data', number: 'Perpres 39/2019', inForceFrom: '2027-01-01', subject: 'data' },
  ...{ posts: ['pelaksana'], unitIds: ['u1'], asks: 'Mengelola data' },
};

describe('signals of new rules and of performance', () => {
  const clock = fixedClock('2026-11-29T02:00:00.000Z');
  const world = () => ({
    ...{ plans: memoryPlanStore(), signals: memorySignalStore(), clock, ids: countedIds() },
    ...{ rules: memoryRuleStore(), standings: memoryStandingStore() },
    citizens: { resultsOf: async () => [], complaintsOf: async () => [], commitmentsOf: async () => [] },
    gaps: { gapsOf: async () => [] },
    units: { unitsOf: async () => [{ unitId: 'u1', name: 'Dukcapil' }] },
  });
  let deps: ReturnType<typeof world>;
  beforeEach(() => {
    deps = world();
  });
  const signals = async (year = 2027, principal: PersonPrincipal = rina) =>
    listSignals(deps, { principal, year });
  const standing = async (groups: readonly StandingGroup[]) => {
    const next = {
      ...{ agencyId: 'bkn' as AgencyId, seenAt: '2026-11-28T02:00:00.000Z', seen: [] },
      told: { year: 2025, groups, countedAt: '2026-11-28T02:00:00.000Z' },
    };
    const outcome = await deps.standings.save(next, await deps.standings.find(next.agencyId));
    expect(outcome).toBe('saved');
  };

  it('a rule asks in the year in which it comes into force and after, until somebody closes it', async () => {
    const rule = await saveRule(deps, { principal: rina, request });
    expect(await signals(2026)).toEqual([]);
    const [signal] = await signals();
    expect(signal).toEqual({
      ...{ signalId: `rule:${rule.ruleId}`, state: 'open' },
      basis: {
        ...{ kind: 'new-rule', ruleId: rule.ruleId, title: 'Satu Data', number: 'Perpres 39/2019' },
        ...{ inForceFrom: '2027-01-01', posts: ['pelaksana'], subject: 'data', asks: 'Mengelola data' },
        units: [{ unitId: 'u1', name: 'Dukcapil' }],
      },
    });
    expect(await signals(2028)).toHaveLength(1);
    const at = { principal: rina, ruleId: rule.ruleId };
    await expect(closeRule(deps, { ...at, rev: 9, reason: 'Sudah cukup' })).rejects.toMatchObject({
      code: 'annual-plan.changed',
    });
    await closeRule(deps, { ...at, rev: 1, reason: 'Semua sudah dilatih' });
    expect(await signals()).toEqual([]);
    await expect(closeRule(deps, { ...at, rev: 2, reason: 'Sekali lagi' })).rejects.toMatchObject({
      code: 'annual-plan.changed',
    });
    await reopenRule(deps, { ...at, rev: 2 });
    expect(await signals()).toHaveLength(1);
  });

  it('is changed as it was read, names units that there are, and is of its agency alone', async () => {
    const rule = await saveRule(deps, { principal: rina, request });
    const existing = { ruleId: rule.ruleId, rev: 1 };
    await saveRule(deps, {
      principal: rina,
      request: { ...request, title: 'Satu Data Indonesia' },
      existing,
    });
    const late = saveRule(deps, { principal: rina, request, existing });
    await expect(late).rejects.toMatchObject({ code: 'annual-plan.changed' });
    const unknown = saveRule(deps, { principal: rina, request: { ...request, unitIds: ['u9'] } });
    await expect(unknown).rejects.toMatchObject({ issues: [{ path: '/unitIds' }] });
    for (const wrong of [
      { inForceFrom: '2027-02-30' },
      { subject: '<b>' },
      { posts: ['a a'] },
      { unitIds: ['u1', 'u1'] },
    ]) {
      await expect(saveRule(deps, { principal: rina, request: { ...request, ...wrong } })).rejects.toThrow();
    }
    const lan = { ...rina, agencyId: 'lan' as AgencyId };
    expect(await listRules(deps, { principal: lan })).toEqual([]);
    const foreign = saveRule(deps, { principal: lan, request, existing: { ...existing, rev: 2 } });
    await expect(foreign).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    const official = { ...rina, roles: ['appointing-official'] as const };
    await expect(listRules(deps, { principal: official })).rejects.toMatchObject({
      code: 'annual-plan.not-found',
    });
  });

  it('units and posts that stay behind are signals, most people first, and what stays well is none', async () => {
    await standing([
      { by: 'agency', id: 'all', rated: 200, below: 30 },
      { by: 'unit', id: 'u1', rated: 60, below: 7 },
      { by: 'unit', id: 'u2', rated: 90, below: 20 },
      { by: 'unit', id: 'u3', rated: 50, below: 0 },
      { by: 'post', id: 'pelaksana', rated: 200, below: 30 },
      { by: 'post', id: 'pengawas', rated: 90, below: 8 },
    ]);
    expect((await signals()).map(({ signalId }) => signalId)).toEqual([
      'performance:2025:post:pelaksana',
      'performance:2025:unit:u2',
      'performance:2025:unit:u1',
    ]);
    expect((await signals())[2]?.basis).toMatchObject({ name: 'Dukcapil', rated: 60, below: 7, year: 2025 });
    expect(await signals(2027, { ...rina, agencyId: 'lan' as AgencyId })).toEqual([]);
  });

  it('where no unit can be told the agency as a whole is the signal', async () => {
    await standing([{ by: 'agency', id: 'all', rated: 30, below: 6 }]);
    expect((await signals()).map(({ signalId }) => signalId)).toEqual(['performance:2025:agency:all']);
  });
});
