import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { ToolStanding } from '@sinau/lti/tool';
import { describe, expect, it } from 'vitest';
import type { Attempt, Placement } from '../placement.ts';
import type { ForeignPlatform } from '../platform.ts';
import {
  memoryLineItemStore,
  memoryLtiToolStores,
  memoryScoreStore,
  samplePlacement,
  samplePlatform,
} from '../testing/index.ts';
import { dueScores } from './due-scores.ts';
import { GradesRefused } from './grades-refused.ts';
import { noteAttempt, noteChange } from './note-change.ts';
import { orderAgain } from './order-again.ts';
import type { GradeServices, ScoreStore } from './ports.ts';
import { sendScore } from './send-score.ts';

const registration = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const begun: ToolStanding = { begun: true, reached: false, completed: false };
const done: ToolStanding = { begun: true, reached: true, completed: true, score: 0.8 };

interface Posted {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A learner who has opened a course from one link of a platform, which takes what it is sent. */
async function world(
  given: { readonly placement?: Partial<Placement>; readonly platform?: Partial<ForeignPlatform> } = {},
) {
  const clock = fixedClock();
  const stores = memoryLtiToolStores();
  const scores = memoryScoreStore();
  const lineItems = memoryLineItemStore();
  const platform = samplePlatform(given.platform);
  const placement = samplePlacement(given.placement);
  const now = () => clock.now().toISOString();
  const attempt: Attempt = {
    ...{ registration, courseId: 'k1', platformId: platform.platformId, placementId: 'pl1' },
    ...{ subject: '42', personId: 'sri' as PersonId, startedAt: now(), launchedAt: now() },
  };
  await stores.platforms.add(platform);
  await stores.placements.put(placement);
  await stores.attempts.note(attempt);
  await stores.links.add({ ...attempt, linkedAt: now() });
  const posted: Posted[] = [];
  const answers: (() => Promise<void>)[] = [];
  const services: GradeServices = {
    read: async () => [],
    post: async (_, { url, body }) => {
      await answers.shift()?.();
      posted.push({ url, body: body as Posted['body'] });
      return { outcome: 'taken', body: { id: 'https://lms.kampus.example/li/new' } };
    },
  };
  let standing: ToolStanding | undefined = begun;
  const deps = {
    ...{ ...stores, scores, lineItems, services, clock, random: () => 0.5 },
    standings: { standingOf: async () => standing },
  };
  const change = (to: ToolStanding | undefined, at = now()) => {
    standing = to;
    return noteChange(deps, { registration, occurredAt: at });
  };
  /** What the queue does: everything that is due. */
  const work = async () => {
    const outcomes = [];
    for (const ref of await dueScores(deps)) outcomes.push(await sendScore(deps, ref));
    return outcomes;
  };
  const settled = async (to: ToolStanding | undefined) => {
    await change(to);
    clock.advance(5_000);
    return work();
  };
  const refuse = (
    because: 'throttled' | 'unreachable' | 'not-gradable' | 'not-found',
    passing: boolean,
    afterSeconds?: number,
  ) => answers.push(() => Promise.reject(new GradesRefused(because, { passing, afterSeconds })));
  const row = async () => (await scores.listAt(registration))[0];
  return {
    ...{ deps, clock, stores, scores, attempt, platform, placement, posted, answers },
    ...{ change, work, settled, refuse, row },
  };
}

const last = <One>(list: readonly One[]): One | undefined => list.at(-1);

describe('scores of a course that was opened from elsewhere', () => {
  it('go out once for what changed in one go, and each saying once', async () => {
    const { change, work, settled, clock, posted, row } = await world();
    await change(begun);
    await change(begun);
    expect(await work()).toEqual([]);
    clock.advance(5_000);
    expect(await work()).toEqual(['sent']);
    expect(await settled({ ...begun, reached: true })).toEqual(['sent']);
    expect(await settled({ ...begun, reached: true })).toEqual(['no-news']);
    expect(await settled(done)).toEqual(['sent']);
    expect(await settled({ ...done, score: 0.9 })).toEqual(['sent']);
    expect(await settled({ ...done, score: 0.9 })).toEqual(['no-news']);
    expect(posted.map(({ body }) => [body.activityProgress, body.scoreGiven])).toEqual([
      ['Started', undefined],
      ['InProgress', undefined],
      ['Completed', 80],
      ['Completed', 90],
    ]);
    expect(posted[0]?.url).toBe('https://lms.kampus.example/ags/4/lineitems/9/lineitem/scores?type_id=1');
    expect(last(posted)?.body).toMatchObject({
      userId: '42',
      gradingProgress: 'FullyGraded',
      scoreMaximum: 100,
    });
    expect(await row()).toMatchObject({ state: 'sent', sent: { saying: { scoreGiven: 90 } } });
  });

  it('are dated by what changed, each later than the one before, also when facts come late', async () => {
    const { change, work, clock, posted } = await world();
    clock.advance(dayMs);
    const at = clock.now().toISOString();
    await change(done, at);
    clock.advance(5_000);
    await work();
    await change({ ...done, score: 0.9 }, '2026-03-02T01:00:00.000Z');
    clock.advance(5_000);
    await work();
    const after = new Date(Date.parse(at) + 1).toISOString();
    expect(posted.map(({ body }) => body.timestamp)).toEqual([at, after]);
    await change(done, '2099-01-01T00:00:00.000Z');
    clock.advance(5_000);
    await work();
    expect(last(posted)?.body.timestamp).toBe(clock.now().toISOString());
  });

  it('take a completion back that was taken back here', async () => {
    const { settled, posted } = await world();
    await settled(done);
    await settled({ ...done, completed: false });
    expect(last(posted)?.body).toMatchObject({ activityProgress: 'InProgress', gradingProgress: 'NotReady' });
    expect(last(posted)?.body).not.toHaveProperty('scoreGiven');
  });

  it('say nothing before something was opened, and nothing more of a course that was left', async () => {
    const { settled, posted, row } = await world();
    expect(await settled({ ...begun, begun: false })).toEqual(['no-news']);
    await settled(begun);
    expect(await settled(undefined)).toEqual(['no-news']);
    expect(posted).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  it('wait for a platform that is away for a day, each time longer, and bring the newest alone', async () => {
    const { change, work, refuse, clock, posted, row } = await world();
    await change(begun);
    clock.advance(5_000);
    const tries = [];
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      refuse('unreachable', true);
      const outcomes = await work();
      if (outcomes.length > 0) tries.push(minutes);
      clock.advance(minuteMs);
    }
    expect(tries.slice(0, 6)).toEqual([0, 1, 3, 7, 15, 31]);
    expect(tries.length).toBeLessThan(35);
    expect(await row()).toMatchObject({ state: 'waiting', because: 'unreachable' });
    expect(posted).toEqual([]);
    // A learner who goes on makes nobody ask sooner.
    const due = (await row())?.dueAt;
    await change(done);
    expect((await row())?.dueAt).toBe(due);
  });

  it('that waited go out as one, with the last state, when the platform is back', async () => {
    const { change, work, refuse, clock, posted } = await world();
    await change(begun);
    clock.advance(5_000);
    refuse('unreachable', true);
    expect(await work()).toEqual(['later']);
    await change({ ...begun, reached: true });
    await change(done);
    clock.advance(dayMs);
    expect(await work()).toEqual(['sent']);
    expect(posted.map(({ body }) => body.activityProgress)).toEqual(['Completed']);
  });

  it('come no sooner than a platform asks', async () => {
    const { change, work, refuse, clock, posted } = await world();
    await change(done);
    clock.advance(5_000);
    refuse('throttled', true, 600);
    expect(await work()).toEqual(['later']);
    clock.advance(10 * minuteMs - 1);
    expect(await work()).toEqual([]);
    clock.advance(2 * minuteMs);
    expect(await work()).toEqual(['sent']);
    expect(posted).toHaveLength(1);
  });

  it('end after a week, and go on by an order', async () => {
    const { deps, change, work, refuse, clock, posted, attempt, row } = await world();
    await change(done);
    clock.advance(5_000);
    for (let hours = 0; hours < 24 * 8; hours += 1) {
      refuse('unreachable', true);
      await work();
      clock.advance(2 * 60 * minuteMs);
    }
    expect(await row()).toMatchObject({ state: 'failed', because: 'unreachable' });
    deps.services.post = async (_, { url, body }) => {
      posted.push({ url, body: body as Posted['body'] });
      return { outcome: 'taken', body: undefined };
    };
    expect(await orderAgain(deps, attempt)).toBe('ordered');
    expect(await work()).toEqual(['sent']);
    expect(posted).toHaveLength(1);
  });

  it('that are refused stop with the reason, and no other learner’s does', async () => {
    const { deps, stores, settled, refuse, posted, row, attempt } = await world();
    const other = { ...attempt, subject: '43', personId: 'budi' as PersonId };
    await stores.attempts.note(other);
    await stores.links.add({ ...other, linkedAt: attempt.startedAt });
    refuse('not-gradable', false);
    expect(await settled(done)).toEqual(['failed', 'sent']);
    expect(posted).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'failed', because: 'not-gradable' });
    // What changes later is tried again.
    expect(await settled({ ...done, score: 1 })).toEqual(['sent', 'sent']);
    expect(await orderAgain(deps, { ...attempt, subject: 'nobody' })).toBe('gone');
  });

  it('are sent once more by an order, dated anew', async () => {
    const { deps, settled, work, posted, attempt, clock } = await world();
    await settled(done);
    clock.advance(dayMs);
    expect(await orderAgain(deps, attempt)).toBe('ordered');
    expect(await work()).toEqual(['sent']);
    expect(last(posted)?.body).toMatchObject({ scoreGiven: 80, timestamp: clock.now().toISOString() });
  });

  it('R3: a worker that dies after the platform took it says the same again, with the same time', async () => {
    const { deps, change, work, clock, posted } = await world();
    await change(done);
    clock.advance(5_000);
    const dying: ScoreStore = { ...deps.scores };
    let saves = 0;
    dying.save = async (row) => {
      saves += 1;
      if (saves === 2) throw new Error('killed');
      return deps.scores.save(row);
    };
    const [ref] = await dueScores(deps);
    if (!ref) throw new Error('nothing is due');
    await expect(sendScore({ ...deps, scores: dying }, ref)).rejects.toThrow('killed');
    // Nobody is at it any more after two minutes.
    expect(await sendScore(deps, ref)).toBe('nothing');
    clock.advance(2 * minuteMs);
    expect(await work()).toEqual(['sent']);
    expect(posted).toHaveLength(2);
    expect(posted[1]).toEqual(posted[0]);
  });

  it('two workers that take up the same make one request', async () => {
    const { deps, change, clock, posted } = await world();
    await change(done);
    clock.advance(5_000);
    const [ref] = await dueScores(deps);
    if (!ref) throw new Error('nothing is due');
    const outcomes = await Promise.all([sendScore(deps, ref), sendScore(deps, ref)]);
    expect(outcomes.toSorted()).toEqual(['nothing', 'sent']);
    expect(posted).toHaveLength(1);
  });

  it('that change while one is on its way are told after it, with a later time', async () => {
    const { change, work, clock, posted, answers, row } = await world();
    await change(begun);
    clock.advance(5_000);
    answers.push(() => change(done));
    expect(await work()).toEqual(['sent']);
    expect(await row()).toMatchObject({
      state: 'waiting',
      sent: { saying: { activityProgress: 'Started' } },
    });
    clock.advance(5_000);
    expect(await work()).toEqual(['sent']);
    expect(posted.map(({ body }) => body.activityProgress)).toEqual(['Started', 'Completed']);
    const [first = '', second = ''] = posted.map(({ body }) => String(body.timestamp));
    expect(second > first).toBe(true);
    expect(await row()).toMatchObject({ state: 'sent', sent: { saying: { scoreGiven: 80 } } });
  });

  it('wait while the platform is turned off, and go when it is on again', async () => {
    const { stores, platform, settled, work, clock, posted, row } = await world();
    await stores.platforms.change({ ...platform, status: 'off' });
    expect(await settled(done)).toEqual(['later']);
    expect(posted).toEqual([]);
    expect(await row()).toMatchObject({ state: 'waiting', because: 'platform-off' });
    await stores.platforms.change({ ...platform, status: 'active', rev: 1 });
    clock.advance(2 * minuteMs);
    expect(await work()).toEqual(['sent']);
  });

  it.each(['link', 'platform', 'other person'] as const)(
    'are sent no more when the %s is gone, also what waits',
    async (which) => {
      const { stores, attempt, platform, change, work, clock, posted, row } = await world();
      await change(done);
      if (which === 'platform') await stores.platforms.remove(platform);
      else await stores.links.remove(attempt);
      if (which === 'other person') {
        await stores.links.add({ ...attempt, personId: 'budi' as PersonId, linkedAt: attempt.startedAt });
      }
      clock.advance(5_000);
      expect(await work()).toEqual(['ended']);
      expect(posted).toEqual([]);
      expect(await row()).toBeUndefined();
    },
  );

  it('of a course that was done before it was opened there go out with the launch', async () => {
    const { deps, attempt, clock, work, posted } = await world();
    deps.standings.standingOf = async () => done;
    await noteAttempt(deps, attempt, attempt.startedAt);
    clock.advance(5_000);
    expect(await work()).toEqual(['sent']);
    expect(last(posted)?.body).toMatchObject({ scoreGiven: 80 });
  });
});

