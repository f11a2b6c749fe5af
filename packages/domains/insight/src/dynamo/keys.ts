import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { TracePlace } from '../traces.ts';

/** `L` learners, `S` sessions, `A` answers. */
export type TraceKind = 'L' | 'S' | 'A';

/** One part of what is known of a course. */
export const tracePartition = (courseId: string, kind: TraceKind, shard: number): string =>
  composeKey('INSIGHT', courseId, kind, String(shard));

/** By a hash of the registration, so that the first rows of a partition are a random part of its learners. */
export const traceKey = (
  place: TracePlace & { readonly mark: string; readonly shard: number },
  kind: TraceKind,
  ...more: readonly string[]
): Key => ({
  pk: tracePartition(place.courseId, kind, place.shard),
  sk: composeKey(place.mark, place.registration, ...more),
});

/** Questions of a course, written once each. */
export const questionPartition = (courseId: string): string => composeKey('INSIGHT', courseId, 'Q');

export const questionKey = (courseId: string, question: string): Key => ({
  pk: questionPartition(courseId),
  sk: question,
});
