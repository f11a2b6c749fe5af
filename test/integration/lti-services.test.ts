import { randomUUID } from 'node:crypto';
import { createResultStore } from '@sinau/connectors/dynamo';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { exportSPKI, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../../functions/dev-server/services.ts';
import { createSharedAttributes } from '../../functions/shared/shared-attributes.ts';
import { signingSecret, startWorld, type World } from '../security/world/start-world.ts';
import { origin, system } from '../security/world/system.ts';
import { addTool } from '../security/world/tool.ts';

let world: World;
let tool: Awaited<ReturnType<typeof addTool>>;
let other: Awaited<ReturnType<typeof addTool>>;
let headers: Record<string, string>;
let providerId: ProviderId;
let courseId: string;
let items: string;
let lineItem: string;
let learner: string;

const json = { 'content-type': 'application/json' };

async function call(to: string, body?: object, as = headers) {
  const [method = '', url = ''] = to.split(' ');
  const answer = await world.ask(url.replace(origin, ''), {
    ...{ method, headers: { ...as, ...json } },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  // biome-ignore lint/suspicious/noExplicitAny: whatever the door says
  return { status: answer.status, json: (text === '' ? undefined : JSON.parse(text)) as any };
}

/** By which the tool knows somebody, whether it was told of them or not. */
async function subjectOf(personId: PersonId): Promise<string> {
  const env = { LMS_TABLE: names.lmsTable, SIGNING_SECRET: signingSecret };
  return (await createSharedAttributes({ parts: world.parts, env }).of({ providerId, personId })).subject;
}

beforeAll(async () => {
  world = await startWorld();
  const { providerA, providerB, platform } = world.tenants;
  if (providerA.kind !== 'provider') throw new Error('providers are providers');
  providerId = providerA.providerId;
  const by = { dynamo: world.parts.dynamo, ask: world.ask };
  [tool, other] = await Promise.all([addTool(by, providerA), addTool(by, providerB)]);
  const { headers: operator } = await world.client(platform, 'lti/manage');
  const link = {
    clientId: tool.tool.clientId,
    title: 'Etika',
    lineItem: { scoreMaximum: 10, label: 'Etika' },
  };
  const placed = await call('POST /api/lti/links', link, operator);
  ({ courseId } = placed.json);
  items = `/lti/ags/contexts/${courseId}/line-items`;
  lineItem = `${items}/${placed.json.resourceLinkId}`;
  const { personId } = world.people.learner;
  expect((await call('POST /api/lti/launches', { personId, courseId }, operator)).status).toBe(201);
  learner = await subjectOf(personId);
  headers = await tool.headersFor('lineitem', 'score', 'result.readonly', 'contextmembership.readonly');
});
afterAll(() => world.close());

const score = (over: object = {}) => ({
  ...{ userId: learner, scoreGiven: 7, scoreMaximum: 10, timestamp: '2026-03-01T07:00:00Z' },
  ...{ activityProgress: 'Completed', gradingProgress: 'FullyGraded', ...over },
});

describe('the token endpoint, by real signatures (1.4)', () => {
  const claims = () => {
    const iat = Math.floor(Date.now() / 1000);
    const { clientId } = tool.tool;
    return { iss: clientId, sub: clientId, aud: origin, iat, exp: iat + 60, jti: randomUUID() };
  };
  const unsigned = (header: object) =>
    [header, claims()].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

  it('takes what the tool has signed, once', async () => {
    const assertion = await tool.assertion();
    const answers = await Promise.all([1, 2, 3].map(() => tool.askToken(assertion)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
    expect(
      (await tool.askToken(await tool.assertion({ aud: ['https://other.example', origin] }))).status,
    ).toBe(200);
  });

  it('E1: takes no other algorithm, key, or way to name a key', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(tool.publicKey));
    const sign = (header: object) =>
      new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', ...header }).sign(tool.privateKey);
    const assertions = [
      `${unsigned({ alg: 'none' })}.`,
      await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret),
      await sign({ kid: '../../etc/passwd' }),
      await sign({ kid: 'k1', jku: 'https://evil.example/keys' }),
      await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other.privateKey),
      'x',
    ];
    for (const assertion of assertions) {
      const answer = await tool.askToken(assertion);
      expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([
        401,
        'invalid_client',
      ]);
    }
  });

  it('E2: forgives a clock that differs by less than a minute, and no more', async () => {
    const now = Math.floor(Date.now() / 1000);
    const statusOf = async (over: object) => (await tool.askToken(await tool.assertion(over))).status;
    expect(await statusOf({ iat: now + 50, exp: now + 110 })).toBe(200);
    expect(await statusOf({ iat: now - 110, exp: now - 50 })).toBe(200);
    expect(await statusOf({ iat: now - 125, exp: now - 65 })).toBe(401);
    expect(await statusOf({ iat: now + 70, exp: now + 130 })).toBe(401);
    expect(await statusOf({ exp: now + 86_400 })).toBe(401);
  });
});

describe('grades and rosters, on every store (1.5, 1.6)', () => {
  it('a score is there for the tool and in the inbox of results, once, however often it is sent', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => call(`POST ${lineItem}/scores`, score())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { json: results } = await call(`GET ${lineItem}/results?user_id=${learner}`);
    expect(results).toMatchObject([{ userId: learner, resultScore: 7, resultMaximum: 10 }]);
    const inbox = createResultStore({ dynamo: world.parts.dynamo, table: names.lmsTable, ...system });
    const taken = await inbox.list({ providerId, limit: 10 });
    expect(taken.results.map(({ event }) => [event.source, event.result.kind]).toSorted()).toEqual([
      ['ags', 'completion'],
      ['ags', 'score'],
    ]);
  });

  it('L11: a review leads where the tool has written into the line item that it does', async () => {
    const { headers: operator } = await world.client(world.tenants.platform, 'lti/manage');
    const { personId } = world.people.learner;
    const order = { personId, courseId, message: 'LtiSubmissionReviewRequest', forPersonId: personId };
    const leadsTo = async () => {
      const { json: launch } = await call('POST /api/lti/launches', order, operator);
      const to = await world.ask(launch.url.replace(origin, ''), { redirect: 'manual' });
      return new URL(to.headers.get('location') ?? '').searchParams.get('target_link_uri');
    };
    const usual = await leadsTo();
    const url = 'http://127.0.0.1:9/review';
    const said = { label: 'Etika', scoreMaximum: 10 };
    const reviewing = { ...said, submissionReview: { url } };
    expect((await call(`PUT ${lineItem}`, reviewing)).status).toBe(200);
    expect(await leadsTo()).toBe(url);
    expect((await call(`PUT ${lineItem}`, said)).status).toBe(200);
    expect(await leadsTo()).toBe(usual);
  });

  it('E7: of many that come at once, the newest stands; an older one changes nothing', async () => {
    const at = (second: number) => `2026-03-01T08:00:0${second}Z`;
    const many = [3, 1, 4, 0, 2].map((n) => score({ scoreGiven: n, timestamp: at(n) }));
    await Promise.all(many.map((one) => call(`POST ${lineItem}/scores`, one)));
    expect((await call(`POST ${lineItem}/scores`, score({ timestamp: at(3) }))).json.error).toBe(
      'score_outdated',
    );
    expect((await call(`GET ${lineItem}/results`)).json).toMatchObject([{ resultScore: 4 }]);
  });

  it('E7: another tool finds neither line item, nor course, nor people', async () => {
    const theirs = await other.headersFor(
      'lineitem',
      'score',
      'result.readonly',
      'contextmembership.readonly',
    );
    for (const [to, body] of [
      [`GET ${lineItem}`],
      [`DELETE ${lineItem}`],
      [`POST ${lineItem}/scores`, score()],
      [`GET ${lineItem}/results`],
      [`POST ${items}`, { label: 'X', scoreMaximum: 1 }],
      [`GET /lti/nrps/contexts/${courseId}/memberships`],
    ] as const) {
      expect((await call(to, body, theirs)).json.error, to).toBe('context_not_found');
    }
  });

  it('tells apart whom the tool never heard of, and who does not take the course', async () => {
    const stranger = await subjectOf(world.people['other-learner'].personId);
    const author = await subjectOf(world.people['provider-author'].personId);
    const told = async (userId: string) => {
      const { status, json: body } = await call(`POST ${lineItem}/scores`, score({ userId }));
      return [status, body.error];
    };
    expect(await told('nobody')).toEqual([404, 'user_not_found']);
    expect(await told(stranger)).toEqual([422, 'user_not_gradable']);
    expect(await told(author)).toEqual([422, 'user_not_gradable']);
  });

  it('names who takes the course by the pseudonym alone, as long as no agreement says more', async () => {
    const { json: roster } = await call(`GET /lti/nrps/contexts/${courseId}/memberships`);
    expect(roster.members).toEqual([
      {
        user_id: learner,
        roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
        status: 'Active',
      },
    ]);
  });

  it('a tool that is turned off is out at its next request', async () => {
    const { headers: operator } = await world.client(world.tenants.platform, 'lti/manage');
    const change = (status: string) =>
      call(`PATCH /api/lti/tools/${tool.tool.clientId}`, { status }, operator);
    expect((await change('disabled')).status).toBe(200);
    expect((await call(`GET ${items}`)).json.error).toBe('invalid_token');
    expect((await tool.askToken(await tool.assertion())).status).toBe(401);
    await change('active');
    expect((await call(`GET ${items}`)).status).toBe(200);
  });
});
