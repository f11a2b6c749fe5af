import { type Dynamo, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import type { StandardStore } from '../ports.ts';
import {
  agenciesPartition,
  agencyKey,
  dictionaryPartition,
  standardKey,
  standardsPartition,
  technicalKey,
} from './keys.ts';
import { agencyRow, standardRow, technicalRow } from './rows.ts';

const mostAgencies = 1_000;

/** `table`: name of the LMS table. */
export function createStandardStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): StandardStore {
  const all = (partition: string) => queryAll({ dynamo, table }, { partition, consistent: true });
  return {
    technical: async (agencyId) =>
      (await all(dictionaryPartition(agencyId))).map((row) => technicalRow.parse(row)),
    async findTechnical(agencyId, code) {
      const row = await dynamo.get({ table, key: technicalKey(agencyId, code), consistent: true });
      return row && technicalRow.parse(row);
    },
    async saveTechnical(next) {
      const item = {
        ...technicalKey(next.agencyId, next.code),
        kind: 'competency',
        ...next,
        rev: next.rev + 1,
      };
      // As it was read: closes the race of two who describe the same competency.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    standards: async (agencyId) =>
      (await all(standardsPartition(agencyId))).map((row) => standardRow.parse(row)),
    async findStandard(agencyId, post) {
      const row = await dynamo.get({ table, key: standardKey(agencyId, post), consistent: true });
      return row && standardRow.parse(row);
    },
    async saveStandard(next) {
      const { agencyId, updatedAt: changedAt } = next;
      const standard = {
        ...standardKey(agencyId, next.post),
        kind: 'post-standard',
        ...next,
        rev: next.rev + 1,
      };
      const { outcome } = await dynamo.transactWrite([
        // As it was read: closes the race of two who set the same standard.
        { kind: 'put', table, item: standard, condition: unchangedSince(next.rev) },
        {
          kind: 'put',
          table,
          item: { ...agencyKey(agencyId), kind: 'competency-agency', agencyId, changedAt },
        },
      ]);
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async agencies() {
      const { items } = await dynamo.query({ table, partition: agenciesPartition, limit: mostAgencies });
      return items.map((row) => agencyRow.parse(row));
    },
  };
}
