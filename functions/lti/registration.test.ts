import type { LtiClientId } from '@sinau/delivery/lti';
import { describe, expect, it } from 'vitest';
import { issuer, ltiWorld } from './testing/lti-world.ts';

const configuration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const metadata = {
  application_type: 'web',
  response_types: ['id_token'],
  grant_types: ['implicit', 'client_credentials'],
  initiate_login_uri: 'https://kampus.example/login.php?id=0a1b',
  redirect_uris: ['https://kampus.example/launch.php', 'https://kampus.example'],
  client_name: 'Universitas Contoh',
  jwks_uri: 'https://kampus.example/jwks.php',
  logo_uri: '',
  token_endpoint_auth_method: 'private_key_jwt',
  scope: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  [configuration]: {
    domain: 'kampus.example',
    target_link_uri: 'https://kampus.example/launch.php',
    messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: 'https://kampus.example/choose.php' }],
  },
};

function world() {
  const lti = ltiWorld();
  const send = async (token: string | undefined, body: unknown = metadata, to = 'POST /lti/register') => {
    const [method = '', path = ''] = to.split(' ');
    const answer = await lti.ask(path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const found = (clientId: unknown) => lti.tools.find(clientId as LtiClientId);
  return { ...lti, send, found };
}

describe('tools that register themselves', () => {
  it('R1 R5: are told their client and deployment, keep their addresses to the letter, and wait for an operator', async () => {
    const { send, token, found } = world();
    const { status, body } = await send((await token()).token);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ redirect_uris: metadata.redirect_uris, initiate_login_uri: metadata.initiate_login_uri },
      scope: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
      registration_client_uri: `${issuer}/lti/register/${body.client_id}`,
      [configuration]: { deployment_id: expect.any(String) },
    });
    expect(await found(body.client_id)).toMatchObject({
      ...{ status: 'pending', providerId: 'p1', registeredBy: 'sri' },
      redirectUris: metadata.redirect_uris,
    });
  });

  it('R5: work at once where an operator has approved beforehand', async () => {
    const { send, token, found } = world();
    const { body } = await send((await token(true)).token);
    expect(await found(body.client_id)).toMatchObject({ status: 'active' });
  });

  it('R7: with a token that works once, for an hour', async () => {
    const { send, token, clock } = world();
    const first = await token();
    expect((await send(first.token)).status).toBe(201);
    expect(await send(first.token)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
    const second = await token();
    clock.advance(3_600_000);
    expect((await send(second.token)).status).toBe(401);
  });

  it('R7: two at once with one token are one tool', async () => {
    const { send, token, tools } = world();
    const { token: given } = await token();
    const answers = await Promise.all([send(given), send(given)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect(await tools.listOf('p1' as never)).toHaveLength(1);
  });

  it.each([undefined, 'made-up', 'machine.other', 'not.ours'])('R7: with no token like %j', async (token) => {
    const { send, tools } = world();
    expect(await send(token)).toMatchObject({
      status: 401,
      body: { error: 'invalid_token', message: expect.any(String) },
    });
    expect(await tools.listPending()).toEqual([]);
  });

  it('R5: refused metadata names the field, and leaves the token good', async () => {
    const { send, token } = world();
    const { token: given } = await token();
    const redirects = await send(given, { ...metadata, redirect_uris: ['x'] });
    expect(redirects).toMatchObject({ status: 400, body: { error: 'invalid_redirect_uri' } });
    expect(await send(given, '{')).toMatchObject({ status: 400, body: { error: 'invalid_client_metadata' } });
    expect((await send(given)).status).toBe(201);
  });

  it.each([
    ['initiate_login_uri', { initiate_login_uri: 'https://inside.example/x' }],
    ['jwks_uri', { jwks_uri: 'https://inside.example/x' }],
    ['logo_uri', { logo_uri: 'https://inside.example/x' }],
    ['redirect_uris', { redirect_uris: ['https://kampus.example', 'https://inside.example/x'] }],
    ['target_link_uri', { [configuration]: { target_link_uri: 'https://inside.example/x' } }],
    [
      'messages/target_link_uri',
      {
        [configuration]: {
          target_link_uri: 'https://kampus.example',
          messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: 'https://inside.example/x' }],
        },
      },
    ],
  ])('F3: %s that leads inside is refused', async (field, over) => {
    const { send, token, forbidden, tools } = world();
    forbidden.add('https://inside.example/x');
    const { status, body } = await send((await token()).token, { ...metadata, ...over });
    expect(status).toBe(400);
    expect(body.error_description).toMatch(new RegExp(`^${field}`));
    expect(await tools.listPending()).toEqual([]);
  });

  it('R7: read what they registered with the same token, and nobody else does', async () => {
    const { send, token } = world();
    const [mine, other] = [(await token()).token, (await token()).token];
    const { body } = await send(mine);
    const path = `/lti/register/${body.client_id}`;
    expect((await send(mine, undefined, `GET ${path}`)).body).toMatchObject({ client_id: body.client_id });
    await send(other);
    for (const stranger of [other, 'made-up', undefined]) {
      expect((await send(stranger, undefined, `GET ${path}`)).status).toBe(401);
      expect((await send(stranger, metadata, `PUT ${path}`)).status).toBe(401);
    }
  });

  it('R7: stay in use when they name the same messages in another order, and not when they take another kind', async () => {
    const { send, token, found } = world();
    const { token: mine } = await token(true);
    const [choice] = metadata[configuration].messages;
    const launch = { type: 'LtiResourceLinkRequest' };
    const taking = (messages: readonly object[]) => ({
      ...metadata,
      [configuration]: { ...metadata[configuration], messages },
    });
    const { client_id: clientId } = (await send(mine, taking([launch, { ...choice }]))).body;
    await send(mine, taking([{ ...choice }, launch]), `PUT /lti/register/${clientId}`);
    expect(await found(clientId)).toMatchObject({
      status: 'active',
      messages: [{ type: choice?.type }, launch],
    });
    await send(mine, taking([{ ...choice }]), `PUT /lti/register/${clientId}`);
    expect(await found(clientId)).toMatchObject({ status: 'pending' });
  });

  it('R7: change their name and stay in use, but are looked at again when they lead elsewhere or ask for more', async () => {
    const { send, token, found } = world();
    const { token: mine } = await token(true);
    const { client_id: clientId } = (await send(mine)).body;
    const path = `/lti/register/${clientId}`;
    await send(mine, { ...metadata, client_name: 'Nama baru' }, `PUT ${path}`);
    expect(await found(clientId)).toMatchObject({ name: 'Nama baru', status: 'active' });
    await send(mine, { ...metadata, redirect_uris: ['https://other.example'] }, `PUT ${path}`);
    expect(await found(clientId)).toMatchObject({
      status: 'pending',
      redirectUris: ['https://other.example'],
    });
    const { token: second } = await token(true);
    const { client_id: another } = (await send(second)).body;
    const scope = `${metadata.scope} https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly`;
    await send(second, { ...metadata, scope }, `PUT /lti/register/${another}`);
    expect(await found(another)).toMatchObject({ status: 'pending' });
  });
});

describe('machines of operators that register tools', () => {
  it('R5: register for the provider they name, or that of the deployment; such a tool waits for approval too', async () => {
    const { send, found } = world();
    const { status, body } = await send('machine.lti', metadata, 'POST /lti/register?provider=p2');
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('registration_access_token');
    expect(await found(body.client_id)).toMatchObject({
      status: 'pending',
      providerId: 'p2',
      registeredBy: 'machine',
    });
    const { body: other } = await send('machine.lti');
    expect(await found(other.client_id)).toMatchObject({ providerId: 'p1' });
    expect(await send('machine.lti', metadata, 'POST /lti/register?provider=absent')).toMatchObject({
      status: 400,
    });
  });
});
