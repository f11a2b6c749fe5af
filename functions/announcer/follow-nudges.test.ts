import { memoryNudgeStore } from '@sinau/adoption/testing';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { type FollowNudgesDeps, followNudges } from './follow-nudges.ts';

it('whoever gets a course gets a turn once, where they work, and nobody who has left', async () => {
  const nudges = memoryNudgeStore();
  const clock = fixedClock('2026-03-02T02:00:00.000Z');
  const people = {
    find: async (personId: string) => ({
      ...{ personId, status: personId === 'tia' ? 'disabled' : 'active', timeZone: 'Asia/Jayapura' },
      home: { kind: 'agency', agencyId: 'bkn' },
    }),
  } as unknown as FollowNudgesDeps['people'];
  const fact = (type: string, personId: string) => ({ type, personId, courseId: 'c1' }) as unknown as Fact;
  await followNudges({ nudges, people, clock }, fact('enrolment-created', 'sri'));
  clock.advance(7 * 86_400_000);
  for (const type of ['enrolment-promoted', 'enrolment-decided', 'completion-withdrawn']) {
    await followNudges({ nudges, people, clock }, fact(type, 'sri'));
  }
  await followNudges({ nudges, people, clock }, fact('enrolment-created', 'tia'));
  await followNudges({ nudges, people, clock }, fact('enrolment-ended', 'adi'));
  expect(await nudges.listDueTurns(0, '2099', 10)).toEqual([
    { personId: 'sri', at: '2026-03-04T00:00:00.000Z' },
  ]);
});
