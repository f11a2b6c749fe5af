import type { LanguageMap } from '@sinau/kernel';
import type { Account, Activity, Agent, Context, Extensions, Result, Statement } from '@sinau/xapi';
import type { Au } from '../structure/model.ts';
import type { SessionTerms } from './session.ts';
import { activityTypes, categories, contextExtensions, resultExtensions, verbs } from './vocabulary.ts';

/** A statement the LMS writes always has an id and a timestamp. */
export type LmsStatement = Statement & { readonly id: string; readonly timestamp: string };

/** Made by the caller for every statement; `timestamp` is ISO 8601 UTC. */
export interface StatementStamp {
  readonly id: string;
  readonly timestamp: string;
}

/** The learner as an Agent, the same JSON wherever the LMS names it. */
export function agentOf(account: Account): Agent {
  return { objectType: 'Agent', account: { homePage: account.homePage, name: account.name } };
}

/** Written before an AU is launched, once a session (9.3.1). */
export function launchedStatement(
  stamp: StatementStamp,
  terms: SessionTerms,
  launch: { readonly au: Au; readonly launchUrl: string },
): LmsStatement {
  const { au, launchUrl } = launch;
  const extensions: Extensions = {
    [contextExtensions.launchMode]: terms.launchMode,
    [contextExtensions.launchUrl]: launchUrl,
    [contextExtensions.moveOn]: au.moveOn,
    ...(terms.masteryScore !== undefined && { [contextExtensions.masteryScore]: terms.masteryScore }),
    ...(au.launchParameters !== undefined && { [contextExtensions.launchParameters]: au.launchParameters }),
  };
  return compose(stamp, 'launched', { ...terms, object: auObject(terms.activityId, au), extensions });
}

/** Ends a session that the AU did not end; `durationMs` from launched to the AU's last statement (9.5.4.2). */
export function abandonedStatement(
  stamp: StatementStamp,
  terms: SessionTerms,
  durationMs: number,
): LmsStatement {
  return compose(stamp, 'abandoned', {
    ...terms,
    object: { objectType: 'Activity', id: terms.activityId },
    result: { duration: durationOf(durationMs) },
  });
}

/** Counts an AU as done by other means (9.3.7); `sessionId` is used for nothing but this and what it satisfies. */
export function waivedStatement(
  stamp: StatementStamp,
  waiver: Pick<SessionTerms, 'actor' | 'registration' | 'sessionId' | 'activityId'> & { readonly au: Au },
  reason: string,
): LmsStatement {
  return compose(stamp, 'waived', {
    ...waiver,
    publisherId: waiver.au.id,
    object: auObject(waiver.activityId, waiver.au),
    result: { success: true, completion: true, extensions: { [resultExtensions.reason]: reason } },
  });
}

/** A block or the course has become satisfied (9.3.9), in the session that brought it about. */
export function satisfiedStatement(
  stamp: StatementStamp,
  session: Pick<SessionTerms, 'actor' | 'registration' | 'sessionId'>,
  satisfied: {
    readonly kind: 'block' | 'course';
    /** The LMS's id of the object, never the publisher's (9.3.9.0-4 and -8). */
    readonly activityId: string;
    readonly publisherId: string;
    readonly title: LanguageMap;
  },
): LmsStatement {
  return compose(stamp, 'satisfied', {
    ...session,
    publisherId: satisfied.publisherId,
    object: {
      objectType: 'Activity',
      id: satisfied.activityId,
      definition: { type: activityTypes[satisfied.kind], name: satisfied.title },
    },
  });
}

interface Parts {
  readonly actor: Account;
  readonly registration: string;
  readonly sessionId: string;
  readonly publisherId: string;
  readonly object: Activity;
  readonly result?: Result;
  readonly extensions?: Extensions;
}

function compose(
  { id, timestamp }: StatementStamp,
  verb: 'launched' | 'abandoned' | 'waived' | 'satisfied',
  parts: Parts,
): LmsStatement {
  const judges = parts.result?.success !== undefined || parts.result?.completion !== undefined;
  const context: Context = {
    registration: parts.registration,
    contextActivities: {
      grouping: [{ objectType: 'Activity', id: parts.publisherId }],
      category: [
        { objectType: 'Activity', id: categories.cmi5 },
        ...(judges ? [{ objectType: 'Activity', id: categories.moveOn } as const] : []),
      ],
    },
    extensions: { [contextExtensions.sessionId]: parts.sessionId, ...parts.extensions },
  };
  return {
    id,
    timestamp,
    actor: agentOf(parts.actor),
    verb: { id: verbs[verb], display: { en: verb } },
    object: parts.object,
    ...(parts.result && { result: parts.result }),
    context,
  };
}

function auObject(activityId: string, au: Au): Activity {
  const type = au.activityType === undefined ? {} : { type: au.activityType };
  return { objectType: 'Activity', id: activityId, definition: { name: au.title, ...type } };
}

/** ISO 8601, hundredths of a second as xAPI compares them; never negative. */
export function durationOf(ms: number): string {
  return `PT${Math.max(0, Math.round(ms / 10) / 100)}S`;
}
