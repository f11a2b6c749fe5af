import type { PersonId } from '@sinau/kernel';
import { activityProgresses, gradingProgresses } from '@sinau/lti/services';
import { scoreTroubles } from '@sinau/lti/tool';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ForeignPlatformId } from '../platform.ts';
import { type ScoreRow, scoreStates } from '../scores/score-row.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const saying = z.object({
  activityProgress: z.enum(activityProgresses),
  gradingProgress: z.enum(gradingProgresses),
  scoreGiven: z.number().exactOptional(),
  scoreMaximum: z.number().exactOptional(),
});

const scoreRow = z.object({
  registration: z.string(),
  platformId: branded<ForeignPlatformId>(),
  placementId: z.string(),
  subject: z.string(),
  personId: branded<PersonId>(),
  courseId: z.string(),
  state: z.enum(scoreStates),
  because: z.enum(scoreTroubles).exactOptional(),
  changedAt: z.string(),
  dueAt: z.string().exactOptional(),
  waitsSince: z.string().exactOptional(),
  tries: z.number(),
  tried: z.object({ mark: z.string(), timestamp: z.string() }).exactOptional(),
  sent: z.object({ saying, mark: z.string(), at: z.string() }).exactOptional(),
  rev: z.number(),
});
export const readScore = (row: Item): ScoreRow => scoreRow.parse(row);
