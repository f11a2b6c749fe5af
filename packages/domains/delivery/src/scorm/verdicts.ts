import { type KeptStatus, xapiScore } from '@sinau/scorm';
import type { Statement } from '@sinau/xapi';
import { type Stamp, verdictsOf } from '../own-page/page-statements.ts';
import type { ScormSession } from './scorm-session.ts';

/** What the package has reached, as the AU says it. Failed waits for the end of the session: a learner may try again. */
export function packageVerdicts(
  stamp: Stamp,
  scorm: ScormSession,
  { status, ending }: { readonly status: KeptStatus; readonly ending: boolean },
): readonly Statement[] {
  const success = successOf(scorm, status);
  const failed = ending && success === 'failed' ? 'failed' : undefined;
  return verdictsOf(stamp, scorm, {
    completed: status.completion === 'completed',
    judged: success === 'passed' ? 'passed' : failed,
    score: xapiScore(scorm.course.version, status.score),
  });
}

/** A mastery score that the course sets is what counts (10.2.4). */
export function successOf({ course, session }: ScormSession, status: KeptStatus): KeptStatus['success'] {
  const { masteryScore } = session.terms;
  const scaled = xapiScore(course.version, status.score)?.scaled;
  if (masteryScore === undefined || scaled === undefined || status.success === 'unknown')
    return status.success;
  return scaled >= masteryScore ? 'passed' : 'failed';
}
