import type { AgencyId } from '@sinau/kernel';
import {
  type Dynamo,
  type Item,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import type { MappingStore, RowStore, SettingsStore, SyncStore } from '../ports.ts';
import type { SyncRow } from '../sync-row.ts';
import {
  connectorKey,
  courseKey,
  duePartition,
  onPartition,
  personPartition,
  recordKey,
  rowKey,
  rowPrefix,
  settingsKey,
  siasnIdKey,
  statePartition,
  subjectsKey,
  subjectsPartition,
} from './keys.ts';
import {
  connectorSchema,
  courseMappingSchema,
  readRow,
  readSettingsRow,
  siasnIdSchema,
  subjectsSchema,
  toRowItem,
  toSettingsItem,
} from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Rows of a person lie in one partition; a record in SIASN has one row of its own, which names its line. */
export function createSyncStore(door: Door): SyncStore {
  return { rows: rowsOf(door), settings: settingsOf(door), mapping: mappingOf(door) };
}

function rowsOf(door: Door): RowStore {
  const { dynamo, table } = door;
  return {
    async find({ personId, lineId }) {
      const row = await dynamo.get({ table, key: rowKey(personId, lineId), consistent: true });
      return row && readRow(row);
    },
    listOf: async (personId) =>
      (
        await queryAll(door, {
          ...{ partition: personPartition(personId), sort: { prefix: rowPrefix }, consistent: true },
        })
      ).map(readRow),
    save: (row, freed) => saveRow(door, row, freed),
    async listDue(agencyId, now, limit) {
      // Bounds are inclusive, and a person follows the time.
      const sort = { between: ['0', `${now}~`] as const };
      const partition = duePartition(agencyId);
      const { items } = await dynamo.query({ table, index: 'gsi1', partition, sort, limit });
      return items.map(readRow);
    },
    async listIn(agencyId, state, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi2', partition: statePartition(agencyId, state), limit, descending: true },
        after,
      });
      return { rows: items.map(readRow), ...next };
    },
  };
}

async function saveRow(
  { dynamo, table }: Door,
  row: SyncRow,
  freed: string | undefined,
): Promise<'saved' | 'stale' | 'taken'> {
  const item = toRowItem({ ...row, rev: row.rev + 1 });
  const { personId, lineId, remote, environment } = row;
  if (!remote && freed === undefined) {
    const result = await dynamo.put({ table, item, condition: unchangedSince(row.rev) });
    return result.outcome === 'done' ? 'saved' : 'stale';
  }
  // As it was read: closes the race of two workers, and of a worker with a fact or a decision.
  const items: TransactItem[] = [{ kind: 'put', table, item, condition: unchangedSince(row.rev) }];
  if (remote) {
    const owner: Item = { ...recordKey(environment, remote.id), kind: 'siasn-record', personId, lineId };
    items.push({
      ...{ kind: 'put', table, item: owner },
      // Free, or this line's: closes the race of two lines that find one record.
      condition: {
        expression: 'attribute_not_exists(pk) OR (personId = :person AND lineId = :line)',
        values: { ':person': personId, ':line': lineId },
      },
    });
  }
  if (freed !== undefined && freed !== remote?.id) {
    items.push({ kind: 'delete', table, key: recordKey(environment, freed) });
  }
  const result = await dynamo.transactWrite(items);
  if (result.outcome === 'done') return 'saved';
  return result.reasons[0]?.code === 'ConditionalCheckFailed' ? 'stale' : 'taken';
}

function settingsOf({ dynamo, table }: Door): SettingsStore {
  return {
    async find(agencyId) {
      const row = await dynamo.get({ table, key: settingsKey(agencyId), consistent: true });
      return row && readSettingsRow(row);
    },
    async save(settings) {
      const item = toSettingsItem({ ...settings, rev: settings.rev + 1 });
      // Two administrators, and a worker beside one.
      const result = await dynamo.put({ table, item, condition: unchangedSince(settings.rev) });
      return result.outcome === 'done' ? 'saved' : 'stale';
    },
    async connectorOf(agencyId) {
      const row = await dynamo.get({ table, key: connectorKey(agencyId), consistent: true });
      return row && connectorSchema.parse(row);
    },
    async noteConnector(seen) {
      await dynamo.put({ table, item: { ...connectorKey(seen.agencyId), kind: 'siasn-connector', ...seen } });
    },
    async listOn() {
      const { items } = await dynamo.query({ table, index: 'gsi1', partition: onPartition });
      return items.map((row) => readSettingsRow(row).agencyId);
    },
  };
}

/** BKN's list is longer than what one row may hold. */
const inOnePiece = 500;

function mappingOf(door: Door): MappingStore {
  const { dynamo, table } = door;
  const pieces = (agencyId: AgencyId) =>
    queryAll(door, { partition: subjectsPartition(agencyId), consistent: true });
  return {
    subjects: async (agencyId) =>
      (await pieces(agencyId)).flatMap((row) => subjectsSchema.parse(row).subjects),
    async replaceSubjects(agencyId, subjects) {
      const before = await pieces(agencyId);
      const puts: Item[] = [];
      for (let n = 0; n * inOnePiece < subjects.length; n += 1) {
        const piece = subjects.slice(n * inOnePiece, (n + 1) * inOnePiece);
        puts.push({ ...subjectsKey(agencyId, n), kind: 'siasn-subjects', subjects: piece });
      }
      const kept = new Set(puts.map(({ sk }) => sk));
      const deletes = before.filter(({ sk }) => !kept.has(sk)).map(({ pk, sk }) => ({ pk, sk }));
      await dynamo.batchWrite({ table, puts, deletes });
    },
    async courseOf(agencyId, courseId) {
      const row = await dynamo.get({ table, key: courseKey(agencyId, courseId), consistent: true });
      return row && courseMappingSchema.parse(row);
    },
    async saveCourse(agencyId, courseId, mapping) {
      await dynamo.put({
        table,
        item: { ...courseKey(agencyId, courseId), kind: 'siasn-course', ...mapping },
      });
    },
    async siasnIdOf(personId, environment) {
      const row = await dynamo.get({ table, key: siasnIdKey(personId, environment), consistent: true });
      return row && siasnIdSchema.parse(row).siasnId;
    },
    async keepSiasnId(personId, { siasnId, environment }) {
      const key = siasnIdKey(personId, environment);
      await dynamo.put({ table, item: { ...key, kind: 'siasn-id', siasnId } });
    },
  };
}
