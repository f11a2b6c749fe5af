import { type Dynamo, type Item, queryAll, queryPage, unchangedSince } from '@sinau/platform/dynamo';
import type { ResultStore } from '../ports.ts';
import type { SubjectSums } from '../results.ts';
import { addTally, type Tally } from '../tally.ts';
import { standingKey, subjectPrefix, sumsPartition, wordsPartition, wordsPrefix } from './keys.ts';
import { aboutRow, standingRow, wordsRow } from './rows.ts';

/** `table`: name of the LMS table. */
export function createResultStore(door: { readonly dynamo: Dynamo; readonly table: string }): ResultStore {
  const { dynamo, table } = door;
  return {
    async list(scope, year) {
      const partition = sumsPartition(scope, year);
      return subjectsIn(await queryAll(door, { partition, consistent: true }));
    },
    async find({ scope, year, subject }) {
      const rows = await queryAll(door, {
        ...{ partition: sumsPartition(scope, year), sort: { prefix: subjectPrefix(subject) } },
        consistent: true,
      });
      return subjectsIn(rows)[0];
    },
    async noteStandings(place, { rev, next }) {
      await dynamo.put({
        table,
        item: {
          ...{ ...standingKey(place), kind: 'evaluation-standing', standings: next, rev: rev + 1 },
        },
        // As it was read: of several who noticed at once one notes it, and nothing older takes the place of what was told.
        condition: unchangedSince(rev),
      });
    },
    async words(place, group, { limit, after }) {
      const isAgency = place.scope.kind === 'agency';
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, partition: wordsPartition(place), sort: { prefix: wordsPrefix(group) }, limit },
        ...(isAgency ? { index: 'gsi1' as const } : { consistent: true }),
        after,
      });
      return {
        words: items.map((row) => wordsRow.parse(row)),
        ...next,
      };
    },
  };
}

const isStanding = ({ kind }: Item): boolean => kind === 'evaluation-standing';
/** Key of the subject, without the part. */
const subjectKey = ({ sk }: Item): string => sk.slice(0, sk.lastIndexOf('#'));

function subjectsIn(rows: readonly Item[]): readonly SubjectSums[] {
  return [...Map.groupBy(rows, subjectKey).values()].flatMap((of) => {
    const parts = of.filter((row) => !isStanding(row));
    const [first] = parts;
    if (!first) return [];
    const noted = of.find(isStanding);
    const sums: Record<string, number> = { ...parts.map(countersOf).reduce(addTally, {}) };
    for (const [name, count] of Object.entries(sums)) if (count === 0) delete sums[name];
    return [{ ...aboutRow.parse(first), sums, ...standingRow.parse(noted ?? { standings: {}, rev: 0 }) }];
  });
}

const countersOf = (row: Item): Tally =>
  Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
