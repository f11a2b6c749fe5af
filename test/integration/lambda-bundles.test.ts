import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { createDailyFileStore } from '@sinau/exports/dynamo';
import { createClientStore, createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, Tenant } from '@sinau/kernel';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { agencyOwner } from '@sinau/push';
import { createPushStore } from '@sinau/push/dynamo';
import { sampleSubscription } from '@sinau/push/testing';
import { parseMultipart, writeMultipart } from '@sinau/xapi';
import { strToU8, zipSync } from 'fflate';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seeded, seed } from '../../functions/dev-server/seed/index.ts';
import { bundleFunctions, functionNames } from '../../infra/bundles/bundle-functions.ts';
import { type HttpInput, httpEvent, readHttpAnswer, scheduledEvent } from '../lambda/events.ts';
import { type LocalServices, signingSecret, startLocalServices } from '../lambda/local-services.ts';
import { type StartedFunction, startFunction } from '../lambda/start-function.ts';

// Every function as it is deployed: the bundle alone, in a process of its own, fed as AWS feeds it.

let services: LocalServices;
let bundles: string;
let names: readonly string[];
let seeded: Seeded;
const started = new Map<string, Promise<StartedFunction>>();

beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'sinau-bundles-'));
  names = await functionNames();
  [services] = await Promise.all([startLocalServices(), bundleFunctions(names, bundles)]);
  const stores = { dynamo: services.dynamo, table: 'lms' };
  seeded = await seed({
    people: createPeopleStore(stores),
    organisations: createOrganisationStore(stores),
    clients: createClientStore(stores),
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
    signer: hmacSigner(signingSecret),
    memory: { read: async () => undefined, write: async () => undefined },
    issuer: 'https://id.sinau.example',
  });
}, 420_000);

afterAll(async () => {
  await Promise.all([...started.values()].map(async (one) => (await one).close()));
  await services.close();
  await rm(bundles, { recursive: true, force: true });
});

function fn(name: string): Promise<StartedFunction> {
  const known = started.get(name);
  if (known) return known;
  const file = join(bundles, name, 'index.mjs');
  const starting = startFunction({ file, environment: services.environment });
  started.set(name, starting);
  return starting;
}

const call = async (name: string, input: HttpInput) =>
  readHttpAnswer(await (await fn(name)).invoke(httpEvent(input)));

const basic = ({ id, secret }: { readonly id: string; readonly secret: string }) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** One batch of a queue to its consumer, as the event source mapping does; resolves with the failures it reported. */
async function deliver(queue: string, name: string): Promise<unknown> {
  let reported: unknown;
  await services.queues.deliverOnce(queue, async (event) => {
    reported = await (await fn(name)).invoke(event);
    return reported as { batchItemFailures: [] };
  });
  return reported;
}

/** Everything a table's stream holds, to its follower; resolves with the answers. */
async function follow(table: string, name: string): Promise<unknown[]> {
  const answers: unknown[] = [];
  const consumer = await services.feed.subscribe({
    table,
    consumer: name,
    startFrom: 'TRIM_HORIZON',
    handler: async (records) => {
      const Records = records.filter(({ eventName }) => eventName !== 'REMOVE');
      const answer = await (await fn(name)).invoke({ Records });
      answers.push(answer);
      return answer as { batchItemFailures: [] };
    },
  });
  await consumer.caughtUp();
  await consumer.stop();
  return answers;
}

/** Well-formed, so that the function asks its table for it. */
const unknownFetchId = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b.never-given';
const nothingFailed = { batchItemFailures: [] };

describe('start', () => {
  it('each bundle needs nothing beside it and starts on Node 24', async () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
    const nodes = await Promise.all(names.map(async (name) => (await fn(name)).node));
    expect(nodes.filter((node) => !node.startsWith('24.'))).toEqual([]);
  });

  it('says which settings are missing', async () => {
    const file = join(bundles, 'launch', 'index.mjs');
    const { LMS_TABLE: _, ...environment } = services.environment;
    await expect(startFunction({ file, environment })).rejects.toThrow('LMS_TABLE');
  });

  it('takes its credentials from the environment, as Lambda gives them', async () => {
    const { AWS_ACCESS_KEY_ID: _, ...environment } = services.environment;
    const bare = await startFunction({ file: join(bundles, 'launch', 'index.mjs'), environment });
    try {
      const path = `/launch/fetch/${unknownFetchId}`;
      const { status } = readHttpAnswer(await bare.invoke(httpEvent({ method: 'POST', path })));
      expect(status).toBe(500);
    } finally {
      await bare.close();
    }
  });
});

