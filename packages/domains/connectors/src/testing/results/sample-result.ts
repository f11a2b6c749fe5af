import type { ProviderId } from '@sinau/kernel';
import type { ResultEvent, ResultSubject } from '../../results/result-event.ts';

export const kampus = 'kampus' as ProviderId;
export const registration = '6f9619ff-8b86-4011-b42d-00c04fc964ff';

/** Epoch of the examples plus so many minutes. */
export const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-20T08:00:00.000Z') + minutes * 60_000).toISOString();

/** A final score of 80 of 100 for one part of a course. */
export const sampleResult = (over: Partial<ResultEvent> = {}): ResultEvent => ({
  ...{ providerId: kampus, source: 'ags', eventId: 'e1', receivedAt: at(1) },
  about: { kind: 'registration', registration, moduleId: 'm1' },
  result: { kind: 'score', occurredAt: at(0), given: 80, maximum: 100, isFinal: true },
  sent: { text: '{"scoreGiven":"80.00000"}', contentType: 'application/vnd.ims.lis.v1.score+json' },
  ...over,
});

/** The learner as the university names them, in one of its courses. */
export const aboutStudent = (
  student: string,
  externalCourseId = '4',
): Extract<ResultSubject, { kind: 'external' }> => ({
  ...{ kind: 'external', connectionId: 'moodle-1', externalCourseId, externalLearnerId: student },
});
