import { nothingSatisfied } from '@sinau/cmi5';
import { courseSatisfiedSchema } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { DeliveryRegistration } from '../registration.ts';
import { deliveryFacts } from './facts.ts';
import { toRegistrationRow } from './rows.ts';

const begun: DeliveryRegistration = {
  registration: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b',
  personId: 'sri' as PersonId,
  courseId: 'c1',
  version: 2,
  actor: { homePage: 'https://sinau.example', name: 'sri' },
  createdAt: '2026-03-02T01:00:00.000Z',
  aus: {},
  satisfaction: nothingSatisfied,
  rev: 1,
};
const satisfied: DeliveryRegistration = {
  ...begun,
  satisfaction: { blocks: [], course: true },
  courseSatisfiedAt: '2026-03-02T02:00:00.000Z',
  rev: 2,
};
const row = toRegistrationRow;

describe('deliveryFacts', () => {
  it('tells once that the course was satisfied, also when it was so from the beginning', () => {
    for (const change of [{ before: row(begun), after: row(satisfied) }, { after: row(satisfied) }]) {
      const facts = deliveryFacts(change);
      expect(facts).toEqual([
        {
          eventId: `course-satisfied:${begun.registration}`,
          occurredAt: satisfied.courseSatisfiedAt,
          type: 'course-satisfied',
          registration: begun.registration,
          personId: 'sri',
          courseId: 'c1',
          courseVersion: 2,
        },
      ]);
      expect(courseSatisfiedSchema.parse(facts[0])).toEqual(facts[0]);
    }
  });

  it('tells nothing of other changes and rows of others', () => {
    expect(deliveryFacts({ after: row(begun) })).toEqual([]);
    expect(deliveryFacts({ before: row(begun), after: row({ ...begun, rev: 2 }) })).toEqual([]);
    expect(deliveryFacts({ before: row(satisfied), after: row({ ...satisfied, rev: 3 }) })).toEqual([]);
    expect(deliveryFacts({ before: row(satisfied) })).toEqual([]);
    expect(deliveryFacts({ after: { pk: 'ENROLMENT#1', sk: 'ENROLMENT', kind: 'enrolment' } })).toEqual([]);
  });
});
