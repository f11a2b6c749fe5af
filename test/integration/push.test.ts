import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { comparableForm } from '@sinau/xapi';
import library, { type Statement } from '@xapi/xapi';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { type BrowserSession, signInOverHttp } from './browser-session.ts';

const XAPI = library.default;
const learnersHome = 'https://sinau.localhost';

interface Message {
  readonly id: string;
  readonly type: string;
  readonly statementId: string;
}

/**
 * Two servers of this product: the records of one are forwarded to the record store of the other, through a proxy that
 * fails every third request, sometimes after it was carried out; and to a webhook that fails every third message. The
 * sender is killed in between.
 */
describe('push', () => {
  const servers: Server[] = [];
  const dirs: string[] = [];
  let sender: RunningServer;
  let receiver: RunningServer;
  let proxy: string;
  let webhook: string;
  let proxied = 0;
  const messages: Message[] = [];
  const refusedSignatures: unknown[] = [];
  let secret = '';

  async function listen(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const start = async (dataDir: string) => startServer({ dataDir });
  const folder = async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sinau-push-'));
    dirs.push(dir);
    return dir;
  };

  beforeAll(async () => {
    const [from, to] = [await folder(), await folder()];
    [sender, receiver] = await Promise.all([start(from), start(to)]);
    proxy = await listen((request, response) => void pass(request, response));
    webhook = await listen((request, response) => void take(request, response));
  }, 420_000);
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await Promise.all([sender?.stop(), receiver?.stop()]);
    await Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true })));
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    proxied += 1;
    const body = await buffer(request);
    const fails = proxied % 3 === 0;
    // Every other failure comes when the work is done: the answer is lost.
    if (fails && proxied % 2 === 0) return void response.writeHead(502).end();
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const target = new URL((request.url ?? '').replace(/^\/lrs\//, '/xapi/'), receiver.dev.portal);
    const answer = await fetch(target, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    const text = await answer.text();
    response.writeHead(fails ? 500 : answer.status, { 'content-type': 'application/json' }).end(text);
  }

  let taken = 0;
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    taken += 1;
    try {
      const parts = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
      const headers = Object.fromEntries(parts.map((name) => [name, String(request.headers[name])]));
      const { type, data } = new Webhook(secret).verify(body, headers) as {
        type: string;
        data: { id: string };
      };
      if (type !== 'sinau.test' && taken % 3 === 0) return void response.writeHead(500).end();
      messages.push({ id: headers['webhook-id'] ?? '', type, statementId: data.id });
      response.writeHead(204).end();
    } catch (error) {
      refusedSignatures.push(error);
      response.writeHead(401).end();
    }
  }

  const client = ({ dev }: RunningServer) =>
    new XAPI({
      endpoint: dev.xapi.endpoint,
      auth: XAPI.toBasicAuth(dev.xapi.key, dev.xapi.secret),
      adapter: 'fetch',
    });
  const agent = () => {
    const learner = sender.dev.people.find(({ role }) => role === 'learner');
    if (!learner) throw new Error('no learner is seeded');
    return { objectType: 'Agent' as const, account: { homePage: learnersHome, name: learner.personId } };
  };
  const statement = (n: number): Statement => ({
    id: randomUUID(),
    actor: agent(),
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-US': 'answered' } },
    object: { objectType: 'Activity', id: `https://kampus.example/soal/${n}` },
    result: { score: { scaled: (n % 10) / 10 }, response: `jawaban “${n}”` },
    timestamp: new Date(Date.UTC(2026, 2, 2) + n * 1000).toISOString(),
  });

  async function everythingOf(server: RunningServer): Promise<Map<string, Statement>> {
    const found = new Map<string, Statement>();
    const xapi = client(server);
    let page = (await xapi.getStatements({ agent: agent(), limit: 100 })).data;
    for (;;) {
      for (const one of page.statements) {
        expect(found.has(one.id ?? '')).toBe(false);
        found.set(one.id ?? '', one);
      }
      if (!page.more) return found;
      const { data } = await xapi.getMoreStatements({ more: page.more });
      if (!('statements' in data)) throw new Error('expected JSON without attachments');
      page = data;
    }
  }

  const admin = (): Promise<BrowserSession> => {
    const person = sender.dev.people.find(({ role }) => role === 'agency-admin');
    if (!person) throw new Error('no agency admin is seeded');
    return signInOverHttp(sender.dev.portal, person.email);
  };

  async function until(what: string, done: () => Promise<boolean>, ms: number): Promise<void> {
    const deadline = Date.now() + ms;
    while (!(await done())) {
      if (Date.now() > deadline) throw new Error(`waited in vain for: ${what}`);
      await sleep(250);
    }
  }

  it('loses and doubles nothing, whatever fails and dies; webhooks carry signatures that a published library accepts', async () => {
    const before = client(sender);
    const ids: string[] = [];
    for (let n = 0; n < 150; n += 50) {
      const batch = Array.from({ length: 50 }, (_, k) => statement(n + k));
      await before.sendStatements({ statements: batch });
      ids.push(...batch.map(({ id = '' }) => id));
    }
    const bytes = new TextEncoder().encode('isi lampiran\r\n--bukan batas');
    const attached: Statement = {
      ...statement(150),
      attachments: [
        {
          usageType: 'https://kampus.example/lampiran',
          display: { id: 'Berkas' },
          contentType: 'application/octet-stream',
          length: bytes.length,
          sha2: createHash('sha256').update(bytes).digest('hex'),
        },
      ],
    };
    await before.sendStatement({ statement: attached, attachments: [bytes.buffer as ArrayBuffer] });
    ids.push(attached.id ?? '');

    const session = await admin();
    const { key, secret: password } = receiver.dev.xapi;
    const common = { name: 'Uji', verbs: '', activities: '', from: 'beginning' };
    await session.post('/agency/push/new/lrs', {
      ...common,
      url: `${proxy}/lrs/`,
      version: '1.0.3',
      auth: 'basic',
      account: key,
      secret: password,
      tokenUrl: '',
      scope: '',
    });
    const page = await session.post('/agency/push/new/webhook', {
      ...common,
      url: webhook,
      payload: 'full',
      events: 'records.statement',
    });
    secret = /whsec_[A-Za-z0-9+/=]+/.exec(page)?.[0] ?? '';

    await until('the first deliveries', async () => proxied >= 2 && messages.length >= 10, 60_000);
    await sender.kill();
    sender = await start(dirs[0] ?? '');

    const after = client(sender);
    const late = Array.from({ length: 40 }, (_, n) => statement(200 + n));
    await after.sendStatements({ statements: late });
    ids.push(...late.map(({ id = '' }) => id));
    const [voided = ''] = ids;
    await after.voidStatement({ actor: agent(), statementId: voided });

    const wanted = await everythingOf(sender);
    expect(ids.filter((id) => id !== voided && !wanted.has(id))).toEqual([]);
    const arrivedAll = async () => (await everythingOf(receiver)).size >= wanted.size;
    await until('everything at the other record store', arrivedAll, 150_000);
    const told = () =>
      new Set(messages.filter(({ type }) => type === 'records.statement').map(({ id }) => id));
    // The voided statement was told too, before or after it was void.
    await until('everything at the webhook', async () => told().size >= wanted.size + 1, 150_000);

    const found = await everythingOf(receiver);
    const form = (one: Statement) =>
      comparableForm(one as Parameters<typeof comparableForm>[0], { timestampGiven: true });
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [id, one] of wanted) expect(form(found.get(id) ?? one)).toBe(form(one));
    const isVoid = client(receiver).getVoidedStatement({ voidedStatementId: voided });
    expect((await isVoid).data.id).toBe(voided);
    const withBytes = await client(receiver).getStatement({
      statementId: attached.id ?? '',
      attachments: true,
    });
    expect(JSON.stringify(withBytes.data)).toContain('bukan batas');

    expect(refusedSignatures).toEqual([]);
    const statementsTold = messages.filter(({ type }) => type === 'records.statement');
    // One id for one statement, however often it came.
    expect(new Set(statementsTold.map(({ id, statementId }) => `${id} ${statementId}`)).size).toBe(
      told().size,
    );
    expect(new Set(statementsTold.map(({ statementId }) => statementId)).size).toBe(told().size);

    const pages = await (await admin()).get('/agency/push');
    expect(pages.match(/terkini/g)).toHaveLength(2);
  }, 420_000);

  it('F3: refuses addresses inside by name, number and mapping', async () => {
    const session = await admin();
    const fields = {
      name: 'Uji',
      verbs: '',
      activities: '',
      from: 'now',
      payload: 'thin',
      events: 'records.void',
    };
    for (const url of ['http://169.254.169.254/', 'https://10.0.0.1/', 'https://[::ffff:10.0.0.1]/']) {
      await expect(session.post('/agency/push/new/webhook', { ...fields, url })).rejects.toThrow('422');
    }
  });
});
