import { type NudgeKind, runNudges, startNudges } from '@sinau/adoption';
import { memoryNudgeStore } from '@sinau/adoption/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { usualWishes } from '@sinau/notifications';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { hmacSigner } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { type NudgeLearningDeps, nudgeLearningOf } from './nudge-learning.ts';
import { nudgeTellerOf } from './nudge-round.ts';
import type { TellDeps } from './tell.ts';

const monday = '2026-03-02T02:00:00.000Z';
const forever = { untilMs: Number.POSITIVE_INFINITY };
const title = { id: 'Keamanan informasi', en: 'Information security' };

interface Given {
  readonly kind: NudgeKind;
  readonly enrolment?: Readonly<Record<string, unknown>>;
  readonly sign?: unknown;
  readonly wishes?: typeof usualWishes;
  readonly legalStanding?: string;
}

/** Forty people with one course that was opened a week before. */
async function nudged({ kind, enrolment = {}, sign = { idle: {} }, wishes, legalStanding }: Given) {
  const clock = fixedClock(monday);
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const service = { employment: [], posts: [], stations: [] };
  const person = (personId: string) => ({
    ...{ personId, email: `${personId}@bkn.example`, status: 'active' },
    home: { kind: 'agency', agencyId: 'bkn' },
    career: {
      ...service,
      ...(legalStanding !== undefined && {
        legalStandings: [{ standing: legalStanding, from: '2020-01-01' }],
      }),
    },
  });
  const tellDeps = {
    ...{ notices, clock, onMailFailure: () => {} },
    mail: { send: async ({ personId }: { personId: string }) => void mails.push(personId) },
    people: { find: async (personId: string) => person(personId) },
  } as unknown as TellDeps;
  const learning = nudgeLearningOf({
    ...{ people: tellDeps.people, clock },
    enrolments: {
      listCurrent: async () => [
        { courseId: 'c1', state: 'active', enrolledAt: '2026-02-23T02:00:00.000Z', ...enrolment },
      ],
    },
    registrations: { read: async () => ({ aus: { a: { launchedAt: '2026-02-24T02:00:00.000Z' } } }) },
    courses: { find: async () => ({ title }) },
    signs: { signOf: async () => sign },
    plans: { find: async () => undefined, sessionsOf: async () => [] },
    wishes: { wishesOf: async () => wishes },
  } as unknown as NudgeLearningDeps);
  const nudges = memoryNudgeStore();
  await nudges.addExperiment({
    ...{ kind, version: 1, share: 30, salt: 'salt'.padEnd(43, '-') },
    ...{ window: { fromDays: 5, untilDays: 30 }, startedAt: monday, startedBy: 'op' as PersonId },
  });
  const people = Array.from({ length: 40 }, (_, n) => `orang-${n}` as PersonId);
  for (const personId of people) await startNudges({ nudges, clock }, { personId, timeZone: 'Asia/Jakarta' });
  clock.advance(2 * 86_400_000);
  const deps = { nudges, learning, clock, signerOf: hmacSigner, teller: nudgeTellerOf(tellDeps) };
  await runNudges(deps, forever);
  await runNudges(deps, forever);
  const met = (await Promise.all(people.map((one) => nudges.metBy(one)))).flat();
  const inboxes = await Promise.all(people.map((personId) => notices.list({ personId, limit: 5 })));
  return { met, mails, inboxes, notices: inboxes.flat() };
}

describe('a nudge', () => {
  it('reaches whoever is told by notice and mail once, and whoever is held out by neither', async () => {
    const { met, mails, inboxes } = await nudged({ kind: 'begin' });
    const told = met.filter(({ group }) => group === 'told').map(({ personId }) => personId);
    expect(met).toHaveLength(40);
    expect(told.length).toBeGreaterThan(20);
    expect(told.length).toBeLessThan(38);
    expect(mails.toSorted()).toEqual(told.toSorted());
    const withNotice = met.filter((_, n) => (inboxes[n] ?? []).length > 0).map(({ personId }) => personId);
    expect(withNotice.toSorted()).toEqual(told.toSorted());
  });

  it('says what it is about in both languages, leads there, and how it is switched off', async () => {
    const { notices } = await nudged({ kind: 'begin' });
    const [first] = notices;
    if (!first) throw new Error('nobody was told');
    expect(first).toMatchObject({ kind: 'nudge', link: '/courses/c1/continue' });
    expect(noticeText(first, 'id').title).toBe('Mulai kapan pun Anda siap: Keamanan informasi');
    expect(noticeText(first, 'en').body).toContain('switch it off');
    const [plan] = (await nudged({ kind: 'plan-week' })).notices;
    expect(plan).toMatchObject({ link: '/plan' });
    const [on] = (await nudged({ kind: 'continue', sign: 'begun' })).notices;
    expect(on && noticeText(on, 'en').title).toBe('Go on where you were: Information security');
  });

  it.each([
    ['switched them off', { kind: 'begin', wishes: { ...usualWishes, nudges: false } }],
    ['is on leave without pay', { kind: 'begin', legalStanding: 'unpaid-leave' }],
    ['learns where nobody here sees it', { kind: 'begin', sign: 'unseen' }],
    ['has begun', { kind: 'begin', sign: 'begun' }],
    ['has not begun, to go on', { kind: 'continue' }],
    ['waits for the course', { kind: 'begin', enrolment: { state: 'requested' } }],
  ] as const)('does not meet whoever %s', async (_, given) => {
    const { met, mails, notices } = await nudged(given);
    expect([met, mails, notices]).toEqual([[], [], []]);
  });
});
