import type { Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import {
  AlreadyEnrolled,
  CourseNotOpen,
  cancelEnrolment,
  completeEnrolment,
  EnrolmentNotActive,
  EnrolmentNotFound,
  enrolLearner,
  enrolRequestSchema,
  getEnrolment,
  listMyEnrolments,
  noteActivity,
} from './index.ts';
import type { Admission } from './ports.ts';
import { memoryEnrolmentStore } from './testing/index.ts';

const person = (id: string): PersonPrincipal => ({
  kind: 'person',
  personId: id as PersonId,
  name: id,
  roles: ['learner'],
});
const sri = person('sri');
const budi = person('budi');

/** Course c1 is open in version 3, c2 in version 1, nothing else. */
function setup() {
  const clock = fixedClock();
  const admission: Admission = { mode: 'open' };
  const open = new Map([
    ['c1', { version: 3, admission }],
    ['c2', { version: 1, admission }],
  ]);
  return {
    clock,
    open,
    ids: countedIds(),
    enrolments: memoryEnrolmentStore(),
    invitations: { find: async () => undefined },
    digest: { sha256: (text: unknown) => `hash of ${text}`, sha1: String },
    courses: { openVersion: async (courseId: string) => open.get(courseId) },
  };
}

const enrolInC1 = { principal: sri, request: { courseId: 'c1' } };

describe('enrolLearner', () => {
  it('enrols the signed-in person in the open version under a registration of its own', async () => {
    const enrolment = await enrolLearner(setup(), enrolInC1);
    expect(enrolment).toMatchObject({
      personId: 'sri',
      courseId: 'c1',
      version: 3,
      state: 'active',
      enrolledAt: '2026-03-02T01:00:00.000Z',
    });
    expect(enrolment.registration).not.toBe(enrolment.enrolmentId);
  });

  it('refuses a course that is not open', async () => {
    const deps = setup();
    await expect(
      enrolLearner(deps, { principal: sri, request: { courseId: 'draft' } }),
    ).rejects.toBeInstanceOf(CourseNotOpen);
    expect(await listMyEnrolments(deps, { principal: sri })).toEqual([]);
  });

  it('refuses a second enrolment of the same person, not of another', async () => {
    const deps = setup();
    await enrolLearner(deps, enrolInC1);
    await expect(enrolLearner(deps, enrolInC1)).rejects.toBeInstanceOf(AlreadyEnrolled);
    await expect(enrolLearner(deps, { ...enrolInC1, principal: budi })).resolves.toMatchObject({
      personId: 'budi',
    });
  });

  it('L6: keeps the version of enrolment when a new one is published', async () => {
    const deps = setup();
    await enrolLearner(deps, enrolInC1);
    deps.open.set('c1', { version: 4, admission: { mode: 'open' } });
    expect((await getEnrolment(deps, { principal: sri, courseId: 'c1' })).version).toBe(3);
  });
});

describe('enrolRequestSchema', () => {
  it.each([
    '{"courseId":"c1","status":"completed"}',
    '{"courseId":"c1","state":"completed"}',
    '{"courseId":"c1","score":1}',
    '{"courseId":"c1","certificateId":"x"}',
    '{"courseId":"c1","completedAt":"2026-01-01T00:00:00Z"}',
    '{"courseId":"c1","__proto__":{"state":"completed"}}',
  ])('D2: refuses %s', (body) => {
    expect(enrolRequestSchema.safeParse(JSON.parse(body)).success).toBe(false);
  });

  it.each([
    '{"courseId":"c1","member":"budi"}',
    '{"courseId":"c1","user_id":"budi"}',
    '{"courseId":"c1","personId":"budi"}',
  ])('C6: refuses a subject named in the body: %s', (body) => {
    expect(enrolRequestSchema.safeParse(JSON.parse(body)).success).toBe(false);
  });

  it('C6: takes the subject from the principal even when a caller slips one past the schema', async () => {
    const request = { courseId: 'c1', personId: 'budi', state: 'completed' };
    const enrolment = await enrolLearner(setup(), { principal: sri, request });
    expect(enrolment).toMatchObject({ personId: 'sri', state: 'active' });
  });
});

describe('getEnrolment', () => {
  it("C2: answers alike for another's enrolment and for none", async () => {
    const deps = setup();
    const { registration } = await enrolLearner(deps, enrolInC1);
    const mine = await getEnrolment(deps, { principal: sri, registration });
    expect(mine.registration).toBe(registration);
    const foreign = getEnrolment(deps, { principal: budi, registration });
    await expect(foreign).rejects.toEqual(new EnrolmentNotFound());
    const absent = getEnrolment(deps, { principal: budi, courseId: 'c1' });
    await expect(absent).rejects.toEqual(new EnrolmentNotFound());
  });
});

describe('cancelEnrolment', () => {
  it('frees the course for a new enrolment with a new registration', async () => {
    const deps = setup();
    const first = await enrolLearner(deps, enrolInC1);
    await cancelEnrolment(deps, { principal: sri, courseId: 'c1' });
    const second = await enrolLearner(deps, enrolInC1);
    expect(second.registration).not.toBe(first.registration);
  });

  it("does not touch another's enrolment, nor a finished one", async () => {
    const deps = setup();
    const { registration } = await enrolLearner(deps, enrolInC1);
    await expect(cancelEnrolment(deps, { principal: budi, courseId: 'c1' })).rejects.toBeInstanceOf(
      EnrolmentNotFound,
    );
    await completeEnrolment(
      { ...deps, hours: { statedJp: async () => 400 as Jp } },
      { registration, completedAt: '2026-03-02T02:00:00.000Z' },
    );
    await expect(cancelEnrolment(deps, { principal: sri, courseId: 'c1' })).rejects.toBeInstanceOf(
      EnrolmentNotActive,
    );
  });
});

describe('completeEnrolment', () => {
  it('L6: earns what the course states now, and keeps it when the course states something else', async () => {
    const deps = setup();
    const { registration } = await enrolLearner(deps, enrolInC1);
    let stated = 400 as Jp;
    const hours = { statedJp: async () => stated };
    const fact = { registration, completedAt: '2026-03-02T02:00:00.000Z' };
    await completeEnrolment({ ...deps, hours }, fact);
    stated = 600 as Jp;
    await completeEnrolment({ ...deps, hours }, fact);
    expect(await deps.enrolments.findByRegistration(registration)).toMatchObject({ earnedJp: 400 });
  });

  it('L2: five deliveries of one fact complete once, at the time of the fact', async () => {
    const deps = setup();
    const { registration } = await enrolLearner(deps, enrolInC1);
    const fact = { registration, completedAt: '2026-03-02T01:30:00.000Z' };
    const outcomes = [];
    for (let delivery = 0; delivery < 5; delivery += 1) {
      deps.clock.advance(60_000);
      outcomes.push(
        (await completeEnrolment({ ...deps, hours: { statedJp: async () => 400 as Jp } }, fact)).outcome,
      );
    }
    expect(outcomes).toEqual(['completed', ...Array(4).fill('was-completed')]);
    const enrolment = await getEnrolment(deps, { principal: sri, courseId: 'c1' });
    expect(enrolment.completedAt).toBe(fact.completedAt);
  });
});

describe('listMyEnrolments', () => {
  it('puts the one touched last first', async () => {
    const deps = setup();
    const { registration } = await enrolLearner(deps, enrolInC1);
    deps.clock.advance(60_000);
    await enrolLearner(deps, { principal: sri, request: { courseId: 'c2' } });
    const courses = async () =>
      (await listMyEnrolments(deps, { principal: sri })).map((enrolment) => enrolment.courseId);
    expect(await courses()).toEqual(['c2', 'c1']);
    await noteActivity(deps, { registration, personId: sri.personId, at: '2026-03-02T09:00:00.000Z' });
    expect(await courses()).toEqual(['c1', 'c2']);
  });
});
