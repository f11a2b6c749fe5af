import type { SharingStore } from '../ports.ts';
import { type Door, readPartition } from './door.ts';
import { historyKey, historyPartition, sharingKey } from './keys.ts';
import { decisionRow } from './rows.ts';

/** The latest decision stands beside what is in force with the provider, as both are asked together; the history apart. */
export function createSharingStore(door: Door): SharingStore {
  const { dynamo, table } = door;
  return {
    async decisionsOf(agencyId, providerIds) {
      const keys = providerIds.map((providerId) => sharingKey(providerId, agencyId));
      const rows = await dynamo.batchGet({ table, keys, consistent: true });
      return new Map(
        rows.map((row) => {
          const decision = decisionRow.parse(row);
          return [decision.providerId, decision];
        }),
      );
    },
    async decide(next) {
      const { agencyId, providerId, rev } = next;
      const decision = { kind: 'sharing-decision', ...next, rev: rev + 1 };
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table, item: { ...sharingKey(providerId, agencyId), ...decision } },
          // Unchanged: of two admins at one page, the later one looks again.
          condition: {
            expression: rev === 0 ? 'attribute_not_exists(pk)' : 'rev = :rev',
            ...(rev !== 0 && { values: { ':rev': rev } }),
          },
        },
        {
          ...{ kind: 'put', table },
          item: { ...historyKey(agencyId, providerId, rev + 1), ...decision, kind: 'sharing-history' },
        },
      ]);
      return result.outcome === 'done' ? 'decided' : 'conflict';
    },
    historyOf: async (agencyId, providerId) =>
      (await readPartition(door, historyPartition(agencyId, providerId)))
        .map((row) => decisionRow.parse(row))
        .toReversed(),
  };
}
