import { type Dynamo, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { RuleStore } from '../ports.ts';
import { ruleKey, rulesPartition } from './keys.ts';
import { ruleRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createRuleStore(door: { readonly dynamo: Dynamo; readonly table: string }): RuleStore {
  const { dynamo, table } = door;
  return {
    async list(agencyId) {
      const rows = await queryAll(door, { partition: rulesPartition(agencyId), consistent: true });
      return rows.map((row) => ruleRow.parse(row));
    },
    async save(rule) {
      const item = { ...ruleKey(rule), kind: 'new-rule', ...rule, rev: rule.rev + 1 };
      // As it was read: closes the race of two who change one rule.
      const written = await dynamo.put({ table, item, condition: unchangedSince(rule.rev) });
      return written.outcome === 'done' ? 'saved' : 'conflict';
    },
  };
}
