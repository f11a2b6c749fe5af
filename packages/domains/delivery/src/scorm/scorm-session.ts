import type { Au } from '@sinau/cmi5';
import type { AuPrincipal, LanguageMap } from '@sinau/kernel';
import type { Organization, ScormCourse, ScormLaunchMode } from '@sinau/scorm';
import type { AcceptDeps } from '../accept-au-statements.ts';
import { DeliveryNotFound, SessionEnded } from '../errors.ts';
import { auAt, loadContent, partAt } from '../load-content.ts';
import type { AuSession, DeliveryRegistration } from '../registration.ts';
import { isSealed } from '../sessions.ts';
import type { LearnerPort, ScormContentPort, ScormDocuments, ScormStore } from './ports.ts';
import type { ScormKey } from './state.ts';

export interface ScormDeps extends AcceptDeps<never> {
  readonly scorm: ScormStore;
  readonly packages: ScormContentPort;
  readonly learners: LearnerPort;
  readonly documents: ScormDocuments;
}

/** Everything about the running session of a SCORM package, as it was read. */
export interface ScormSession {
  readonly state: DeliveryRegistration;
  readonly session: AuSession;
  readonly au: Au;
  readonly key: ScormKey;
  readonly originHash: string;
  readonly course: ScormCourse;
  /** The one that is played. */
  readonly organization: Organization;
  readonly mode: ScormLaunchMode;
  readonly courseTitle: LanguageMap;
}

/** Rejects with `SessionEnded` and, for a part that is no SCORM package, `DeliveryNotFound`. */
export async function readScormSession(deps: ScormDeps, principal: AuPrincipal): Promise<ScormSession> {
  const state = await deps.registrations.read(principal.registration);
  const session = state?.session;
  if (!state || session?.terms.sessionId !== principal.sessionId || isSealed(session)) {
    throw new SessionEnded();
  }
  const content = await loadContent(deps, state);
  const part = partAt(content, session.auIndex);
  const course = await deps.packages.find(part.originHash);
  const organization = course?.organizations[course.defaultOrganization];
  if (!course || !organization) throw new DeliveryNotFound('This part of the course is no SCORM package.');
  return {
    state,
    session,
    au: auAt(content, session.auIndex),
    key: { registration: state.registration, moduleId: part.moduleId },
    originHash: part.originHash,
    course,
    organization,
    mode: modes[session.terms.launchMode],
    courseTitle: content.structure.course.title,
  };
}

const modes = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const;
