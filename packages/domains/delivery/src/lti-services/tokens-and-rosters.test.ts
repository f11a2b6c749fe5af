import type { PersonId } from '@sinau/kernel';
import { claims, serviceScopes } from '@sinau/lti';
import { describe, expect, it } from 'vitest';
import { ltiServicesWorld, toolA } from '../testing/lti-services-world.ts';
import { authenticateTool } from './authenticate-tool.ts';
import { type RosterQuery, readRoster } from './read-roster.ts';
import { requestToolToken } from './request-tool-token.ts';

const [lineitem, , , score] = serviceScopes;

function tokenWorld() {
  const made = ltiServicesWorld();
  const { deps, clock, tools } = made;
  let jti = 0;
  const assertion = (over: object = {}) => {
    const now = Math.floor(clock.now().getTime() / 1000);
    jti += 1;
    const right = {
      iss: toolA,
      sub: toolA,
      aud: 'https://sinau.example',
      iat: now,
      exp: now + 60,
      jti: `j${jti}`,
    };
    return JSON.stringify({ ...right, signedBy: toolA, ...over });
  };
  const ask = (over: object = {}, scopes: readonly string[] = [lineitem, score, 'openid']) =>
    requestToolToken(deps, { assertion: assertion(over), scopes });
  const token = async () => {
    const given = await ask();
    if ('error' in given) throw new Error(given.description);
    return given;
  };
  const change = (over: object) => {
    const tool = tools.get(toolA);
    if (tool) tools.set(toolA, { ...tool, ...over });
  };
  return { ...made, assertion, ask, token, change };
}

describe('an access token of a tool (1.4)', () => {
  it('is for an hour and for what was asked for and granted', async () => {
    const { token, deps } = tokenWorld();
    const given = await token();
    expect(given).toMatchObject({ expiresInSeconds: 3600, scopes: [lineitem, score] });
    expect(await authenticateTool(deps, given.accessToken)).toEqual({
      ...{ kind: 'tool', clientId: toolA, providerId: 'p1' },
      scopes: ['lineitem', 'score'],
    });
  });

  it('is not given twice for one assertion, however often it comes at once', async () => {
    const { deps, assertion } = tokenWorld();
    const same = assertion();
    const answers = await Promise.all(
      [1, 2, 3].map(() => requestToolToken(deps, { assertion: same, scopes: [score] })),
    );
    expect(answers.filter((answer) => 'error' in answer)).toHaveLength(2);
  });

  it('does not use the assertion up when the scopes are wrong', async () => {
    const { deps, assertion } = tokenWorld();
    const same = assertion();
    expect(await requestToolToken(deps, { assertion: same, scopes: ['x'] })).toMatchObject({
      error: 'invalid_scope',
    });
    expect(await requestToolToken(deps, { assertion: same, scopes: [score] })).toHaveProperty('accessToken');
  });

  it.each([
    ['another tool has signed', { signedBy: 'tool-b' }],
    ['nobody has signed', { signedBy: undefined }],
    ['is of nobody', { iss: 'tool-x', sub: 'tool-x' }],
    ['is of an endless name', { iss: 'x'.repeat(300) }],
    ['is another’s subject', { sub: 'tool-b' }],
    ['is for another platform', { aud: 'https://other.example' }],
  ])('is not given for an assertion that %s', async (_, over) => {
    expect(await tokenWorld().ask(over)).toMatchObject({ error: 'invalid_client' });
  });

  it.each(['pending', 'disabled'])(
    'is not given to a tool that is %s, and does not work for it',
    async (status) => {
      const { ask, token, deps, change } = tokenWorld();
      const { accessToken } = await token();
      change({ status });
      expect(await ask()).toMatchObject({ error: 'invalid_client' });
      await expect(authenticateTool(deps, accessToken)).rejects.toMatchObject({ code: 'lti.token-invalid' });
    },
  );

  it('loses a scope that is taken away, ends after an hour, and cannot be made', async () => {
    const { token, deps, change, clock } = tokenWorld();
    const { accessToken } = await token();
    change({ scopes: [score] });
    expect((await authenticateTool(deps, accessToken)).scopes).toEqual(['score']);
    for (const wrong of ['', 'x', `${accessToken}x`, accessToken.slice(1)]) {
      await expect(authenticateTool(deps, wrong)).rejects.toMatchObject({ code: 'lti.token-invalid' });
    }
    clock.advance(3_600_000);
    await expect(authenticateTool(deps, accessToken)).rejects.toMatchObject({ code: 'lti.token-invalid' });
  });
});

