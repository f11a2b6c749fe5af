import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { NewRule, RuleId } from '../new-rule.ts';
import type { RuleStore, StandingStore } from '../ports.ts';
import type { Standing } from '../standing.ts';

const at = '2026-11-29T02:00:00.000Z';

/** What every adapter of the register of rules, and of what was counted of performance, keeps. */
export function ruleStoreContract(
  adapter: string,
  open: () => Promise<{ readonly rules: RuleStore; readonly standings: StandingStore }>,
): void {
  describe(`new rules on ${adapter}`, () => {
    const agencyId = 'rule-badan' as AgencyId;
    const rule = (over: Partial<NewRule> = {}): NewRule => ({
      ...{ agencyId, ruleId: 'r-1' as RuleId, title: 'SPBE', number: 'Perpres 95/2018' },
      ...{ inForceFrom: '2018-10-05', posts: ['pelaksana'], unitIds: [], subject: 'digital' },
      ...{ changedBy: 'rina' as PersonId, changedAt: at, rev: 0, ...over },
    });

    it('are kept by agency, each as it was read', async () => {
      const { rules } = await open();
      const whole = rule({
        ...{ asks: 'Mengelola data', unitIds: ['u1'] },
        closed: { reason: 'Sudah dipelajari', by: 'rina' as PersonId, at },
      });
      expect(await rules.save(rule())).toBe('saved');
      expect(await rules.save(rule())).toBe('conflict');
      const outcomes = await Promise.all([
        rules.save({ ...whole, rev: 1 }),
        rules.save(rule({ title: 'Lain', rev: 1 })),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await rules.save(rule({ ruleId: 'r-2' as RuleId, agencyId: 'lan' as AgencyId }))).toBe('saved');
      const [kept] = await rules.list(agencyId);
      expect(await rules.save({ ...whole, rev: kept?.rev ?? 0 })).toBe('saved');
      expect(await rules.list(agencyId)).toEqual([{ ...whole, rev: 3 }]);
    });

    it('stand beside what is told of performance', async () => {
      const { standings } = await open();
      expect(await standings.find('hitung' as AgencyId)).toBeUndefined();
      const counted: Standing = {
        ...{ agencyId: 'hitung' as AgencyId, seenAt: at, seen: [{ year: 2024, rated: 12, at }] },
        told: { year: 2025, countedAt: at, groups: [{ by: 'unit', id: 'u1', rated: 30, below: 5 }] },
      };
      const first = { ...counted, seenAt: '2026-08-29T02:00:00.000Z', seen: [] };
      expect(await standings.save(first, undefined)).toBe('saved');
      expect(await standings.save(counted, undefined)).toBe('conflict');
      expect(await standings.save(counted, first)).toBe('saved');
      expect(await standings.save({ ...counted, seen: [] }, first)).toBe('conflict');
      expect(await standings.find('hitung' as AgencyId)).toEqual(counted);
    });

    it('is said once of two who count performance at once', async () => {
      const { standings } = await open();
      const of = (day: number): Standing => ({
        ...{ agencyId: 'serentak' as AgencyId, seen: [], seenAt: `2026-11-${day}T02:00:00.000Z` },
      });
      const first = await Promise.all([standings.save(of(10), undefined), standings.save(of(11), undefined)]);
      expect(first.toSorted()).toEqual(['conflict', 'saved']);
      const read = await standings.find('serentak' as AgencyId);
      const next = await Promise.all([standings.save(of(12), read), standings.save(of(13), read)]);
      expect(next.toSorted()).toEqual(['conflict', 'saved']);
      expect(await standings.begunAt('serentak' as AgencyId)).toBeUndefined();
      for (const n of [1, 2]) await standings.noteBegun('serentak' as AgencyId, `${at}${n}`);
      expect(await standings.begunAt('serentak' as AgencyId)).toBe(`${at}2`);
      expect(await standings.find('serentak' as AgencyId)).toEqual(of(next[0] === 'saved' ? 12 : 13));
    });
  });
}
