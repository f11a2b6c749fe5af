import type { Result, Statement } from '@sinau/xapi';
import type { ExternalResult } from '../external.ts';
import { courseOf } from './course-of.ts';

type Saying = 'completed' | 'passed' | 'failed' | 'scored';

/** Verbs of logstore_xapi (Moodle) and event-routing-backends (Open edX) that may say a result of a course. */
const sayings: ReadonlyMap<string, Saying> = new Map<string, Saying>([
  ['http://adlnet.gov/expapi/verbs/completed', 'completed'],
  ['http://id.tincanapi.com/verb/completed', 'completed'],
  ['http://adlnet.gov/expapi/verbs/passed', 'passed'],
  ['http://adlnet.gov/expapi/verbs/failed', 'failed'],
  ['http://adlnet.gov/expapi/verbs/scored', 'scored'],
  ['http://id.tincanapi.com/verb/earned', 'scored'],
  ['http://www.tincanapi.co.uk/verbs/evaluated', 'scored'],
]);

/** A pseudonym of ours, which a site may have for its own name of a learner after launches by LTI. */
const subjectPattern = /^[0-9a-f]{64}$/;

/**
 * What a checked statement says of a learner in a course as a whole. Undefined for every other statement, most of those that a
 * university sends: views, attempts, parts of a course, actors without an account.
 */
export function readResultStatement(
  statement: Statement,
  receivedAt: string,
): readonly ExternalResult[] | undefined {
  const { actor, verb, object, result = {}, timestamp } = statement;
  const saying = sayings.get(verb.id);
  if (saying === undefined || actor.objectType === 'Group' || !('account' in actor)) return undefined;
  const activityId = 'id' in object && isActivity(object.objectType) ? object.id : undefined;
  const externalCourseId = activityId === undefined ? undefined : courseOf(activityId);
  const name = actor.account?.name.trim() ?? '';
  if (externalCourseId === undefined || name === '') return undefined;
  const about = {
    ...{ externalCourseId, externalLearnerId: name, occurredAt: timestamp ?? receivedAt },
    ...(subjectPattern.test(name) && { subject: name }),
    ...(statement.id !== undefined && { eventId: statement.id.toLowerCase() }),
  };
  const results = [...completionIn(saying), ...scoreIn(result)].map((what) => ({ ...about, ...what }));
  return results.length > 0 ? results : undefined;
}

const isActivity = (objectType: string | undefined): boolean =>
  objectType === undefined || objectType === 'Activity';

/** Who fails after they had passed has the completion taken back, by the word of the provider. */
function completionIn(saying: Saying) {
  const kind = 'completion' as const;
  if (saying === 'completed') return [{ kind, completed: true }];
  if (saying === 'passed') return [{ kind, completed: true, passed: true }];
  return saying === 'failed' ? [{ kind, completed: false, passed: false }] : [];
}

/** Grades of a course change until it is done: without that word a score is a running total. */
function scoreIn({ score, completion }: Result) {
  const read = score && (pointsIn(score) ?? shareIn(score));
  return read ? [{ kind: 'score' as const, ...read, isFinal: completion === true }] : [];
}

type Score = NonNullable<Result['score']>;

function pointsIn({ raw, min = 0, max }: Score) {
  if (raw === undefined || max === undefined || max <= min || raw < min) return undefined;
  return { given: raw - min, maximum: max - min };
}

/** Without a scale of its own, of a hundred. */
function shareIn({ scaled }: Score) {
  if (scaled === undefined || scaled < 0) return undefined;
  return { given: Number((scaled * 100).toFixed(4)), maximum: 100 };
}
