import type { Dynamo, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { addUp } from '../ratings/histogram.ts';
import { type RatingStore, totalShards } from '../ratings/ports.ts';
import type { Rating, Stars } from '../ratings/rating.ts';
import {
  commentsPartition,
  countNames,
  raterPartition,
  ratingKey,
  readRating,
  readTotal,
  reportsPartition,
  summaryKey,
  toCounts,
  toRatingRow,
  totalKey,
  totalKeyOf,
} from './rating-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const mostListed = 1_000;
const mostReports = 100;
const summaryRow = z.object({ rev: z.number() });

/** A rating with its person; what all come to in parts of the course, which change with it in one transaction. */
export function createRatingStore(door: Door): RatingStore {
  const { dynamo, table } = door;
  return {
    find: async (personId, courseId) => {
      const row = await dynamo.get({ table, key: ratingKey(personId, courseId), consistent: true });
      return row && readRating(row);
    },
    listOf: async (personId) => {
      const partition = raterPartition(personId);
      const { items } = await dynamo.query({ table, partition, limit: mostListed, consistent: true });
      return items.map(readRating);
    },
    change: async ({ before, after }) => {
      if (!before && !after) return 'stored';
      const result = await dynamo.transactWrite([
        ...ratingItem(table, before, after),
        ...totalItem(table, before, after),
      ]);
      return result.outcome === 'done' ? 'stored' : 'changed';
    },
    count: async (courseId) => {
      const keys = Array.from({ length: totalShards }, (_, shard) => totalKey(courseId, shard));
      return addUp((await dynamo.batchGet({ table, keys, consistent: true })).map(readTotal));
    },
    summary: async (courseId) => {
      const row = await dynamo.get({ table, key: summaryKey(courseId) });
      return row && { histogram: readTotal(row), rev: summaryRow.parse(row).rev };
    },
    writeSummary: async (courseId, { histogram, rev }) => {
      const item = { ...summaryKey(courseId), kind: 'rating-summary', courseId, ...toCounts(histogram), rev };
      const result = await dynamo.put({
        table,
        item,
        // Unmoved: of two who count at once, the one who counted first does not write last.
        condition:
          rev === 1
            ? { expression: 'attribute_not_exists(pk)' }
            : { expression: 'rev = :before', values: { ':before': rev - 1 } },
      });
      return result.outcome === 'done' ? 'stored' : 'conflict';
    },
    ...listMethods(door),
  };
}

function listMethods({
  dynamo,
  table,
}: Door): Pick<RatingStore, 'listComments' | 'findComment' | 'listReports' | 'findReport'> {
  const at = async (index: 'gsi1' | 'gsi2', partition: string, place: string) => {
    const sort = { between: [place, place] as const };
    const { items } = place === '' ? { items: [] } : await dynamo.query({ table, index, partition, sort });
    return items.map(readRating)[0];
  };
  return {
    listComments: async (courseId, { limit, after }) => {
      const bound = after === undefined ? undefined : boundOf(after);
      const { items } = await dynamo.query({
        ...{ table, index: 'gsi2', partition: commentsPartition(courseId), descending: true },
        // One for the bound itself, one to know whether more follow.
        limit: limit + 2,
        ...(bound !== undefined && { sort: { between: [lowest, bound] as const } }),
      });
      const rows = items.filter(({ gsi2sk }) => gsi2sk !== bound);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        ratings: rows.slice(0, limit).map(readRating),
        ...(last && { next: String(last.gsi2sk) }),
      };
    },
    findComment: (courseId, place) => at('gsi2', commentsPartition(courseId), place),
    listReports: async (state) => {
      const partition = reportsPartition(state);
      const page = { table, index: 'gsi1', partition, descending: true, limit: mostReports } as const;
      return (await dynamo.query(page)).items.map(readRating);
    },
    findReport: (state, place) => at('gsi1', reportsPartition(state), place),
  };
}

const lowest = ' ';

/** Undefined: the place of nothing, so that the list starts over. */
function boundOf(after: string): string | undefined {
  const bound = after.toWellFormed().slice(0, 200).toWellFormed();
  return bound > lowest ? bound : undefined;
}

function ratingItem(table: string, before?: Rating, after?: Rating): readonly TransactItem[] {
  // Unmoved: two tabs of one person, an author's report against a change; absent: two first ratings.
  const condition = before
    ? { expression: 'rev = :before', values: { ':before': before.rev } }
    : { expression: 'attribute_not_exists(pk)' };
  if (after) return [{ kind: 'put', table, item: toRatingRow(after), condition }];
  return before
    ? [{ kind: 'delete', table, key: ratingKey(before.personId, before.courseId), condition }]
    : [];
}

function totalItem(table: string, before?: Rating, after?: Rating): readonly TransactItem[] {
  const rating = after ?? before;
  if (!rating || before?.stars === after?.stars) return [];
  const steps: readonly (readonly [Stars, number])[] = [
    ...(before ? [[before.stars, -1] as const] : []),
    ...(after ? [[after.stars, 1] as const] : []),
  ];
  const values = Object.fromEntries(steps.map(([stars, step]) => [`:${countNames[stars]}`, step]));
  const adds = steps.map(([stars]) => `${countNames[stars]} :${countNames[stars]}`);
  return [
    {
      ...{ kind: 'update', table, key: totalKeyOf(rating) },
      update: `SET kind = :kind, courseId = :course ADD ${adds.join(', ')}`,
      values: { ...values, ':kind': 'rating-total', ':course': rating.courseId },
    },
  ];
}
