import { closedGapsOf } from '../shared/closed-gaps.ts';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import { createOpenCourses } from '../shared/open-courses.ts';
import { pathGateOf } from '../shared/path-gate.ts';
import { standingGateOf } from '../shared/standing-gate.ts';
import { yearHoursOf } from '../shared/year-hours.ts';
import type { PortalDeps } from './deps.ts';

type Given = Pick<
  PortalDeps,
  | 'enrolments'
  | 'invitations'
  | 'paths'
  | 'competency'
  | 'credit'
  | 'courses'
  | 'connectors'
  | 'people'
  | 'clock'
  | 'ids'
  | 'digest'
  | 'signer'
>;

/** What enrolment asks of the other domains, joined to them. */
export function enrolmentDeps(deps: Given) {
  const { enrolments, invitations, clock, ids, digest, signer } = deps;
  const courses = createOpenCourses(deps);
  const learners = createLearnerDirectory(deps);
  const gate = pathGateOf(deps.paths);
  return {
    enrolments,
    invitations,
    clock,
    ids,
    digest,
    signer,
    courses,
    courseOwners: courses,
    learners,
    gate,
    standing: standingGateOf(deps),
    yearHours: yearHoursOf(deps),
    gaps: closedGapsOf(deps),
  };
}
