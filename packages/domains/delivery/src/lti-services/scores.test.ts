import { readScore } from '@sinau/lti/services';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ltiServicesWorld } from '../testing/lti-services-world.ts';
import { createLineItem, deleteLineItem, replaceLineItem } from './line-items.ts';
import { listResults } from './list-results.ts';
import { copyToolScores, countToolScores, eraseToolScores } from './personal-data.ts';
import { postScore } from './post-score.ts';

const siti = 'p1/siti';

function scoreOf(over: object = {}) {
  const read = readScore({
    ...{ userId: siti, scoreGiven: 80, scoreMaximum: 100, timestamp: '2026-03-01T07:00:00Z' },
    ...{ activityProgress: 'Completed', gradingProgress: 'FullyGraded', ...over },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issue));
  return read.value;
}

const sent = { text: '{"scoreGiven": "80.00000"}', contentType: 'application/vnd.ims.lis.v1.score+json' };

function world() {
  const made = ltiServicesWorld();
  const { deps, a } = made;
  const post = (over: object = {}, lineItemId = 'l1') =>
    postScore(deps, { tool: a, courseId: 'c1', lineItemId, score: scoreOf(over), sent });
  const pointsIn = async (lineItemId = 'l1') => {
    const { records } = await listResults(deps, { tool: a, courseId: 'c1', lineItemId, limit: 10 });
    return records.map(({ standing }) => standing.settled?.points?.given);
  };
  const item = (over: object = {}) =>
    createLineItem(deps, { tool: a, courseId: 'c1', wish: { label: 'X', scoreMaximum: 10, ...over } });
  return { ...made, post, pointsIn, item };
}

