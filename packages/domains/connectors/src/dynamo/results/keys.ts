import type { ProviderId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { ResultPlace } from '../../results/inbox-result.ts';
import type { LearnerName } from '../../results/learner-name.ts';
import type { PollPlace } from '../../results/ports.ts';
import type { ResultSubject } from '../../results/result-event.ts';

export const resultKey = (resultId: string): Key => ({ pk: composeKey('RESULT', resultId), sk: 'RESULT' });
/** Apart, so that lists do not carry it. */
export const rawKey = (resultId: string): Key => ({ pk: composeKey('RESULT', resultId), sk: 'RAW' });

/** What counts for one learner's way through a course. */
export const placesPartition = (registration: string): string => composeKey('RESULTS-OF', registration);
export const placePrefix = (moduleId: string): string => keyPrefix('VERSION', moduleId);
export const anyPlacePrefix = keyPrefix('VERSION');
export const placeKey = ({ registration, moduleId }: ResultPlace, resultId: string): Key => ({
  pk: placesPartition(registration),
  sk: composeKey('VERSION', moduleId, resultId),
});

/** How a learner is called by providers. */
export const ownNamesPrefix = keyPrefix('NAME');
export const ownNameKey = (registration: string, name: LearnerName): Key => ({
  pk: placesPartition(registration),
  sk: composeKey('NAME', name.connectionId, name.externalCourseId, name.kind, name.value),
});

/** Whose name it is. */
export const nameKey = ({ connectionId, externalCourseId, kind, value }: LearnerName): Key => ({
  pk: composeKey('RESULT-NAMES', connectionId, externalCourseId),
  sk: composeKey(kind.toUpperCase(), value),
});

/** What a provider answered last. */
export const pollKey = ({ connectionId, externalCourseId, bucket }: PollPlace): Key => ({
  pk: composeKey('RESULT-POLL', connectionId, externalCourseId),
  sk: composeKey('BUCKET', bucket),
});

/** In which part results of a course count. */
export const coursePartKey = (course: {
  readonly connectionId: string;
  readonly externalCourseId: string;
}): Key => ({
  pk: composeKey('RESULT-PARTS', course.connectionId),
  sk: composeKey('COURSE', course.externalCourseId),
});

/** The last round of questions. */
export const pollRunKey = (connectionId: string): Key => ({
  pk: composeKey('RESULT-POLLS', connectionId),
  sk: 'LAST',
});

/** gsi1: all of a provider by arrival. */
export const providerPartition = (providerId: ProviderId): string => composeKey('RESULTS', providerId);
export const receivedSort = (receivedAt: string, resultId: string): string =>
  composeKey(receivedAt, resultId);

/** gsi2: those nobody was found for. */
export const unmatchedPartition = (providerId: ProviderId): string =>
  composeKey('RESULTS-UNMATCHED', providerId);
export const unmatchedSort = (about: ResultSubject, resultId: string): string =>
  about.kind === 'external'
    ? composeKey('CONNECTION', about.connectionId, about.externalCourseId, resultId)
    : composeKey('MODULE', about.moduleId, resultId);
export const unmatchedPrefix = (of: {
  readonly connectionId: string;
  readonly externalCourseId?: string;
}): string =>
  of.externalCourseId === undefined
    ? keyPrefix('CONNECTION', of.connectionId)
    : keyPrefix('CONNECTION', of.connectionId, of.externalCourseId);
