import type { AgencyId, Jp, PersonId, PersonPrincipal, ProviderId, Role } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  assignCourse,
  assignmentRequestSchema,
  decideRequest,
  decisionSchema,
  getRequest,
  issueInvitation,
  listAgencyAssignments,
  listAgencyRequests,
  listInvitations,
  listTeamAssignments,
  listTeamRequests,
  revokeInvitation,
  withdrawAssignment,
} from './desk.ts';
import { type EnrolmentState, steps } from './enrolment.ts';
import {
  type Admission,
  AlreadyEnrolled,
  CourseNotOpen,
  cancelEnrolment,
  completeEnrolment,
  EnrolmentAssigned,
  EnrolmentClosed,
  EnrolmentNotFound,
  enrolLearner,
  getEnrolment,
  type Invitation,
  InvitationInvalid,
  InvitationNeeded,
  type LearnerPlace,
  listMyEnrolments,
  NoApprover,
  OwnRequest,
  promoteWaiting,
  RequestNotPending,
  readStanding,
} from './index.ts';
import { memoryEnrolmentStore, memoryInvitationStore } from './testing/index.ts';

const agencyId = 'agency-a' as AgencyId;
const foreignAgencyId = 'agency-b' as AgencyId;
const providerId = 'provider-a' as ProviderId;

const person = (id: string, over: Partial<PersonPrincipal> = {}): PersonPrincipal => ({
  ...{ kind: 'person', personId: id as PersonId, name: id, roles: ['learner'], agencyId },
  ...over,
});
const withRole = (id: string, role: Role) => person(id, { roles: [role] });

const sri = person('sri');
const budi = person('budi');
const head = withRole('head', 'supervisor');
const otherHead = withRole('other-head', 'supervisor');
const admin = withRole('admin', 'agency-admin');
const foreignAdmin = person('foreign-admin', { roles: ['agency-admin'], agencyId: foreignAgencyId });
const { agencyId: _, ...atProvider } = person('author', { roles: ['provider-author'], providerId });

/** Sri has a supervisor, everybody else of agency A has none. Course c1 is published. */
function setup(admission: Admission) {
  const invited = new Map<string, Invitation>();
  const places = new Map<string, LearnerPlace>([
    ['sri', { agencyId, supervisorId: head.personId }],
    ['foreign', { agencyId: foreignAgencyId }],
  ]);
  const deps = {
    admission,
    places,
    version: 1,
    clock: fixedClock(),
    ids: countedIds(),
    digest: { sha256: (text: unknown) => `hash of ${text}`, sha1: String },
    signer: { sign: () => 's', verify: (_p: string, _t: string, signature: string) => signature === 's' },
    enrolments: memoryEnrolmentStore({ invitations: invited }),
    invitations: memoryInvitationStore(invited),
    courses: {
      openVersion: async (courseId: string) =>
        courseId === 'c1' ? { version: deps.version, admission: deps.admission } : undefined,
    },
    courseOwners: { providerOf: async (courseId: string) => (courseId === 'c1' ? providerId : undefined) },
    learners: {
      placeOf: async (personId: PersonId): Promise<LearnerPlace | undefined> =>
        personId === 'gone' ? undefined : (places.get(personId) ?? { agencyId }),
      teamOf: async (supervisorId: PersonId) =>
        [...places].flatMap(([id, place]) => (place.supervisorId === supervisorId ? [id as PersonId] : [])),
    },
  };
  return deps;
}

let deps: ReturnType<typeof setup>;
const enrol = (principal: PersonPrincipal, invitation?: string) => {
  deps.clock.advance(1000);
  return enrolLearner(deps, {
    principal,
    request: { courseId: 'c1', ...(invitation !== undefined && { invitation }) },
  });
};
const standingOf = (principal: PersonPrincipal) =>
  readStanding(deps, { personId: principal.personId, courseId: 'c1', admission: deps.admission });
const leave = (principal: PersonPrincipal) => cancelEnrolment(deps, { principal, courseId: 'c1' });

describe('states', () => {
  it('each have an exit: a step, or a new enrolment once they are over', () => {
    for (const state of Object.keys(steps) as EnrolmentState[]) {
      if (['completed', 'declined', 'withdrawn', 'cancelled'].includes(state)) continue;
      expect(steps[state], state).toContain(state === 'active' ? 'cancelled' : 'withdrawn');
    }
  });
});

