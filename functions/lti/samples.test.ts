import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAddressCheck } from '@sinau/delivery/adapters';
import type { LtiClientId } from '@sinau/delivery/lti';
import { fixedClock } from '@sinau/kernel/testing';
import { claims } from '@sinau/lti';
import { systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { decodeJwt, type JWTHeaderParameters } from 'jose';
import { describe, expect, it } from 'vitest';
import { formIn, ltiWorld, signedByTool, toolKey } from './testing/lti-world.ts';

type Claims = Readonly<Record<string, unknown>>;

const samples = join(import.meta.dirname, 'testing/samples');
const read = (name: string) => readFile(join(samples, `${name}.json`), 'utf8');
const configuration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

/** On one machine tools may be at loopback addresses, as those of the samples are. */
const oneMachine = createAddressCheck({ outbound: createOutbound({ allowLoopback: true }) });
const deployed = createAddressCheck({ outbound: createOutbound() });

describe.each(['moodle-tool', 'ltijs'])('the registration of %s, posted as it was sent', (tool) => {
  const post = async (addressCheck = oneMachine) => {
    const lti = ltiWorld({ addressCheck });
    const { token } = await lti.token();
    const body = await read(`${tool}.registration-request`);
    const answer = await lti.ask('/lti/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    return {
      ...lti,
      status: answer.status,
      sent: JSON.parse(body) as Record<string, never>,
      answer: (await answer.json()) as Record<string, never>,
    };
  };

  it('1.8 #3 #6: is taken, and every address is kept to the letter', async () => {
    const { status, sent, answer, tools } = await post();
    expect(status).toBe(201);
    const { initiate_login_uri, redirect_uris, jwks_uri, client_name } = sent;
    expect(answer).toMatchObject({ initiate_login_uri, redirect_uris, jwks_uri, client_name });
    const { target_link_uri, messages } = sent[configuration] as unknown as {
      target_link_uri: string;
      messages: readonly { type: string; target_link_uri?: string }[];
    };
    const kept = await tools.find(answer.client_id as unknown as LtiClientId);
    expect(kept).toMatchObject({
      ...{ status: 'pending', name: client_name, targetLinkUri: target_link_uri },
      ...{ initiateLoginUri: initiate_login_uri, redirectUris: redirect_uris },
      keys: { kind: 'url', jwksUri: jwks_uri },
    });
    expect(kept?.logoUri).toBe(sent.logo_uri === '' ? undefined : sent.logo_uri);
    const targets = (of: readonly { type: string }[] = []) =>
      new Map(of.map((one) => [one.type, 'targetLinkUri' in one ? one.targetLinkUri : undefined]));
    expect(targets(kept?.messages)).toEqual(
      new Map(messages.map(({ type, target_link_uri: own }) => [type, own])),
    );
    expect(kept?.scopes).toEqual(expect.arrayContaining((sent.scope as unknown as string).split(' ')));
  });

  it('1.8 #3 F3 twin: is refused where tools have to be at public addresses, and nothing of it is kept', async () => {
    const { status, answer, tools } = await post(deployed);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: expect.stringMatching(/^invalid_/) });
    expect(await tools.listPending()).toEqual([]);
  });
});

/**
 * A platform as the one that the sample was sent to: its name, its deployment, its moment, and the data that it gave. Header and claims are
 * those of the sample, to the letter; the signature alone is of a key of these tests.
 */
