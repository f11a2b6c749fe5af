import type { Clock, Digest, Ids, PersonPrincipal } from '@sinau/kernel';
import { admit } from './admit.ts';
import {
  type Enrolment,
  type EnrolmentId,
  type EnrolRequest,
  isCurrent,
  type Registration,
} from './enrolment.ts';
import {
  AlreadyEnrolled,
  CourseNotOpen,
  EnrolmentClosed,
  InvitationInvalid,
  InvitationNeeded,
  NoApprover,
} from './errors.ts';
import { endOf, invitationIdOf } from './invitation.ts';
import type {
  CompetencyGaps,
  CourseDirectory,
  CourseGate,
  EnrolmentStore,
  InvitationStore,
  OpenCourse,
  StandingGate,
  Step,
  YearHours,
} from './ports.ts';
import { windowOf } from './window.ts';

export interface EnrolDeps {
  readonly courses: CourseDirectory;
  readonly enrolments: EnrolmentStore;
  readonly invitations: Pick<InvitationStore, 'find'>;
  /** Absent where people are on nothing that has an order. */
  readonly gate?: CourseGate;
  /** Absent where nobody knows of legal standings. */
  readonly standing?: StandingGate;
  /** Absent where nobody knows of lesson hours. */
  readonly yearHours?: YearHours;
  readonly gaps?: CompetencyGaps;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

/**
 * Enrols the signed-in person under a fresh registration, as the course admits people: at once, by a request that their
 * supervisor or agency decides on, or with an invitation. Without a free seat they wait. Who has completed the course
 * takes it once more; the earlier enrolment stays in the history. The state of the result tells which it became.
 */
export async function enrolLearner(
  deps: EnrolDeps,
  input: { readonly principal: PersonPrincipal; readonly request: EnrolRequest },
): Promise<Enrolment> {
  const { principal, request } = input;
  const open = await deps.courses.openVersion(request.courseId);
  if (!open) throw new CourseNotOpen();
  const now = deps.clock.now();
  const window = windowOf(open.admission, now);
  if (window !== 'open') throw new EnrolmentClosed(window);
  const current = await deps.enrolments.findCurrent(principal.personId, request.courseId);
  if (current && current.state !== 'completed') throw new AlreadyEnrolled();
  const { personId } = principal;
  await deps.standing?.requireService(personId);
  await deps.gate?.requireOpen({ personId, courseId: request.courseId });
  const enrolment = newEnrolment(deps, { principal, courseId: request.courseId, open });
  const replaces = current && { replaces: current };
  if (open.admission.mode === 'approval') return ask(deps, { enrolment, replaces: current, principal });
  const invitation = await invitationFor(deps, { principal, request, open });
  const step = { ...replaces, ...(invitation && { invitation }) };
  const admitted = await admit(deps, { open, step, enrolment });
  if (admitted.outcome === 'uninvited') throw new InvitationInvalid();
  if (admitted.outcome === 'changed') throw new AlreadyEnrolled();
  return admitted.enrolment;
}

// Each field by name, never spread from the request: what a caller adds cannot become part of the enrolment.
function newEnrolment(
  deps: Pick<EnrolDeps, 'ids' | 'clock'>,
  given: {
    readonly principal: PersonPrincipal;
    readonly courseId: string;
    readonly open: OpenCourse;
  },
): Enrolment {
  return {
    enrolmentId: deps.ids.uuid() as EnrolmentId,
    personId: given.principal.personId,
    courseId: given.courseId,
    version: given.open.version,
    registration: deps.ids.uuid() as Registration,
    state: 'active',
    enrolledAt: deps.clock.now().toISOString(),
    ...(given.principal.agencyId && { agencyId: given.principal.agencyId }),
  };
}

/** A seat that a completed enrolment held is kept for its re-take while somebody decides. */
async function ask(
  deps: EnrolDeps,
  given: {
    readonly enrolment: Enrolment;
    readonly replaces: Enrolment | undefined;
    readonly principal: PersonPrincipal;
  },
): Promise<Enrolment> {
  const { enrolment, replaces, principal } = given;
  if (!principal.agencyId) throw new NoApprover();
  const keepsSeat = replaces !== undefined && isCurrent(replaces) && replaces.counted === true;
  const after: Enrolment = {
    ...enrolment,
    state: 'requested',
    requestedAt: enrolment.enrolledAt,
    ...(keepsSeat && { counted: true as const }),
  };
  const outcome = await deps.enrolments.move({ after, ...(replaces && { replaces }) });
  if (outcome !== 'done') throw new AlreadyEnrolled();
  return after;
}

async function invitationFor(
  deps: EnrolDeps,
  given: { readonly principal: PersonPrincipal; readonly request: EnrolRequest; readonly open: OpenCourse },
): Promise<Step['invitation']> {
  if (given.open.admission.mode !== 'invitation') return undefined;
  const { courseId, invitation: code } = given.request;
  if (!code) throw new InvitationNeeded();
  const invitationId = invitationIdOf(deps, code);
  const at = deps.clock.now().toISOString();
  const found = await deps.invitations.find(courseId, invitationId);
  if (!found || endOf(found, at)) throw new InvitationInvalid();
  const { inviter } = found;
  // An agency invites its own people, wherever the code ends up.
  if (inviter.kind === 'agency' && inviter.agencyId !== given.principal.agencyId)
    throw new InvitationInvalid();
  return { courseId, invitationId, at };
}
