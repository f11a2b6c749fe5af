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
  monthPrefix,
  personPartition,
  pointerKey,
  pointerPrefix,
  proposerPartition,
  recognitionKey,
  unitPartition,
  yearPrefix,
} from './keys.ts';
import {
  bookKind,
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
          // Not written whole: when somebody was erased stays in it.
          ...{ kind: 'update', table, key: bookKey(personId), update: 'SET #rev = :next, #kind = :kind' },
          names: { '#rev': 'rev', '#kind': 'kind' },
          values: { ':next': rev + 1, ':kind': bookKind, ...(rev > 0 && { ':rev': rev }) },
          condition: rev > 0 ? '#rev = :rev' : 'attribute_not_exists(pk)',
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
    forget: (personId, erasedAt) => forget(door, personId, erasedAt),
  };
}

async function readBook(door: Door, personId: string): Promise<Book> {
  const rows = await queryAll(door, { partition: personPartition(personId), consistent: true });
  const book = rows.find(({ sk }) => sk === bookKey(personId).sk);
  const { rev, erasedAt } = bookRow.parse(book ?? { rev: 0 });
  return {
    ...{ rev, ...(erasedAt !== undefined && { erasedAt }) },
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

/**
 * Each row with what follows from it, or not at all, so that an erasure which stops in between leaves no sum wrong and no name unfound. One that
 * somebody changes this moment stays, and so does the row by which it is found: it is met by whoever looks again.
 */
async function forget(door: Door, personId: string, erasedAt: string): Promise<number> {
  const { dynamo, table } = door;
  // The mark first: what rules have found in an older book is refused from here on.
  await dynamo.update({
    ...{ table, key: bookKey(personId), update: 'SET #kind = :kind, erasedAt = :at ADD #rev :one' },
    names: { '#rev': 'rev', '#kind': 'kind' },
    values: { ':one': 1, ':at': erasedAt, ':kind': bookKind },
  });
  const about = await queryAll(door, { partition: personPartition(personId), consistent: true });
  const by = await queryAll(door, { partition: proposerPartition(personId), consistent: true });
  const gone = [
    ...(await each(about.filter(isRecognitionRow), (row) => forgetOne(door, readRecognitionRow(row)))),
    ...(await each(by.filter(startsWith(pointerPrefix)), (row) => unname(door, personId, row))),
  ].filter((outcome) => outcome === 'done');
  const rest = [...about.filter(isShareRow), ...by.filter(startsWith(monthPrefix))];
  await dynamo.batchWrite({ table, deletes: rest.map(({ pk, sk }) => ({ pk, sk })) });
  return gone.length + rest.length;
}

const startsWith =
  (prefix: string) =>
  ({ sk }: Item): boolean =>
    sk.startsWith(prefix);

/** One after another: two may change the same counters. */
async function each<Outcome>(
  rows: readonly Item[],
  step: (row: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows) outcomes.push(await step(row));
  return outcomes;
}

async function forgetOne({ dynamo, table }: Door, one: Recognition): Promise<'done' | 'cancelled'> {
  const gone: Change = { before: one, after: { ...one, state: 'recalled' } };
  const proposer = one.origin.kind === 'people' ? one.origin.by.id : '';
  const { outcome } = await dynamo.transactWrite([
    { kind: 'delete', table, key: recognitionKey(one), condition: unchangedSince(one.rev) },
    ...countItems({ dynamo, table }, contributionsOf([gone])),
    // Of whoever was erased there is none any more.
    ...(proposer === '' ? [] : [{ kind: 'delete' as const, table, key: pointerKey(proposer, one) }]),
  ]);
  return outcome;
}

/** What they proposed of others is theirs, whoever it was that saw it. The pointer goes with the name, and alone where there is nothing of theirs. */
async function unname(door: Door, personId: string, row: Item): Promise<'done' | 'cancelled'> {
  const { dynamo, table } = door;
  const found = await dynamo.get({ table, key: recognitionKey(pointerRow.parse(row)), consistent: true });
  const before = found && readRecognitionRow(found);
  const isTheirs = before?.origin.kind === 'people' && before.origin.by.id === personId;
  const { outcome } = await dynamo.transactWrite([
    ...(isTheirs ? changeItems(door, [{ before, after: withoutProposer(before) }]) : []),
    { kind: 'delete', table, key: { pk: row.pk, sk: row.sk } },
  ]);
  return outcome;
}
