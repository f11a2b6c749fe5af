import { nothingSatisfied } from '@sinau/cmi5';
import { courseSatisfiedSchema, progressMadeSchema } from '@sinau/domain-events';
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

  const session: NonNullable<DeliveryRegistration['session']> = {
    auIndex: 0,
    terms: {
      ...{ sessionId: 's1', registration: begun.registration, actor: begun.actor },
      ...{ activityId: 'https://sinau.example/au', publisherId: 'urn:au', launchMode: 'Normal' },
    },
    progress: { launchDataRead: false, preferencesRead: false, accepted: {}, abandoned: false },
    launchedAt: '2026-03-02T01:00:00.000Z',
    fetchHash: 'f',
  };
  const au = { completed: false, waived: false, launchedAt: session.launchedAt };
  const launched: DeliveryRegistration = { ...begun, rev: 2, session, aus: { 0: au } };

  it('tells whose session it was, from its launch to its last statement, and of a guest nobody', () => {
    const at = '2026-03-02T01:20:00.000Z';
    const worked = { ...launched, rev: 3, session: { ...session, lastStatementAt: at, endedAt: at } };
    expect(deliveryFacts({ before: row(launched), after: row(worked) })).toMatchObject([
      { personId: 'sri', session: { sessionId: 's1', from: session.launchedAt, to: at } },
    ]);
    const { personId: _, ...guest } = worked;
    const [told] = deliveryFacts({ before: row(launched), after: row(guest) });
    expect(told).not.toHaveProperty('personId');
  });

  it('tells that a part was opened, ended, or something in it was reached', () => {
    const steps: readonly DeliveryRegistration[] = [
      begun,
      launched,
      { ...launched, rev: 3, aus: { 0: { ...au, completed: true } } },
      { ...launched, rev: 4, aus: { 0: { ...au, completed: true, judged: 'passed', score: 1 } } },
      { ...launched, rev: 5, session: { ...session, endedAt: '2026-03-02T03:00:00.000Z' } },
    ];
    steps.slice(1).forEach((state, n) => {
      const facts = deliveryFacts({ before: row(steps[n] ?? begun), after: row(state) });
      expect(facts).toMatchObject([
        {
          eventId: `progress-made:${begun.registration}:${state.rev}`,
          type: 'progress-made',
          courseId: 'c1',
        },
      ]);
      expect(progressMadeSchema.parse(facts[0])).toEqual(facts[0]);
    });
    const { personId: _, ...guest } = launched;
    expect(deliveryFacts({ after: row(guest) })).toHaveLength(1);
  });

  it('tells once per version of a result that came without a session, dated as the provider says', () => {
    const [first, second] = ['2026-03-02T04:00:00.000Z', '2026-03-02T05:00:00.000Z'];
    const told = { completed: false, waived: false, score: 0.4 };
    const one = { ...begun, rev: 2, lastResultAt: first, aus: { 0: { ...told, result: 'a' } } };
    const two = { ...begun, rev: 3, lastResultAt: second, aus: { 0: { ...told, result: 'b' } } };
    const of = { registration: begun.registration, courseId: 'c1', personId: 'sri' };
    const fact = { type: 'progress-made', ...of, elsewhere: true };
    const expected = [
      { ...fact, eventId: `progress-made:${begun.registration}:2`, occurredAt: first },
      { ...fact, eventId: `progress-made:${begun.registration}:3`, occurredAt: second },
    ];
    expect(deliveryFacts({ after: row(one) })).toEqual(expected.slice(0, 1));
    expect(deliveryFacts({ before: row(one), after: row(two) })).toEqual(expected.slice(1));
    expect(progressMadeSchema.parse(expected[0])).toEqual(expected[0]);
    expect(deliveryFacts({ before: row(one), after: row({ ...one, rev: 3 }) })).toEqual([]);
  });

  it('dates what a session did after the last result by the session, as no work elsewhere', () => {
    const after = { ...launched, lastResultAt: '2026-03-01T04:00:00.000Z' };
    const [fact] = deliveryFacts({ before: row(begun), after: row(after) });
    expect(fact).toMatchObject({ type: 'progress-made', occurredAt: session.launchedAt });
    expect(fact).not.toHaveProperty('elsewhere');
  });

  it('tells nothing of a share of progress, of a statement that was noted, and of trials', () => {
    const on = { ...launched, rev: 3, aus: { 0: { ...au, progress: 40, score: 0.2 } } };
    expect(deliveryFacts({ before: row(launched), after: row(on) })).toEqual([]);
    const noted = { ...launched, session: { ...session, lastStatementAt: '2026-03-02T01:30:00.000Z' } };
    expect(deliveryFacts({ before: row(launched), after: row(noted) })).toEqual([]);
    expect(deliveryFacts({ before: row(begun), after: row({ ...launched, trial: true }) })).toEqual([]);
  });

  it('tells nothing of other changes and rows of others', () => {
    expect(deliveryFacts({ after: row(begun) })).toEqual([]);
    expect(deliveryFacts({ before: row(begun), after: row({ ...begun, rev: 2 }) })).toEqual([]);
    expect(deliveryFacts({ before: row(satisfied), after: row({ ...satisfied, rev: 3 }) })).toEqual([]);
    expect(deliveryFacts({ before: row(satisfied) })).toEqual([]);
    expect(deliveryFacts({ after: { pk: 'ENROLMENT#1', sk: 'ENROLMENT', kind: 'enrolment' } })).toEqual([]);
  });
});