describe('a score (1.5)', () => {
  it('is kept with what it says of the module, in one', async () => {
    const { post, results, pointsIn } = world();
    expect(await post({ comment: 'Bagus' })).toBe('kept');
    expect(await pointsIn()).toEqual([80]);
    const about = { kind: 'registration', registration: 'r-siti', moduleId: 'l1' };
    const common = { providerId: 'p1', source: 'ags', about };
    const occurredAt = '2026-03-01T07:00:00.000Z';
    expect(results).toMatchObject([
      { ...common, result: { kind: 'score', given: 80, maximum: 100, isFinal: true, occurredAt } },
      { ...common, result: { kind: 'completion', completed: true, occurredAt } },
    ]);
    expect(results.map((one) => one.sent)).toEqual([sent, sent]);
  });

  it('says nothing of completion, nor of a score, that it does not say', async () => {
    const { post, results } = world();
    await post({ activityProgress: 'InProgress' });
    await post({
      timestamp: '2026-03-01T07:00:01Z',
      gradingProgress: 'Pending',
      activityProgress: 'Submitted',
    });
    await post({ timestamp: '2026-03-01T07:00:02Z', scoreGiven: undefined, activityProgress: 'Started' });
    expect(results.map(({ result }) => result.kind)).toEqual(['score']);
  });

  it('is taken back by a reset, which the course hears too', async () => {
    const { post, results, pointsIn } = world();
    await post();
    const reset = { scoreGiven: null, activityProgress: 'Initialized', gradingProgress: 'NotReady' };
    await post({ ...reset, timestamp: '2026-03-01T08:00:00Z' });
    expect(await pointsIn()).toEqual([undefined]);
    expect(results.slice(2).map(({ result }) => result)).toMatchObject([
      { kind: 'score', isFinal: false, withdrawn: true },
      { kind: 'completion', completed: false },
    ]);
  });

  it('again is safe; an older one changes nothing and says so (E7)', async () => {
    const { post, results, pointsIn } = world();
    await post();
    expect(await post()).toBe('repeated');
    await expect(post({ timestamp: '2026-03-01T06:59:59.999999Z', scoreGiven: 99 })).rejects.toMatchObject({
      code: 'lti.score-outdated',
    });
    expect([await pointsIn(), results.length]).toEqual([[80], 2]);
  });

  it('of nobody whom the tool was told of is not found (1.5)', async () => {
    const { post } = world();
    for (const userId of ['p1/nobody', 'p2/siti', 'siti', '%#']) {
      await expect(post({ userId })).rejects.toMatchObject({ code: 'lti.user-not-found' });
    }
  });

  it('of somebody who does not take the course has nobody to grade (1.5)', async () => {
    const { post, enrolled, results } = world();
    await expect(post({ userId: 'p1/budi' })).rejects.toMatchObject({ code: 'lti.user-not-gradable' });
    enrolled.clear();
    await expect(post()).rejects.toMatchObject({ code: 'lti.user-not-gradable' });
    expect(results).toEqual([]);
  });

  it('in a line item of another tool, or in a course that is none of the tool’s, is not found (E7, 1.5)', async () => {
    const { deps, b, post, item } = world();
    const { lineItemId } = await item({ resourceLinkId: 'l2' });
    const theirs = { tool: b, courseId: 'c1', score: scoreOf({ userId: 'p2/siti' }), sent };
    for (const id of ['l1', lineItemId, 'l3']) {
      await expect(postScore(deps, { ...theirs, lineItemId: id })).rejects.toMatchObject({
        code: 'lti.line-item-not-found',
      });
    }
    await expect(postScore(deps, { ...theirs, courseId: 'c2', lineItemId })).rejects.toMatchObject({
      code: 'lti.context-not-found',
    });
    await expect(post({}, 'l2')).rejects.toMatchObject({ code: 'lti.line-item-not-found' });
  });

  it('in a second line item of a link is kept, and is no result of the course', async () => {
    const { post, results, item, pointsIn } = world();
    const first = await item({ resourceLinkId: 'l2' });
    const second = await item({ resourceLinkId: 'l1' });
    const loose = await item();
    for (const { lineItemId } of [first, second, loose]) await post({}, lineItemId);
    expect(new Set(results.map(({ about }) => about.moduleId))).toEqual(new Set(['l2']));
    expect(await pointsIn(loose.lineItemId)).toEqual([80]);
  });

  it('is in points of what the line item says now', async () => {
    const { deps, a, post, item } = world();
    const { lineItemId } = await item();
    await post({ scoreGiven: 8, scoreMaximum: 10 }, lineItemId);
    const wish = { label: 'X', scoreMaximum: 500 };
    await replaceLineItem(deps, { tool: a, courseId: 'c1', lineItemId, wish });
    const { item: now } = await listResults(deps, { tool: a, courseId: 'c1', lineItemId, limit: 1 });
    expect(now.said.scoreMaximum).toBe(500);
  });

  it('comes again after its line item was deleted and made anew', async () => {
    const { deps, a, post, item, pointsIn } = world();
    const first = await item({ resourceLinkId: 'l2' });
    await post({}, first.lineItemId);
    await deleteLineItem(deps, { tool: a, courseId: 'c1', lineItemId: first.lineItemId });
    await expect(post({}, first.lineItemId)).rejects.toMatchObject({ code: 'lti.line-item-not-found' });
    const again = await item({ resourceLinkId: 'l2' });
    await post({}, again.lineItemId);
    expect(await pointsIn(again.lineItemId)).toEqual([80]);
  });

  it('that was said before to the inbox is kept all the same', async () => {
    const { deps, post, grades, pointsIn } = world();
    await post();
    await grades.removeScores(await grades.listOfRegistration('r-siti'));
    expect(await post()).toBe('kept');
    expect(await pointsIn()).toEqual([80]);
    expect(await copyToolScores(deps.grades, 'r-siti')).toMatchObject([
      { toolScore: { lineItemId: 'l1', settled: { points: { given: 80 } } } },
    ]);
    const of = { registration: 'r-siti', until: '2026-03-01T07:00:01.000Z' };
    expect(await countToolScores(deps.grades, of)).toBe(1);
    expect(await countToolScores(deps.grades, { ...of, until: '2026-03-01T06:00:00.000Z' })).toBe(0);
    expect(await eraseToolScores(deps.grades, 'r-siti')).toBe(1);
    expect(await copyToolScores(deps.grades, 'r-siti')).toEqual([]);
  });

  it('of many at once: every one is answered, and the newest stands', async () => {
    const scores = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(scores, async (seconds) => {
        const { post, pointsIn } = world();
        await Promise.allSettled(
          seconds.map((n) =>
            post({ scoreGiven: n, timestamp: `2026-03-01T07:00:${String(n).padStart(2, '0')}Z` }),
          ),
        );
        expect(await pointsIn()).toEqual([Math.max(...seconds)]);
      }),
      { numRuns: 50 },
    );
  });
});
