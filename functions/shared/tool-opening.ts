import { createCourseStore } from '@sinau/catalogue/dynamo';
import {
  BudgetUsedUp,
  type Enrolment,
  EnrolmentClosed,
  enrolLearner,
  isTaken,
  QuotaUsedUp,
  StandingForbids,
} from '@sinau/enrolment';
import { createInvitationStore } from '@sinau/enrolment/dynamo';
import { principalOf } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { CourseClosed, CourseOpening, OpenCoursePort } from '@sinau/lti-tool';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { StepLocked } from '@sinau/programmes';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createOpenCourses } from './open-courses.ts';
import { createPathGate } from './path-gate.ts';
import { standingGateOf } from './standing-gate.ts';

/** A launch enrols where anybody may enrol at once; whatever somebody must ask for or decide on is done in the portal. */
export function createToolOpening(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): OpenCoursePort {
  const people = createPeopleStore(stores);
  const enrolments = createEnrolmentStore(stores);
  const courses = createOpenCourses({ courses: createCourseStore(stores) });
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  const invitations = createInvitationStore(stores);
  const gates = { standing: standingGateOf({ people, clock: systemClock }), gate: createPathGate(stores) };
  const deps = { ...system, ...gates, enrolments, courses, invitations };
  return {
    async open({ personId, courseId }) {
      const person = await people.find(personId);
      if (person?.status !== 'active' || !person.roles.includes('learner')) return closed('account');
      const current = await enrolments.findCurrent(personId, courseId);
      if (current) return standing(current);
      const mode = (await courses.openVersion(courseId))?.admission.mode;
      if (mode === 'approval') return closed('needs-approval');
      if (mode === 'invitation') return closed('needs-invitation');
      try {
        return standing(await enrolLearner(deps, { principal: principalOf(person), request: { courseId } }));
      } catch (error) {
        const because = refusalOf(error);
        if (because) return closed(because);
        // Two windows at once: one enrolled.
        const now = await enrolments.findCurrent(personId, courseId);
        if (now) return standing(now);
        throw error;
      }
    },
  };
}

const closed = (because: CourseClosed): CourseOpening => ({ outcome: 'closed', because });

function standing(enrolment: Enrolment): CourseOpening {
  if (isTaken(enrolment)) return { outcome: 'open', registration: enrolment.registration };
  return closed(enrolment.state === 'requested' ? 'requested' : 'waiting');
}

function refusalOf(error: unknown): CourseClosed | undefined {
  if (error instanceof QuotaUsedUp) return 'quota';
  if (error instanceof BudgetUsedUp) return 'budget';
  if (error instanceof StepLocked) return 'earlier-step';
  if (error instanceof StandingForbids) return 'account';
  if (!(error instanceof EnrolmentClosed)) return undefined;
  return error.code === 'enrolment.closed' ? 'enrolment-closed' : 'not-yet-open';
}
