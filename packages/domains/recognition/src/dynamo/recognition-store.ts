import {
  type Dynamo,
  type Item,
  type QueryInput,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import { type Contribution, contributionsOf } from '../contribution.ts';
import type { Book, Change, Listed, Page, Place, RecognitionStore } from '../ports.ts';
import { type Recognition, values, withoutProposer } from '../recognition.ts';
import {
  agencyPartition,
  bookKey,
  countsKey,
  countsPartition,
  monthKey,
  personPartition,
  pointerKey,
  pointerPrefix,
  proposerPartition,
  recognitionKey,
  unitPartition,
  yearPrefix,
} from './keys.ts';
import {
  bookRow,
  countsRow,
  isRecognitionRow,
  isShareRow,
  pointerRow,
  readRecognitionRow,
  readShareRow,
  toRecognitionRow,
  toShareRow,
} from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createRecognitionStore(door: Door): RecognitionStore {
  const { dynamo, table } = door;
  const find = async (place: Place) => {
    const row = await dynamo.get({ table, key: recognitionKey(place), consistent: true });
    return row && readRecognitionRow(row);
  };
  const write = async (items: readonly TransactItem[]) => (await dynamo.transactWrite(items)).outcome;
  return {
    find,
    book: (personId) => readBook(door, personId),
    step: async (change) => ((await write(changeItems(door, [change]))) === 'done' ? 'done' : 'changed'),
    async nominate(proposal, { by, month, most }) {
      const counted: TransactItem = {
        ...{ kind: 'update', table, key: monthKey(by, month), update: 'ADD proposals :one' },
        ...{ values: { ':one': 1, ':most': most } },
        condition: 'attribute_not_exists(proposals) OR proposals < :most',
      };
      const { personId, recognitionId } = proposal;
      const pointer: TransactItem = {
        ...{ kind: 'put', table },
        item: { ...pointerKey(by, proposal), kind: 'recognition-proposed', personId, recognitionId },
      };
      const { outcome } = await dynamo.transactWrite([
        ...changeItems(door, [{ after: proposal }]),
        ...[counted, pointer],
      ]);
      return outcome === 'done' ? 'done' : 'too-many';
    },
    async settle(personId, { rev, share, changes }) {
      const outcome = await write([
        {
          ...{ kind: 'put', table, item: { ...bookKey(personId), kind: 'recognition-book', rev: rev + 1 } },
          condition: unchangedSince(rev),
        },
        ...(share ? [{ kind: 'put' as const, table, item: toShareRow(personId, share) }] : []),
        ...changeItems(door, changes),
      ]);
      return outcome === 'done' ? 'done' : 'changed';
    },
    async proposedBy(personId, limit) {
      const { items } = await dynamo.query({
        ...{ table, partition: proposerPartition(personId), sort: { prefix: pointerPrefix } },
        ...{ descending: true, limit, consistent: true },
      });
      const found = await Promise.all(items.map((row) => find(pointerRow.parse(row))));
      return found.flatMap((one) => one ?? []);
    },
    ofAgency: ({ agencyId, list, year }, page) =>
      listed(door, page, {
        ...{ index: 'gsi1', partition: agencyPartition(agencyId, list) },
        ...(year !== undefined && { sort: { prefix: yearPrefix(year) } }),
      }),
    ofUnit: (unit, page) => listed(door, page, { index: 'gsi2', partition: unitPartition(unit) }),
    async counts(agencyId, year) {
      const rows = await queryAll(door, { partition: countsPartition(agencyId, year), consistent: true });
      return new Map(rows.map((row) => [countsRow.parse(row).unitId, countsIn(row)]));
    },
    forget: (personId) => forget(door, personId),
  };
}

async function readBook(door: Door, personId: string): Promise<Book> {
  const rows = await queryAll(door, { partition: personPartition(personId), consistent: true });
  const book = rows.find(({ sk }) => sk === bookKey(personId).sk);
  return {
    rev: book ? bookRow.parse(book).rev : 0,
    shares: rows.filter(isShareRow).map(readShareRow),
    recognitions: rows.filter(isRecognitionRow).map(readRecognitionRow),
  };
}

async function listed(
  { dynamo, table }: Door,
  { limit, after }: Page,
  query: Pick<QueryInput, 'index' | 'partition' | 'sort'>,
): Promise<Listed> {
  const { items, ...next } = await queryPage(dynamo, { table, ...query, limit, after, descending: true });
  return { recognitions: items.map(readRecognitionRow), ...next };
}

function countsIn(row: Item) {
  return Object.fromEntries(
    values.flatMap((value) => {
      const count = row[value];
      return typeof count === 'number' && count !== 0 ? [[value, count]] : [];
    }),
  );
}

function changeItems(door: Door, changes: readonly Change[]): readonly TransactItem[] {
  const { table } = door;
  return [
    ...changes.map(({ before, after }): TransactItem => {
      const rev = before?.rev ?? 0;
      return {
        ...{ kind: 'put', table, item: toRecognitionRow({ ...after, rev: rev + 1 }) },
        condition: unchangedSince(rev),
      };
    }),
    ...countItems(door, contributionsOf(changes)),
  ];
}

function countItems({ table }: Door, contributions: readonly Contribution[]): readonly TransactItem[] {
  const byRow = Map.groupBy(contributions, (one) => JSON.stringify(countsKey(one)));
  return [...byRow.values()].flatMap((all): readonly TransactItem[] => {
    const [one] = all;
    if (!one) return [];
    return [
      {
        ...{ kind: 'update', table, key: countsKey(one) },
        update: `ADD ${all.map((_, n) => `#v${n} :v${n}`).join(', ')} SET unitId = :unit, #kind = :kind`,
        names: { ...Object.fromEntries(all.map(({ value }, n) => [`#v${n}`, value])), '#kind': 'kind' },
        values: {
          ...Object.fromEntries(all.map(({ by }, n) => [`:v${n}`, by])),
          ...{ ':unit': one.unitId, ':kind': 'recognition-counts' },
        },
      },
    ];
  });
}

/** Each recognition with its counter, so that an erasure which stops in between leaves no sum wrong. */
async function forget(door: Door, personId: string): Promise<number> {
  const { dynamo, table } = door;
  const { recognitions } = await readBook(door, personId);
  for (const one of recognitions) await forgetOne(door, one);
  const about = await queryAll(door, { partition: personPartition(personId), consistent: true });
  const by = await queryAll(door, { partition: proposerPartition(personId), consistent: true });
  for (const row of by.filter(({ sk }) => sk.startsWith(pointerPrefix))) await unname(door, row);
  const keys = [...about, ...by].map(({ pk, sk }) => ({ pk, sk }));
  await dynamo.batchWrite({ table, deletes: keys });
  return recognitions.length + keys.length;
}

async function forgetOne(door: Door, one: Recognition): Promise<void> {
  const { dynamo, table } = door;
  const gone: Change = { before: one, after: { ...one, state: 'recalled' } };
  const proposer = one.origin.kind === 'people' ? one.origin.by.id : undefined;
  await dynamo.transactWrite([
    { kind: 'delete', table, key: recognitionKey(one), condition: unchangedSince(one.rev) },
    ...countItems(door, contributionsOf([gone])),
    ...(proposer === undefined ? [] : [{ kind: 'delete' as const, table, key: pointerKey(proposer, one) }]),
  ]);
}

/** What they proposed of others is theirs, whoever it was that saw it. */
async function unname(door: Door, row: Item): Promise<void> {
  const { dynamo, table } = door;
  const found = await dynamo.get({ table, key: recognitionKey(pointerRow.parse(row)), consistent: true });
  const before = found && readRecognitionRow(found);
  if (before) await dynamo.transactWrite(changeItems(door, [{ before, after: withoutProposer(before) }]));
}
