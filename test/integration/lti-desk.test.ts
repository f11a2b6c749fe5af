import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../security/world/start-world.ts';

let world: World;
let operator: Record<string, string>;

beforeAll(async () => {
  world = await startWorld();
  const { headers } = await world.client(world.tenants.platform, 'lti/manage');
  operator = { ...headers, 'content-type': 'application/json' };
});
afterAll(() => world.close());

const ask = async (to: string, body?: object, headers = operator) => {
  const [method = '', path = ''] = to.split(' ');
  const answer = await world.ask(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, body: (isJson ? await answer.json() : {}) as Record<string, unknown> };
};

const provider = () => {
  const { providerA } = world.tenants;
  if (providerA.kind !== 'provider') throw new Error('not a provider');
  return providerA.providerId;
};

const base = 'http://127.0.0.1:9';
const byHand = {
  name: 'Alat Contoh',
  initiateLoginUri: `${base}/login`,
  redirectUris: [base],
  targetLinkUri: base,
  deepLinkingUri: `${base}/choose`,
  jwksUri: `${base}/keys`,
  ...{ scopes: [], custom: {} },
};

async function toolOf(over: object = {}) {
  const { status, body } = await ask('POST /api/lti/tools', {
    providerId: provider(),
    tool: byHand,
    ...over,
  });
  expect(status).toBe(201);
  return String(body.clientId);
}

const learner = () => world.people.learner.personId;

describe('machines that look after tools', () => {
  it('R5 R7: make a token, see the tool wait, approve it, add a place and turn it off', async () => {
    const { body: made } = await ask('POST /api/lti/registrations', { providerId: provider() });
    const metadata = {
      ...{
        initiate_login_uri: `${base}/login`,
        redirect_uris: [base],
        client_name: 'Alat',
        jwks_uri: `${base}/keys`,
      },
      'https://purl.imsglobal.org/spec/lti-tool-configuration': { target_link_uri: base },
    };
    const bearer = { authorization: `Bearer ${made.token}`, 'content-type': 'application/json' };
    const { status, body } = await ask('POST /lti/register', metadata, bearer);
    expect(status).toBe(201);
    const path = `/api/lti/tools/${body.client_id}`;
    expect((await ask('GET /api/lti/tools')).body.tools).toMatchObject([{ clientId: body.client_id }]);
    expect((await ask(`GET ${path}`)).body).toMatchObject({ status: 'pending', providerId: provider() });
    // What somebody has changed since it was read is not approved.
    expect((await ask(`PATCH ${path}`, { rev: 7, status: 'active' })).status).toBe(409);
    const approved = await ask(`PATCH ${path}`, {
      rev: 0,
      status: 'active',
      addDeployment: { name: 'Kelas B' },
    });
    expect(approved.body).toMatchObject({ status: 'active', deployments: [{}, { name: 'Kelas B' }] });
    const [first, second] = approved.body.deployments as { deploymentId: string }[];
    const less = await ask(`PATCH ${path}`, { removeDeployment: { deploymentId: first?.deploymentId } });
    expect(less.body.deployments).toEqual([second]);
    expect((await ask('GET /api/lti/tools')).body.tools).toEqual([]);
    expect((await ask(`PATCH ${path}`, { status: 'disabled' })).body).toMatchObject({ status: 'disabled' });
  });

  it('place a link in a new course, enrol who is launched, and lead to the tool', async () => {
    const clientId = await toolOf();
    const link = { clientId, title: 'Etika', lineItem: { scoreMaximum: 10, label: 'Etika' } };
    const { status, body: placed } = await ask('POST /api/lti/links', link);
    expect(status).toBe(201);
    const order = { personId: learner(), courseId: placed.courseId };
    const launch = await ask('POST /api/lti/launches', order);
    expect(launch.status).toBe(201);
    const url = new URL(String(launch.body.url));
    const to = await world.ask(`${url.pathname}${url.search}`, { redirect: 'manual' });
    expect(to.headers.get('location')).toMatch(new RegExp(`^${base}/login\\?`));
    // Enrolled once, whatever comes after.
    const again = await ask('POST /api/lti/launches', { ...order, resourceLinkId: placed.resourceLinkId });
    expect(again.body.registration).toBe(launch.body.registration);
  });

  it('1.3 L11: lead authors to choose content, and to the work of a learner', async () => {
    const clientId = await toolOf();
    const { body: placed } = await ask('POST /api/lti/links', { clientId, title: 'Satu' });
    const { body: more } = await ask('POST /api/lti/links', {
      clientId,
      title: 'Dua',
      courseId: placed.courseId,
      lineItem: { scoreMaximum: 10, label: 'Dua' },
    });
    expect(more).toMatchObject({ courseId: placed.courseId, version: 2 });
    const personId = learner();
    const about = { personId, courseId: placed.courseId };
    const choose = await ask('POST /api/lti/launches', {
      ...about,
      message: 'LtiDeepLinkingRequest',
      clientId,
    });
    expect(choose.status).toBe(201);
    const review = { ...about, message: 'LtiSubmissionReviewRequest', forPersonId: personId };
    expect((await ask('POST /api/lti/launches', review)).status).toBe(404);
    const named = { ...review, resourceLinkId: more.resourceLinkId };
    expect((await ask('POST /api/lti/launches', named)).status).toBe(201);
    // Without a line item there is no result that could be looked at.
    const bare = await ask('POST /api/lti/launches', { ...named, resourceLinkId: placed.resourceLinkId });
    expect(bare.status).toBe(409);
    expect(bare.body.code).toBe('lti.tool-not-ready');
  });

  it('refuse what is not there, not ready or not allowed', async () => {
    const nobody = await ask('POST /api/lti/registrations', { providerId: 'absent' });
    expect(nobody).toMatchObject({ status: 404, body: { code: 'lti.not-found' } });
    expect((await ask('GET /api/lti/tools/absent')).status).toBe(404);
    const inside = { ...byHand, jwksUri: 'https://169.254.169.254/keys' };
    expect((await ask('POST /api/lti/tools', { providerId: provider(), tool: inside })).status).toBe(400);
    const open = await toolOf();
    for (const [path, wrong] of [
      ['/url', { url: 'https://169.254.169.254/latest' }],
      ['/url', { url: 'javascript:alert(1)' }],
      ['/deploymentId', { deploymentId: 'none' }],
    ] as const) {
      const refused = await ask('POST /api/lti/links', { clientId: open, title: 'Satu', ...wrong });
      expect(refused).toMatchObject({ status: 400, body: { issues: [{ path }] } });
    }
  });

  it('R5: place no link of a tool that waits or is turned off, and enrol nobody for one', async () => {
    const clientId = await toolOf({ approved: false });
    const link = { clientId, title: 'Belum disetujui' };
    const refused = { status: 409, body: { code: 'lti.tool-not-ready' } };
    expect(await ask('POST /api/lti/links', link)).toMatchObject(refused);
    const path = `/api/lti/tools/${clientId}`;
    await ask(`PATCH ${path}`, { status: 'active' });
    const { status, body: placed } = await ask('POST /api/lti/links', link);
    expect(status).toBe(201);
    await ask(`PATCH ${path}`, { status: 'disabled' });
    expect(await ask('POST /api/lti/links', link)).toMatchObject(refused);
    const order = { personId: learner(), courseId: placed.courseId };
    expect(await ask('POST /api/lti/launches', order)).toMatchObject(refused);
    const headers = await world.signedIn('learner');
    const page = await (await world.ask(`/courses/${placed.courseId}`, { headers })).text();
    expect(page).toContain(`action="/courses/${placed.courseId}/enrol"`);
  });
});
