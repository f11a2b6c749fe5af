import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import { parseMultipart } from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseLine } from '../line.ts';
import type { Delivery, StatementRecords } from '../ports.ts';
import type { LrsReceiver } from '../subscription.ts';
import { idOf, lineText, storedOf } from '../testing/list-feed.ts';
import { sampleSubscription } from '../testing/sample-subscription.ts';
import { createCourier } from './courier.ts';

type Request = Parameters<Outbound['send']>[0];

let requests: Request[];
let answer: (request: Request, ids: readonly string[]) => { status: number; body?: unknown };
let records: StatementRecords;
beforeEach(() => {
  requests = [];
  answer = () => ({ status: 200, body: [] });
  const none = async () => undefined;
  records = { find: none, voiding: none, attachment: none };
});

const textOf = (body: Request['body']) => (body === undefined ? '' : Buffer.from(body).toString('latin1'));
/** Ids of the statements in a JSON body. */
function idsIn(request: Request): readonly string[] {
  if (request.method !== 'POST' || !request.url.endsWith('/statements')) return [];
  const type = request.headers['Content-Type'] ?? '';
  if (!type.startsWith('application/json')) return [];
  const parsed: unknown = JSON.parse(textOf(request.body));
  return (Array.isArray(parsed) ? parsed : [parsed]).map(({ id }) => id);
}
const outbound: Outbound = {
  check: async () => undefined,
  send: async (request): Promise<OutboundResponse> => {
    requests.push(request);
    const { status, body } = answer(request, idsIn(request));
    return { status, headers: {}, body: Buffer.from(JSON.stringify(body ?? '')) };
  },
};
const clock = fixedClock();
const courier = () =>
  createCourier({
    outbound,
    records,
    clock,
    digest: nodeDigest,
    ids: countedIds(),
    portalOrigin: 'https://sinau.example',
  });

const basic: LrsReceiver = {
  kind: 'lrs',
  url: 'https://lrs.agency.example/xapi',
  version: '1.0.3',
  auth: { kind: 'basic', key: 'kunci' },
};
function delivery(
  lines: readonly string[],
  given: Partial<Delivery & { receiver: LrsReceiver }> = {},
): Delivery {
  const { receiver = basic, ...rest } = given;
  return {
    subscription: { ...sampleSubscription(), receiver },
    secrets: { current: 'sandi' },
    lines: lines.map(parseLine),
    apart: false,
    deadlineMs: Number.POSITIVE_INFINITY,
    requestMs: 5_000,
    ...rest,
  };
}
const some = (count: number) => Array.from({ length: count }, (_, n) => lineText(n));
const outcomes = async (given: Delivery) => (await courier().send(given)).map(({ outcome }) => outcome);

