import {
  type AuVerbName,
  agentOf,
  categories,
  contextExtensions,
  contextTemplateOf,
  durationOf,
  verbs,
} from '@sinau/cmi5';
import { type Digest, uuidOfParts } from '@sinau/kernel';
import type { Activity, Result, Score, Statement } from '@sinau/xapi';
import type { PageSession } from './page-session.ts';

export interface Stamp {
  readonly digest: Pick<Digest, 'sha1'>;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Namespace of the ids of statements that pages of ours make as an AU; it must never change. */
const namespace = 'b3b0a6a2-7a55-4c1c-8d64-58d6f2b1c9e7';

/** True: the page has said this verb in this session. */
const isSaid = ({ session }: PageSession, verb: AuVerbName): boolean =>
  session.progress.accepted[verb] !== undefined;

/** A page of ours is an AU: it is initialized as soon as it starts (cmi5 9.3.2). */
export function beginning(stamp: Stamp, page: PageSession): readonly Statement[] {
  return isSaid(page, 'initialized') ? [] : [auStatement(stamp, page, { verb: 'initialized' })];
}

/**
 * What the learner has reached and the registration does not know yet. cmi5 lets nobody pass in a session that has failed
 * (9.3.0.0-3), so whoever may try again is not yet told to have failed.
 */
export function verdictsOf(
  stamp: Stamp,
  page: PageSession,
  reached: {
    readonly completed: boolean;
    readonly judged: 'passed' | 'failed' | undefined;
    readonly score: Score | undefined;
  },
): readonly Statement[] {
  if (page.mode !== 'normal') return [];
  const known = page.state.aus[page.session.auIndex];
  const completed = reached.completed && !known?.completed && !isSaid(page, 'completed');
  const open = known?.judged !== 'passed' && !isSaid(page, 'passed') && !isSaid(page, 'failed');
  const judged = open ? reached.judged : undefined;
  const score = scoreOf(reached.score);
  return [
    ...(completed ? [auStatement(stamp, page, { verb: 'completed', result: { completion: true } })] : []),
    ...(judged
      ? [auStatement(stamp, page, { verb: judged, result: { success: judged === 'passed', ...score } })]
      : []),
  ];
}

/** The end of the session (9.3.8); nothing may follow. */
export function ending(stamp: Stamp, page: PageSession): readonly Statement[] {
  return isSaid(page, 'terminated') ? [] : [auStatement(stamp, page, { verb: 'terminated' })];
}

/** Raw needs both bounds beside it (9.5.1.0-3). */
function scoreOf(score: Score | undefined): Pick<Result, 'score'> {
  if (!score) return {};
  const { scaled, raw, min, max } = score;
  const whole = raw !== undefined && min !== undefined && max !== undefined;
  if (scaled === undefined && !whole) return {};
  return { score: { ...(scaled !== undefined && { scaled }), ...(whole && { raw, min, max }) } };
}

function auStatement(
  { digest, at }: Stamp,
  { session, au }: PageSession,
  { verb, result }: { readonly verb: AuVerbName; readonly result?: Result },
): Statement {
  const { terms } = session;
  const template = contextTemplateOf(terms);
  const judges = result !== undefined;
  const duration = durationOf(Date.parse(at) - Date.parse(session.launchedAt));
  const type = au.activityType === undefined ? {} : { type: au.activityType };
  const { masteryScore } = terms;
  return {
    // Once a session, so a retry makes the same statement.
    id: uuidOfParts(digest, namespace, [terms.registration, terms.sessionId, verb]),
    timestamp: at,
    actor: agentOf(terms.actor),
    verb: { id: verbs[verb], display: { en: verb } },
    object: { objectType: 'Activity', id: terms.activityId, definition: { name: au.title, ...type } },
    ...(verb !== 'initialized' && { result: { ...result, duration } }),
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

/** A statement about what the page shows as a cmi5 allowed one: under the session, with its template (10.2.1). */
export function inSession({ session }: PageSession, statement: Statement): Statement {
  const { grouping, ...activities } = statement.context?.contextActivities ?? {};
  const template = contextTemplateOf(session.terms);
  const given: readonly Activity[] = grouping === undefined ? [] : [grouping].flat();
  return {
    ...statement,
    context: {
      ...statement.context,
      registration: session.terms.registration,
      contextActivities: {
        ...activities,
        grouping: [...given, ...template.contextActivities.grouping.map(({ id }) => activity(id))],
      },
      extensions: { ...statement.context?.extensions, ...template.extensions },
    },
  };
}

const activity = (id: string): Activity => ({ objectType: 'Activity', id });
