import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import { courseEvaluationId, eventEvaluationId } from '@sinau/evaluation';
import { memoryEvaluationStores } from '@sinau/evaluation/testing';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { EventId, SessionId } from '@sinau/programmes';
import { eventOf, memoryProgrammeStores, seatAt } from '@sinau/programmes/testing';
import { describe, expect, it } from 'vitest';
import { type FollowEvaluationsDeps, followAttended } from './follow-evaluations.ts';
import type { Fact } from './follow-fact.ts';
import { followEvaluations } from './late-followers.ts';

const sri = 'sri' as PersonId;
const bkn = 'bkn' as AgencyId;
const providerId = 'prov' as ProviderId;
const at = '2026-03-02T01:00:00.000Z';
const registration = '00000000-0000-4000-8000-000000000001';

function world() {
  const stores = { ...memoryEvaluationStores(), ...memoryProgrammeStores() };
  const enrolments = memoryEnrolmentStore();
  const deps = {
    ...{ ...stores, enrolments, clock: fixedClock(at) },
    courses: { find: async () => ({ providerId, title: { id: 'Keamanan informasi' } }) },
    people: { find: async () => ({ home: { kind: 'agency', agencyId: bkn } }) },
    registrations: { read: async () => ({ aus: { a: { score: 0.9 }, b: { score: 0.7 }, c: {} } }) },
  } as unknown as FollowEvaluationsDeps;
  return { ...stores, enrolments, deps };
}

describe('evaluations follow what was completed', () => {
  const completed: Extract<Fact, { type: 'enrolment-completed' }> = {
    ...{ eventId: 'enrolment-completed:e1', type: 'enrolment-completed', occurredAt: at, personId: sri },
    ...{ enrolmentId: 'e1', courseId: 'c1', courseVersion: 1, registration },
  };
  const place = { personId: sri, evaluationId: courseEvaluationId(registration) };

  it('a course, once, with its provider, the agency of the learner and the score', async () => {
    const { deps, enrolments, evaluations } = world();
    await followEvaluations(deps, completed);
    expect(await evaluations.find(place)).toBeUndefined();
    const after = {
      ...{ enrolmentId: 'e1' as EnrolmentId, personId: sri, courseId: 'c1', version: 1, enrolledAt: at },
      ...{ registration: registration as Registration, state: 'active' as const },
    };
    await enrolments.move({ after });
    const before = await enrolments.findByRegistration(after.registration);
    if (!before) throw new Error('there is one');
    await enrolments.move({ before, after: { ...after, state: 'completed', completedAt: at } });
    for (const _ of [1, 2]) await followEvaluations(deps, completed);
    expect(await evaluations.find(place)).toMatchObject({
      ...{ subject: { kind: 'course', id: 'c1' }, owner: { kind: 'provider', providerId }, agencyId: bkn },
      ...{ completedAt: at, year: 2026, score: 80, state: 'standing', rev: 1 },
    });
    const someone = { personId: 'budi' as PersonId, evaluationId: place.evaluationId };
    await followEvaluations(deps, { ...completed, personId: someone.personId });
    expect(await evaluations.find(someone)).toBeUndefined();
  });

  it('a course that is taken back takes its evaluation with it until it is given back', async () => {
    const { deps, enrolments, evaluations } = world();
    const row = {
      ...{ enrolmentId: 'e1' as EnrolmentId, personId: sri, courseId: 'c1', version: 1, enrolledAt: at },
      ...{ registration: registration as Registration, state: 'completed' as const, completedAt: at },
    };
    let takenBack = false;
    const reading = {
      ...deps,
      enrolments: {
        findByRegistration: async () => ({ ...row, providerWord: { takenBack } }) as never,
      },
    };
    await enrolments.move({ after: row });
    await followEvaluations(reading, completed);
    takenBack = true;
    const { courseVersion: _, ...about } = completed;
    await followEvaluations(reading, { ...about, type: 'completion-withdrawn', saidAt: at });
    expect(await evaluations.find(place)).toMatchObject({ state: 'withdrawn' });
    takenBack = false;
    await followEvaluations(reading, { ...about, type: 'completion-restored' });
    expect(await evaluations.find(place)).toMatchObject({ state: 'standing', turn: { step: 'ask' } });
  });

  it('an event, once its attendance counts, of who was there; not of whom was taken out', async () => {
    const { deps, events, seats, evaluations } = world();
    const session = (n: number) => ({
      ...{ sessionId: `s${n}` as SessionId, startsAt: `2026-03-0${n}T02:00:00.000Z`, place: 'Aula' },
      endsAt: `2026-03-0${n}T05:00:00.000Z`,
    });
    const event = eventOf({ sessions: [session(1), session(2)] });
    const eventId = event.eventId as EventId;
    await events.save(event);
    const mark = { sessionId: 's1' as SessionId, present: true, at, way: 'staff', by: sri } as const;
    await seats.step(undefined, seatAt({ personId: sri, marks: [mark] }));
    const of = { personId: sri, evaluationId: eventEvaluationId(eventId) };
    const attended: Fact = {
      ...{ eventId: 'x', type: 'event-attendance-changed', occurredAt: at, event: eventId, personId: sri },
    };
    await followEvaluations(deps, attended);
    expect(await evaluations.find(of)).toBeUndefined();
    const saved = await events.find(eventId);
    if (!saved) throw new Error('there is one');
    await events.save({ ...saved, closedAt: '2026-03-02T06:00:00.000Z' });
    await followAttended(deps, { eventId, personId: sri });
    expect(await evaluations.find(of)).toMatchObject({
      ...{ subject: { kind: 'event', id: eventId }, owner: event.owner, state: 'standing' },
      ...{ completedAt: '2026-03-02T05:00:00.000Z', title: { id: event.title } },
    });
    const seat = await seats.find(eventId, sri);
    if (!seat) throw new Error('there is one');
    expect(await seats.step(seat, { ...seat, state: 'removed', reason: 'Salah orang' })).toBe('done');
    await followEvaluations(deps, {
      ...{ eventId: 'y', type: 'event-seat-changed', occurredAt: at, event: eventId, personId: sri },
      ...{ state: 'removed', before: 'confirmed' },
    });
    expect(await evaluations.find(of)).toMatchObject({ state: 'withdrawn' });
  });
});
