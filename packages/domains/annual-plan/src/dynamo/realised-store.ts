import {
  type Dynamo,
  parseKey,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import type { RealisedStore } from '../ports.ts';
import { type LearningKind, learningName, type Realised } from '../realised.ts';
import { learnersPartition, realisedKey, realisedPartition, sumKey, sumsPartition } from './keys.ts';
import { realisedRow, sumRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createRealisedStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): RealisedStore {
  const { dynamo, table } = door;
  return {
    async ofPerson(personId) {
      const rows = await queryAll(door, { partition: realisedPartition(personId), consistent: true });
      return rows.map((row) => realisedRow.parse(row));
    },
    async replace(before, after) {
      const row = after ?? before;
      if (!row) return 'stored';
      const result = await dynamo.transactWrite([
        writeRow(table, row, after),
        sumUp(table, row, { before, after }),
      ]);
      return result.outcome === 'done' ? 'stored' : 'conflict';
    },
    async sums(place) {
      const rows = await queryAll(door, { partition: sumsPartition(place), consistent: true });
      return new Map(
        rows.flatMap((row) => {
          const [kind = '', learningId = ''] = parseKey(row.sk);
          const { people, jp, served, servedJp } = sumRow.parse(row);
          return people === 0
            ? []
            : [
                [
                  learningName({ kind: kind as LearningKind, learningId }),
                  { people, jp, served: { people: served, jp: servedJp } },
                ],
              ];
        }),
      );
    },
    async list(place, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: learnersPartition(place), limit },
        after,
      });
      return {
        rows: items.map((row) => realisedRow.parse(row)),
        ...next,
      };
    },
  };
}

function writeRow(table: string, row: Realised, after: Realised | undefined): TransactItem {
  const key = realisedKey(row.personId, row);
  // As it was read: closes the race of two who count one person.
  const condition = unchangedSince(row.rev);
  if (!after) return { kind: 'delete', table, key, condition };
  const { kind: learned, ...rest } = after;
  const item = {
    ...{ ...key, kind: 'realised', learned, ...rest, rev: after.rev + 1 },
    ...{ gsi1pk: learnersPartition(after), gsi1sk: after.personId },
  };
  return { kind: 'put', table, item, condition };
}

/** The exact difference; both rows are of one place. */
function sumUp(
  table: string,
  place: Realised,
  { before, after }: { readonly before: Realised | undefined; readonly after: Realised | undefined },
): TransactItem {
  return {
    ...{ kind: 'update', table, key: sumKey(place) },
    update: 'SET #kind = :kind ADD #people :people, #jp :jp, #served :served, #servedJp :servedJp',
    names: {
      ...{ '#kind': 'kind', '#people': 'people', '#jp': 'jp', '#served': 'served' },
      '#servedJp': 'servedJp',
    },
    values: {
      ':kind': 'realised-sum',
      ':people': Number(after !== undefined) - Number(before !== undefined),
      ':jp': (after?.jp ?? 0) - (before?.jp ?? 0),
      ':served': Number(after?.serves !== undefined) - Number(before?.serves !== undefined),
      ':servedJp': servedJp(after) - servedJp(before),
    },
  };
}

const servedJp = (row: Realised | undefined): number => (row?.serves ? row.jp : 0);
