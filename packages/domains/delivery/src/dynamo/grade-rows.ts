import { activityProgresses, gradingProgresses } from '@sinau/lti/services';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LtiClientId } from '../lti/index.ts';
import type { StoredLineItem } from '../lti-services/line-item.ts';
import type { ScoreRecord } from '../lti-services/score-record.ts';
import { lineItemKey, scoreKey, scorePointerKey } from './lti-service-keys.ts';

const clientId = z.custom<LtiClientId>((value) => typeof value === 'string');

const lineItemRow = z.object({
  courseId: z.string(),
  clientId,
  lineItemId: z.string(),
  said: z.object({
    label: z.string(),
    scoreMaximum: z.number(),
    resourceLinkId: z.string().exactOptional(),
    resourceId: z.string().exactOptional(),
    tag: z.string().exactOptional(),
    startDateTime: z.string().exactOptional(),
    endDateTime: z.string().exactOptional(),
    gradesReleased: z.boolean().exactOptional(),
    submissionReview: z.record(z.string(), z.unknown()).exactOptional(),
  }),
  createdAt: z.string(),
  rev: z.number(),
});

const mark = { said: z.string(), arrived: z.string().exactOptional() };

const scoreRow = z.object({
  courseId: z.string(),
  clientId,
  lineItemId: z.string(),
  userId: z.string(),
  registration: z.string(),
  standing: z.object({
    progress: z.object({ ...mark, activity: z.enum(activityProgresses), grading: z.enum(gradingProgresses) }),
    settled: z
      .object({
        ...mark,
        points: z.object({ given: z.number(), maximum: z.number() }).exactOptional(),
        comment: z.string().exactOptional(),
        at: z.string(),
      })
      .exactOptional(),
  }),
  rev: z.number(),
});

const pointerRow = scoreRow.pick({ courseId: true, clientId: true, lineItemId: true, userId: true });

/** The row of an item whose `rev` is still the one that was read. */
export const toLineItemRow = (item: StoredLineItem): Item => {
  const { courseId, clientId: client, lineItemId, said, createdAt, rev } = item;
  return {
    ...lineItemKey(item),
    ...{ kind: 'lti-line-item', courseId, clientId: client, lineItemId, said, createdAt, rev: rev + 1 },
  };
};

export const toScoreRow = (record: ScoreRecord): Item => ({
  ...scoreKey(record, record.userId),
  kind: 'lti-score',
  ...record,
  rev: record.rev + 1,
});

export const toPointerRow = ({
  registration,
  courseId,
  clientId: client,
  lineItemId,
  userId,
}: ScoreRecord): Item => ({
  ...scorePointerKey(registration, lineItemId),
  ...{ kind: 'lti-score-pointer', courseId, clientId: client, lineItemId, userId },
});

export const readLineItemRow = (row: Item): StoredLineItem => lineItemRow.parse(row);
export const readScoreRow = (row: Item): ScoreRecord => scoreRow.parse(row);
export const readPointerRow = (row: Item) => pointerRow.parse(row);