describe('doors', () => {
  it('portal: greets a visitor, serves its style sheet, and knows a missing page', async () => {
    const home = await call('portal', { path: '/', headers: { accept: 'text/html' } });
    expect([home.status, home.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(home.text).toContain('<html lang="id"');
    const sheet = /href="(\/assets\/portal\.[0-9a-f]+\.css)"/.exec(home.text)?.[1] ?? 'none';
    const css = await call('portal', { path: sheet });
    expect([css.status, css.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    const missing = await call('portal', { path: '/nowhere', headers: { accept: 'text/html' } });
    expect(missing.status).toBe(404);
  });

  it('xapi: tells its versions, stores a statement and gives it back', async () => {
    const about = await call('xapi', { path: '/xapi/about' });
    expect(about.status).toBe(200);
    expect(JSON.parse(about.text).version).toContain('1.0.3');
    const headers = {
      authorization: basic(seeded.clients.xapi),
      'content-type': 'application/json',
      'x-experience-api-version': '1.0.3',
    };
    const learner = seeded.people.find(({ role }) => role === 'learner');
    const statement = {
      actor: { account: { homePage: 'https://sinau.example', name: learner?.personId } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: 'https://sinau.example/activities/bundle' },
    };
    const stored = await call('xapi', {
      method: 'POST',
      path: '/xapi/statements',
      headers,
      body: JSON.stringify(statement),
    });
    expect([stored.status, stored.text]).toEqual([200, expect.stringMatching(/^\["[0-9a-f-]{36}"\]$/)]);
    const [id] = JSON.parse(stored.text);
    const read = await call('xapi', { path: `/xapi/statements?statementId=${id}`, headers });
    expect(JSON.parse(read.text)).toMatchObject({ id, ...statement });
    const unsigned = await call('xapi', {
      path: '/xapi/statements',
      headers: { 'x-experience-api-version': '1.0.3' },
    });
    expect(unsigned.status).toBe(401);
  });

  it('xapi: takes attachments and documents of any bytes through the gateway, and gives them back', async () => {
    const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index & 255);
    const sha2 = createHash('sha256').update(bytes).digest('hex');
    const headers = { authorization: basic(seeded.clients.xapi), 'x-experience-api-version': '1.0.3' };
    const attachment = { usageType: 'https://sinau.example/u', display: { id: 'x' }, length: 1024, sha2 };
    const statement = {
      actor: { mbox: 'mailto:byte@example.go.id' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: 'https://sinau.example/activities/bytes' },
      attachments: [{ ...attachment, contentType: 'application/octet-stream' }],
    };
    const data = { sha2, contentType: 'application/octet-stream', bytes };
    const { contentType, body } = writeMultipart(JSON.stringify(statement), [data], 'batas');
    const stored = await call('xapi', {
      method: 'POST',
      path: '/xapi/statements',
      headers: { ...headers, 'content-type': contentType },
      body,
    });
    expect(stored.status).toBe(200);
    const [id] = JSON.parse(stored.text);
    const path = `/xapi/statements?statementId=${id}&attachments=true`;
    const read = await call('xapi', { path, headers });
    const parsed = parseMultipart(read.headers['content-type'] ?? '', read.bytes);
    expect(parsed.ok && parsed.parts[1]?.body).toEqual(bytes);
    const document = '/xapi/activities/profile?activityId=https://sinau.example&profileId=bytes';
    const typed = { ...headers, 'content-type': 'image/png', 'if-none-match': '*' };
    expect((await call('xapi', { method: 'PUT', path: document, headers: typed, body: bytes })).status).toBe(
      204,
    );
    expect((await call('xapi', { path: document, headers })).bytes).toEqual(bytes);
  });

  it('scorm: tells the page of a session that is over', async () => {
    const token = Buffer.from('cmi5-9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b:never-given').toString('base64');
    const { status, text } = await call('scorm', {
      method: 'POST',
      path: `/launch/scorm/commit?token=${encodeURIComponent(token)}`,
      body: '{}',
    });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ code: 'delivery.session-ended' });
  });

  it('quiz: tells the page of a session that is over', async () => {
    const token = Buffer.from('cmi5-9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b:never-given').toString('base64');
    const headers = { authorization: `Basic ${token}` };
    const { status, text } = await call('quiz', { method: 'POST', path: '/launch/quiz/start', headers });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ code: 'delivery.session-ended' });
  });

  it('dispatch: answers a package whose dispatch there is not, and any origin', async () => {
    const { status, text, headers } = await call('dispatch', {
      method: 'POST',
      path: '/launch/dispatch/9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b/start',
      headers: { 'content-type': 'application/json', origin: 'https://lms.kota.example' },
      body: JSON.stringify({ key: 'x', learner: 'a'.repeat(64) }),
    });
    expect([status, headers['access-control-allow-origin']]).toEqual([404, '*']);
    expect(JSON.parse(text)).toMatchObject({ code: 'dispatch.not-found' });
  });

  it('launch: answers an unknown fetch id with an error of cmi5', async () => {
    const { status, text } = await call('launch', {
      method: 'POST',
      path: `/launch/fetch/${unknownFetchId}`,
    });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { 'error-code': '2', 'error-text': expect.any(String) },
    ]);
  });

  it('scim: refuses without a client, in the words of SCIM', async () => {
    const { status, headers, text } = await call('scim', { path: '/scim/v2/Users' });
    expect([status, headers['content-type']]).toEqual([401, 'application/scim+json']);
    expect(JSON.parse(text)).toMatchObject({ status: '401' });
  });

  it('api: refuses without a client, as a problem', async () => {
    const { status, headers, text } = await call('api', { path: '/api/imports' });
    expect([status, headers['content-type']]).toEqual([
      401,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(JSON.parse(text)).toMatchObject({ status: 401 });
  });
});

