import {
  type AuVerbName,
  agentOf,
  categories,
  contextExtensions,
  contextTemplateOf,
  verbs,
} from '@sinau/cmi5';
import type { Digest } from '@sinau/kernel';
import {
  formatIsoDuration,
  type KeptStatus,
  type ScormStatement,
  statementId,
  xapiScore,
} from '@sinau/scorm';
import type { Activity, Result, Statement } from '@sinau/xapi';
import type { ScormSession } from './scorm-session.ts';

interface Stamp {
  readonly digest: Pick<Digest, 'sha1'>;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** True: whoever plays the package has said this verb in this session. */
const isSaid = ({ session }: ScormSession, verb: AuVerbName): boolean =>
  session.progress.accepted[verb] !== undefined;

/** The page behind a SCORM package is an AU of ours: it is initialized as soon as it starts (cmi5 9.3.2). */
export function beginning(stamp: Stamp, scorm: ScormSession): readonly Statement[] {
  return isSaid(scorm, 'initialized') ? [] : [auStatement(stamp, scorm, { verb: 'initialized' })];
}

/**
 * What the package has reached and the registration does not know yet. Failed waits for the end of the session: cmi5 lets
 * nobody pass in a session that has failed (9.3.0.0-3), but a learner may try again.
 */
export function verdictsOf(
  stamp: Stamp,
  scorm: ScormSession,
  reached: { readonly status: KeptStatus; readonly ending: boolean },
): readonly Statement[] {
  if (scorm.mode !== 'normal') return [];
  const { status, ending } = reached;
  const known = scorm.state.aus[scorm.session.auIndex];
  const success = successOf(scorm, status);
  const completed = status.completion === 'completed' && !known?.completed && !isSaid(scorm, 'completed');
  const open = known?.judged !== 'passed' && !isSaid(scorm, 'passed') && !isSaid(scorm, 'failed');
  const judged = open && (success === 'passed' || (ending && success === 'failed')) ? success : undefined;
  const score = scoreOf(scorm, status);
  return [
    ...(completed ? [auStatement(stamp, scorm, { verb: 'completed', result: { completion: true } })] : []),
    ...(judged === 'passed' || judged === 'failed'
      ? [auStatement(stamp, scorm, { verb: judged, result: { success: judged === 'passed', ...score } })]
      : []),
  ];
}

/** The end of the session (9.3.8); nothing may follow. */
export function ending(stamp: Stamp, scorm: ScormSession): readonly Statement[] {
  return isSaid(scorm, 'terminated') ? [] : [auStatement(stamp, scorm, { verb: 'terminated' })];
}

/** A mastery score that the course sets is what counts (10.2.4). */
export function successOf({ course, session }: ScormSession, status: KeptStatus): KeptStatus['success'] {
  const { masteryScore } = session.terms;
  const scaled = xapiScore(course.version, status.score)?.scaled;
  if (masteryScore === undefined || scaled === undefined || status.success === 'unknown')
    return status.success;
  return scaled >= masteryScore ? 'passed' : 'failed';
}

/** Raw needs both bounds beside it (9.5.1.0-3). */
function scoreOf({ course }: ScormSession, status: KeptStatus): Pick<Result, 'score'> {
  const score = xapiScore(course.version, status.score);
  if (!score) return {};
  const { scaled, raw, min, max } = score;
  const whole = raw !== undefined && min !== undefined && max !== undefined;
  if (scaled === undefined && !whole) return {};
  return { score: { ...(scaled !== undefined && { scaled }), ...(whole && { raw, min, max }) } };
}

function auStatement(
  { digest, at }: Stamp,
  { session, au }: ScormSession,
  { verb, result }: { readonly verb: AuVerbName; readonly result?: Result },
): Statement {
  const { terms } = session;
  const template = contextTemplateOf(terms);
  const judges = result !== undefined;
  const seconds = (Date.parse(at) - Date.parse(session.launchedAt)) / 1000;
  const type = au.activityType === undefined ? {} : { type: au.activityType };
  const { masteryScore } = terms;
  return {
    // Once a session, so a retry makes the same statement.
    id: statementId(digest, [terms.registration, terms.sessionId, 'cmi5', verb]),
    timestamp: at,
    actor: agentOf(terms.actor),
    verb: { id: verbs[verb], display: { en: verb } },
    object: { objectType: 'Activity', id: terms.activityId, definition: { name: au.title, ...type } },
    ...(verb !== 'initialized' && { result: { ...result, duration: formatIsoDuration(seconds) } }),
    context: {
      registration: terms.registration,
      contextActivities: {
        grouping: template.contextActivities.grouping.map(({ id }) => activity(id)),
        category: [activity(categories.cmi5), ...(judges ? [activity(categories.moveOn)] : [])],
      },
      extensions: {
        ...template.extensions,
        ...(judges && masteryScore !== undefined && { [contextExtensions.masteryScore]: masteryScore }),
      },
    },
  };
}

/** A statement of the SCORM profile as a cmi5 allowed one: under the session, with its template (10.2.1). */
export function inSession({ session }: ScormSession, statement: ScormStatement): Statement {
  const { grouping, ...activities } = statement.context?.contextActivities ?? {};
  const template = contextTemplateOf(session.terms);
  const given: readonly Activity[] = grouping === undefined ? [] : [grouping].flat();
  return {
    ...statement,
    context: {
      ...statement.context,
      contextActivities: {
        ...activities,
        grouping: [...given, ...template.contextActivities.grouping.map(({ id }) => activity(id))],
      },
      extensions: { ...statement.context?.extensions, ...template.extensions },
    },
  };
}

const activity = (id: string): Activity => ({ objectType: 'Activity', id });
