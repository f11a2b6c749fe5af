import type { CourseContent, DeliveryRegistration } from '@sinau/delivery';
import { courseOf } from '@sinau/delivery/testing';
import type { Enrolment } from '@sinau/enrolment';
import { describe, expect, it } from 'vitest';
import { createToolStandings } from './tool-standings.ts';

const registration = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b';
const content: CourseContent = { structure: courseOf([['Completed', 'Passed', 'NotApplicable']]), parts: [] };
const au = { completed: false, waived: false, launchedAt: '2026-03-02T01:00:00.000Z' };

function standings(
  state: Enrolment['state'],
  aus: DeliveryRegistration['aus'] = {},
  over: Partial<Enrolment> = {},
) {
  const enrolment = { personId: 'sri', courseId: 'k1', version: 1, registration, state, ...over };
  return createToolStandings({
    enrolments: { findByRegistration: async () => enrolment as unknown as Enrolment },
    content: { find: async () => content },
    registrations: {
      read: async () =>
        ({ aus, satisfaction: { blocks: [], course: false } }) as unknown as DeliveryRegistration,
    },
  }).standingOf(registration);
}

describe('where a learner stands for a learning system of others', () => {
  it('nothing is begun before a part was opened', async () => {
    expect(await standings('active')).toEqual({ begun: false, reached: false, completed: false });
  });

  it('a part was opened, and then a share of it reached', async () => {
    expect(await standings('active', { 0: au })).toEqual({ begun: true, reached: false, completed: false });
    expect(await standings('active', { 0: { ...au, completed: true } })).toMatchObject({ reached: true });
  });

  it('the score is the mean of the parts that have to be done, not below zero', async () => {
    const aus = {
      0: { ...au, completed: true, score: -0.5 },
      1: { ...au, judged: 'passed' as const, score: 0.9 },
      2: { ...au, score: 0.1 },
    };
    expect(await standings('completed', aus)).toEqual({
      ...{ begun: true, reached: true, completed: true, score: 0.45 },
    });
  });

  it('a completion that its provider has taken back counts there no more', async () => {
    const word = { rev: 1, notedAt: '2026-03-09T01:00:00.000Z' };
    const takenBack = { at: '2026-03-09T01:00:00.000Z' };
    expect(await standings('completed', {}, { providerWord: word })).toMatchObject({ completed: true });
    expect(await standings('completed', {}, { providerWord: { ...word, takenBack } })).toMatchObject({
      completed: false,
    });
  });

  it.each(['cancelled', 'requested', 'waiting', 'withdrawn'] as const)(
    'nothing is said of an enrolment that is %s',
    async (state) => {
      expect(await standings(state, { 0: au })).toBeUndefined();
    },
  );
});