describe('where scores go', () => {
  const scope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
  const itemScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
  const lineItems = 'https://lms.kampus.example/ags/4/lineitems';
  const without = { placement: { grades: { scopes: [scope, itemScope], lineItems } } } as const;

  it('a line item that is not there is made, once for all learners', async () => {
    const { deps, stores, attempt, settled, posted } = await world(without);
    const other = { ...attempt, subject: '43', personId: 'budi' as PersonId };
    await stores.attempts.note(other);
    await stores.links.add({ ...other, linkedAt: attempt.startedAt });
    expect(await settled(done)).toEqual(['sent', 'sent']);
    const item = 'https://lms.kampus.example/li/new/scores';
    expect(posted.map(({ url }) => url)).toEqual([lineItems, item, item]);
    expect(posted[0]?.body).toMatchObject({ label: 'Etika ASN', scoreMaximum: 100, resourceLinkId: '17' });
    expect(await deps.lineItems.find({ ...attempt })).toBe('https://lms.kampus.example/li/new');
  });

  it('a second learner waits while it is made', async () => {
    const { deps, attempt, settled, posted, row } = await world(without);
    const now = deps.clock.now();
    await deps.lineItems.hold(attempt, { now: now.toISOString(), until: '2026-03-02T01:05:00.000Z' });
    expect(await settled(done)).toEqual(['later']);
    expect(posted).toEqual([]);
    expect(await row()).toMatchObject({ because: 'busy' });
  });

  it('one that was deleted over there is looked for anew by the next order', async () => {
    const { deps, attempt, settled, work, refuse, posted } = await world(without);
    await deps.lineItems.keep(attempt, 'https://lms.kampus.example/li/old');
    refuse('not-found', false);
    expect(await settled(done)).toEqual(['failed']);
    await orderAgain(deps, attempt);
    expect(await work()).toEqual(['sent']);
    expect(last(posted)?.url).toBe('https://lms.kampus.example/li/new/scores');
  });

  it.each([
    ['no grades at all', {}],
    ['no right to send scores', { grades: { scopes: [itemScope], lineItem: 'https://a.example/li' } }],
    ['no line item and no right to look for one', { grades: { scopes: [scope], lineItems } }],
    ['no address of line items', { grades: { scopes: [scope, itemScope] } }],
  ] as const)('nowhere where a launch offered %s', async (_, given) => {
    const { grades: __, ...rest } = samplePlacement();
    const { stores, settled, posted, row } = await world();
    await stores.placements.put({ ...rest, ...given });
    expect(await settled(done)).toEqual(['failed']);
    expect(posted).toEqual([]);
    expect(await row()).toMatchObject({ because: 'no-grades' });
  });
});
