import { categories, contextExtensions, verbs } from '@sinau/cmi5';
import { type Completion, type EntryId, eLearning, followCompletion, type Hold } from '@sinau/credit';
import { memoryCreditStore } from '@sinau/credit/testing';
import { contentOf, courseOf } from '@sinau/delivery/testing';
import type { EnrolmentStore } from '@sinau/enrolment';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { createCompletions } from '../shared/completions.ts';
import { learningMoments } from '../shared/learning-moments.ts';
import { holdersIn } from '../shared/testing/holders-in.ts';
import type { FollowCreditDeps } from './follow-credit.ts';
import type { Fact } from './follow-fact.ts';
import { followCredit } from './late-followers.ts';

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
    ...{ form: eLearning, abroad: false, stated: 400 as Jp, stands: true },
    shown: { here: 1, elsewhere: 0, waived: 0 },
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
  const mails: string[] = [];
  const mail = { send: async ({ noticeId }: { noticeId: string }) => void mails.push(noticeId) };
  const deps = {
    credit: async () => parts,
    enrolments: {
      findByRegistration: async () => ({ completedAt: done }),
    } as unknown as EnrolmentStore,
    people: {
      find: async () => ({ name: 'Sri', email: 'sri@contoh.example', status: 'active' }),
      listHolders: holdersIn(() =>
        ['sri', 'agus'].map((who) => ({ personId: who, roles: ['agency-admin'] })),
      ),
    },
    ...{ notices, mail, clock: fixedClock(), onMailFailure: () => {} },
  } as unknown as FollowCreditDeps;
  return { deps, parts, credit, notices, mails, asked };
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

it('tells administrators once a day that JP are held, and nobody of their own', async () => {
  const { deps, parts, notices, mails } = world();
  const agus = 'agus' as PersonId;
  await followCompletion(parts, 'r1');
  const waiting = async (who: PersonId) =>
    (await notices.list({ personId: who, limit: 10 })).filter(({ kind }) => kind === 'credit-holds-waiting');
  for (const _ of [1, 2]) await followCredit(deps, changed('held', 'r1:held'));
  expect(await waiting(agus)).toMatchObject([{ link: '/agency/held' }]);
  expect(await waiting(personId)).toEqual([]);
  // Past midnight in Jakarta.
  await followCredit(deps, { ...changed('held', 'r1:held'), occurredAt: '2026-03-02T17:30:00.000Z' });
  expect(await waiting(agus)).toHaveLength(2);
  const called = new Set(mails.filter((noticeId) => noticeId.endsWith(':agus')));
  expect(called.size).toBe(2);
});

it('tells those of the agency to which somebody takes along what is held', async () => {
  const { deps, parts, credit, notices } = world();
  await followCompletion(parts, 'r1');
  const moved: Fact = {
    ...{ type: 'standing-changed', eventId: 'standing-changed:sri:2', occurredAt: at, personId },
  };
  const told = async () => (await notices.list({ personId: 'agus' as PersonId, limit: 10 })).length;
  await followCredit(deps, moved);
  expect(await told()).toBe(0);
  const hold = (await credit.findHold(personId, 'r1' as EntryId)) as Hold;
  await credit.changeHold({ ...hold, agencyId: 'lan' as AgencyId });
  await followCredit(deps, moved);
  expect(await told()).toBe(1);
});

/** A course of a link and a package, as its statements tell of it. */
async function learnedIn(statements: readonly object[], completedAt: string) {
  const { deps, parts, credit } = world();
  const made = contentOf(courseOf([['Completed', 'Completed']]));
  const [first, second] = made.parts;
  const content = { ...made, parts: [first, { ...second, kind: 'link' as const }] };
  const enrolment = {
    ...{ personId, courseId: 'c1', version: 1, registration: 'r1', state: 'completed', earnedJp: 1000 },
    ...{ enrolledAt: '2026-02-01T01:00:00.000Z', completedAt },
  };
  const store = {
    consistentThroughMs: async () => 0,
    query: async () => ({ statements: statements.map((statement) => ({ statement })) }),
  };
  const issuer = 'https://sinau.example';
  const completions = createCompletions({
    enrolments: { findByRegistration: async () => enrolment },
    courses: { find: async () => ({ title: { id: 'Etika' } }) },
    people: { find: async () => ({ home: { kind: 'agency', agencyId } }) },
    content: { find: async () => content },
    registrations: { read: async () => undefined },
    certificatesOf: async () => [],
    momentsOf: async (registration: string) =>
      learningMoments({ statements: store as never, issuer }, registration),
  } as never);
  const real = { ...deps, credit: async () => ({ ...parts, completions }) };
  const fact: Fact = {
    ...{ type: 'enrolment-completed', eventId: 'enrolment-completed:e1', occurredAt: completedAt },
    ...{ registration: 'r1', personId, courseId: 'c1', enrolmentId: 'e1' },
  } as unknown as Fact;
  for (const _ of [1, 2]) await followCredit(real, fact);
  return {
    entries: await credit.entriesOf(personId),
    hold: await credit.findHold(personId, 'r1' as EntryId),
  };
}

function launched(index: number, stored: string) {
  return {
    verb: { id: verbs.launched },
    authority: { account: { homePage: 'https://sinau.example', name: 'lms' } },
    ...{ timestamp: stored, stored },
    context: {
      contextActivities: {
        category: [{ id: categories.cmi5 }],
        grouping: [{ id: `https://publisher.example/au/${index}` }],
      },
      extensions: { [contextExtensions.sessionId]: `s${index}`, [contextExtensions.launchMode]: 'Normal' },
    },
  };
}

it('L1: ten JP of a package and a link that were opened and done in twenty seconds are held, with what was measured and what not', async () => {
  const { entries, hold } = await learnedIn([launched(0, at), launched(1, '2026-03-02T01:00:10.000Z')], done);
  expect(entries.map(({ kind }) => kind).toSorted()).toEqual(['earned', 'held']);
  expect(hold?.reasons).toMatchObject([
    { code: 'too-short', seconds: 20, measured: { parts: 1, all: 2 } },
    { code: 'too-fast', seconds: 20, unmeasured: { parts: 1, all: 2 }, since: 'opened' },
  ]);
});

it('counts the same course where its own part took its share and the rest had its time', async () => {
  const { entries, hold } = await learnedIn(
    [launched(0, at), launched(1, '2026-03-02T01:50:00.000Z')],
    '2026-03-02T02:40:00.000Z',
  );
  expect(entries.map(({ kind }) => kind)).toEqual(['earned']);
  expect(hold).toBeUndefined();
});