describe('seats and the waiting list', () => {
  beforeEach(() => {
    deps = setup({ mode: 'open', seats: 1 });
  });

  it('L7: gives places by arrival and promotes exactly the first when a seat is freed', async () => {
    await enrol(sri);
    await enrol(budi);
    await enrol(person('tono'));
    expect((await standingOf(budi)).place).toBe(1);
    expect((await standingOf(person('tono'))).place).toBe(2);
    expect((await standingOf(sri)).seats).toEqual({ capacity: 1, free: 0, waiting: 2 });
    deps.version = 2;
    await leave(sri);
    expect(await getEnrolment(deps, { principal: budi, courseId: 'c1' })).toMatchObject({
      state: 'active',
      version: 2,
    });
    expect((await standingOf(person('tono'))).place).toBe(1);
    expect(await promoteWaiting(deps, { courseId: 'c1' })).toEqual([]);
  });

  it('L7: after a crash between freeing and promoting, the next follower promotes, once', async () => {
    const before = await enrol(sri);
    await enrol(budi);
    const at = deps.clock.now().toISOString();
    await deps.enrolments.move({ before, after: { ...before, state: 'cancelled', cancelledAt: at } });
    expect((await enrol(person('tono'))).state).toBe('waiting');
    const promoted = await Promise.all([1, 2, 3].map(() => promoteWaiting(deps, { courseId: 'c1' })));
    expect(promoted.flat().map(({ personId }) => personId)).toEqual(['budi']);
  });

  it('promotes as many as there are new seats, and everybody when the limit goes', async () => {
    for (const one of [sri, budi, person('tono'), person('wati')]) await enrol(one);
    deps.admission = { mode: 'open', seats: 2 };
    expect(await promoteWaiting(deps, { courseId: 'c1' })).toHaveLength(1);
    deps.admission = { mode: 'open' };
    expect(await promoteWaiting(deps, { courseId: 'c1' })).toHaveLength(2);
  });

  it('does not open a course to who waits, and lets them withdraw', async () => {
    await enrol(sri);
    await enrol(budi);
    await expect(getEnrolment(deps, { principal: budi, courseId: 'c1' })).rejects.toBeInstanceOf(
      EnrolmentNotFound,
    );
    expect(await listMyEnrolments(deps, { principal: budi })).toEqual([]);
    await expect(enrol(budi)).rejects.toBeInstanceOf(AlreadyEnrolled);
    expect((await leave(budi)).state).toBe('withdrawn');
    expect((await standingOf(budi)).past).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('takes a completed course once more under a new registration, with the seat there was', async () => {
    const first = await enrol(sri);
    await completeEnrolment(
      { ...deps, hours: { statedJp: async () => 400 as Jp } },
      {
        registration: first.registration,
        completedAt: '2026-03-02T02:00:00.000Z',
      },
    );
    await enrol(budi);
    const again = await enrol(sri);
    expect(again).toMatchObject({ state: 'active' });
    expect(again.registration).not.toBe(first.registration);
    expect(await standingOf(sri)).toMatchObject({
      current: { registration: again.registration },
      past: [{ registration: first.registration, state: 'completed' }],
    });
    expect((await standingOf(budi)).place).toBe(1);
  });

  it('admits people between opening and closing only', async () => {
    deps.admission = {
      mode: 'open',
      opensAt: '2026-03-02T02:00:00.000Z',
      closesAt: '2026-03-02T03:00:00.000Z',
    };
    await expect(enrol(sri)).rejects.toMatchObject({ code: 'enrolment.not-yet-open' });
    deps.clock.advance(3_600_000);
    await expect(enrol(sri)).resolves.toMatchObject({ state: 'active' });
    deps.clock.advance(3_600_000);
    await expect(enrol(budi)).rejects.toBeInstanceOf(EnrolmentClosed);
  });
});

describe('approval', () => {
  beforeEach(() => {
    deps = setup({ mode: 'approval', seats: 1 });
  });
  const decide = (principal: PersonPrincipal, registration: string, approved = true) =>
    decideRequest(deps, {
      principal,
      registration: registration as never,
      request: approved ? { decision: 'approve' } : { decision: 'decline', reason: 'Tahun depan' },
    });

  it('asks the supervisor, who alone sees and decides', async () => {
    const { registration, state } = await enrol(sri);
    expect(state).toBe('requested');
    expect(await listTeamRequests(deps, { principal: head })).toMatchObject([{ registration }]);
    expect((await listAgencyRequests(deps, { principal: admin })).enrolments).toEqual([]);
    for (const stranger of [admin, otherHead, budi, foreignAdmin]) {
      await expect(decide(stranger, registration), stranger.name).rejects.toBeInstanceOf(EnrolmentNotFound);
    }
    expect(await decide(head, registration)).toMatchObject({
      state: 'active',
      decision: { by: 'head', as: 'supervisor', approved: true },
    });
    await expect(decide(head, registration)).rejects.toBeInstanceOf(RequestNotPending);
  });

  it('asks the agency as well when the supervisor has not answered for two weeks, and whoever answers first has it', async () => {
    const { registration } = await enrol(sri);
    deps.clock.advance(13 * 86_400_000);
    await expect(decide(admin, registration)).rejects.toBeInstanceOf(EnrolmentNotFound);
    deps.clock.advance(86_400_000);
    for (const stranger of [otherHead, budi, foreignAdmin]) {
      await expect(decide(stranger, registration), stranger.name).rejects.toBeInstanceOf(EnrolmentNotFound);
    }
    expect((await listAgencyRequests(deps, { principal: admin })).enrolments).toMatchObject([
      { registration },
    ]);
    expect(await listTeamRequests(deps, { principal: head })).toMatchObject([{ registration }]);
    const outcomes = await Promise.allSettled([decide(admin, registration), decide(head, registration)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await standingOf(sri)).current).toMatchObject({ decision: { as: 'agency' } });
    expect((await listAgencyRequests(deps, { principal: admin })).enrolments).toEqual([]);
  });

  it('asks the administrators of the agency where there is no supervisor', async () => {
    const { registration } = await enrol(budi);
    await expect(decide(foreignAdmin, registration)).rejects.toBeInstanceOf(EnrolmentNotFound);
    expect((await listAgencyRequests(deps, { principal: admin })).enrolments).toHaveLength(1);
    expect(await decide(admin, registration, false)).toMatchObject({
      state: 'declined',
      decision: { as: 'agency', approved: false, reason: 'Tahun depan' },
    });
    expect((await standingOf(budi)).past).toMatchObject([{ state: 'declined' }]);
    await expect(enrol(budi)).resolves.toMatchObject({ state: 'requested' });
  });

  it('C7: lets nobody decide on their own request, whatever they are', async () => {
    const both = person('both', { roles: ['supervisor', 'agency-admin'] });
    deps.places.set('both', { agencyId, supervisorId: both.personId });
    const { registration } = await enrol(both);
    await expect(decide(both, registration)).rejects.toBeInstanceOf(OwnRequest);
    await expect(getRequest(deps, { principal: both, registration })).rejects.toBeInstanceOf(OwnRequest);
    expect((await listAgencyRequests(deps, { principal: both })).enrolments).toEqual([]);
    await expect(decide(admin, registration)).resolves.toMatchObject({ state: 'active' });
  });

  it('C11: follows a learner to a new supervisor with the next question', async () => {
    const { registration } = await enrol(sri);
    deps.places.set('sri', { agencyId, supervisorId: otherHead.personId });
    await expect(decide(head, registration)).rejects.toBeInstanceOf(EnrolmentNotFound);
    expect(await listTeamRequests(deps, { principal: otherHead })).toHaveLength(1);
    await expect(decide(otherHead, registration)).resolves.toMatchObject({ state: 'active' });
  });

  it('puts an approved learner on the waiting list when no seat is left', async () => {
    await decide(head, (await enrol(sri)).registration);
    expect(await decide(admin, (await enrol(budi)).registration)).toMatchObject({ state: 'waiting' });
  });

  it('L7: lets either the withdrawal or the decision win', async () => {
    const { registration } = await enrol(sri);
    await leave(sri);
    await expect(decide(head, registration)).rejects.toBeInstanceOf(RequestNotPending);
  });

  it('keeps the seat of a completed course while its re-take is decided, and frees it when declined', async () => {
    const first = await enrol(sri);
    await decide(head, first.registration);
    await completeEnrolment(
      { ...deps, hours: { statedJp: async () => 400 as Jp } },
      {
        registration: first.registration,
        completedAt: '2026-03-02T02:00:00.000Z',
      },
    );
    await decide(admin, (await enrol(budi)).registration);
    const again = await enrol(sri);
    expect((await standingOf(budi)).place).toBe(1);
    await decide(head, again.registration, false);
    expect((await standingOf(budi)).current?.state).toBe('active');
    expect(await deps.enrolments.seatsOf('c1')).toEqual({ taken: 1, waiting: 0 });
  });

  it('refuses people of no agency, whom nobody could answer', async () => {
    await expect(enrol(atProvider)).rejects.toBeInstanceOf(NoApprover);
  });

  it('takes a reason for declining, and nothing else', () => {
    expect(decisionSchema.safeParse({ decision: 'decline' }).success).toBe(false);
    expect(decisionSchema.safeParse({ decision: 'approve', personId: 'x' }).success).toBe(false);
    expect(decisionSchema.safeParse({ decision: 'decline', reason: 'Belum perlu' }).success).toBe(true);
  });
});

describe('a waiting list', () => {
  const past = new Set<string>();
  const closed = new Map<string, number>();
  const join = (principal: PersonPrincipal) => {
    deps.clock.advance(1000);
    const yearHours = { hasReachedMinimum: async (personId: PersonId) => past.has(personId) };
    const gaps = {
      closedBy: async (personId: PersonId, courseId: string) =>
        courseId === 'c1' ? (closed.get(personId) ?? 0) : 9,
    };
    return enrolLearner({ ...deps, yearHours, gaps }, { principal, request: { courseId: 'c1' } });
  };
  const places = async (...people: readonly PersonPrincipal[]) =>
    Promise.all(people.map(async (one) => (await standingOf(one)).place));
  const [first, done, later, last] = ['first', 'done', 'later', 'last'].map((id) => person(id));
  if (!first || !done || !later || !last) throw new Error('four people');
  beforeEach(() => {
    deps = setup({ mode: 'open', seats: 1 });
    past.clear();
    closed.clear();
  });

  it('7.4, L7: gives the next seat to whom it is required of, then to who lacks JP of the year, then by arrival', async () => {
    past.add('done');
    await join(first);
    for (const one of [done, later, last]) expect((await join(one)).state).toBe('waiting');
    expect(await places(done, later, last)).toEqual([3, 1, 2]);
    await assignCourse(deps, { principal: admin, request: { courseId: 'c1', personId: 'last' } });
    expect(await places(done, later, last)).toEqual([3, 2, 1]);
    await leave(first);
    expect((await standingOf(last)).current?.state).toBe('active');
    // What was reached while somebody waits moves nobody.
    past.add('later');
    expect(await places(done, later)).toEqual([2, 1]);
    await withdrawAssignment(deps, {
      principal: admin,
      registration: (await standingOf(last)).current?.registration as never,
    });
    await leave(last);
    expect((await standingOf(later)).current).toMatchObject({ state: 'active' });
    await leave(later);
    const { current } = await standingOf(done);
    expect(current?.state).toBe('active');
    expect(current).not.toHaveProperty('waitingPastMinimum');
  });

  it('7.4: gives it among them to whose larger gap it closes, behind duties and before arrival; hours count before gaps', async () => {
    past.add('done');
    closed.set('done', 4);
    closed.set('last', 2);
    closed.set('later', 1);
    for (const one of [first, done, later, last]) await join(one);
    expect(await places(done, later, last)).toEqual([3, 2, 1]);
    await assignCourse(deps, { principal: admin, request: { courseId: 'c1', personId: 'later' } });
    expect(await places(done, later, last)).toEqual([3, 1, 2]);
    await withdrawAssignment(deps, {
      principal: admin,
      registration: (await standingOf(later)).current?.registration as never,
    });
    expect(await places(done, later, last)).toEqual([3, 2, 1]);
    await leave(first);
    const { current } = await standingOf(last);
    expect(current?.state).toBe('active');
    expect(current).not.toHaveProperty('waitingGap');
    // What is found while somebody waits moves nobody.
    closed.set('done', 0);
    await leave(last);
    await leave(later);
    expect((await standingOf(done)).current?.state).toBe('active');
  });
});

describe('assignment', () => {
  beforeEach(() => {
    deps = setup({ mode: 'open' });
  });
  const assign = (principal: PersonPrincipal, personId: string) =>
    assignCourse(deps, { principal, request: { courseId: 'c1', personId, dueOn: '2026-12-31' } });

  it('makes a course a duty that the learner cannot cancel and the assigner can withdraw', async () => {
    const { registration, assignment } = await assign(head, 'sri');
    expect(assignment).toMatchObject({ by: 'head', as: 'supervisor', dueOn: '2026-12-31', agencyId });
    await expect(leave(sri)).rejects.toBeInstanceOf(EnrolmentAssigned);
    await expect(withdrawAssignment(deps, { principal: otherHead, registration })).rejects.toBeInstanceOf(
      EnrolmentNotFound,
    );
    expect(await withdrawAssignment(deps, { principal: admin, registration })).toMatchObject({
      state: 'cancelled',
    });
  });

  it('reaches people of one’s own team or agency alone, and never oneself', async () => {
    for (const [principal, personId] of [
      [head, 'budi'],
      [foreignAdmin, 'sri'],
      [budi, 'sri'],
      [admin, 'foreign'],
      [admin, 'gone'],
    ] as const) {
      await expect(assign(principal, personId), personId).rejects.toBeInstanceOf(EnrolmentNotFound);
    }
    await expect(assign(admin, 'admin')).rejects.toBeInstanceOf(OwnRequest);
  });

  it('refuses a due date that is over, and nothing is assigned', async () => {
    const request = { courseId: 'c1', personId: 'sri', dueOn: '2026-03-01' };
    await expect(assignCourse(deps, { principal: admin, request })).rejects.toMatchObject({
      code: 'request.invalid',
      issues: [{ path: '/dueOn' }],
    });
    expect((await standingOf(sri)).current).toBeUndefined();
  });

  it('C8: leaves a duty of the agency to the agency, and one of a supervisor to whoever supervises now', async () => {
    const { registration } = await assign(admin, 'sri');
    await expect(withdrawAssignment(deps, { principal: head, registration })).rejects.toMatchObject({
      code: 'enrolment.agency-duty',
    });
    expect((await standingOf(sri)).current).toMatchObject({ state: 'active', assignment: { as: 'agency' } });
    await withdrawAssignment(deps, { principal: admin, registration });
    const again = await assign(head, 'sri');
    deps.places.set('sri', { agencyId, supervisorId: otherHead.personId });
    await expect(
      withdrawAssignment(deps, { principal: otherHead, registration: again.registration }),
    ).resolves.toMatchObject({ state: 'cancelled' });
  });

  it('C3: shows an agency nothing of people who have left it', async () => {
    await assign(admin, 'sri');
    await assign(admin, 'budi');
    deps.places.set('sri', { agencyId: foreignAgencyId });
    const { enrolments } = await listAgencyAssignments(deps, { principal: admin });
    expect(enrolments.map(({ personId }) => personId)).toEqual(['budi']);
    // Their new agency has not assigned it.
    expect((await listAgencyAssignments(deps, { principal: foreignAdmin })).enrolments).toEqual([]);
  });

  it('leaves an enrolment of one’s own when the duty is withdrawn', async () => {
    const own = await enrol(sri);
    const { registration, assignment } = await assign(admin, 'sri');
    expect(registration).toBe(own.registration);
    expect(assignment?.ownBefore).toBe(true);
    await withdrawAssignment(deps, { principal: admin, registration });
    expect(await getEnrolment(deps, { principal: sri, courseId: 'c1' })).toEqual(own);
    await expect(assign(admin, 'sri')).resolves.toMatchObject({ state: 'active' });
    await expect(assign(head, 'sri')).rejects.toBeInstanceOf(AlreadyEnrolled);
  });

  it('grants a request, and waits where there is no seat', async () => {
    deps.admission = { mode: 'approval', seats: 1 };
    const { registration } = await enrol(sri);
    expect(await assign(head, 'sri')).toMatchObject({ registration, state: 'active' });
    expect(await assign(admin, 'budi')).toMatchObject({ state: 'waiting' });
    await expect(leave(budi)).rejects.toBeInstanceOf(EnrolmentAssigned);
    expect(await listTeamAssignments(deps, { principal: head })).toHaveLength(1);
    expect((await listAgencyAssignments(deps, { principal: admin })).enrolments).toHaveLength(2);
    expect((await listAgencyAssignments(deps, { principal: foreignAdmin })).enrolments).toEqual([]);
  });

  it('refuses courses that are not open, or open to the invited alone', async () => {
    const request = { courseId: 'draft', personId: 'sri' };
    await expect(assignCourse(deps, { principal: admin, request })).rejects.toBeInstanceOf(CourseNotOpen);
    deps.admission = { mode: 'invitation' };
    await expect(assign(admin, 'sri')).rejects.toBeInstanceOf(InvitationNeeded);
  });

  it('D2: takes no state, score or sender from the request', () => {
    const request = { courseId: 'c1', personId: 'sri' };
    expect(assignmentRequestSchema.safeParse(request).success).toBe(true);
    for (const more of [{ state: 'completed' }, { by: 'x' }, { agencyId: 'b' }, { dueOn: '31-12-2026' }]) {
      expect(assignmentRequestSchema.safeParse({ ...request, ...more }).success).toBe(false);
    }
  });
});

describe('invitation', () => {
  beforeEach(() => {
    deps = setup({ mode: 'invitation' });
  });
  const issue = (principal: PersonPrincipal, maxUses = 1) =>
    issueInvitation(deps, {
      principal,
      request: { courseId: 'c1', label: 'Angkatan I', maxUses, days: 7 },
    });

  it('admits as many as it says, until it ends, and is kept as a hash alone', async () => {
    const { code, invitation } = await issue(atProvider);
    expect(JSON.stringify(await deps.invitations.list('c1'))).not.toContain(`"${code}"`);
    await expect(enrol(sri)).rejects.toBeInstanceOf(InvitationNeeded);
    await expect(enrol(sri, 'salah')).rejects.toBeInstanceOf(InvitationInvalid);
    await expect(enrol(sri, ` ${code}\n`)).resolves.toMatchObject({ state: 'active' });
    await expect(enrol(budi, code)).rejects.toBeInstanceOf(InvitationInvalid);
    expect(await listInvitations(deps, { principal: atProvider, courseId: 'c1' })).toEqual([
      { ...invitation, uses: 1 },
    ]);
  });

  it('ends by time and by revocation; who is in stays', async () => {
    const { code } = await issue(atProvider, 5);
    const { invitation, code: second } = await issue(atProvider, 5);
    await enrol(sri, second);
    const ref = { courseId: 'c1', invitationId: invitation.invitationId };
    await expect(revokeInvitation(deps, { principal: admin, ...ref })).rejects.toBeInstanceOf(
      EnrolmentNotFound,
    );
    await revokeInvitation(deps, { principal: atProvider, ...ref });
    await expect(enrol(budi, second)).rejects.toBeInstanceOf(InvitationInvalid);
    deps.clock.advance(8 * 86_400_000);
    await expect(enrol(budi, code)).rejects.toBeInstanceOf(InvitationInvalid);
    expect((await standingOf(sri)).current?.state).toBe('active');
  });

  it('of an agency is for its own people alone', async () => {
    const { code } = await issue(admin, 5);
    const stranger = person('foreign', { agencyId: foreignAgencyId });
    await expect(enrol(stranger, code)).rejects.toBeInstanceOf(InvitationInvalid);
    await expect(enrol(sri, code)).resolves.toMatchObject({ state: 'active' });
  });

  it('is issued by the provider of the course and by agencies, and by nobody else', async () => {
    const rival = { ...atProvider, providerId: 'provider-b' as ProviderId };
    for (const principal of [rival, sri, head]) {
      await expect(issue(principal)).rejects.toBeInstanceOf(EnrolmentNotFound);
    }
  });
});
