import {
  checkLearnerPreferences,
  isLearner,
  launchDataStateId,
  learnerPreferencesProfileId,
  type Refusal,
  type SessionProgress,
  type SessionTerms,
} from '@sinau/cmi5';
import { type AuPrincipal, InvalidInput, Unavailable } from '@sinau/kernel';
import type { Actor } from '@sinau/xapi';
import { RuleBroken, SessionEnded } from './errors.ts';
import type { RegistrationStore } from './ports.ts';
import type { AuSession, DeliveryRegistration } from './registration.ts';
import { isRunning, isSealed, rounds } from './sessions.ts';

/** A request of an AU to a document resource. Parameters that were not sent are absent; `agent` is well-formed. */
export interface AuDocumentAccess {
  readonly resource: 'state' | 'agent-profile' | 'activity-profile';
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly agent?: Actor;
  readonly activityId?: string;
  readonly registration?: string;
  /** `stateId` or `profileId`. */
  readonly documentId?: string;
  readonly contentType?: string;
  /** Of a PUT or POST. */
  readonly body?: Uint8Array;
}

/** A request of an AU for anything but storing statements. */
export type AuAccess =
  | AuDocumentAccess
  | { readonly resource: 'statements'; readonly registration?: string }
  | { readonly resource: 'agents'; readonly agent?: Actor }
  | { readonly resource: 'activities' };

/**
 * What an AU may see of the record: of this learner, under this registration. `profileOf`: the activity under which the profile is kept
 * that it has asked for, where that is another one.
 */
export type AuScope = Pick<SessionTerms, 'actor' | 'registration'> & { readonly profileOf?: string };

/**
 * Lets an AU at its own documents and statements only, answers whose they are, and notes that it has read its launch data and the learner's
 * preferences, without which it may not send statements. Rejects with `RuleBroken`, `SessionEnded`, and `InvalidInput`
 * where xAPI itself wants a parameter.
 */
export async function checkAuDocumentAccess(
  deps: { readonly registrations: RegistrationStore },
  input: { readonly principal: AuPrincipal; readonly access: AuAccess },
): Promise<AuScope> {
  const { principal, access } = input;
  for (let round = 0; round < rounds; round += 1) {
    const state = await deps.registrations.read(principal.registration);
    const session = state?.session;
    if (!state || session?.terms.sessionId !== principal.sessionId || !isTaken(session)) {
      throw new SessionEnded();
    }
    const profileOf = profileActivityOf(access, session);
    const refusal = profileOf === undefined ? refuse(access, session.terms) : undefined;
    if (refusal) throw new RuleBroken(refusal);
    const next = afterReading(access, state, session);
    if (!next || (await deps.registrations.save(next)) === 'saved') {
      return { ...session.terms, ...(profileOf !== undefined && { profileOf }) };
    }
  }
  throw new Unavailable('The AU sends too much at once; please try again.');
}

/** The last documents of a Tin Can package come while the page around it is ending the session. */
function isTaken(session: AuSession): boolean {
  return session.tincan ? !session.progress.abandoned && !isSealed(session) : isRunning(session);
}

/**
 * A Tin Can package names its activity itself, and another provider's may bear the same name. So its profile is kept under the id
 * that the LMS has given to the part.
 */
function profileActivityOf(access: AuAccess, { tincan, terms }: AuSession): string | undefined {
  const own = access.resource === 'activity-profile' && tincan && access.activityId === tincan.activityId;
  return own ? terms.activityId : undefined;
}

function refuse(access: AuAccess, terms: SessionTerms): Refusal | undefined {
  switch (access.resource) {
    case 'state':
      return refuseState(access, terms);
    case 'agent-profile':
      return refuseAgentProfile(access, terms);
    case 'activity-profile':
      if (access.method === 'GET' || access.activityId === terms.activityId) return undefined;
      return {
        requirement: '8.1.5.0-6',
        message: 'An AU writes profile documents of its own activity only.',
      };
    case 'statements':
      return refuseRegistration(access.registration, terms);
    case 'agents':
      return refuseAgent(access.agent, terms, '8.1.3.0-3');
    case 'activities':
      return undefined;
  }
}

function refuseState(access: AuDocumentAccess, terms: SessionTerms): Refusal | undefined {
  const { method, activityId, registration, documentId } = access;
  const stranger = refuseAgent(access.agent, terms, '8.1.3.0-3');
  if (stranger) return stranger;
  // Documents without registration, or of other activities, are shared within this registration at most: otherwise one
  // package could read what another has kept about the learner.
  if (registration !== undefined || activityId !== terms.activityId) {
    const refusal = refuseRegistration(registration, terms);
    if (refusal) return refusal;
  }
  if (documentId !== launchDataStateId) {
    const sweeps = documentId === undefined && method === 'DELETE' && activityId === terms.activityId;
    return sweeps ? launchDataIsFixed : undefined;
  }
  if (method !== 'GET') return launchDataIsFixed;
  if (activityId === terms.activityId) return undefined;
  return {
    requirement: '10.1.0.0-3',
    message: 'LMS.LaunchData is read with the activityId of the launch URL.',
  };
}

const launchDataIsFixed: Refusal = {
  requirement: '10.2.1.0-5',
  message: 'An AU may read LMS.LaunchData, but neither write nor delete it.',
};

function refuseAgentProfile(access: AuDocumentAccess, terms: SessionTerms): Refusal | undefined {
  const stranger = refuseAgent(access.agent, terms, '11.0.0.0-1');
  if (stranger || access.documentId !== learnerPreferencesProfileId || access.method === 'GET')
    return stranger;
  if (access.method === 'DELETE') {
    return {
      requirement: '11.0.0.0-5',
      message: 'An AU may change cmi5LearnerPreferences, but not delete it.',
    };
  }
  return checkLearnerPreferences({
    contentType: access.contentType,
    body: new TextDecoder().decode(access.body ?? new Uint8Array()),
  });
}

function refuseAgent(
  agent: Actor | undefined,
  terms: SessionTerms,
  requirement: string,
): Refusal | undefined {
  if (agent === undefined) {
    const issue = { path: 'agent', message: 'The parameter agent is missing.', requirement };
    throw new InvalidInput(issue.message, { issues: [issue] });
  }
  if (isLearner(agent, terms.actor)) return undefined;
  return { requirement, message: 'The agent must be the actor of the launch URL.' };
}

function refuseRegistration(registration: string | undefined, terms: SessionTerms): Refusal | undefined {
  if (registration?.toLowerCase() === terms.registration) return undefined;
  return { requirement: '8.1.4.0-3', message: 'The registration must be the one of the launch URL.' };
}

/** The registration with the reading noted; undefined when there is nothing new to note. */
function afterReading(
  access: AuAccess,
  state: DeliveryRegistration,
  session: AuSession,
): DeliveryRegistration | undefined {
  const read = readingOf(access);
  if (!read || session.progress[read]) return undefined;
  return { ...state, session: { ...session, progress: { ...session.progress, [read]: true } } };
}

function readingOf(
  access: AuAccess,
): (keyof SessionProgress & ('launchDataRead' | 'preferencesRead')) | undefined {
  if (access.resource === 'state' && access.method === 'GET' && access.documentId === launchDataStateId) {
    return 'launchDataRead';
  }
  const ofProfile = access.resource === 'agent-profile' && access.method === 'GET';
  return ofProfile && access.documentId === learnerPreferencesProfileId ? 'preferencesRead' : undefined;
}
