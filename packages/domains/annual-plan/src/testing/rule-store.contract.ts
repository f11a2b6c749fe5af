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
      await standings.save({ ...counted, seen: [] });
      await standings.save(counted);
      expect(await standings.find('hitung' as AgencyId)).toEqual(counted);
    });
  });
}