describe('workers', () => {
  it('importer: reads a real package with the XML schema, from the provider API to its report', async () => {
    const headers = { authorization: basic(seeded.clients.provider) };
    const sent = async (file: Uint8Array) =>
      call('api', {
        method: 'POST',
        path: '/api/packages?fileName=course.zip',
        headers: { ...headers, 'content-type': 'application/zip' },
        body: file,
      });
    const good = await sent(packageWith(courseStructure));
    const bad = await sent(packageWith(courseStructure.replace('<title>', '<tittle>')));
    expect([good.status, bad.status]).toEqual([202, 202]);
    expect(await deliver('imports', 'importer')).toEqual(nothingFailed);
    const reports = await Promise.all(
      [good, bad].map(async ({ text }) => {
        const path = `/api/imports/${JSON.parse(text).jobId}`;
        return JSON.parse((await call('api', { path, headers })).text);
      }),
    );
    expect(reports.map(({ state }) => state)).toEqual(['passed', 'refused']);
  });

  it('R2: importer: reports a poisoned message alone', async () => {
    const importer = await fn('importer');
    const record = (messageId: string, body: string) => ({
      messageId,
      body,
      attributes: { ApproximateReceiveCount: '1' },
      eventSource: 'aws:sqs',
    });
    const Records = [record('m1', '{"jobId":"../../x"}'), record('m2', 'not JSON')];
    expect(await importer.invoke({ Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }],
    });
  });

  it('announcer and mailer: an invited person is told by mail, once', async () => {
    expect(await follow('lms', 'announcer')).not.toEqual([]);
    const before = services.mails.length;
    expect(await deliver('mails', 'mailer')).toEqual(nothingFailed);
    const mails = services.mails.slice(before);
    expect(mails.length).toBeGreaterThan(0);
    expect(mails[0]).toMatchObject({
      FromEmailAddress: 'sinau@sinau.example',
      Destination: { ToAddresses: [expect.stringContaining('.example')] },
    });
  });

  it('announcer: asks for the stream again from a record it cannot read', async () => {
    const Records = [{ eventName: 'INSERT', dynamodb: { SequenceNumber: '7', Keys: { pk: { Q: 'odd' } } } }];
    expect(await (await fn('announcer')).invoke({ Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '7' }],
    });
  });

  it('projector and records: an agency pulls what its learner did, with a token', async () => {
    const unsigned = await call('records', { path: '/records' });
    expect([unsigned.status, unsigned.headers['content-type']]).toEqual([
      401,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(await follow('lrs', 'projector')).not.toEqual([]);
    const token = await call('records', {
      method: 'POST',
      path: '/oauth/token',
      headers: {
        authorization: basic(seeded.clients.agency),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials&scope=records%2Fread',
    });
    expect(token.status).toBe(200);
    const authorization = `Bearer ${JSON.parse(token.text).access_token}`;
    const pulled = await call('records', { path: '/records', headers: { authorization } });
    expect([pulled.status, pulled.headers['content-type']]).toEqual([200, expect.stringContaining('ndjson')]);
    const lines = pulled.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(JSON.stringify(lines)).toContain('https://sinau.example/activities/bundle');
  });

  it('exporter: writes what was asked for through the records door, and the files of the day', async () => {
    await follow('lrs', 'projector');
    const headers = { authorization: basic(seeded.clients.agency) };
    const pulled = await call('records', { path: '/records', headers });
    const asked = await call('records', {
      method: 'POST',
      path: '/records/exports',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'ndjson' }),
    });
    expect(asked.status).toBe(202);
    expect(await deliver('exports', 'exporter')).toEqual(nothingFailed);
    const path = String(asked.headers.location);
    const done = JSON.parse((await call('records', { path, headers })).text);
    const lines = pulled.text.split('\n').filter(Boolean);
    expect(done).toMatchObject({ state: 'done', progress: { rows: lines.length } });
    const file = Buffer.from(await (await fetch(done.files[0].url)).arrayBuffer());
    expect(createHash('sha256').update(file).digest('hex')).toBe(done.files[0].sha256);
    expect(gunzipSync(file).toString().split('\n').filter(Boolean).toSorted()).toEqual(lines.toSorted());
    const exporter = await fn('exporter');
    const tell = (body: object) =>
      exporter.invoke({
        Records: [
          { messageId: 'm', body: JSON.stringify(body), attributes: { ApproximateReceiveCount: '1' } },
        ],
      });
    const agencyId = agencyOf(seeded.tenants.agency);
    expect(await tell({ kind: 'daily', agencyId })).toEqual(nothingFailed);
    const daily = createDailyFileStore({ dynamo: services.dynamo, table: 'lms' });
    const files = await daily.listFiles({ agencyId, limit: 100 });
    expect(files.reduce((sum, { rows }) => sum + rows, 0)).toBe(lines.length);
  });

  it('forwarder: sends a subscription what its learner did, signed with the secret that the key opens', async () => {
    await follow('lrs', 'projector');
    const arrived: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
    const receiver = createServer(async (request, response) => {
      arrived.push({ headers: request.headers, body: await text(request) });
      response.writeHead(204).end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const secret = `whsec_${Buffer.from('a secret of a webhook, 32 bytes.').toString('base64')}`;
    await createPushStore({ dynamo: services.dynamo, table: 'lms' }).create({
      ...sampleSubscription({ ownerId: agencyOwner(agencyOf(seeded.tenants.agency)) }),
      receiver: {
        kind: 'webhook',
        url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
        payload: 'full',
        events: ['records.statement'],
      },
      sealedSecrets: `k1.${Buffer.from(JSON.stringify({ current: secret })).toString('base64url')}`,
    });
    try {
      expect(await (await fn('forwarder')).invoke(scheduledEvent())).toBeNull();
      expect(await deliver('pushes', 'forwarder')).toEqual(nothingFailed);
      expect(arrived.map(({ body }) => body).join()).toContain('https://sinau.example/activities/bundle');
      const [first] = arrived;
      const headers = Object.fromEntries(
        ['id', 'timestamp', 'signature'].map((part) => [
          `webhook-${part}`,
          String(first?.headers[`webhook-${part}`]),
        ]),
      );
      expect(() => new Webhook(secret).verify(first?.body ?? '', headers)).not.toThrow();
    } finally {
      receiver.closeAllConnections();
      receiver.close();
    }
  });

  it('housekeeping: runs by the clock', async () => {
    expect(await (await fn('housekeeping')).invoke(scheduledEvent())).toBeNull();
  });
});

function agencyOf(tenant: Tenant): AgencyId {
  if (tenant.kind !== 'agency') throw new Error('not an agency');
  return tenant.agencyId;
}

const courseStructure = `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://sinau.example/course">
    <title><langstring lang="id">Pelayanan publik</langstring></title>
    <description><langstring lang="id">Contoh</langstring></description>
  </course>
  <au id="https://sinau.example/course/1" moveOn="Completed">
    <title><langstring lang="id">Bagian satu</langstring></title>
    <description><langstring lang="id">Contoh</langstring></description>
    <url>index.html</url>
  </au>
</courseStructure>
`;

function packageWith(structure: string): Uint8Array {
  return zipSync({
    'cmi5.xml': strToU8(structure),
    'index.html': strToU8('<!doctype html><title>1</title>'),
  });
}
