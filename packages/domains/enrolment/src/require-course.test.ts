import type { AgencyId, PersonId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { completeEnrolment } from './complete-enrolment.ts';
import { assignCourse, releaseRequired, requireCourse, withdrawAssignment } from './desk.ts';
import { enrolLearner } from './enrol-learner.ts';
import { AgencyDuty } from './errors.ts';
import type { Admission } from './ports.ts';
import { memoryEnrolmentStore } from './testing/index.ts';

const agencyId = 'bkn' as AgencyId;
const sri = 'sri' as PersonId;
const budi = {
  kind: 'person',
  personId: 'budi' as PersonId,
  name: 'Budi',
  roles: ['agency-admin'],
  agencyId,
} as const;

function world(admission: Admission = { mode: 'approval' }) {
  const enrolments = memoryEnrolmentStore();
  const deps = {
    ...{ enrolments, clock: fixedClock(), ids: countedIds() },
    courses: { openVersion: async (id: string) => (id === 'gone' ? undefined : { version: 1, admission }) },
    learners: {
      placeOf: async (id: PersonId) => ({ agencyId: (id === 'eka' ? 'lan' : agencyId) as AgencyId }),
      teamOf: async () => [],
    },
  };
  const order = {
    ...{
      agencyId,
      obligationId: 'o1',
      personId: sri,
      courseId: 'c1',
      dueOn: '2026-06-30',
      note: 'Antikorupsi',
    },
    by: { kind: 'person', id: 'sri', name: 'Sri' },
  } as const;
  return { deps, order, current: (id = sri) => enrolments.findCurrent(id, 'c1') };
}

describe('a course that an obligation asks for', () => {
  it('is open at once, also to whoever made the obligation, and once however often it is asked', async () => {
    const { deps, order, current } = world();
    expect(await requireCourse(deps, order)).toBe('given');
    const first = await current();
    expect(first).toMatchObject({ state: 'active', assignment: { dueOn: '2026-06-30', obligationId: 'o1' } });
    expect(await requireCourse(deps, order)).toBe('given');
    expect(await current()).toEqual(first);
  });

  it('has another day or reason when the obligation says so, is not given anew by that, and stands also when it is closed', async () => {
    const { deps, order, current } = world();
    await requireCourse(deps, order);
    const first = await current();
    const closed = { ...deps, courses: { openVersion: async () => undefined } };
    const other = { dueOn: '2026-09-30', note: 'Antikorupsi 2026' };
    expect(await requireCourse(closed, { ...order, ...other })).toBe('given');
    const after = await current();
    expect(after).toMatchObject({ registration: first?.registration, assignment: other });
    expect(after?.assignment?.at).toBe(first?.assignment?.at);
  });

  it('L7: waits without a free seat, and is not given to strangers, by invitation, or when it is closed', async () => {
    const full = world({ mode: 'open', seats: 1 });
    await requireCourse(full.deps, { ...full.order, personId: 'adi' as PersonId });
    expect(await requireCourse(full.deps, full.order)).toBe('given');
    expect(await full.current()).toMatchObject({ state: 'waiting', assignment: { obligationId: 'o1' } });
    expect(await requireCourse(full.deps, { ...full.order, courseId: 'gone' })).toBe('course-closed');
    expect(await requireCourse(full.deps, { ...full.order, personId: 'eka' as PersonId })).toBe(
      'other-agency',
    );
    const invited = world({ mode: 'invitation' });
    expect(await requireCourse(invited.deps, invited.order)).toBe('invitation');
  });

  it('is taken once more by whoever has completed it', async () => {
    const { deps, order, current } = world();
    await requireCourse(deps, order);
    const first = await current();
    if (!first) throw new Error('no enrolment');
    const completedAt = '2026-03-02T02:00:00.000Z';
    await completeEnrolment(
      { ...deps, hours: { statedJp: async () => undefined } },
      { registration: first.registration, completedAt },
    );
    expect(await requireCourse(deps, order)).toBe('given');
    expect(await current()).toMatchObject({ state: 'active', assignment: { obligationId: 'o1' } });
    expect(await deps.enrolments.listPast(sri, 'c1')).toMatchObject([{ state: 'completed', completedAt }]);
  });

  it('keeps the duty that is due first, and that of a person', async () => {
    const { deps, order, current } = world();
    await requireCourse(deps, order);
    await requireCourse(deps, { ...order, obligationId: 'o2', dueOn: '2026-12-31' });
    expect((await current())?.assignment).toMatchObject({ obligationId: 'o1' });
    await requireCourse(deps, { ...order, obligationId: 'o3', dueOn: '2026-04-30' });
    expect((await current())?.assignment).toMatchObject({ obligationId: 'o3', dueOn: '2026-04-30' });
    const own = world();
    await assignCourse(own.deps, { principal: budi, request: { courseId: 'c1', personId: 'sri' } });
    await requireCourse(own.deps, own.order);
    expect((await own.current())?.assignment?.obligationId).toBeUndefined();
  });

  it('goes with the obligation alone: on to the next one, out of the way, or on without it once it has begun', async () => {
    const { deps, order, current } = world();
    await requireCourse(deps, order);
    const { registration } = (await current()) ?? {};
    if (!registration) throw new Error('no enrolment');
    await expect(withdrawAssignment(deps, { principal: budi, registration })).rejects.toThrow(AgencyDuty);
    await releaseRequired(deps, { ...order, obligationId: 'o9' }, undefined);
    await releaseRequired(deps, order, { ...order, obligationId: 'o2' });
    expect((await current())?.assignment).toMatchObject({ obligationId: 'o2' });
    await deps.enrolments.noteActivity({ registration, personId: sri, at: '2026-03-03T01:00:00.000Z' });
    await releaseRequired(deps, { ...order, obligationId: 'o2' }, undefined);
    expect(await current()).toMatchObject({ state: 'active', registration });
    expect((await current())?.assignment).toBeUndefined();
    const adi = { ...order, personId: 'adi' as PersonId };
    await requireCourse(deps, adi);
    await releaseRequired(deps, adi, undefined);
    expect(await current(adi.personId)).toBeUndefined();
  });

  it('does not decide on a request: what it granted ends with the last obligation, and the seat is free', async () => {
    const { deps, order, current } = world({ mode: 'approval', seats: 1 });
    const digest = { sha256: String, sha1: String };
    const asks = { ...deps, digest, invitations: { find: async () => undefined } };
    const asking = { kind: 'person', personId: sri, name: 'Sri', roles: ['learner'], agencyId } as const;
    const { registration } = await enrolLearner(asks, { principal: asking, request: { courseId: 'c1' } });
    await requireCourse(deps, order);
    expect(await current()).toMatchObject({ state: 'active', registration });
    await releaseRequired(deps, order, { ...order, obligationId: 'o2' });
    expect(await current()).toMatchObject({ state: 'active', assignment: { obligationId: 'o2' } });
    await releaseRequired(deps, { ...order, obligationId: 'o2' }, undefined);
    expect(await current()).toBeUndefined();
    expect(await deps.enrolments.seatsOf('c1')).toEqual({ taken: 0, waiting: 0 });
    const again = await enrolLearner(asks, { principal: asking, request: { courseId: 'c1' } });
    expect(again).toMatchObject({ state: 'requested' });
    // A person who assigns what was asked for has decided.
    const assigned = { courseId: 'c1', personId: 'sri' };
    await assignCourse(deps, { principal: budi, request: assigned });
    await withdrawAssignment(deps, { principal: budi, registration: again.registration });
    expect(await current()).toMatchObject({ state: 'active' });
  });
});
