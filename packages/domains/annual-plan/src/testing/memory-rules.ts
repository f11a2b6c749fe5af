import type { NewRule } from '../new-rule.ts';
import type { RuleStore, StandingStore } from '../ports.ts';
import type { Standing } from '../standing.ts';

/** A register without a table. */
export function memoryRuleStore(): RuleStore {
  const rules = new Map<string, NewRule>();
  return {
    list: async (agencyId) => [...rules.values()].filter((rule) => rule.agencyId === agencyId),
    async save(rule) {
      const key = JSON.stringify([rule.agencyId, rule.ruleId]);
      if ((rules.get(key)?.rev ?? 0) !== rule.rev) return 'conflict';
      rules.set(key, { ...rule, rev: rule.rev + 1 });
      return 'saved';
    },
  };
}

/** What was counted, without a table. */
export function memoryStandingStore(): StandingStore {
  const standings = new Map<string, Standing>();
  const begun = new Map<string, string>();
  return {
    find: async (agencyId) => standings.get(agencyId),
    async save(standing, read) {
      if (standings.get(standing.agencyId)?.seenAt !== read?.seenAt) return 'conflict';
      standings.set(standing.agencyId, standing);
      return 'saved';
    },
    begunAt: async (agencyId) => begun.get(agencyId),
    noteBegun: async (agencyId, at) => void begun.set(agencyId, at),
  };
}