describe('forwarding', () => {
  it('sends a batch with the ids kept, without what the receiver sets', async () => {
    const stamped = { stored: 'x', authority: { name: 'x' }, version: '2.0.0', timestamp: storedOf(7) };
    const given = delivery([lineText(0, stamped), lineText(1)]);
    expect(await outcomes(given)).toEqual(['delivered', 'delivered']);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://lrs.agency.example/xapi/statements',
      headers: {
        'X-Experience-API-Version': '1.0.3',
        Authorization: `Basic ${Buffer.from('kunci:sandi').toString('base64')}`,
      },
    });
    expect(JSON.parse(textOf(requests[0]?.body))).toEqual([
      { id: idOf(0), verb: { id: 'http://verbs.example/did' }, timestamp: storedOf(7) },
      { id: idOf(1), verb: { id: 'http://verbs.example/did' } },
    ]);
  });

  it('says 2.0.0 to a receiver of 2.0.0', async () => {
    await courier().send(delivery(some(1), { receiver: { ...basic, version: '2.0.0' } }));
    expect(requests[0]?.headers['X-Experience-API-Version']).toBe('2.0.0');
  });

  it('R2: halves a refused batch down to the statements that are not wanted', async () => {
    const bad = new Set([idOf(13), idOf(37)]);
    answer = (_, ids) => ({ status: ids.some((id) => bad.has(id)) ? 400 : 200 });
    const results = await courier().send(delivery(some(50)));
    const wrong = results.flatMap((sent, n) => (sent.outcome === 'delivered' ? [] : [[n, sent]]));
    const refused = { outcome: 'refused', reason: 'rejected', status: 400 };
    expect(wrong).toEqual([
      [13, refused],
      [37, refused],
    ]);
    expect(requests.length).toBeLessThan(30);
  });

  it('R2: finds the statement that breaks the receiver, though it stands among others', async () => {
    answer = (_, ids) => ({ status: ids.includes(idOf(3)) ? 500 : 200 });
    const results = await courier().send(delivery(some(8)));
    expect(results.map(({ outcome }) => outcome)).toEqual([
      ...Array(3).fill('delivered'),
      'failed',
      ...Array(4).fill('delivered'),
    ]);
  });

  it('F4: asks a receiver that is down a handful of times, and once when it does not answer for all', async () => {
    answer = () => ({ status: 500 });
    expect(new Set((await outcomes(delivery(some(50)))).slice(1))).toEqual(new Set(['skipped']));
    expect(requests.length).toBeLessThanOrEqual(7);
    requests = [];
    answer = () => ({ status: 401 });
    expect((await courier().send(delivery(some(50))))[0]).toEqual({
      outcome: 'failed',
      reason: 'unauthorised',
      status: 401,
    });
    expect(requests).toHaveLength(1);
    requests = [];
    answer = () => ({ status: 503 });
    expect(await outcomes(delivery(some(9), { apart: true }))).toEqual([
      'failed',
      'failed',
      ...Array(7).fill('skipped'),
    ]);
  });

  it('E11: takes a conflict for success when the receiver holds the very statement, and else for a refusal', async () => {
    let held: unknown = { id: idOf(0), verb: { id: 'http://verbs.example/did' }, stored: storedOf(9) };
    answer = ({ method }) => (method === 'GET' ? { status: 200, body: held } : { status: 409 });
    expect(await outcomes(delivery(some(1)))).toEqual(['delivered']);
    held = { id: idOf(0), verb: { id: 'http://verbs.example/other' } };
    expect(await courier().send(delivery(some(1)))).toEqual([
      { outcome: 'refused', reason: 'conflict', status: 409 },
    ]);
  });

  it('sends attachments with their bytes, alone, also when one of them is elsewhere', async () => {
    const one = new Uint8Array(256).map((_, n) => n);
    const three = Buffer.from('tiga\r\n--x\r\n');
    const shaOf = (bytes: Uint8Array) => nodeDigest.sha256(bytes);
    const describe = (sha2: string, length: number) => ({
      usageType: 'https://a.example/u',
      display: { en: 'x' },
      contentType: 'application/octet-stream',
      length,
      sha2,
    });
    const elsewhere = { ...describe('ab'.repeat(32), 5), fileUrl: 'https://a.example/file' };
    const attachments = [describe(shaOf(one), 256), elsewhere, describe(shaOf(three), three.length)];
    records = {
      ...records,
      attachment: async ({ sha2 }) => [one, three].find((bytes) => shaOf(bytes) === sha2),
    };
    expect(await outcomes(delivery([lineText(0), lineText(1, { attachments }), lineText(2)]))).toEqual(
      Array(3).fill('delivered'),
    );
    expect(requests).toHaveLength(2);
    const multipart = requests[1];
    const type = multipart?.headers['Content-Type'] ?? '';
    const parts = parseMultipart(type, Buffer.from(multipart?.body ?? ''));
    if (!parts.ok) throw new Error(JSON.stringify(parts));
    expect(parts.parts).toHaveLength(3);
    expect(parts.parts.slice(1).map(({ body }) => shaOf(body))).toEqual([shaOf(one), shaOf(three)]);
  });

  it('forwards a void as its voiding statement, once beside that statement itself', async () => {
    const voiding = { verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object: { id: idOf(9) } };
    records = { ...records, voiding: async (_, { id }) => JSON.stringify({ id, ...voiding }) };
    const line = JSON.stringify({ kind: 'void', id: idOf(9), voidedBy: idOf(1), stored: storedOf(1) });
    expect(await outcomes(delivery([lineText(0), lineText(1, voiding), line]))).toEqual(
      Array(3).fill('delivered'),
    );
    expect(idsIn(requests[0] as Request)).toEqual([idOf(0), idOf(1)]);
  });

  it('gets an access token once, and a new one after 401', async () => {
    const receiver: LrsReceiver = {
      ...basic,
      auth: {
        kind: 'oauth',
        tokenUrl: 'https://id.agency.example/token',
        clientId: 'a b',
        scope: 'statements/write',
      },
    };
    let tokens = 0;
    let refuse = false;
    answer = ({ url }) => {
      if (!url.endsWith('/token')) return { status: refuse ? 401 : 200 };
      tokens += 1;
      return { status: 200, body: { access_token: `t${tokens}`, token_type: 'Bearer', expires_in: 3600 } };
    };
    const kept = courier();
    for (let n = 0; n < 2; n += 1) await kept.send(delivery(some(1), { receiver }));
    expect(tokens).toBe(1);
    expect(requests[0]).toMatchObject({
      headers: { authorization: `Basic ${Buffer.from('a+b:sandi').toString('base64')}` },
      body: 'grant_type=client_credentials&scope=statements%2Fwrite',
    });
    expect(requests[1]?.headers.Authorization).toBe('Bearer t1');
    refuse = true;
    await kept.send(delivery(some(1), { receiver }));
    refuse = false;
    await kept.send(delivery(some(1), { receiver }));
    expect(requests.at(-1)?.headers.Authorization).toBe('Bearer t2');
    answer = () => ({ status: 400, body: { error: 'invalid_client' } });
    clock.advance(3_600_000);
    expect(await kept.send(delivery(some(1), { receiver }))).toEqual([
      { outcome: 'failed', reason: 'unauthorised', status: 400 },
    ]);
  });

  it('tests with the credentials and changes nothing', async () => {
    answer = ({ method }) => ({ status: method === 'GET' ? 403 : 200 });
    expect(await courier().test(delivery([]))).toEqual({
      ok: false,
      reason: 'unauthorised',
      status: 403,
      milliseconds: 0,
    });
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });
});
