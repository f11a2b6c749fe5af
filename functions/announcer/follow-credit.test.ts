import { type Completion, type EntryId, eLearning, followCompletion, type Hold } from '@sinau/credit';
import { memoryCreditStore } from '@sinau/credit/testing';
import type { EnrolmentStore } from '@sinau/enrolment';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { type FollowCreditDeps, followCredit } from './follow-credit.ts';
import type { Fact } from './follow-fact.ts';

const personId = 'sri' as PersonId;
const agencyId = 'bkn' as AgencyId;
const at = '2026-03-02T01:00:00.000Z';
const done = '2026-03-02T01:00:20.000Z';

/** A course of four JP that was done in twenty seconds. */
function world() {
  const credit = memoryCreditStore();
  const asked: string[] = [];
  const completion: Completion = {
    ...{ personId, agencyId, registration: 'r1', courseId: 'c1', version: 1, title: { id: 'Etika' } },
    ...{ form: eLearning, abroad: false, stated: 400 as Jp, stands: true, isMeasured: true },
    ...{ enrolledAt: at, completedAt: done },
    moments: [{ kind: 'launched', sessionId: 's1', at, storedAt: at }],
  };
  const parts = {
    credit,
    clock: fixedClock(),
    completions: {
      completionOf: async (registration: string) => {
        asked.push(registration);
        return completion;
      },
    },
    standings: {
      standingsOf: async () => new Map(),
      standingOf: async () => ({
        ...{ agencyId, timeZone: 'Asia/Jakarta' as const, assumed: [] },
        statuses: [{ status: 'PNS' as const, from: '2010-01-01' }],
      }),
    },
  };
  const notices = memoryNoticeStore();
  const deps = {
    credit: async () => parts,
    enrolments: {
      findByRegistration: async () => ({ completedAt: done }),
    } as unknown as EnrolmentStore,
    people: { find: async () => ({ name: 'Sri', email: 'sri@contoh.example', status: 'active' }) },
    ...{ notices, mail: { send: async () => undefined }, clock: fixedClock(), onMailFailure: () => {} },
  } as unknown as FollowCreditDeps;
  return { deps, parts, credit, notices, asked };
}

const changed = (entry: 'held' | 'released', entryId: string): Fact => ({
  type: 'credit-changed',
  eventId: `credit-changed:sri:${entryId}`,
  occurredAt: at,
  ...{ personId, entryId, entry },
});

it('L1: a learner hears that JP are held and what was decided, once each, and the sums follow', async () => {
  const { deps, parts, credit, notices } = world();
  await followCompletion(parts, 'r1');
  for (const _ of [1, 2]) await followCredit(deps, changed('held', 'r1:held'));
  expect(await credit.findYear(personId, 2026)).toMatchObject({ recognised: 0, held: 400 });
  const hold = (await credit.findHold(personId, 'r1' as EntryId)) as Hold;
  const decision = { by: 'budi' as PersonId, words: 'Jurnal ada.', at: '2026-03-03T01:00:00.000Z' };
  await credit.decide(
    {
      ...{ entryId: 'r1:held:released' as EntryId, personId, about: hold.about, kind: 'released' },
      ...{ ...decision, recordedAt: at },
    },
    { ...hold, state: 'released', decision },
  );
  await followCredit(deps, changed('released', 'r1:held:released'));
  expect(await credit.findYear(personId, 2026)).toMatchObject({ recognised: 300, held: 0 });
  const told = await notices.list({ personId, limit: 10 });
  expect(told).toHaveLength(2);
  expect(told).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'credit-held', params: expect.objectContaining({ state: 'open' }) }),
      expect.objectContaining({
        params: { courseTitle: { id: 'Etika' }, state: 'released', reason: 'Jurnal ada.' },
      }),
    ]),
  );
});

it('looks at the time again when the last session ends, and not whenever the course is opened later', async () => {
  const { deps, asked } = world();
  const progress = (occurredAt: string): Fact => ({
    type: 'progress-made',
    eventId: `p:${occurredAt}`,
    occurredAt,
    ...{ registration: 'r1', courseId: 'c1' },
  });
  await followCredit(deps, progress('2026-03-02T03:00:00.000Z'));
  expect(asked).toEqual(['r1']);
  await followCredit(deps, progress('2026-03-09T03:00:00.000Z'));
  expect(asked).toEqual(['r1']);
});
