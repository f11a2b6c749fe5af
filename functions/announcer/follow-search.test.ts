import type { Course, CourseId } from '@sinau/catalogue';
import type { RatingId } from '@sinau/catalogue/ratings';
import { followCourses } from '@sinau/catalogue/search';
import { courseOf, memoryRatings, memorySearchShards } from '@sinau/catalogue/testing';
import type { Jp, PersonId } from '@sinau/kernel';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { type FollowSearchDeps, followSearch } from './follow-search.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const published: Course = {
  ...courseOf(),
  ...{ status: 'published', jp: 400 as Jp, publishedVersion: 1, publishedAt: '2026-03-02T01:00:00.000Z' },
};

/** What the stream says of a row of nobody, and of a course that was published. */
const other = (n: number) => record(n, { pk: { S: `X#${n}` }, sk: { S: 'X' } });
const course = (n: number) => record(n, rowOf({ ...published, courseId: `c${n}` as CourseId }));

function record(n: number, NewImage: { readonly pk: object; readonly sk: object }) {
  const Keys = { pk: NewImage.pk, sk: NewImage.sk };
  return { eventID: `e${n}`, eventName: 'INSERT', dynamodb: { SequenceNumber: String(n), Keys, NewImage } };
}

function rowOf(row: Course): { readonly pk: object; readonly sk: object } {
  const value = (given: unknown): object => {
    if (typeof given === 'string') return { S: given };
    if (typeof given === 'number') return { N: String(given) };
    if (Array.isArray(given)) return { L: given.map(value) };
    return { M: mapOf(given as object) };
  };
  const mapOf = (given: object) =>
    Object.fromEntries(Object.entries(given).map(([name, one]) => [name, value(one)]));
  const keys = { pk: value(`COURSE#${row.courseId}`), sk: value('COURSE') };
  return { ...mapOf({ kind: 'course', ...row }), ...keys };
}

async function run(
  records: readonly object[],
  over: { readonly failed?: number; readonly search?: Partial<FollowSearchDeps['search']> } = {},
) {
  const shards = memorySearchShards();
  const find = async (courseId: CourseId) => ({ ...published, courseId });
  const search = {
    courses: { find },
    ratings: memoryRatings(),
    shards,
    sleep: async () => {},
    ...over.search,
  };
  const consumer = async (): Promise<DynamoDBBatchResponse> => ({
    batchItemFailures: over.failed === undefined ? [] : [{ itemIdentifier: String(over.failed) }],
  });
  const follower = followSearch({ search, log: silent }, consumer);
  const response = await follower({ Records: records } as unknown as DynamoDBStreamEvent, {} as Context);
  const read = await Promise.all((await shards.list()).map(({ shard }) => shards.read(shard)));
  const ids = read.flatMap((one) => one?.courses ?? []).map(({ courseId }) => courseId as string);
  return { failures: response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), ids };
}

const down = { courses: { find: async () => Promise.reject(new Error('down')) } };

describe('followSearch', () => {
  it('brings the courses of a batch into the search', async () => {
    const { failures, ids } = await run([other(1), course(2), course(3), course(2)]);
    expect(failures).toEqual([]);
    expect(ids.toSorted()).toEqual(['c2', 'c3']);
  });

  it('asks for the stream again from the first course on, when the search cannot follow', async () => {
    expect(await run([other(1), course(2), course(3)], { search: down })).toEqual({
      failures: ['2'],
      ids: [],
    });
    expect((await run([other(1)], { search: down })).failures).toEqual([]);
  });

  it('does not hide what failed before', async () => {
    const records = [other(1), course(2), other(3)];
    expect((await run(records, { failed: 1, search: down })).failures).toEqual(['1']);
    expect((await run(records, { failed: 3, search: down })).failures).toEqual(['2']);
    expect((await run(records, { failed: 3 })).failures).toEqual(['3']);
  });

  it('is repeated without another write', async () => {
    const shards = memorySearchShards();
    const ratings = memoryRatings();
    const search = { courses: { find: async () => published }, ratings, shards, sleep: async () => {} };
    await followCourses(search, { courseIds: [published.courseId] });
    const before = await shards.list();
    await run([course(1)], { search });
    expect(await shards.list()).toEqual(before);
  });

  it('R6: follows a course that many rated once, when five have', async () => {
    const ratings = memoryRatings();
    let counts = 0;
    const counting = {
      ...ratings,
      count: (courseId: CourseId) => {
        counts += 1;
        return ratings.count(courseId);
      },
    };
    const total = (n: number) =>
      record(n, {
        ...{ pk: { S: `RATINGS#c1#${n}` }, sk: { S: 'TOTAL' } },
        ...{ kind: { S: 'rating-total' }, courseId: { S: 'c1' }, five: { N: '1' } },
      });
    const rate = (person: string) => {
      const named = {
        ratingId: person as RatingId,
        courseId: 'c1' as CourseId,
        personId: person as PersonId,
      };
      const at = '2026-03-02T01:00:00.000Z';
      return ratings.change({ after: { ...named, stars: 5, ratedAt: at, changedAt: at, rev: 1 } });
    };
    for (const person of 'abcd') await rate(person);
    expect((await run([total(1), total(2)], { search: { ratings: counting } })).ids).toEqual([]);
    await rate('e');
    expect((await run([total(3), total(4)], { search: { ratings: counting } })).ids).toEqual(['c1']);
    expect(counts).toBe(2);
  });
});
