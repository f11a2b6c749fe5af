import { enrolmentCompletedSchema, enrolmentCreatedSchema } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
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

  it('tells nothing of activity, cancellation, erasure and rows of others', () => {
    const touched = row({ ...completed, lastActivityAt: '2026-03-02T03:00:00.000Z' });
    const cancelled = row({ ...active, state: 'cancelled', cancelledAt: '2026-03-02T03:00:00.000Z' });
    expect(enrolmentFacts({ before: row(completed), after: touched })).toEqual([]);
    expect(enrolmentFacts({ before: row(active), after: cancelled })).toEqual([]);
    expect(enrolmentFacts({ before: row(active) })).toEqual([]);
    expect(enrolmentFacts({ after: { pk: 'PERSON#1', sk: 'PERSON', kind: 'person' } })).toEqual([]);
  });
});
