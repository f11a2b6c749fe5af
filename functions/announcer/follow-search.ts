import { changedCourse, ratedCourse } from '@sinau/catalogue/dynamo';
import { followRatings, type RatingStore } from '@sinau/catalogue/ratings';
import { type FollowCoursesDeps, followCourses } from '@sinau/catalogue/search';
import { readStreamRecord } from '@sinau/platform/dynamo';
import type { Log } from '@sinau/platform/log';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

type StreamConsumer = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;

export interface FollowSearchDeps {
  readonly search: FollowCoursesDeps & { readonly ratings: RatingStore };
  readonly log: Log;
}

/**
 * After the facts of a batch were followed, its courses are brought into the search together: each shard is written once
 * a batch, however many people rated them; it follows a rating only when it would show it differently. When that fails, the stream comes again from the first course on, and nobody waits for a notice meanwhile.
 */
export function followSearch({ search, log }: FollowSearchDeps, consumer: StreamConsumer): StreamConsumer {
  return async (event, context) => {
    const response = await consumer(event, context);
    const changes = changesIn(event, response);
    const [first] = changes;
    if (!first) return response;
    try {
      const rated = await followRatings(search, { courseIds: idsOf(changes, true) });
      const { written } = await followCourses(search, { courseIds: [...idsOf(changes, false), ...rated] });
      log.info('search followed', { worker: 'announcer', courses: changes.length, written });
      return response;
    } catch (error) {
      log.error('search not followed', error, { worker: 'announcer', courses: changes.length });
      return { batchItemFailures: [{ itemIdentifier: first.sequenceNumber }] };
    }
  };
}

/** Courses before the first record that failed: from there on the stream comes again. */
function changesIn({ Records }: DynamoDBStreamEvent, { batchItemFailures }: DynamoDBBatchResponse) {
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const end = Records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
  return Records.slice(0, end === -1 ? undefined : end).flatMap((record) => {
    const change = readStreamRecord(record);
    const rated = ratedCourse(change);
    const courseId = rated ?? changedCourse(change);
    if (courseId === undefined) return [];
    const sequenceNumber = record.dynamodb?.SequenceNumber ?? '';
    return [{ courseId, byRating: rated !== undefined, sequenceNumber }];
  });
}

function idsOf(changes: ReturnType<typeof changesIn>, byRating: boolean) {
  return changes.filter((one) => one.byRating === byRating).map(({ courseId }) => courseId);
}
