import { queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { RuleApprovalStore } from '../ports.ts';
import { ruleApprovalSchema } from '../rule-approval.ts';
import { type AuditedOptions, writeNoted } from './audit-log.ts';
import { ruleKey, rulesPartition } from './keys.ts';

/** One row a rule, version and agency. */
export function createRuleApprovalStore(options: AuditedOptions): RuleApprovalStore {
  const { dynamo, table } = options;
  return {
    async find(key) {
      const row = await dynamo.get({ table, key: ruleKey(key), consistent: true });
      return row && ruleApprovalSchema.parse(row);
    },
    async list() {
      const rows = await queryAll({ dynamo, table }, { partition: rulesPartition, consistent: true });
      return rows.map((row) => ruleApprovalSchema.parse(row));
    },
    async save(approval, entry) {
      const item = { ...ruleKey(approval), ...approval, rev: approval.rev + 1 };
      // Still as it was read: closes the race of two operators.
      const condition = unchangedSince(approval.rev);
      const line = await writeNoted(options, { entry, write: { kind: 'put', table, item, condition } });
      return line ? 'saved' : 'stale';
    },
  };
}
