import type { AuPrincipal } from '@sinau/kernel';
import type { Organization, ScormCourse } from '@sinau/scorm';
import type { AcceptDeps } from '../accept-au-statements.ts';
import { DeliveryNotFound } from '../errors.ts';
import { type PageSession, readPageSession } from '../own-page/page-session.ts';
import type { LaunchDocuments, LearnerPort } from '../own-page/ports.ts';
import type { ScormContentPort, ScormDocuments, ScormStore } from './ports.ts';
import type { ScormKey } from './state.ts';

export interface ScormDeps extends AcceptDeps<never> {
  readonly scorm: ScormStore;
  readonly packages: ScormContentPort;
  readonly learners: LearnerPort;
  readonly documents: ScormDocuments & LaunchDocuments;
}

/** Everything about the running session of a SCORM package, as it was read. */
export interface ScormSession extends PageSession {
  readonly key: ScormKey;
  readonly originHash: string;
  readonly course: ScormCourse;
  /** The one that is played. */
  readonly organization: Organization;
}

/** Rejects with `SessionEnded` and, for a part that is no SCORM package, `DeliveryNotFound`. */
export async function readScormSession(deps: ScormDeps, principal: AuPrincipal): Promise<ScormSession> {
  const page = await readPageSession(deps, principal);
  const { moduleId, originHash } = page.part;
  const course = await deps.packages.find(originHash);
  const organization = course?.organizations[course.defaultOrganization];
  if (!course || !organization) throw new DeliveryNotFound('This part of the course is no SCORM package.');
  const key = { registration: page.state.registration, moduleId };
  return { ...page, key, originHash, course, organization };
}
