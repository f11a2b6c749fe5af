import {
  assignmentWithdrawnSchema,
  completionRestoredSchema,
  completionWithdrawnSchema,
  enrolmentAssignedSchema,
  enrolmentCompletedSchema,
  enrolmentCreatedSchema,
  enrolmentDecidedSchema,
  enrolmentEndedSchema,
  enrolmentMovedSchema,
  enrolmentPromotedSchema,
  enrolmentRequestedSchema,
} from '@sinau/domain-events';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { Enrolment, EnrolmentId, Registration } from '../enrolment.ts';
import { enrolmentFacts } from './facts.ts';
import { toEnrolmentRow, toSeatRow } from './rows.ts';

const active: Enrolment = {
  enrolmentId: 'e1' as EnrolmentId,
  personId: 'sri' as PersonId,
  courseId: 'c1',
  version: 2,
  registration: '00000000-0000-4000-8000-000000000001' as Registration,
  state: 'active',
  enrolledAt: '2026-03-02T01:00:00.000Z',
};
const completed: Enrolment = { ...active, state: 'completed', completedAt: '2026-03-02T02:00:00.000Z' };
const row = toEnrolmentRow;

describe('enrolmentFacts', () => {
  it('tells a new enrolment once, with the version and registration the learner has', () => {
    const facts = enrolmentFacts({ after: row(active) });
    expect(facts).toEqual([
      expect.objectContaining({
        eventId: 'enrolment-created:e1',
        courseVersion: 2,
        occurredAt: active.enrolledAt,
      }),
    ]);
    expect(enrolmentCreatedSchema.parse(facts[0])).toEqual(facts[0]);
    expect(enrolmentFacts({ after: toSeatRow(active) })).toEqual([]);
  });

  it('tells completion at the time of completion, under the same id however often the stream repeats', () => {
    const change = { before: row(active), after: row(completed) };
    const facts = enrolmentFacts(change);
    expect(facts).toEqual([
      expect.objectContaining({ eventId: 'enrolment-completed:e1', occurredAt: completed.completedAt }),
    ]);
    expect(enrolmentCompletedSchema.parse(facts[0])).toEqual(facts[0]);
    expect(enrolmentFacts(change)).toEqual(facts);
  });

  it('tells a completion that its provider takes back, and one that is given again, each time; no other correction', () => {
    const notedAt = '2026-03-09T01:00:00.000Z';
    const score = { at: notedAt, from: 0.8, to: 0.7 };
    const corrected = row({ ...completed, providerWord: { rev: 1, notedAt, score } });
    const back = row({ ...completed, providerWord: { rev: 2, notedAt, score, takenBack: { at: notedAt } } });
    const again = row({ ...completed, providerWord: { rev: 3, notedAt, score } });
    expect(enrolmentFacts({ before: row(completed), after: corrected })).toEqual([]);
    const [withdrawn, ...others] = enrolmentFacts({ before: corrected, after: back });
    expect(completionWithdrawnSchema.parse(withdrawn)).toEqual(withdrawn);
    expect(withdrawn).toMatchObject({
      ...{ eventId: 'completion-withdrawn:e1:2', occurredAt: notedAt, saidAt: notedAt },
    });
    expect(others).toEqual([]);
    expect(enrolmentFacts({ before: back, after: back })).toEqual([]);
    const [restored] = enrolmentFacts({ before: back, after: again });
    expect(completionRestoredSchema.parse(restored)).toEqual(restored);
    expect(restored).toMatchObject({ eventId: 'completion-restored:e1:3', personId: 'sri' });
  });

  it('tells once that a learner goes on with another version, and nothing while none is fixed', () => {
    const moved: Enrolment = { ...active, version: 3, movedAt: '2026-03-05T01:00:00.000Z' };
    const change = { before: row(active), after: row(moved) };
    const facts = enrolmentFacts(change);
    expect(facts).toEqual([enrolmentMovedSchema.parse(facts[0])]);
    expect(facts[0]).toMatchObject({
      ...{ eventId: 'enrolment-moved:e1:3', occurredAt: moved.movedAt, from: 2, courseVersion: 3 },
      ...{ personId: 'sri', courseId: 'c1' },
    });
    expect(enrolmentFacts(change)).toEqual(facts);
    const later = { ...moved, lastActivityAt: '2026-03-06T01:00:00.000Z' };
    expect(enrolmentFacts({ before: row(moved), after: row(later) })).toEqual([]);
    const waiting: Enrolment = { ...active, state: 'waiting' };
    const promoted = enrolmentFacts({ before: row(waiting), after: row({ ...moved }) });
    expect(promoted.map(({ type }) => type)).not.toContain('enrolment-moved');
  });

  it('tells what became of a request, under one id per request', () => {
    const requested: Enrolment = { ...active, state: 'requested', requestedAt: active.enrolledAt };
    expect(enrolmentFacts({ after: row(requested) })).toEqual([
      enrolmentRequestedSchema.parse(enrolmentFacts({ after: row(requested) })[0]),
    ]);
    const decided = { by: 'head' as PersonId, as: 'supervisor' as const, at: '2026-03-02T02:00:00.000Z' };
    const approved: Enrolment = { ...active, decision: { ...decided, approved: true } };
    const facts = enrolmentFacts({ before: row(requested), after: row(approved) });
    expect(facts.map(({ type }) => type)).toEqual(['enrolment-created', 'enrolment-decided']);
    expect(enrolmentDecidedSchema.parse(facts[1])).toMatchObject({ outcome: 'approved' });
    const waiting: Enrolment = { ...approved, state: 'waiting', waitingSince: decided.at };
    const queued = enrolmentFacts({ before: row(requested), after: row(waiting) });
    expect(queued).toMatchObject([{ type: 'enrolment-decided', outcome: 'waiting' }]);
    const promoted = enrolmentFacts({ before: row(waiting), after: row(approved) });
    expect(promoted.map(({ type }) => type)).toEqual(['enrolment-created', 'enrolment-promoted']);
    expect(enrolmentPromotedSchema.parse(promoted[1])).toEqual(promoted[1]);
    const decision = { ...decided, approved: false, reason: 'Tahun depan' };
    const declined = row({ ...requested, state: 'declined', decision });
    expect(enrolmentFacts({ before: row(requested), after: declined })).toMatchObject([
      { type: 'enrolment-decided', outcome: 'declined', reason: 'Tahun depan' },
      { type: 'enrolment-ended', state: 'declined', occurredAt: decided.at },
    ]);
  });

  it('tells of a duty that is given and taken back, each time once', () => {
    const at = '2026-03-02T02:00:00.000Z';
    const agencyId = 'a' as AgencyId;
    const assignment = { by: 'head' as PersonId, as: 'agency' as const, agencyId, at, dueOn: '2026-12-31' };
    const given: Enrolment = { ...active, assignment };
    const facts = enrolmentFacts({ before: row(active), after: row(given) });
    expect(facts).toEqual([enrolmentAssignedSchema.parse(facts[0])]);
    expect(facts[0]).toMatchObject({ eventId: `enrolment-assigned:e1:${at}`, dueOn: '2026-12-31' });
    expect(enrolmentFacts({ after: row(given) }).map(({ type }) => type)).toEqual([
      'enrolment-created',
      'enrolment-assigned',
    ]);
    const released = enrolmentFacts({ before: row(given), after: row(active) });
    expect(released).toEqual([assignmentWithdrawnSchema.parse(released[0])]);
    expect(released[0]).toMatchObject({ ended: false });
    const ended = row({ ...given, state: 'cancelled', cancelledAt: '2026-03-03T02:00:00.000Z' });
    expect(enrolmentFacts({ before: row(given), after: ended })).toMatchObject([
      { type: 'assignment-withdrawn', ended: true },
      { type: 'enrolment-ended', state: 'cancelled' },
    ]);
    const asked: Enrolment = { ...given, requestedAt: '2026-03-01T02:00:00.000Z' };
    const over = row({ ...asked, state: 'cancelled', cancelledAt: '2026-03-03T02:00:00.000Z' });
    const [undecided] = enrolmentFacts({ before: row(asked), after: over });
    expect(assignmentWithdrawnSchema.parse(undecided)).toMatchObject({ ended: true, hadAsked: true });
    const done = row({ ...given, state: 'completed', completedAt: '2026-03-03T02:00:00.000Z' });
    expect(enrolmentFacts({ before: row(given), after: done }).map(({ type }) => type)).toEqual([
      'enrolment-completed',
    ]);
  });

  it('tells that somebody left, so that a seat may be free', () => {
    const cancelled = row({ ...active, state: 'cancelled', cancelledAt: '2026-03-02T03:00:00.000Z' });
    const facts = enrolmentFacts({ before: row(active), after: cancelled });
    expect(facts).toEqual([enrolmentEndedSchema.parse(facts[0])]);
  });

  it('tells nothing of activity, erasure and rows of others', () => {
    const touched = row({ ...completed, lastActivityAt: '2026-03-02T03:00:00.000Z' });
    expect(enrolmentFacts({ before: row(completed), after: touched })).toEqual([]);
    expect(enrolmentFacts({ before: row(active) })).toEqual([]);
    expect(enrolmentFacts({ after: { pk: 'PERSON#1', sk: 'PERSON', kind: 'person' } })).toEqual([]);
  });
});
