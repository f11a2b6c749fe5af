import type { SharingRules } from '../ports.ts';
import type { Door } from './door.ts';
import { inForceKey, sharingKey } from './keys.ts';
import { decisionRow, inForceRow } from './rows.ts';

/** Two rows for one person: what is in force with the provider, and what their agency decided. */
export function createSharingRules({ dynamo, table }: Door): SharingRules {
  return {
    async rulesOf(providerId, agencyIds) {
      const keys = [inForceKey(providerId), ...agencyIds.map((agencyId) => sharingKey(providerId, agencyId))];
      const rows = await dynamo.batchGet({ table, keys, consistent: true });
      const inForce = rows.find(({ sk }) => sk === inForceKey(providerId).sk);
      const decisions = rows.filter((row) => row !== inForce).map((row) => decisionRow.parse(row));
      return {
        terms: inForce ? inForceRow.parse(inForce).terms : [],
        stopped: new Set(decisions.filter(({ stopped }) => stopped).map(({ agencyId }) => agencyId)),
      };
    },
  };
}
