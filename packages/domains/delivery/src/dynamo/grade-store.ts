import {
  composeKey,
  type Dynamo,
  type Item,
  queryAll,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import type { StoredLineItem } from '../lti-services/line-item.ts';
import type { GradeStore } from '../lti-services/ports.ts';
import type { ScoreRecord } from '../lti-services/score-record.ts';
import {
  readLineItemRow,
  readPointerRow,
  readScoreRow,
  toLineItemRow,
  toPointerRow,
  toScoreRow,
} from './grade-rows.ts';
import {
  lineItemKey,
  lineItemPartition,
  scoreKey,
  scorePartition,
  scorePointerKey,
  scorePointerPrefix,
  scorePrefix,
} from './lti-service-keys.ts';

interface Deps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** One row a line item, one a score, and one by which a score is found from its registration. */
export function createGradeStore(deps: Deps): GradeStore {
  const { dynamo, table } = deps;
  return {
    ...itemsOf(deps),
    async findScore(item, userId) {
      const row = await dynamo.get({ table, key: scoreKey(item, userId), consistent: true });
      return row && readScoreRow(row);
    },
    async saveScore(record, { isDeclared, companion }) {
      const own = scoreItems(deps, record, isDeclared);
      const result = await dynamo.transactWrite([
        ...own,
        ...((companion?.writes ?? []) as readonly TransactItem[]),
      ]);
      if (result.outcome === 'done') return 'saved';
      const [score, , item] = own.map((_, n) => result.reasons[n]?.code === 'ConditionalCheckFailed');
      if (item) return 'item-gone';
      return score ? 'conflict' : 'companion-refused';
    },
    async listScores(item, { limit, after }) {
      const partition = scorePartition(item);
      const startAfter = after === undefined ? {} : { startAfter: { ...scoreKey(item, after) } };
      const page = await dynamo.query({
        ...{ table, partition, sort: { prefix: scorePrefix }, limit, consistent: true },
        ...startAfter,
      });
      const records = page.items.map(readScoreRow);
      const last = records.at(-1);
      return { records, ...(page.last && last && { last: last.userId }) };
    },
    async listOfRegistration(registration) {
      const partition = composeKey('DELIVERY', registration);
      const pointers = (await rowsOf(deps, partition, scorePointerPrefix)).map(readPointerRow);
      const keys = pointers.map((pointer) => scoreKey(pointer, pointer.userId));
      return (await dynamo.batchGet({ table, keys, consistent: true })).map(readScoreRow);
    },
    removeScores: (records) => removeScores(deps, records),
  };
}

function itemsOf(deps: Deps): Pick<GradeStore, 'listItems' | 'findItem' | 'saveItem' | 'removeItem'> {
  const { dynamo, table } = deps;
  return {
    listItems: async (place) => (await rowsOf(deps, lineItemPartition(place), '')).map(readLineItemRow),
    async findItem(place, lineItemId) {
      const row = await dynamo.get({ table, key: lineItemKey({ ...place, lineItemId }), consistent: true });
      return row && readLineItemRow(row);
    },
    async saveItem(item) {
      const written = await dynamo.put({ table, item: toLineItemRow(item), condition: unmoved(item) });
      return written.outcome === 'done' ? 'saved' : 'conflict';
    },
    async removeItem(item) {
      // Exists: of two deletions one has deleted it. From here on no score is added.
      const condition = { expression: 'attribute_exists(pk)' };
      const deleted = await dynamo.delete({ table, key: lineItemKey(item), condition });
      if (deleted.outcome !== 'done') return 'absent';
      await removeScores(deps, (await rowsOf(deps, scorePartition(item), scorePrefix)).map(readScoreRow));
      return 'removed';
    },
  };
}

/** Closes the race of two who read the same. */
const unmoved = ({ rev }: StoredLineItem | ScoreRecord) => unchangedSince(rev);

function scoreItems({ table }: Deps, record: ScoreRecord, isDeclared: boolean): readonly TransactItem[] {
  // Still there: closes the race with the deletion of the line item.
  const condition = { expression: 'attribute_exists(pk)' };
  const standing: TransactItem = { kind: 'check', table, key: lineItemKey(record), condition };
  return [
    { kind: 'put', table, item: toScoreRow(record), condition: unmoved(record) },
    { kind: 'put', table, item: toPointerRow(record) },
    ...(isDeclared ? [] : [standing]),
  ];
}

async function removeScores({ dynamo, table }: Deps, records: readonly ScoreRecord[]): Promise<void> {
  await dynamo.batchWrite({
    table,
    deletes: records.flatMap((record) => [
      scoreKey(record, record.userId),
      scorePointerKey(record.registration, record.lineItemId),
    ]),
  });
}

const rowsOf = (deps: Deps, partition: string, prefix: string): Promise<readonly Item[]> =>
  queryAll(deps, { partition, sort: { prefix }, consistent: true });
