import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import type { AgencyId, ClientPrincipal, Jp, Principal } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { createHttpApp } from '@sinau/platform/http';
import { productionPlaces, SiasnRefused, type SiasnRequest } from '@sinau/siasn';
import type { Fault } from '@sinau/siasn/testing';
import { switchReading } from '@sinau/siasn-sync';
import { sampleContent, sampleIndex, sampleSettings, syncWorld } from '@sinau/siasn-sync/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addSiasnRoutes } from '../../functions/api/siasn-routes.ts';
import { buildSiasnConnector } from '../../scripts/build-siasn-connector.ts';

const nip = '199005172015031999';
const secret = 'rahasia-klien';
const closing: (() => Promise<unknown>)[] = [];
let program = '';
beforeAll(async () => {
  // As agencies get it: one file.
  program = join(await mkdtemp(join(tmpdir(), 'sinau-siasn-program-')), 'siasn-connector.mjs');
  await buildSiasnConnector(program);
});
afterAll(() => rm(dirname(program), { recursive: true }));
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const addressOf = (server: { address(): AddressInfo | string | null }) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const close = (server: Server) =>
  new Promise<void>((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

type World = ReturnType<typeof syncWorld>;

/** The fake behind an address, as BKN's gateway is. `afterSave`: something happens when a record stands there and before it is told. */
async function serveSiasn({ fake }: World, on: { afterSave: () => Promise<void> }) {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const url = path.startsWith('/api/')
      ? path.replace('/api', productionPlaces.api)
      : path === '/manager'
        ? productionPlaces.managerToken
        : productionPlaces.accountToken;
    const body = await bodyOf(request);
    try {
      const answer = await fake.send({
        ...{ method: request.method as SiasnRequest['method'], url, timeoutMs: 1_000 },
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: url.endsWith('/upload-dok') ? body : Buffer.from(body).toString(),
      });
      if (url.endsWith('/save')) await on.afterSave();
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      if (!(error instanceof SiasnRefused)) throw error;
      if (url.endsWith('/save')) await on.afterSave();
      request.socket.destroy();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => close(server));
  return addressOf(server);
}

/** Our API with what a connector asks. `away`: paths that answer as if we were down. */
async function serveSinau({ deps, clock }: World, away: Set<string>) {
  const tenant = { kind: 'agency', agencyId: 'badan' as AgencyId } as const;
  const client: ClientPrincipal = {
    ...{ kind: 'client', clientId: 'konektor', name: 'Konektor', scopes: ['siasn/sync'], tenant },
  };
  const basic = `Basic ${Buffer.from(`konektor:${secret}`).toString('base64')}`;
  const app = createHttpApp({
    ...{ name: 'api', clock, ids: countedIds() },
    authenticate: async (request): Promise<Principal> =>
      request.headers.get('authorization') === basic ? client : { kind: 'anonymous' },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  addSiasnRoutes(app, { siasn: async () => deps as never });
  const fetch = async (request: Request) => {
    const isAway = [...away].some((end) => new URL(request.url).pathname.endsWith(end));
    return isAway ? new Response(null, { status: 503 }) : app.hono.fetch(request);
  };
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  if (!server.listening) await once(server, 'listening');
  closing.push(() => close(server));
  return addressOf(server);
}

async function stage() {
  const world = syncWorld();
  await world.on();
  const lines = world.join('sri', nip);
  const on: { afterSave: () => Promise<void> } = { afterSave: async () => {} };
  const away = new Set<string>();
  const [siasn, sinau] = [await serveSiasn(world, on), await serveSinau(world, away)];
  const folder = await mkdtemp(join(tmpdir(), 'sinau-siasn-connector-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const file = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const [ours, manager, password] = [
    await file('sinau', secret),
    await file('manager', 'rahasia'),
    await file('account', 'sandi'),
  ];
  const configure = (more: object = {}, name = 'config') =>
    file(
      `${name}.json`,
      JSON.stringify({
        sinau: { url: sinau, clientId: 'konektor', secret: { file: ours } },
        environment: 'production',
        manager: { key: 'kunci', secret: { file: manager } },
        account: { clientId: 'c', username: 'petugas', password: { file: password } },
        stateDirectory: join(folder, `state-${name}`),
        places: { api: `${siasn}/api`, managerToken: `${siasn}/manager`, accountToken: `${siasn}/account` },
        ...more,
      }),
    );
  const earn = async (n: number) => {
    for (let at = 1; at <= n; at += 1) lines.set(`l${at}`, sampleContent({ number: `SINAU-${at}` }));
    await world.follow('sri');
  };
  return { ...world, lines, on, away, folder, configure, earn };
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  printed(): string;
}

/** A process of its own, as an agency starts it. */
function start(config: string, ...more: readonly string[]): Run {
  const child = spawn(process.execPath, [program, '--config', config, ...more], {
    ...{ cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += String(part)));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  closing.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended, printed: () => text };
}

async function runOnce(config: string, ...more: readonly string[]) {
  const run = start(config, '--once', ...more);
  const code = await run.ended;
  // Whatever happens, no number of a person is written down.
  expect(run.printed()).not.toContain(nip);
  return { code, printed: run.printed() };
}

describe('the connector of an agency', () => {
  it('brings what is due with both tokens, tells of it, and does nothing the next time', async () => {
    const { configure, earn, records, rowsOf, posts } = await withPosts();
    await earn(3);
    const config = await configure();
    expect(await runOnce(config)).toMatchObject({ code: 0 });
    expect(records()).toMatchObject([{ noSertipikat: 'SINAU-1' }, {}, {}]);
    expect((await rowsOf('sri')).map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted']);
    expect((await runOnce(config)).code).toBe(0);
    expect(posts()).toBe(3);
  });

  it('R10: that is killed between the record and its report looks before it tries again', async () => {
    const { configure, earn, records, row, on, clock, posts } = await withPosts();
    await earn(1);
    const config = await configure();
    let run: Run | undefined;
    on.afterSave = async () => {
      run?.child.kill('SIGKILL');
      await run?.ended;
    };
    run = start(config, '--once');
    expect(await run.ended).toBe(null);
    on.afterSave = async () => {};
    expect(records()).toHaveLength(1);
    expect(await row('sri')).toMatchObject({ state: 'sending', tried: { hours: 6 } });
    expect((await runOnce(config)).code).toBe(0);
    expect(await row('sri')).toMatchObject({ state: 'unknown' });
    clock.advance(600_000);
    expect((await runOnce(config)).code).toBe(0);
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { made: true } });
    expect([records().length, posts()]).toEqual([1, 1]);
  });

  it('R10: that is killed and loses its disk as well doubles nothing: Sinau knows what was begun', async () => {
    const { configure, earn, records, row, on, clock, folder } = await withPosts();
    await earn(1);
    const config = await configure();
    let run: Run | undefined;
    on.afterSave = async () => {
      run?.child.kill('SIGKILL');
      await run?.ended;
    };
    run = start(config, '--once');
    await run.ended;
    on.afterSave = async () => {};
    await rm(join(folder, 'state-config'), { recursive: true });
    expect((await runOnce(config)).code).toBe(0);
    expect(records()).toHaveLength(1);
    clock.advance(12 * 60_000);
    expect((await runOnce(config)).code).toBe(0);
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { made: true } });
    expect(records()).toHaveLength(1);
  });

  it('that cannot tell Sinau keeps what it knows, and tells it with the next start', async () => {
    const { configure, earn, records, row, away, folder, posts } = await withPosts();
    await earn(1);
    const config = await configure();
    away.add('/end');
    expect((await runOnce(config)).code).toBe(9);
    expect(records()).toHaveLength(1);
    expect(await readdir(join(folder, 'state-config', 'orders'))).toHaveLength(1);
    away.clear();
    expect((await runOnce(config)).code).toBe(0);
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { made: true } });
    expect(posts()).toBe(1);
    expect(await readdir(join(folder, 'state-config', 'orders'))).toEqual([]);
  });

  it('runs once with a state directory, and two with their own bring nothing twice', async () => {
    const { configure, earn, records, rowsOf } = await withPosts();
    const config = await configure();
    const first = start(config);
    while (!first.printed().includes('"round"')) await new Promise((done) => setTimeout(done, 50));
    expect((await runOnce(config)).code).toBe(7);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await earn(12);
    const [one, other] = [await configure({}, 'one'), await configure({}, 'other')];
    const codes = await Promise.all([runOnce(one), runOnce(other)]);
    expect(codes.map(({ code }) => code)).toEqual([0, 0]);
    expect(new Set(records().map((row) => (row as { noSertipikat?: string }).noSertipikat)).size).toBe(12);
    expect(records()).toHaveLength(12);
    expect(new Set((await rowsOf('sri')).map(({ state }) => state))).toEqual(new Set(['accepted']));
  });

  it('tells what SIASN refuses, in its words, and goes on with the others', async () => {
    const { configure, row, store, lines, follow } = await withPosts();
    await store.mapping.saveCourse('badan' as AgencyId, 'c-wrong', { subjectId: 'x' });
    lines.set('l1', sampleContent({ courseId: 'c-wrong', number: 'SINAU-1' }));
    lines.set('l2', sampleContent({ number: 'SINAU-2' }));
    await follow('sri');
    expect((await runOnce(await configure())).code).toBe(0);
    expect(await row('sri')).toMatchObject({ state: 'rejected', words: 'Jenis kursus tidak valid' });
    expect(await row('sri', 'l2')).toMatchObject({ state: 'accepted' });
  });

  it('corrects and deletes what it has made', async () => {
    const { configure, earn, records, lines, follow } = await withPosts();
    await earn(2);
    const config = await configure();
    await runOnce(config);
    lines.set('l1', sampleContent({ number: 'SINAU-1', jp: 300 as Jp }));
    lines.delete('l2');
    await follow('sri');
    expect((await runOnce(config)).code).toBe(0);
    expect(records()).toMatchObject([{ noSertipikat: 'SINAU-1', jumlahJam: 3 }]);
  });

  it.each<readonly [string, Fault, { code: number; trouble?: string }]>([
    ['renews a token of the gateway that ends before its time', 'manager-ended', { code: 0 }],
    ['ends when the account is not let in', 'ended', { code: 4, trouble: 'signed-out' }],
    ['ends when the client is not subscribed', 'unsubscribed', { code: 5, trouble: 'client-refused' }],
    ['ends when the account may change nobody', 'forbidden', { code: 6, trouble: 'forbidden' }],
  ])('%s', async (_, fault, { code, trouble }) => {
    const { configure, earn, run, store, agencyId, records, asked } = await withPosts();
    await earn(4);
    let first = true;
    run(({ url }) => {
      if (!url.includes('/pns/')) return undefined;
      const isOnce = fault === 'manager-ended';
      const now = !isOnce || first;
      first = false;
      return now ? fault : undefined;
    });
    expect((await runOnce(await configure())).code).toBe(code);
    expect(records()).toHaveLength(code === 0 ? 4 : 0);
    expect((await store.settings.connectorOf(agencyId))?.trouble).toBe(trouble);
    // No endless retry.
    expect(asked.length).toBeLessThan(40);
  });

  it('reads official indexes after that, tells what came of each, and asks of nobody twice', async () => {
    const { configure, earn, indexes, kept, asked, records, withIndexes } = await withPosts();
    await earn(1);
    await withIndexes();
    indexes.set(nip, sampleIndex());
    const config = await configure();
    const { code, printed } = await runOnce(config);
    expect([code, printed.includes('"event":"indexes","read":1')]).toEqual([0, true]);
    expect(records()).toHaveLength(1);
    expect(kept).toMatchObject([{ personId: 'sri', index: { competency: 32.5 } }]);
    expect((await runOnce(config)).code).toBe(0);
    expect(asked.filter(({ url }) => url.endsWith(`/nilaiipasn/${nip}`))).toHaveLength(1);
  });

  it.each<readonly [string, { fault?: Fault; index?: object; code: number }]>([
    ['says that one cannot be read', { index: { kinerja: 300 }, code: 0 }],
    ['brings lines all the same where its account may look at none', { fault: 'forbidden', code: 0 }],
    ['or its client is not subscribed to them', { fault: 'unsubscribed', code: 0 }],
    ['or BKN is away with them', { fault: 'page', code: 0 }],
    ['and ends when the account is not let in', { fault: 'ended', code: 4 }],
  ])('%s', async (_, { fault, index, code }) => {
    const { configure, earn, run, indexes, kept, records, withIndexes } = await withPosts();
    await earn(1);
    await withIndexes();
    indexes.set(nip, sampleIndex(index));
    run(({ url }) => (url.includes('/nilaiipasn/') ? fault : undefined));
    expect((await runOnce(await configure())).code).toBe(code);
    expect(records()).toHaveLength(1);
    expect(kept.flatMap((one) => one.index ?? [])).toEqual([]);
  });

  it('looks at both and writes nothing in a dry run', async () => {
    const { configure, earn, records, row, fake } = await withPosts();
    await earn(2);
    fake.enter(nip, { namaKursus: 'Yan publik', noSertipikat: 'SINAU-2', jumlahJam: 6 });
    const { code, printed } = await runOnce(await configure(), '--dry-run');
    expect(code).toBe(0);
    expect(printed).toContain('"what":"create"');
    expect(printed).toContain('accepted: nothing to write');
    expect(records()).toHaveLength(1);
    expect(await row('sri')).toMatchObject({ state: 'queued' });
  });

  it('takes the token of somebody who has signed in, and no secret that others may read', async () => {
    const { configure, earn, records, fake, folder } = await withPosts();
    await earn(1);
    const path = join(folder, 'token');
    const claims = Buffer.from(JSON.stringify({ exp: 4_102_444_800 })).toString('base64url');
    await writeFile(path, `${fake.signIn().split('.')[0]}.${claims}.x`, { mode: 0o644 });
    const config = await configure({ account: { token: { file: path } } });
    expect((await runOnce(config)).code).toBe(2);
    await writeFile(path, fake.signIn());
    await chmod(path, 0o600);
    // Of a day that is over for the clock of this machine.
    expect((await runOnce(config)).code).toBe(4);
    expect(records()).toEqual([]);
  });

  it('says who has to do something: the configuration, the client, or the environment', async () => {
    const { configure, store, folder } = await withPosts();
    expect((await runOnce(join(folder, 'nowhere.json'))).code).toBe(2);
    const { code, printed } = await runOnce(await configure({ environment: 'somewhere' }));
    expect([code, printed.includes('environment')]).toEqual([2, true]);
    process.env.SIASN_TEST_SECRET = 'wrong';
    const wrong = { url: 'http://127.0.0.1:9', clientId: 'konektor', secret: { env: 'SIASN_TEST_SECRET' } };
    expect((await runOnce(await configure({ sinau: wrong }))).code).toBe(9);
    await store.settings.save({ ...sampleSettings({ environment: 'training' }), rev: 1 });
    expect((await runOnce(await configure())).code).toBe(8);
  });
});

async function withPosts() {
  const world = await stage();
  const { asked } = world;
  const withIndexes = () => switchReading(world.deps, { principal: world.principal(), isOn: true });
  return {
    ...world,
    withIndexes,
    posts: () => asked.filter(({ url }) => url.endsWith('/kursus/save')).length,
  };
}
