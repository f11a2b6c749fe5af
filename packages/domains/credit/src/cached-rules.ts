import type { Clock } from '@sinau/kernel';
import type { RuleStore } from './ports.ts';
import type { Rule } from './rules/rule.ts';

const keptMs = 60_000;
/** Agencies whose people look within the same minute. */
const mostKept = 200;

/** Rules change some times a year and are read with every home page: those at hand count for a minute. */
export function cachedRules<Store extends RuleStore>(store: Store, clock: Clock): Store {
  const kept = new Map<string, { readonly until: number; readonly rules: Promise<readonly Rule[]> }>();
  return {
    ...store,
    rulesOf(agencyIds) {
      const key = JSON.stringify(agencyIds.toSorted());
      const now = clock.now().getTime();
      const known = kept.get(key);
      if (known && known.until > now) return known.rules;
      const rules = store.rulesOf(agencyIds);
      rules.catch(() => kept.delete(key));
      kept.delete(key);
      kept.set(key, { rules, until: now + keptMs });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return rules;
    },
    async addRule(rule) {
      const outcome = await store.addRule(rule);
      kept.clear();
      return outcome;
    },
  };
}
