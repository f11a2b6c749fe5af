import type { Course, CourseId } from '@sinau/catalogue';
import { type FollowCoursesDeps, followCourses } from '@sinau/catalogue/search';
import { courseOf, memorySearchShards } from '@sinau/catalogue/testing';
import type { Jp } from '@sinau/kernel';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { followSearch } from './follow-search.ts';

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
  over: { readonly failed?: number; readonly search?: Partial<FollowCoursesDeps> } = {},
) {
  const shards = memorySearchShards();
  const find = async (courseId: CourseId) => ({ ...published, courseId });
  const search = { courses: { find }, shards, sleep: async () => {}, ...over.search };
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
    const search = { courses: { find: async () => published }, shards, sleep: async () => {} };
    await followCourses(search, { courseIds: [published.courseId] });
    const before = await shards.list();
    await run([course(1)], { search });
    expect(await shards.list()).toEqual(before);
  });
});
