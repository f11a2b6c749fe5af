import type { AgencyId, PersonId } from '@sinau/kernel';
import { absent, type Dynamo, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { partnerApprovals } from '../partner-rule.ts';
import type { PartnerRuleStore } from '../ports.ts';
import { partnerRuleKey } from './keys.ts';
import { id } from './rows.ts';

const row = z.object({
  ...{ agencyId: id<AgencyId>(), approval: z.enum(partnerApprovals), by: id<PersonId>() },
  ...{ at: z.string(), rev: z.number() },
});

/** One row an agency. */
export function createPartnerRuleStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): PartnerRuleStore {
  return {
    async find(agencyId) {
      const found = await dynamo.get({ table, key: partnerRuleKey(agencyId), consistent: true });
      return found && row.parse(found);
    },
    async save(next) {
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table },
          item: { ...partnerRuleKey(next.agencyId), kind: 'event-partner-rule', ...next, rev: next.rev + 1 },
          // As it was read: closes the race of two administrators.
          condition: next.rev === 0 ? absent : unchangedSince(next.rev),
        },
      ]);
      return result.outcome === 'done' ? 'saved' : 'changed';
    },
  };
}
