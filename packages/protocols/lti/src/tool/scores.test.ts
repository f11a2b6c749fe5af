import { describe, expect, it } from 'vitest';
import { readServiceAnswer } from './score-answer.ts';
import { chooseLineItem, lineItemSearch, madeLineItem, newLineItem } from './score-line-item.ts';
import { sayingMark, scoreBody, scoreSaying, scoresAddress, type ToolStanding } from './score-saying.ts';
import { assertionClaims, readTokenAnswer, tokenForm, tokenRefusal } from './score-token.ts';

const begun: ToolStanding = { begun: true, reached: false, completed: false };
const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

describe('what a score says', () => {
  it.each([
    ['nothing before something was opened', { ...begun, begun: false }, undefined],
    ['that a course was begun', begun, { activityProgress: 'Started', gradingProgress: 'NotReady' }],
    [
      'progress without points, also where a part was judged',
      { ...begun, reached: true, score: 0.9 },
      { activityProgress: 'InProgress', gradingProgress: 'NotReady' },
    ],
    [
      'all points for a course that gives no score',
      { ...begun, reached: true, completed: true },
      { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 100, scoreMaximum: 100 },
    ],
    [
      'the mean of what was judged, with two digits',
      { ...begun, completed: true, score: 0.833_333 },
      { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 83.33, scoreMaximum: 100 },
    ],
    [
      'no points below zero',
      { ...begun, completed: true, score: -0.4 },
      { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 0, scoreMaximum: 100 },
    ],
  ] as const)('%s', (_, standing, saying) => {
    expect(scoreSaying(standing)).toEqual(saying);
  });

  it('is the same saying whoever says it when, and another one with other points', () => {
    const done = scoreSaying({ ...begun, completed: true, score: 0.5 });
    const better = scoreSaying({ ...begun, completed: true, score: 0.6 });
    if (!done || !better) throw new Error('nothing was said');
    expect(sayingMark(done)).not.toBe(sayingMark(better));
    expect(scoreBody(done, { subject: '42', timestamp: '2026-03-02T01:00:00.000Z' })).toEqual({
      ...{ userId: '42', timestamp: '2026-03-02T01:00:00.000Z', scoreGiven: 50, scoreMaximum: 100 },
      ...{ activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
    });
  });

  it.each([
    ['https://a.example/li/1', 'https://a.example/li/1/scores'],
    ['https://a.example/li/1/lineitem?type_id=1', 'https://a.example/li/1/lineitem/scores?type_id=1'],
    ['https://a.example/li/1/', 'https://a.example/li/1/scores'],
  ])('goes to %s on the path', (lineItem, address) => {
    expect(scoresAddress(lineItem)).toBe(address);
  });
});

describe('the line item of a link', () => {
  const owner = { resourceLinkId: '17', placementId: 'pl1' };
  const ofLink = (id: string) => ({ id, label: 'x', scoreMaximum: 10, resourceLinkId: '17' });
  it.each([
    ['the only one of the link', [ofLink('a'), { ...ofLink('b'), resourceLinkId: '18' }], 'a'],
    ['a link whose id came as a number', [{ ...ofLink('a'), resourceLinkId: 17 }], 'a'],
    ['none of several', [ofLink('a'), ofLink('b')], undefined],
    ['ours of several', [ofLink('a'), { ...ofLink('b'), tag: 'sinau', resourceId: 'pl1' }], 'b'],
    ['ours without a link', [{ id: 'b', tag: 'sinau', resourceId: 'pl1', resourceLinkId: null }], 'b'],
    ['none of another place of ours', [{ id: 'b', tag: 'sinau', resourceId: 'pl2' }], undefined],
    ['none in an empty list', [], undefined],
  ])('is %s', (_, items, found) => {
    expect(chooseLineItem(items, owner)).toEqual({ found });
  });

  it('is in no answer that is no list', () => {
    for (const answer of [undefined, {}, 'x', [{ label: 'x' }]]) {
      expect(chooseLineItem(answer, owner)).toBe('broken');
    }
  });

  it('is asked for with our mark, and looked for by its link', () => {
    expect(newLineItem(owner, '  ')).toEqual({
      ...{ label: 'Sinau', scoreMaximum: 100, tag: 'sinau', resourceId: 'pl1', resourceLinkId: '17' },
    });
    expect(lineItemSearch('https://a.example/li?type=1', owner)).toBe(
      'https://a.example/li?type=1&resource_link_id=17',
    );
    expect([madeLineItem({ id: 'a' }), madeLineItem({}), madeLineItem('<html>')]).toEqual([
      'a',
      undefined,
      undefined,
    ]);
  });
});

describe('tokens of platforms', () => {
  it('are asked for by an assertion for one request, whose clock is not ahead', () => {
    const asked = { clientId: 'klien', audience: 'https://a.example/token', nowSeconds: 1000, jti: 'j' };
    expect(assertionClaims(asked)).toEqual({
      ...{ iss: 'klien', sub: 'klien', aud: 'https://a.example/token', jti: 'j', iat: 995, exp: 1120 },
    });
    expect(tokenForm('jwt', scoreScope)).toMatchObject({ client_assertion: 'jwt', scope: scoreScope });
  });

  it.each([
    [
      'a usual one',
      { access_token: 't', expires_in: 600, scope: `x ${scoreScope}` },
      { token: 't', seconds: 600 },
    ],
    ['text for a number', { access_token: 't', expires_in: '600' }, { token: 't', seconds: 600 }],
    ['nothing said of time', { access_token: 't' }, { token: 't', seconds: 0 }],
    ['a year', { access_token: 't', expires_in: 31_536_000 }, { token: 't', seconds: 3600 }],
    ['another scope', { access_token: 't', scope: 'x' }, 'scope'],
    ['no token', { expires_in: 600 }, 'broken'],
    ['a page', '<html>', 'broken'],
    ['a token that breaks the line of its header', { access_token: 't\r\nx: y' }, 'broken'],
    ['a token that no header may hold', { access_token: 'tökén ✓' }, 'broken'],
  ])('%s', (_, answer, read) => {
    expect(readTokenAnswer(answer, scoreScope)).toEqual(read);
  });

  it('are refused with a reason, or without', () => {
    expect(['invalid_scope', 'invalid_client', 'x'].map((error) => tokenRefusal({ error }))).toEqual([
      'scope',
      'unauthorised',
      undefined,
    ]);
    expect(tokenRefusal('<html>')).toBeUndefined();
  });
});

describe('answers of platforms', () => {
  const nowMs = Date.parse('2026-03-02T01:00:00.000Z');
  const read = (status: number, retryAfter?: string) => readServiceAnswer({ status, retryAfter, nowMs });

  it.each([
    [200, { kind: 'taken' }],
    [201, { kind: 'taken' }],
    [204, { kind: 'taken' }],
    [302, { kind: 'stop', because: 'address' }],
    [400, { kind: 'stop', because: 'refused' }],
    [401, { kind: 'token' }],
    [403, { kind: 'stop', because: 'not-permitted' }],
    [404, { kind: 'stop', because: 'not-found' }],
    [409, { kind: 'older' }],
    [422, { kind: 'stop', because: 'not-gradable' }],
    [429, { kind: 'later', because: 'throttled' }],
    [500, { kind: 'later', because: 'server-error' }],
    [503, { kind: 'later', because: 'server-error' }],
  ])('%d', (status, answer) => {
    expect(read(status)).toEqual(answer);
  });

  it.each([
    ['120', 120],
    ['Mon, 02 Mar 2026 01:05:00 GMT', 300],
    ['Mon, 02 Mar 2026 00:05:00 GMT', 0],
    ['999999999', 6 * 3600],
    ['soon', undefined],
  ])('wait as they say: %s', (text, afterSeconds) => {
    expect(read(429, text)).toEqual({
      ...{ kind: 'later', because: 'throttled' },
      ...(afterSeconds !== undefined && { afterSeconds }),
    });
  });
});
