import type { AgencyId } from '@sinau/kernel';
import * as z from 'zod';
import { type CommentId, commentStates, hidingReasons } from '../comment.ts';
import { type PromiseId, promiseStates } from '../promise.ts';
import { elementCodes, subjects } from '../rule.ts';
import type { ServiceId } from '../service.ts';
import type { SurveyId } from '../survey.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const service = { agencyId: id<AgencyId>(), serviceId: id<ServiceId>() };
const survey = { ...service, surveyId: id<SurveyId>() };

export const serviceRow = z.object({
  ...service,
  name: z.string(),
  about: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  state: z.enum(['open', 'closed']),
  createdAt: z.string(),
  rev: z.number(),
});

export const surveyRow = z.object({
  ...survey,
  ...{ from: z.string(), to: z.string(), rule: z.string() },
  elements: z.array(z.object({ code: z.enum(elementCodes), subject: z.enum(subjects), label: z.string() })),
  served: z.number().exactOptional(),
  endedAt: z.string().exactOptional(),
  ...{ createdAt: z.string(), rev: z.number() },
});

export const promiseRow = z.object({
  ...service,
  promiseId: id<PromiseId>(),
  ...{ said: z.string(), action: z.string() },
  due: z.string().exactOptional(),
  state: z.enum(promiseStates),
  ...{ updatedAt: z.string(), rev: z.number() },
});

export const commentRow = z.object({
  ...survey,
  commentId: id<CommentId>(),
  ...{ day: z.string(), text: z.string() },
  state: z.enum(commentStates),
  reason: z.enum(hidingReasons).exactOptional(),
  decided: z.object({ by: z.string(), at: z.string() }).exactOptional(),
});

const times = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const counted = z.object({
  answers: z.number(),
  scores: z.record(z.enum(elementCodes), times),
});

/** Counts of a survey at two moments. */
export const standingRow = z.object({ shown: counted.exactOptional(), next: counted.exactOptional() });

/** Attribute of a part of the counters: how often an element got a score. */
export const scoreName = (code: string, score: number): string => `${code}s${score}`;
