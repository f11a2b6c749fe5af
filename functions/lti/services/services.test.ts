import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ltiServicesWorld, toolA, toolB } from '@sinau/delivery/testing';
import type { PersonId } from '@sinau/kernel';
import { serviceScopes } from '@sinau/lti';
import { secretTextBox } from '@sinau/platform/crypto';
import { createRateLimiter } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { ltiAddresses } from '../../shared/lti-addresses.ts';
import { createLtiApp } from '../app.ts';
import { ltiWorld } from '../testing/lti-world.ts';

const issuer = 'https://sinau.example';
const lineItemType = 'application/vnd.ims.lis.v2.lineitem+json';
const scoreType = 'application/vnd.ims.lis.v1.score+json';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The doors of LTI on `ltiServicesWorld`; `as` is a tool with an access token for these scopes. */
function world() {
  const made = ltiServicesWorld();
  const { deps, clock } = made;
  const addresses = ltiAddresses(issuer);
  const rateLimiter = createRateLimiter({
    ...{ door: 'lti', clock, log, limits: { clientPerSecond: 3, sessionPerSecond: 1 } },
    counter: { add: async ({ count }) => count },
  });
  const { hono } = createLtiApp({
    ...ltiWorld().deps,
    ...{ clock, ids: deps.ids, addresses, rateLimiter, log },
    services: {
      ...deps,
      addresses,
      rateLimiter,
      cursors: secretTextBox('a secret of these tests, long enough'),
    },
  });
  let jti = 0;
  const assertionOf = (clientId: string, over: object = {}) => {
    const iat = Math.floor(clock.now().getTime() / 1000);
    jti += 1;
    const claims = {
      iss: clientId,
      sub: clientId,
      aud: `${issuer}/lti/token`,
      iat,
      exp: iat + 60,
      jti: `j${jti}`,
    };
    return JSON.stringify({ ...claims, signedBy: clientId, ...over });
  };
  const askToken = async (form: Record<string, string>) =>
    hono.request(`${issuer}/lti/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        scope: serviceScopes.join(' '),
        ...form,
      }),
    });
  const as = async (clientId: string = toolA, scope = serviceScopes.join(' ')) => {
    const answer = await askToken({ client_assertion: assertionOf(clientId), scope });
    const { access_token } = (await answer.json()) as { access_token: string };
    return async (
      method: string,
      path: string,
      given: { body?: unknown; type?: string; headers?: object } = {},
    ) => {
      const { body, type = 'application/json', headers = {} } = given;
      const answered = await hono.request(new URL(path, issuer).href, {
        method,
        headers: {
          authorization: `Bearer ${access_token}`,
          ...(body !== undefined && { 'content-type': type }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answered.text();
      return {
        status: answered.status,
        headers: answered.headers,
        // biome-ignore lint/suspicious/noExplicitAny: whatever the door says
        json: (text === '' ? undefined : JSON.parse(text)) as any,
      };
    };
  };
  return { ...made, hono, as, askToken, assertionOf };
}

const items = '/lti/ags/contexts/c1/line-items';
const score = {
  ...{ userId: 'p1/siti', scoreGiven: 80, scoreMaximum: 100, timestamp: '2026-03-01T07:00:00.123Z' },
  ...{ activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
};
const nextOf = (headers: Headers) => /<([^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];

describe('POST /lti/token (1.4)', () => {
  it('gives a token for what was asked and granted, not to be kept by anybody between', async () => {
    const { askToken, assertionOf } = world();
    const scope = `openid ${serviceScopes[3]}`;
    const answer = await askToken({ client_assertion: assertionOf(toolA), scope });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.json()).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
      scope: serviceScopes[3],
    });
  });

  it('refuses in the words of OAuth', async () => {
    const { askToken, assertionOf, hono } = world();
    const good = assertionOf(toolA);
    await askToken({ client_assertion: good });
    const answers = [
      await askToken({ client_assertion: good }),
      await askToken({ client_assertion: assertionOf('nobody') }),
      await askToken({ client_assertion: assertionOf(toolA, { signedBy: toolB }) }),
      await askToken({ client_assertion: assertionOf(toolA), scope: 'openid' }),
      await askToken({ client_assertion: assertionOf(toolA), grant_type: 'password' }),
      await hono.request(`${issuer}/lti/token`, { method: 'POST', body: '{}' }),
    ];
    const told = await Promise.all(
      answers.map(async (answer) => [answer.status, ((await answer.json()) as { error: string }).error]),
    );
    expect(told).toEqual([
      [401, 'invalid_client'],
      [401, 'invalid_client'],
      [401, 'invalid_client'],
      [400, 'invalid_scope'],
      [400, 'unsupported_grant_type'],
      [400, 'invalid_request'],
    ]);
  });

  it('holds a tool to a number of requests, and no other for it', async () => {
    const { askToken, assertionOf } = world();
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1)
      statuses.push((await askToken({ client_assertion: assertionOf(toolA) })).status);
    expect([statuses[29], statuses[30]]).toEqual([200, 429]);
    expect((await askToken({ client_assertion: assertionOf(toolB) })).status).toBe(200);
  });
});

describe('who may call the services (E7, 1.5)', () => {
  it.each([
    ['GET', items, 'lineitem'],
    ['POST', items, 'lineitem.readonly'],
    ['PUT', `${items}/l1`, 'lineitem.readonly'],
    ['DELETE', `${items}/l1`, 'score'],
    ['POST', `${items}/l1/scores`, 'lineitem'],
    ['GET', `${items}/l1/results`, 'score'],
    ['GET', '/lti/nrps/contexts/c1/memberships', 'lineitem'],
  ])('%s %s: nobody without a token, nor a tool with a token for %s alone', async (method, path, name) => {
    const { as, hono } = world();
    const bare = await hono.request(`${issuer}${path}`, { method });
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringMatching(/^Bearer /),
    ]);
    const wrong = await hono.request(`${issuer}${path}`, {
      method,
      headers: { authorization: 'Bearer x.y' },
    });
    expect(await wrong.json()).toMatchObject({ error: 'invalid_token', code: 'lti.token-invalid' });
    const scope = serviceScopes.find((one) => one.endsWith(`/${name}`)) ?? '';
    const call = await as(toolA, scope);
    const answer = await call(method, path, method === 'POST' ? { body: score } : {});
    const mayCall = method === 'GET' && path === items;
    expect([answer.status, answer.json?.error]).toEqual(
      mayCall ? [200, undefined] : [403, 'insufficient_scope'],
    );
  });

  it('no tool at the line items, results and people of another', async () => {
    const { as } = world();
    const call = await as(toolB);
    const asked = [
      await call('GET', `${items}/l1`),
      await call('PUT', `${items}/l1`, { body: { label: 'X', scoreMaximum: 1 } }),
      await call('DELETE', `${items}/l1`),
      await call('POST', `${items}/l1/scores`, { body: { ...score, userId: 'p2/siti' } }),
      await call('GET', `${items}/l1/results`),
      await call('GET', '/lti/nrps/contexts/c1/memberships?rlid=l1'),
      await call('GET', '/lti/nrps/contexts/c9/memberships'),
    ];
    expect(asked.map(({ status }) => status)).toEqual(Array(7).fill(404));
    expect(asked[3]?.json).toMatchObject({ error: 'line_item_not_found' });
  });
});

describe('line items (1.5)', () => {
  it('are made, read, replaced and deleted, under an absolute address', async () => {
    const { as } = world();
    const call = await as();
    const body = { label: 'Kuis', scoreMaximum: '10', resourceLinkId: 'l2', tag: 'kuis' };
    const made = await call('POST', items, { body, type: lineItemType });
    expect([made.status, made.headers.get('content-type')]).toEqual([201, lineItemType]);
    expect(made.json).toEqual({
      ...body,
      scoreMaximum: 10,
      id: expect.stringMatching(`^${issuer}${items}/`),
    });
    expect(made.headers.get('location')).toBe(made.json.id);
    const changed = { id: 'x', label: 'Kuis 2', scoreMaximum: 20, resourceLinkId: 'l1' };
    const put = await call('PUT', made.json.id, { body: changed, type: scoreType });
    expect(put.json).toEqual({ ...changed, id: made.json.id, resourceLinkId: 'l2' });
    expect((await call('GET', made.json.id)).json).toEqual(put.json);
    expect((await call('DELETE', made.json.id)).status).toBe(204);
    expect((await call('GET', made.json.id)).status).toBe(404);
  });

  it.each([
    [{ scoreMaximum: 10 }, 400, 'line_item_invalid'],
    [{ label: ' ', scoreMaximum: 10 }, 400, 'line_item_invalid'],
    [{ label: 'X' }, 400, 'line_item_invalid'],
    [{ label: 'X', scoreMaximum: 0 }, 400, 'line_item_invalid'],
    [{ label: 'X', scoreMaximum: 1, resourceLinkId: 'l3' }, 404, 'link_not_found'],
    ['{"label":', 400, 'invalid_request'],
    ['[]', 400, 'line_item_invalid'],
  ])('are refused with %j', async (body, status, error) => {
    const { as } = world();
    const answer = await (await as())('POST', items, { body, type: lineItemType });
    expect([answer.status, answer.json.error]).toEqual([status, error]);
    expect(answer.json).toMatchObject({ error_description: expect.any(String), message: expect.any(String) });
  });

  it('that the course declares cannot be deleted, and say what can be done', async () => {
    const { as } = world();
    const answer = await (await as())('DELETE', `${items}/l1`);
    expect([answer.status, answer.headers.get('allow'), answer.json.error]).toEqual([
      405,
      'GET, PUT',
      'line_item_of_link',
    ]);
  });

  it('come in pages whose addresses survive being made lower-case, with every filter (1.8 #7)', async () => {
    const { as } = world();
    const call = await as();
    for (const tag of ['Final', 'Final', 'final', 'Final']) {
      await call('POST', items, { body: { label: 'X', scoreMaximum: 1, tag } });
    }
    const found: string[] = [];
    let url: string | undefined = `${items}?tag=Final&limit=2`;
    while (url) {
      const page = await call('GET', url, {
        headers: { accept: 'application/vnd.ims.lis.v2.lineitemcontainer+json' },
      });
      expect(page.headers.get('content-type')).toBe('application/vnd.ims.lis.v2.lineitemcontainer+json');
      found.push(...page.json.map(({ id }: { id: string }) => id));
      url = nextOf(page.headers)?.toLowerCase();
    }
    expect([found.length, new Set(found).size]).toEqual([4, 4]);
    expect((await call('GET', `${items}?limit=0`)).json.error).toBe('invalid_request');
    expect((await call('GET', `${items}?page=00ff`)).json.error).toBe('cursor_invalid');
    expect(nextOf((await call('GET', items)).headers)).toBeUndefined();
  });

  it('of one tool are no page of another’s', async () => {
    const { as } = world();
    const call = await as();
    await call('POST', items, { body: { label: 'X', scoreMaximum: 1 } });
    const next = nextOf((await call('GET', `${items}?limit=1`)).headers) ?? '';
    expect((await call('GET', next)).status).toBe(200);
    expect((await (await as(toolB))('GET', next)).json.error).toBe('cursor_invalid');
  });
});

describe('scores and results (1.5)', () => {
  /** What Moodle 4.5 posted, and a world in which it knows Siti as it did. */
  async function moodle() {
    const made = world();
    const { people } = made.deps;
    const { personOf } = people;
    people.personOf = async (providerId, subject) =>
      subject === 'u-siti' ? ('siti' as PersonId) : personOf(providerId, subject);
    const call = await made.as();
    const sample = join(import.meta.dirname, '../testing/samples/moodle-tool.ags-score.json');
    const { body, contentType } = JSON.parse(await readFile(sample, 'utf8')) as {
      readonly body: object;
      readonly contentType: string;
    };
    const post = (over: object = {}) =>
      call('POST', `${items}/l1/scores`, { body: { ...body, ...over }, type: contentType });
    return { ...made, call, post, body };
  }

  it('takes what Moodle posts, as it is (1.8 #1)', async () => {
    const { call, post, results, body } = await moodle();
    expect((await post()).status).toBe(200);
    const sent = { text: JSON.stringify(body), contentType: scoreType };
    expect(results.map((one) => [one.result.kind, one.sent])).toEqual([
      ['score', sent],
      ['completion', sent],
    ]);
    const { json } = await call('GET', `${items}/l1/results?user_id=u-siti`);
    expect(json).toEqual([
      {
        id: `${issuer}${items}/l1/results/u-siti`,
        scoreOf: `${issuer}${items}/l1`,
        userId: 'u-siti',
        resultScore: 17.6,
        resultMaximum: 100,
      },
    ]);
  });

  it('notes a grade at Moodle as sent: that takes 200 and nothing else for it (1.8 #5)', async () => {
    const { post } = await moodle();
    const taken = await post();
    expect([taken.status, taken.json]).toEqual([200, {}]);
    // What the grade sync of Moodle does with every learner whose grade it has not noted as sent.
    expect((await post()).status).toBe(200);
  });

  it.each([
    { scoreGiven: '88,00' },
    { scoreGiven: '0x58' },
    { scoreGiven: 'NaN' },
    { timestamp: '2026-11-24T14:31:41' },
    { timestamp: '1795505501' },
  ])('1.8 #1 twin: %j is no number or time, however it is written', async (over) => {
    const { call, post } = await moodle();
    expect(await post(over)).toMatchObject({ status: 400, json: { error: 'score_invalid' } });
    expect((await call('GET', `${items}/l1/results`)).json).toEqual([]);
    expect((await post()).status).toBe(200);
  });

  it.each([
    ['an older one (E7)', { timestamp: '2026-03-01T07:00:00.122Z' }, 409, 'score_outdated'],
    ['of an unknown user', { userId: 'p1/nobody' }, 404, 'user_not_found'],
    ['of somebody who does not take the course', { userId: 'p1/budi' }, 422, 'user_not_gradable'],
    ['below nothing', { scoreGiven: -1 }, 400, 'score_invalid'],
    ['of nothing', { scoreMaximum: 0 }, 400, 'score_invalid'],
    ['at no time', { timestamp: 'kemarin' }, 400, 'score_invalid'],
  ])('one bad score, %s, is told by its reason and stops nothing', async (...[, over, status, error]) => {
    const { as } = world();
    const call = await as();
    const post = (body: object) => call('POST', `${items}/l1/scores`, { body, type: scoreType });
    expect((await post(score)).status).toBe(200);
    const answer = await post({ ...score, ...over });
    expect([answer.status, answer.json.error]).toEqual([status, error]);
    expect((await post({ ...score, scoreGiven: 90, timestamp: '2026-03-01T08:00:00Z' })).status).toBe(200);
    expect((await call('GET', `${items}/l1/results`)).json).toMatchObject([{ resultScore: 90 }]);
  });

  it('the same again is safe, above the maximum is kept, and a reset takes it back', async () => {
    const { as, results } = world();
    const call = await as();
    const post = (over: object = {}) => call('POST', `${items}/l1/scores`, { body: { ...score, ...over } });
    for (const _ of [1, 2, 3]) expect((await post({ scoreGiven: 120 })).status).toBe(200);
    expect((await call('GET', `${items}/l1/results`)).json).toMatchObject([
      { resultScore: 120, resultMaximum: 100 },
    ]);
    expect(results).toHaveLength(2);
    const reset = { scoreGiven: null, activityProgress: 'Initialized', gradingProgress: 'NotReady' };
    expect((await post({ ...reset, timestamp: '2026-03-01T09:00:00Z' })).status).toBe(200);
    expect((await call('GET', `${items}/l1/results`)).json).toEqual([]);
  });

  it('wants JSON of any name, and no form', async () => {
    const { as } = world();
    const call = await as();
    const post = (type: string) => call('POST', `${items}/l1/scores`, { body: score, type });
    for (const type of [scoreType, 'application/json', 'application/json; charset=utf-8']) {
      expect((await post(type)).status).toBe(200);
    }
    expect((await post('application/x-www-form-urlencoded')).status).toBe(415);
  });

  it('results come in pages', async () => {
    const { as, people, enrolled, deps } = world();
    deps.people.personOf = async (_, subject) => subject.split('/')[1] as PersonId;
    const call = await as();
    for (const name of ['a', 'b', 'c']) {
      enrolled.set(name, `r-${name}`);
      await call('POST', `${items}/l1/scores`, { body: { ...score, userId: `p1/${name}` } });
    }
    expect(people).toHaveLength(1);
    const first = await call('GET', `${items}/l1/results?limit=2`);
    expect(first.headers.get('content-type')).toBe('application/vnd.ims.lis.v2.resultcontainer+json');
    const rest = await call('GET', nextOf(first.headers) ?? '');
    expect([first.json.length, rest.json.length, nextOf(rest.headers)]).toEqual([2, 1, undefined]);
  });
});

describe('GET memberships (1.6)', () => {
  const path = '/lti/nrps/contexts/c1/memberships';

  it('says who takes the course, in the container of the specification', async () => {
    const { as } = world();
    const answer = await (await as())('GET', path);
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
    );
    expect(answer.json).toMatchObject({
      id: `${issuer}${path}`,
      context: { id: 'c1', title: 'Kursus' },
      members: [{ user_id: 'p1/siti', status: 'Active', name: 'siti' }],
    });
    const plain = await (await as())('GET', path, { headers: { accept: 'application/json' } });
    expect(plain.headers.get('content-type')).toBe('application/json');
  });

  it('is filtered by role, asked for a link, and read page by page', async () => {
    const { as, people } = world();
    const call = await as();
    expect((await call('GET', `${path}?role=Instructor`)).json.members).toEqual([]);
    const { json } = await call('GET', `${path}?rlid=l1&role=Learner`);
    expect(json.id).toBe(`${issuer}${path}?rlid=l1`);
    expect(json.members[0].message).toHaveLength(1);
    for (let n = 0; n < 4; n += 1)
      people.push({ ...(people[0] as (typeof people)[number]), personId: `p${n}` as PersonId });
    const found: string[] = [];
    let url: string | undefined = `${path}?limit=2`;
    while (url) {
      const page = await call('GET', url);
      found.push(...page.json.members.map((member: { user_id: string }) => member.user_id));
      url = nextOf(page.headers)?.toLowerCase();
    }
    expect(new Set(found).size).toBe(5);
  });

  it('is whole for who asks for no limit, up to 2,000: older Moodles read one page and unenrol the rest (1.8 #1)', async () => {
    const { as, people } = world();
    const call = await as();
    const fill = (count: number) => {
      for (let n = people.length; n < count; n += 1)
        people.push({ ...(people[0] as (typeof people)[number]), personId: `p${n}` as PersonId });
    };
    fill(250);
    const whole = await call('GET', `${path}?rlid=l1`);
    expect(new Set(whole.json.members.map((one: { user_id: string }) => one.user_id)).size).toBe(250);
    expect(nextOf(whole.headers)).toBeUndefined();
    const page = await call('GET', `${path}?limit=100`);
    expect([page.json.members.length, nextOf(page.headers) === undefined]).toEqual([100, false]);
    fill(2050);
    const most = await call('GET', path);
    expect(most.json.members).toHaveLength(2000);
    expect((await call('GET', nextOf(most.headers) ?? '')).json.members).toHaveLength(50);
  });

  it('leads to who can be told of otherwise from here on, once', async () => {
    const { as, changes, clock } = world();
    const call = await as();
    const differencesOf = (headers: Headers) =>
      /<([^>]*)>; rel="differences"/.exec(headers.get('link') ?? '')?.[1]?.toLowerCase() ?? '';
    const first = differencesOf((await call('GET', path)).headers);
    clock.advance(60_000);
    changes.set('siti', { at: clock.now().toISOString(), reading: 'another' });
    clock.advance(60_000);
    const second = await call('GET', first);
    expect(second.json.members).toMatchObject([{ user_id: 'p1/siti', status: 'Active', name: 'siti' }]);
    clock.advance(60_000);
    expect((await call('GET', differencesOf(second.headers))).json.members).toEqual([]);
  });

  it('leads to what changes from here on', async () => {
    const { as, people, clock } = world();
    const call = await as();
    const link = (await call('GET', path)).headers.get('link') ?? '';
    const differences = /<([^>]*)>; rel="differences"/.exec(link)?.[1]?.toLowerCase() ?? '';
    expect((await call('GET', differences)).json.members).toEqual([]);
    clock.advance(60_000);
    const changedAt = clock.now().toISOString();
    people.push({ personId: 'dewi' as PersonId, version: 1, changedAt, hasLeft: true });
    expect((await call('GET', differences)).json.members).toEqual([
      { user_id: 'p1/dewi', roles: expect.any(Array), status: 'Deleted' },
    ]);
  });
});