async function asked(tool: string) {
  const [header, payload] = JSON.parse(await read(`${tool}.deep-linking-response`)) as [
    JWTHeaderParameters & { kid: string },
    Claims & { iss: string; aud: string | readonly string[]; iat: number },
  ];
  const data = payload[claims.data];
  const lti = ltiWorld({
    issuer: [payload.aud].flat()[0] ?? '',
    clock: fixedClock(new Date(payload.iat * 1000).toISOString()),
    ids: { ...systemIds, token: (bytes) => (typeof data === 'string' ? data : systemIds.token(bytes)) },
    addressCheck: oneMachine,
  });
  const [clientId, deploymentId] = [payload.iss as LtiClientId, String(payload[claims.deploymentId])];
  await lti.addTool({
    clientId,
    deployments: [{ deploymentId, name: 'Utama' }],
    keys: { kind: 'pasted', keys: [toolKey(header.kid)] },
  });
  const begun = await lti.begin(
    await lti.order({ message: 'LtiDeepLinkingRequest', role: 'instructor', clientId, deploymentId }),
  );
  const { fields } = formIn(await (await lti.authorize(begun.asked, begun.cookie)).text());
  const told = decodeJwt(fields.id_token ?? '') as Record<string, unknown>;
  const settings = told[claims.deepLinkingSettings] as { deep_link_return_url: string; data: string };
  const post = async (over: Claims = {}) => {
    const jwt = await signedByTool({ ...payload, ...over }, 'tool', header);
    const response = await lti.ask(settings.deep_link_return_url, {
      method: 'POST',
      headers: { origin: 'http://127.0.0.12:8402', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ JWT: jwt }),
    });
    return { status: response.status, text: await response.text() };
  };
  return { ...lti, payload, settings, post };
}

describe('what was chosen at a tool, posted as it was sent', () => {
  it('1.3 1.8 #2 #3: of Moodle: no label, a list of audiences, the parameter without which nothing opens', async () => {
    const { post, placed, settings, payload } = await asked('moodle-tool');
    expect(payload[claims.data]).toBe(settings.data);
    expect((await post()).status).toBe(200);
    const title = 'Manajemen Kinerja Sektor Publik';
    expect(placed).toMatchObject([
      {
        items: [
          {
            ...{ title, frame: true },
            content: {
              kind: 'lti',
              placement: {
                url: 'http://127.0.0.11:8401/enrol/lti/launch.php',
                custom: { id: '5e727ef2-b795-4efd-9b4f-81730a0e1c64' },
                lineItem: { scoreMaximum: 100, label: title },
              },
            },
          },
        ],
      },
    ]);
  });

  it('1.3 1.8 #8: of ltijs: no data, dates, and words for the author', async () => {
    const { post, placed, payload } = await asked('ltijs');
    expect(payload).not.toHaveProperty(claims.data);
    const { status, text } = await post();
    expect([status, text]).toEqual([200, expect.stringContaining('Terpasang')]);
    expect(placed).toMatchObject([
      {
        items: [
          {
            title: 'Keamanan Siber – CS230',
            content: {
              placement: {
                ...{ url: 'http://127.0.0.12:8402/', text: 'Kuliah daring' },
                custom: { course_code: 'CS230' },
                lineItem: { scoreMaximum: 100, label: 'CS230', resourceId: 'cs230', tag: 'final' },
                availableFrom: '2026-08-01T00:00:00.000Z',
                submissionUntil: '2026-12-31T23:59:59.000Z',
              },
            },
          },
        ],
      },
    ]);
  });

  it.each([
    ['1.8 #2 twin: a list of audiences that are others', { aud: ['http://127.0.0.99:8406'] }],
    ['1.8 #8 twin: the data of another request', { [claims.data]: 'csrf-of-another' }],
    ['1.3 twin: the deployment of another', { [claims.deploymentId]: 'd-other' }],
  ])('%s', async (_, over) => {
    for (const tool of ['moodle-tool', 'ltijs']) {
      const { post, placed } = await asked(tool);
      expect((await post(over)).status).toBe(400);
      expect(placed).toEqual([]);
      expect((await post()).status).toBe(200);
    }
  });

  it('1.3 twin: nothing, once its time is over', async () => {
    for (const tool of ['moodle-tool', 'ltijs']) {
      const { post, placed, clock } = await asked(tool);
      clock.advance(700_000);
      expect((await post()).status).toBe(400);
      expect(placed).toEqual([]);
    }
  });
});
