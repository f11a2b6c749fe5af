import { type CourseId, listCatalogue, publishedSide } from '@sinau/catalogue';
import { closeRegistration, openRegistration } from '@sinau/delivery';
import {
  type Admission,
  CourseNotOpen,
  type Enrolment,
  type OpenCourse,
  type Registration,
  readStanding,
  type SeatLine,
  seatsOf,
} from '@sinau/enrolment';
import {
  type AssignmentRequest,
  assignCourse,
  assignmentRequestSchema,
  decideRequest,
  decisionSchema,
  endOf,
  getRequest,
  getWithdrawable,
  invitationRequestSchema,
  issueInvitation,
  listAgencyAssignments,
  listAgencyRequests,
  listInvitations,
  listTeamAssignments,
  listTeamRequests,
  mayChooseLine,
  mayWithdraw,
  revokeInvitation,
  termsOf,
  withdrawAssignment,
} from '@sinau/enrolment/desk';
import { dayOf, leftIn, potsFor } from '@sinau/enrolment/quotas';
import { findPerson, listMyTeam, organisationName, serviceOf } from '@sinau/identity';
import {
  DomainError,
  type LanguageMap,
  localDateOf,
  overAtOf,
  type PersonId,
  type PersonPrincipal,
} from '@sinau/kernel';
import type { ApprovalsPorts, AssignmentOrder, AssignmentOutcome, RequestView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { enrolmentDeps } from './enrolment-deps.ts';
import { inTurns } from './in-turns.ts';
import { dueSoonOf } from './join-team.ts';
import { requestOfForm } from './request-of-form.ts';
import { assignerName, standingView } from './standing-view.ts';

type Deps = PortalDeps;

export function joinApprovals(deps: Deps): ApprovalsPorts {
  return { ...requestPorts(deps), ...assignmentPorts(deps), ...invitationPorts(deps) };
}

type RequestPorts = Pick<ApprovalsPorts, 'requestsOf' | 'requestOf' | 'decide'>;

function requestPorts(deps: Deps): RequestPorts {
  const enrolling = enrolmentDeps(deps);
  return {
    requestsOf: async (principal, { desk, token }) => {
      const page = token === undefined ? {} : { pageToken: token };
      const { enrolments, nextPageToken } =
        desk === 'agency'
          ? await listAgencyRequests(enrolling, { principal, ...page })
          : { enrolments: await listTeamRequests(enrolling, { principal }) };
      const rows = await inTurns(enrolments, async (request) => ({
        ...(await requestRow(deps, request)),
        ...(desk === 'agency' && (await isHandedOver(enrolling, request)) && { handedOver: true as const }),
      }));
      return { rows, ...(nextPageToken !== undefined && { nextPageToken }) };
    },
    requestOf: async (principal, registration) => {
      const at = { principal, registration: registration as Registration };
      const { request } = await getRequest(enrolling, at);
      return requestView(deps, principal, request);
    },
    decide: async (principal, { registration, reason, budgetLine }) => {
      const approval = { decision: 'approve', ...(budgetLine !== undefined && { budgetLine }) };
      const decision = reason === undefined ? approval : { decision: 'decline', reason };
      const request = requestOfForm(decisionSchema, decision);
      const at = { principal, registration: registration as Registration, request };
      const decided = await decideRequest(enrolling, at);
      if (decided.state === 'active') await openRegistration(deps, { registration });
    },
  };
}

/** A supervisor has been asked and does not answer. */
async function isHandedOver(
  { learners }: Pick<ReturnType<typeof enrolmentDeps>, 'learners'>,
  { personId }: Enrolment,
): Promise<boolean> {
  const supervisorId = (await learners.placeOf(personId))?.supervisorId;
  return supervisorId !== undefined && supervisorId !== personId;
}

async function requestRow(
  deps: Deps,
  { registration, personId, courseId, requestedAt, enrolledAt }: Enrolment,
) {
  const [learner, course] = await Promise.all([nameOf(deps, personId), titleOf(deps, courseId)]);
  return { registration, learner, courseId, course, requestedAt: requestedAt ?? enrolledAt };
}

/** What an approver should know: seats, the learner's other courses, earlier enrolments. */
async function requestView(deps: Deps, principal: PersonPrincipal, request: Enrolment): Promise<RequestView> {
  const { personId, courseId } = request;
  const course = await deps.courses.find(courseId as CourseId);
  const open = await enrolmentDeps(deps).courses.openVersion(courseId);
  const [row, standing, others, provider, dueSoon, quota, payment] = await Promise.all([
    requestRow(deps, request),
    readStanding(deps, { personId, courseId, admission: open?.admission }),
    deps.enrolments.listCurrent(personId),
    course && organisationName(deps, { kind: 'provider', providerId: course.providerId }),
    dueSoonOf(deps, personId),
    quotaOf(deps, request, open),
    open && paymentOf(deps, { principal, request, open }),
  ]);
  const { past = [] } = await standingView(deps, { standing, open });
  const active = others.filter(({ state }) => state === 'active');
  const taking = await inTurns(active, async (one) => {
    const dueOn = one.assignment?.dueOn;
    return { course: await titleOf(deps, one.courseId), ...(dueOn !== undefined && { dueOn }) };
  });
  const jp = course?.jp;
  return {
    ...row,
    ...{ provider: provider ?? '', taking, past, dueSoon },
    ...(quota && { quota }),
    ...payment,
    ...(jp !== undefined && { jp, minutes: course?.details.minutes ?? Math.round((jp * 45) / 100) }),
    ...(standing.seats && { seats: standing.seats }),
  };
}

/** What the agency has left for one seat more: of the quotas it would count in, the one with the least. */
async function quotaOf(
  deps: Deps,
  { agencyId, courseId, personId }: Enrolment,
  open: OpenCourse | undefined,
): Promise<RequestView['quota']> {
  if (agencyId === undefined || open?.providerId === undefined) return undefined;
  const day = dayOf(deps.clock.now());
  const seat = { agencyId, courseId, providerId: open.providerId, day };
  const quotas = await deps.enrolments.quotasFor(seat);
  const chances = await Promise.all(
    quotas.map(async (quota) => {
      const { seats, whenFull } = quota;
      // Of seats that are kept for groups, those that this learner may have.
      const pools = quota.pools ? await deps.enrolments.poolsFor(personId, quota) : [];
      const left = potsFor(quota, pools, day).reduce((sum, pot) => sum + Math.max(leftIn(quota, pot), 0), 0);
      return { seats, whenFull, left: Math.min(left, Math.max(seats - quota.used, 0)) };
    }),
  );
  return chances.toSorted((a, b) => a.left - b.left)[0];
}

/** The line that pays the seat and whether it can, and for whoever may choose another, which there are. */
async function paymentOf(
  deps: Deps,
  given: { readonly principal: PersonPrincipal; readonly request: Enrolment; readonly open: OpenCourse },
): Promise<Pick<RequestView, 'budget' | 'lines'>> {
  const { principal, request, open } = given;
  const { agencyId, courseId } = request;
  const { line, charge } = await termsOf(deps, { agencyId, courseId, open });
  if (charge?.payer !== 'agency' || charge.price === 0) return {};
  const { price, year } = charge;
  const lines = mayChooseLine(principal, request)
    ? await (await deps.budget()).budgets.list(charge.agencyId, year)
    : [];
  return {
    ...(line && { budget: { ...fitOf(line, price), whenFull: line.whenFull } }),
    lines: lines
      .filter(({ state }) => state === 'open')
      .map((one) => ({ lineId: one.lineId, ...fitOf(one, price) })),
  };
}

const fitOf = (
  { code, title, room, waiting, state }: Pick<SeatLine, 'code' | 'title' | 'room' | 'waiting' | 'state'>,
  price: number,
) => ({
  ...{ line: `${code} · ${title}`, price, room },
  fits: state === 'open' && room >= price && waiting === 0,
});

type AssignmentPorts = Pick<
  ApprovalsPorts,
  'assignmentsOf' | 'assignableOf' | 'coursesFor' | 'assign' | 'assignmentOf' | 'withdraw'
>;

function assignmentPorts(deps: Deps): AssignmentPorts {
  const enrolling = enrolmentDeps(deps);
  const ref = (principal: PersonPrincipal, registration: string) => ({
    ...{ principal, registration: registration as Registration },
  });
  return {
    assignmentsOf: async (principal, { desk, token }) => {
      const page = token === undefined ? {} : { pageToken: token };
      const { enrolments, nextPageToken } =
        desk === 'agency'
          ? await listAgencyAssignments(enrolling, { principal, ...page })
          : { enrolments: await listTeamAssignments(enrolling, { principal }) };
      const office = desk === 'agency' ? 'agency' : 'supervisor';
      const rows = await inTurns(enrolments, (enrolment) => assignmentRow(deps, office, enrolment));
      return { rows: rows.flat(), ...(nextPageToken !== undefined && { nextPageToken }) };
    },
    assignableOf: async (principal, { desk, courseId }) => {
      const open = await enrolling.courses.openVersion(courseId);
      if (!open) throw new CourseNotOpen();
      const seats = await seatsOf(deps, { courseId, admission: open.admission });
      const team = desk === 'team' ? await listMyTeam(deps, { principal }) : undefined;
      return {
        ...{ courseId, course: open.title ?? {} },
        ...(seats && { seats }),
        ...(team && {
          team: team
            .filter(({ status }) => status !== 'disabled')
            .map(({ personId, name }) => ({ personId, name })),
        }),
      };
    },
    coursesFor: async () => {
      const { courses } = await listCatalogue(deps, { limit: 500 });
      return courses.map(({ courseId, title }) => [courseId, title] as const);
    },
    assign: (principal, order) => assignAll(deps, principal, order),
    assignmentOf: async (principal, registration) => {
      const found = await getWithdrawable(enrolling, ref(principal, registration));
      const [learner, course] = await Promise.all([
        nameOf(deps, found.personId),
        titleOf(deps, found.courseId),
      ]);
      return { learner, course, ownBefore: found.assignment?.ownBefore === true };
    },
    withdraw: async (principal, registration) => {
      const { state } = await withdrawAssignment(enrolling, ref(principal, registration));
      if (state === 'cancelled') await closeRegistration(deps, { registration });
    },
  };
}

async function assignmentRow(deps: Deps, office: 'agency' | 'supervisor', enrolment: Enrolment) {
  const { registration, personId, courseId, assignment, state } = enrolment;
  if (!assignment || (state !== 'active' && state !== 'waiting' && state !== 'completed')) return [];
  const [person, course, by] = await Promise.all([
    deps.people.find(personId),
    titleOf(deps, courseId),
    assignerName(deps, assignment),
  ]);
  const learner = person?.name ?? '–';
  const { dueOn, at } = assignment;
  const now = deps.clock.now();
  const zone = person && serviceOf(person, localDateOf(now.getTime(), 'Asia/Jakarta')).timeZone;
  const isOver = dueOn !== undefined && overAtOf(dueOn, zone ?? 'Asia/Jakarta') <= now.toISOString();
  return [
    {
      ...{ registration, learner, courseId, course, state, assignedAt: at },
      withdrawable: mayWithdraw(office, enrolment),
      overdue: state !== 'completed' && isOver,
      ...(by !== undefined && { by }),
      ...(dueOn !== undefined && { dueOn }),
    },
  ];
}

/** One after another, each with an outcome of its own: what fails for one is done for the others. */
async function assignAll(
  deps: Deps,
  principal: PersonPrincipal,
  order: AssignmentOrder,
): Promise<readonly AssignmentOutcome[]> {
  const { courseId, dueOn, note } = order;
  const outcomes: AssignmentOutcome[] = [];
  for (const text of [...new Set(order.people)]) {
    const person = await findPerson(deps, { principal, text });
    if (!person) {
      outcomes.push({ who: text, outcome: 'unknown' });
      continue;
    }
    const request = requestOfForm(assignmentRequestSchema, {
      ...{ courseId, personId: person.personId },
      ...(dueOn !== undefined && { dueOn }),
      ...(note !== undefined && { note }),
    });
    outcomes.push({ who: person.name, outcome: await assignOne(deps, principal, request) });
  }
  return outcomes;
}

async function assignOne(
  deps: Deps,
  principal: PersonPrincipal,
  request: AssignmentRequest,
): Promise<AssignmentOutcome['outcome']> {
  try {
    const { state, registration } = await assignCourse(enrolmentDeps(deps), { principal, request });
    if (state === 'waiting') return 'waiting';
    await openRegistration(deps, { registration });
    return 'assigned';
  } catch (error) {
    const code = error instanceof DomainError ? error.code : undefined;
    if (code === 'enrolment.already-enrolled') return 'already';
    if (code === 'enrolment.own-request') return 'self';
    if (code === 'enrolment.quota-used-up') return 'quota';
    if (code === 'enrolment.budget-used-up') return 'budget';
    if (code === 'enrolment.legal-standing') return 'standing';
    if (code === 'enrolment.not-found') return 'unknown';
    throw error;
  }
}

type InvitationPorts = Pick<ApprovalsPorts, 'invitationsOf' | 'invite' | 'revoke'>;

function invitationPorts(deps: Deps): InvitationPorts {
  const enrolling = enrolmentDeps(deps);
  return {
    invitationsOf: async (principal, courseId) => {
      const [invitations, course, admission] = await Promise.all([
        listInvitations(enrolling, { principal, courseId }),
        titleOf(deps, courseId),
        admissionOf(deps, courseId),
      ]);
      const at = deps.clock.now().toISOString();
      return {
        ...{ courseId, course, byInvitation: admission?.mode === 'invitation' },
        invitations: invitations.map((invitation) => {
          const { invitationId, label, uses, maxUses, expiresAt } = invitation;
          const ended = endOf(invitation, at);
          return { invitationId, label, uses, maxUses, expiresAt, ...(ended && { ended }) };
        }),
      };
    },
    invite: async (principal, given) => {
      const request = requestOfForm(invitationRequestSchema, given);
      const { code } = await issueInvitation(enrolling, { principal, request });
      const query = new URLSearchParams({ invitation: code });
      return { code, link: `${deps.portalOrigin}/courses/${request.courseId}?${query}` };
    },
    revoke: (principal, { courseId, invitationId }) =>
      revokeInvitation(enrolling, { principal, courseId, invitationId }),
  };
}

async function admissionOf(deps: Deps, courseId: string): Promise<Admission | undefined> {
  const course = await deps.courses.find(courseId as CourseId);
  return course && publishedSide(course)?.admission;
}

async function titleOf(deps: Deps, courseId: string): Promise<LanguageMap> {
  return (await deps.courses.find(courseId as CourseId))?.title ?? {};
}

async function nameOf(deps: Deps, personId: PersonId): Promise<string> {
  return (await deps.people.find(personId))?.name ?? '–';
}