function rosterWorld() {
  const made = ltiServicesWorld();
  const { deps, a } = made;
  const read = (query: Partial<RosterQuery> = {}) =>
    readRoster(deps, { tool: a, courseId: 'c1', query: { limit: 10, ...query } });
  const join = (personId: string, over: object = {}) =>
    made.people.push({
      ...{
        personId: personId as PersonId,
        version: 1,
        changedAt: '2026-03-01T00:00:00.000Z',
        hasLeft: false,
      },
      ...over,
    });
  return { ...made, read, join };
}

describe('the roster of a course (1.6)', () => {
  const learner = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';

  it('names who takes it as a launch would', async () => {
    const { read, disclosed } = rosterWorld();
    expect(await read()).toMatchObject({
      title: 'Kursus',
      members: [
        { user_id: 'p1/siti', roles: [learner], status: 'Active', name: 'siti', lis_person_sourcedid: '1' },
      ],
    });
    expect(disclosed).toEqual([['siti name employee-number']]);
  });

  it('is filtered by role, and tells nothing of anybody who is not asked for', async () => {
    const { read, disclosed } = rosterWorld();
    for (const role of ['Learner', learner]) expect((await read({ role })).members).toHaveLength(1);
    disclosed.length = 0;
    for (const role of ['Instructor', 'learner', 'x']) expect((await read({ role })).members).toEqual([]);
    expect(disclosed).toEqual([]);
  });

  it('comes in pages', async () => {
    const { read, join } = rosterWorld();
    for (let n = 0; n < 4; n += 1) join(`p${n}`);
    const first = await read({ limit: 3 });
    expect(first.members).toHaveLength(3);
    const rest = await read({ limit: 3, after: first.after ?? '', asOf: first.asOf });
    expect([rest.members.length, rest.after, rest.asOf]).toEqual([2, undefined, first.asOf]);
  });

  it('for a link says what its launch would say of each, and holds who has that link', async () => {
    const { read, join, links } = rosterWorld();
    links.push({ ...(links[1] ?? links[0]), resourceLinkId: 'l9', versions: [2] } as (typeof links)[number]);
    join('dewi', { version: 2 });
    const { members } = await read({ resourceLinkId: 'l1' });
    expect(members).toMatchObject([
      {
        user_id: 'p1/siti',
        message: [
          {
            [claims.messageType]: 'LtiResourceLinkRequest',
            [claims.custom]: { a: '1', person: 'p1/siti', course: 'HKM-301' },
          },
        ],
      },
    ]);
    expect((await read({ resourceLinkId: 'l9' })).members).toMatchObject([{ user_id: 'p1/dewi' }]);
    expect((await read()).members[0]).not.toHaveProperty('message');
    for (const resourceLinkId of ['l3', 'l8']) {
      await expect(read({ resourceLinkId })).rejects.toMatchObject({ code: 'lti.link-not-found' });
    }
  });

  it('does not name those who are on a version without the tool', async () => {
    const { read, join } = rosterWorld();
    join('dewi', { version: 7 });
    expect((await read()).members).toHaveLength(1);
  });

  it('since a moment holds changes alone; who has left is deleted, and named by the pseudonym alone', async () => {
    const { read, join, disclosed } = rosterWorld();
    join('dewi', { changedAt: '2026-03-05T00:00:00.000Z' });
    join('gone', { changedAt: '2026-03-05T00:00:00.000Z', hasLeft: true });
    join('gone-long', { changedAt: '2026-02-01T00:00:00.000Z', hasLeft: true });
    const { members } = await read({ since: '2026-03-02T00:00:00.000Z' });
    expect(members).toMatchObject([
      { user_id: 'p1/dewi', status: 'Active', name: 'dewi' },
      { user_id: 'p1/gone', status: 'Deleted' },
    ]);
    expect(members[1]).not.toHaveProperty('name');
    expect(disclosed).toEqual([['dewi name employee-number']]);
    expect((await read()).members.map(({ user_id }) => user_id)).toEqual(['p1/siti', 'p1/dewi']);
  });

  it('since a moment tells of who moved to a version without the tool, by the pseudonym alone', async () => {
    const { read, join, links, disclosed } = rosterWorld();
    const [early, late] = ['2026-03-01T12:00:00.000Z', '2026-03-05T00:00:00.000Z'];
    const since = '2026-03-02T00:00:00.000Z';
    join('moved', { version: 7, changedAt: late, movedAt: late });
    join('moved-and-left', { version: 7, changedAt: late, movedAt: late, hasLeft: true });
    join('moved-long', { version: 7, changedAt: early, movedAt: early });
    // Came to the version without the tool, so that it has never heard of them.
    join('new', { version: 7, changedAt: late });
    join('new-and-left', { version: 7, changedAt: late, hasLeft: true });
    const { members } = await read({ since });
    expect(members).toEqual([
      { user_id: 'p1/moved', roles: [learner], status: 'Deleted' },
      { user_id: 'p1/moved-and-left', roles: [learner], status: 'Deleted' },
    ]);
    expect(disclosed).toEqual([]);
    expect((await read()).members.map(({ user_id }) => user_id)).toEqual(['p1/siti']);
    // Of one link: whoever moved to a version that has another link of the tool alone.
    links.push({ ...(links[1] ?? links[0]), resourceLinkId: 'l9', versions: [7] } as (typeof links)[number]);
    const ofLink = await read({ since, resourceLinkId: 'l1' });
    expect(ofLink.members.map(({ user_id, status }) => [user_id, status])).toEqual([
      ['p1/moved', 'Deleted'],
      ['p1/moved-and-left', 'Deleted'],
    ]);
    const whole = await read({ since });
    expect(whole.members).toContainEqual(expect.objectContaining({ user_id: 'p1/moved', status: 'Active' }));
    expect(whole.members).toContainEqual(
      expect.objectContaining({ user_id: 'p1/moved-and-left', status: 'Deleted' }),
    );
  });

  it('since a moment holds who can be told of otherwise than before, and of the rest nothing', async () => {
    const { read, join, changes, disclosed } = rosterWorld();
    join('dewi');
    join('budi');
    const since = '2026-03-02T00:00:00.000Z';
    expect((await read({ since, known: 'r1' })).members).toEqual([]);
    changes.set('dewi', { at: '2026-03-02T00:30:00.000Z', reading: 'r2' });
    changes.set('budi', { at: '2026-03-01T23:59:59.000Z', reading: 'r0' });
    const { members } = await read({ since, known: 'r1' });
    expect(members).toMatchObject([{ user_id: 'p1/dewi', status: 'Active' }]);
    expect(disclosed).toEqual([['dewi name employee-number']]);
    // The reading that has found it has told it.
    expect((await read({ since, known: 'r2' })).members).toEqual([]);
  });

  it('has a name of its own for each reading, the same on all its pages', async () => {
    const { read, join } = rosterWorld();
    for (let n = 0; n < 4; n += 1) join(`p${n}`);
    const first = await read({ limit: 3 });
    const { reading, asOf, after = '' } = first;
    expect((await read({ limit: 3, after, asOf, reading })).reading).toBe(reading);
    expect((await read({ limit: 3 })).reading).not.toBe(reading);
  });

  it('is told to no tool without a link in the course', async () => {
    const { deps, b, links } = rosterWorld();
    links.splice(2, 1);
    const query = { limit: 10 };
    for (const courseId of ['c1', 'c2']) {
      await expect(readRoster(deps, { tool: b, courseId, query })).rejects.toMatchObject({
        code: 'lti.context-not-found',
      });
    }
  });
});
