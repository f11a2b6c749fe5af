import { type Dynamo, queryPage, unchangedSince } from '@sinau/platform/dynamo';
import type { SealRowStore, SealSettingsStore, SealStore } from '../ports.ts';
import { duePartition, onPartition, sealKey, settingsKey, statePartition } from './keys.ts';
import { readSealRow, readSettingsRow, toSealItem, toSettingsItem } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** One row a document, and one an agency. */
export function createSealStore(door: Door): SealStore {
  return { rows: rowsOf(door), settings: settingsOf(door) };
}

function rowsOf({ dynamo, table }: Door): SealRowStore {
  return {
    async find(ref) {
      const row = await dynamo.get({ table, key: sealKey(ref), consistent: true });
      return row && readSealRow(row);
    },
    async save(row) {
      const item = toSealItem({ ...row, rev: row.rev + 1 });
      // As it was read: closes the race of two workers, and of a worker with a person who decides.
      const result = await dynamo.put({ table, item, condition: unchangedSince(row.rev) });
      return result.outcome === 'done' ? 'saved' : 'stale';
    },
    async listDue(agencyId, now, limit) {
      // Bounds are inclusive, and a document follows the time.
      const sort = { between: ['0', `${now}~`] as const };
      const partition = duePartition(agencyId);
      const { items } = await dynamo.query({ table, index: 'gsi1', partition, sort, limit });
      return items.map(readSealRow);
    },
    async listIn(agencyId, state, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi2', partition: statePartition(agencyId, state), limit, descending: true },
        after,
      });
      return { rows: items.map(readSealRow), ...next };
    },
  };
}

function settingsOf({ dynamo, table }: Door): SealSettingsStore {
  return {
    async find(agencyId) {
      const row = await dynamo.get({ table, key: settingsKey(agencyId), consistent: true });
      return row && readSettingsRow(row);
    },
    async save(settings) {
      const item = toSettingsItem({ ...settings, rev: settings.rev + 1 });
      const result = await dynamo.put({ table, item, condition: unchangedSince(settings.rev) });
      return result.outcome === 'done' ? 'saved' : 'stale';
    },
    async listOn() {
      const { items } = await dynamo.query({ table, index: 'gsi1', partition: onPartition });
      return items.map((row) => readSettingsRow(row).agencyId);
    },
  };
}
