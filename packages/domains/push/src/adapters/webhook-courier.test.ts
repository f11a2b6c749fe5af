import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLine } from '../line.ts';
import type { StatementRecords } from '../ports.ts';
import type { Secrets, WebhookReceiver } from '../subscription.ts';
import { idOf, lineText, storedOf } from '../testing/list-feed.ts';
import { sampleSubscription } from '../testing/sample-subscription.ts';
import { createCourier } from './courier.ts';
import { newWebhookSecret, signMessage } from './sign-message.ts';

interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let arrived: Arrived[];
let answer: (n: number) => { readonly status: number; readonly headers?: Record<string, string> };
beforeEach(async () => {
  arrived = [];
  answer = () => ({ status: 204 });
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    arrived.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    const { status, headers = {} } = answer(arrived.length);
    response.writeHead(status, headers).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const none = async () => undefined;
const records: StatementRecords = { find: none, voiding: none, attachment: none };
const clock = fixedClock();
const courier = createCourier({
  outbound: createOutbound({ allowLoopback: true }),
  records,
  clock,
  digest: nodeDigest,
  ids: countedIds(),
  portalOrigin: 'https://sinau.example',
});
const secrets: Secrets = { current: newWebhookSecret() };
const subscription = sampleSubscription();

function delivery(given: Partial<WebhookReceiver> = {}, lines = [0]) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const receiver: WebhookReceiver = {
    kind: 'webhook',
    url,
    payload: 'full',
    events: ['records.statement'],
    ...given,
  };
  return {
    subscription: { ...subscription, receiver },
    secrets,
    lines: lines.map((n) => parseLine(lineText(n))),
    apart: false,
    deadlineMs: Number.POSITIVE_INFINITY,
    requestMs: 5_000,
  };
}

/** The published library has no clock of its own to set: it checks the time against now. */
function verify({ headers, body }: Arrived, secret = secrets.current): unknown {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
  const given = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  return new Webhook(secret).verify(body, given);
}

describe('webhooks', () => {
  it('sign the vector of the specification alike', () => {
    const headers = signMessage(
      { current: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', nowMs: 1_614_265_330_000 },
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('F4: carry id, time and a signature that a published library accepts, and refuses when it is old', async () => {
    clock.advance(Date.now() - clock.now().getTime());
    expect(await courier.send(delivery())).toEqual([{ outcome: 'delivered' }]);
    const [first] = arrived;
    if (!first) throw new Error('nothing arrived');
    expect(verify(first)).toEqual({
      type: 'records.statement',
      timestamp: storedOf(0),
      data: {
        id: idOf(0),
        stored: storedOf(0),
        statement: { id: idOf(0), verb: { id: 'http://verbs.example/did' } },
      },
    });
    expect(() => verify({ ...first, body: `${first.body} ` })).toThrow('signature');
    clock.advance(-10 * 60_000);
    await courier.send(delivery());
    expect(() => verify(arrived[1] ?? first)).toThrow('old');
    clock.advance(10 * 60_000);
    // A repeat is known by its id.
    await courier.send(delivery());
    expect(arrived[2]?.headers['webhook-id']).toBe(first.headers['webhook-id']);
    await courier.send(delivery({}, [1]));
    expect(arrived[3]?.headers['webhook-id']).not.toBe(first.headers['webhook-id']);
  });

  it('are signed with both secrets while one is being changed', async () => {
    clock.advance(Date.now() - clock.now().getTime());
    const until = new Date(clock.now().getTime() + 1_000).toISOString();
    const changing: Secrets = { current: newWebhookSecret(), previous: { secret: secrets.current, until } };
    await courier.send({ ...delivery(), secrets: changing });
    const [first] = arrived;
    if (!first) throw new Error('nothing arrived');
    expect(() => verify(first)).not.toThrow();
    expect(() => verify(first, changing.current)).not.toThrow();
    clock.advance(1_001);
    await courier.send({ ...delivery(), secrets: changing });
    expect(() => verify(arrived[1] ?? first)).toThrow();
    expect(() => verify(arrived[1] ?? first, changing.current)).not.toThrow();
  });

  it('give a statement character by character, or only its id', async () => {
    const json = '{"id":"x","result":{"score":{"scaled":1.0,"raw":1e2}},"text":"\\u00e9 é"}';
    const text = `{"kind":"statement","id":"x","position":"p","stored":"${storedOf(1)}","statement":${json}}`;
    await courier.send({ ...delivery(), lines: [parseLine(text)] });
    expect(arrived[0]?.body).toContain(`"statement":${json}}}`);
    await courier.send({ ...delivery({ payload: 'thin' }), lines: [parseLine(text)] });
    expect(JSON.parse(arrived[1]?.body ?? '')).toEqual({
      type: 'records.statement',
      timestamp: storedOf(1),
      data: {
        id: 'x',
        stored: storedOf(1),
        href: 'https://sinau.example/xapi/statements?statementId=x',
      },
    });
  });

  it('tell of a void', async () => {
    const line = { kind: 'void', id: 'x', voidedBy: 'y', stored: storedOf(1) } as const;
    await courier.send({ ...delivery(), lines: [{ ...line, key: 'v:x' }] });
    expect(JSON.parse(arrived[0]?.body ?? '')).toEqual({
      type: 'records.void',
      timestamp: storedOf(1),
      data: { id: 'x', voidedBy: 'y', stored: storedOf(1) },
    });
  });

  it.each([
    [200, 'delivered', undefined],
    [302, 'failed', 'redirect'],
    [400, 'failed', 'rejected'],
    [401, 'failed', 'unauthorised'],
    [404, 'failed', 'not-found'],
    [410, 'failed', 'gone'],
    [429, 'failed', 'busy'],
    [500, 'failed', 'server-error'],
  ])('F4: read %i as %s', async (status, outcome, reason) => {
    answer = () => ({ status, headers: { location: 'http://127.0.0.1:1/' } });
    expect(await courier.send(delivery())).toMatchObject([{ outcome, ...(reason && { reason, status }) }]);
    expect(arrived).toHaveLength(1);
  });

  it('F4: read Retry-After in seconds and as a date', async () => {
    answer = () => ({ status: 503, headers: { 'retry-after': '120' } });
    expect(await courier.send(delivery())).toMatchObject([{ reason: 'busy', retryAfterSeconds: 120 }]);
    const date = new Date(Math.ceil(clock.now().getTime() / 1000) * 1000 + 60_000).toUTCString();
    answer = () => ({ status: 429, headers: { 'retry-after': date } });
    const [sent] = await courier.send(delivery());
    expect(sent).toMatchObject({ reason: 'busy' });
    expect(sent && 'retryAfterSeconds' in sent ? sent.retryAfterSeconds : 0).toBeGreaterThanOrEqual(60);
  });

  it('F4: stop at the first group when all of it fails, and when the time is over', async () => {
    answer = () => ({ status: 500 });
    const lines = Array.from({ length: 20 }, (_, n) => n);
    const results = await courier.send(delivery({}, lines));
    expect(results.map(({ outcome }) => outcome)).toEqual([
      ...Array(4).fill('failed'),
      ...Array(16).fill('skipped'),
    ]);
    expect(arrived).toHaveLength(4);
    const late = await courier.send({ ...delivery({}, lines), deadlineMs: clock.now().getTime() });
    expect(new Set(late.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
  });

  it('say what a test was answered', async () => {
    answer = () => ({ status: 418 });
    expect(await courier.test(delivery())).toEqual({
      ok: false,
      reason: 'rejected',
      status: 418,
      milliseconds: 0,
    });
    expect(JSON.parse(arrived[0]?.body ?? '')).toMatchObject({ type: 'sinau.test' });
    answer = () => ({ status: 200 });
    expect(await courier.test(delivery())).toEqual({ ok: true, status: 200, milliseconds: 0 });
  });

  it('F3: cannot be set to an address inside', async () => {
    const strict = createCourier({
      outbound: createOutbound({ resolve: async () => ['10.0.0.1'] }),
      records,
      clock,
      digest: nodeDigest,
      ids: countedIds(),
      portalOrigin: 'https://sinau.example',
    });
    for (const url of ['https://127.0.0.1/', 'http://receiver.example/', 'https://inside.example/']) {
      const { receiver } = delivery({ url }).subscription;
      await expect(strict.check(receiver)).rejects.toMatchObject({ code: 'push.receiver-not-allowed' });
    }
    const [sent] = await strict.send(delivery({ url: 'https://inside.example/' }));
    expect(sent).toEqual({ outcome: 'failed', reason: 'address-forbidden' });
  });

  it('have secrets of 256 bits in the spelling of the specification', () => {
    const secret = newWebhookSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const key = Buffer.from(secret.slice(6), 'base64');
    const { 'webhook-signature': signature = '' } = signMessage(
      { current: secret },
      { id: 'a', body: 'c', nowMs: 0 },
    );
    expect(signature).toBe(`v1,${createHmac('sha256', key).update('a.0.c').digest('base64')}`);
  });
});
