import type { Account, Activity, Actor, ContextActivityKind, Statement } from '@sinau/xapi';
import { contextTemplateOf } from './launch-data.ts';
import type { Refusal, SessionState } from './session.ts';
import { categories, contextExtensions, verbs, voidedVerb } from './vocabulary.ts';

/** Looks at one statement; undefined lets it pass. */
export type Rule = (statement: Statement, state: SessionState) => Refusal | undefined;

/** True for a cmi5 defined statement: it carries the cmi5 category (7.1.3). */
export function isDefined(statement: Statement): boolean {
  return hasCategory(statement, categories.cmi5);
}

export function hasCategory(statement: Statement, id: string): boolean {
  return activitiesOf(statement, 'category').some((activity) => activity.id === id);
}

/** Rules for whatever an AU sends, cmi5 defined or allowed; the first that is broken is told. */
export const envelopeRules: readonly Rule[] = [
  sessionIsOpen,
  documentsWereRead,
  doesNotVoid,
  hasId,
  hasUtcTimestamp,
  hasContext,
  isAboutTheLearner,
  isInRegistration,
  carriesSession,
  carriesTemplate,
  comesAfterInitialized,
];

function sessionIsOpen(_: Statement, { session }: SessionState): Refusal | undefined {
  if (session.abandoned) {
    return { requirement: '9.3.6.0-2', message: 'This session was abandoned; launch the AU again.' };
  }
  if (session.accepted.terminated === undefined) return undefined;
  return { requirement: '9.3.0.0-5', message: 'Nothing may follow the terminated statement of a session.' };
}

function documentsWereRead(_: Statement, { session }: SessionState): Refusal | undefined {
  if (!session.launchDataRead) {
    return {
      requirement: '10.2.1.0-4',
      message: 'Read the State document LMS.LaunchData before sending statements.',
    };
  }
  if (session.preferencesRead) return undefined;
  return {
    requirement: '11.0.0.0-3',
    message: 'Read the Agent Profile document cmi5LearnerPreferences before sending statements.',
  };
}

function doesNotVoid({ verb }: Statement): Refusal | undefined {
  if (verb.id !== voidedVerb) return undefined;
  return { requirement: '6.3.0.0-1', message: 'An AU may not void statements.' };
}

function hasId({ id }: Statement): Refusal | undefined {
  if (id !== undefined) return undefined;
  return { requirement: '9.1.0.0-1', message: 'Give every statement an id, a UUID.' };
}

function hasUtcTimestamp({ timestamp }: Statement): Refusal | undefined {
  if (timestamp === undefined) {
    return { requirement: '9.7.0.0-1', message: 'Give every statement a timestamp.' };
  }
  if (/(?:Z|\+00(?::?00)?)$/i.test(timestamp)) return undefined;
  return { requirement: '9.7.0.0-2', message: 'Write the timestamp in UTC, e.g. 2026-03-02T01:00:00.000Z.' };
}

function hasContext({ context }: Statement): Refusal | undefined {
  if (context !== undefined) return undefined;
  return {
    requirement: '9.6.0.0-1',
    message: 'Build the context from the contextTemplate of LMS.LaunchData.',
  };
}

function isAboutTheLearner(statement: Statement, { terms }: SessionState): Refusal | undefined {
  const { actor } = statement;
  if (isDefined(statement)) {
    if (actor.objectType === 'Group') {
      return { requirement: '9.2.0.0-2', message: 'The actor must be an Agent, not a Group.' };
    }
    if (actor.account === undefined) {
      return { requirement: '9.2.0.0-3', message: 'The actor must be identified by an account.' };
    }
  }
  if (isLearner(actor, terms.actor)) return undefined;
  return { requirement: '8.1.3.0-3', message: 'The actor must be the one of the launch URL.' };
}

/** True when an Agent is the learner of the launch; a name beside the account changes nothing. */
export function isLearner(actor: Actor, learner: Account): boolean {
  return (
    actor.objectType !== 'Group' &&
    actor.account?.homePage === learner.homePage &&
    actor.account.name === learner.name
  );
}

function isInRegistration(statement: Statement, { terms }: SessionState): Refusal | undefined {
  // UUIDs may be written in either letter case (RFC 4122).
  if (statement.context?.registration?.toLowerCase() === terms.registration) return undefined;
  const requirement = isDefined(statement) ? '9.6.1.0-1' : '8.1.4.0-3';
  return { requirement, message: 'context.registration must be the one of the launch URL.' };
}

function carriesSession({ context }: Statement, { terms }: SessionState): Refusal | undefined {
  const given = context?.extensions?.[contextExtensions.sessionId];
  if (given === terms.sessionId) return undefined;
  return {
    requirement: given === undefined ? '9.6.3.1-4' : '10.2.1.0-7',
    message: `context.extensions must hold the session id of this launch under ${contextExtensions.sessionId}.`,
  };
}

function carriesTemplate(statement: Statement, { terms }: SessionState): Refusal | undefined {
  const grouping = activitiesOf(statement, 'grouping');
  const missing = contextTemplateOf(terms).contextActivities.grouping.find(
    ({ id }) => !grouping.some((activity) => activity.id === id),
  );
  if (!missing) return undefined;
  const message = `context.contextActivities.grouping lacks ${missing.id} of the contextTemplate.`;
  return { requirement: '10.2.1.0-6', message };
}

function comesAfterInitialized(statement: Statement, { session }: SessionState): Refusal | undefined {
  if (session.accepted.initialized !== undefined) return undefined;
  if (isDefined(statement) && statement.verb.id === verbs.initialized) return undefined;
  return { requirement: '9.3.0.0-4', message: 'The first statement of a session must be initialized.' };
}

/** The category goes with success and completion, so it is looked at once those are right. */
export function hasMoveOnOnlyWhenJudging(statement: Statement): Refusal | undefined {
  const { result } = statement;
  const judges = result?.success !== undefined || result?.completion !== undefined;
  const wanted = isDefined(statement) && judges;
  if (wanted === hasCategory(statement, categories.moveOn)) return undefined;
  return wanted
    ? { requirement: '9.6.2.2-1', message: `Add ${categories.moveOn} to the categories of this statement.` }
    : {
        requirement: '9.6.2.2-2',
        message: `Only cmi5 defined statements with success or completion carry ${categories.moveOn}.`,
      };
}

function activitiesOf({ context }: Statement, kind: ContextActivityKind): readonly Activity[] {
  const given = context?.contextActivities?.[kind];
  if (given === undefined) return [];
  return isList(given) ? given : [given];
}

const isList = (given: Activity | readonly Activity[]): given is readonly Activity[] => Array.isArray(given);
