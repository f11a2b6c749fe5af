import type { AgencyId } from '@sinau/kernel';
import type { RecordedCommit } from '@sinau/records';
import { beforeEach, describe, expect, it } from 'vitest';
import { acceptsGzip } from '../shared/gzip.ts';
import { recordsOpenApi } from './openapi.ts';
import { basic, recordsWorld } from './testing/records-world.ts';

let world = await recordsWorld();
beforeEach(async () => {
  world = await recordsWorld();
});

const stored = '2026-03-02T01:00:00.000Z';

/** One statement per list of agencies. */
function commit(n: number, ...agencies: readonly (readonly AgencyId[])[]): RecordedCommit {
  const position = `p${n}`;
  const statements = agencies.map((seeing, index) => {
    const id = `${n}-${index}`;
    return {
      id,
      position: `${position}.${index}`,
      json: JSON.stringify({ id, actor: {}, verb: {}, object: {}, ke: 'é' }),
      agencies: seeing,
    };
  });
  return { position, stored, statements, voids: [] };
}

const linesOf = async (answer: Response) =>
  (await answer.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { kind: string; id: string });
const cursorOf = (answer: Response) => answer.headers.get('x-sinau-cursor') ?? '';
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('GET /records', () => {
  it('gives statements and voids as NDJSON, and the cursor to go on', async () => {
    const { agencyA, clients } = world;
    const voids = [{ targetId: 'x', voidedBy: 'y', agencies: [agencyA] }];
    await world.record({ ...commit(1, [agencyA]), voids });
    const answer = await world.pull('', clients.a);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('link')).toBeNull();
    expect(await linesOf(answer)).toEqual([
      {
        kind: 'statement',
        id: '1-0',
        position: 'p1.0',
        stored,
        statement: { id: '1-0', actor: {}, verb: {}, object: {}, ke: 'é' },
      },
      { kind: 'void', id: 'x', voidedBy: 'y', stored },
    ]);
    const nothing = await world.pull(`?cursor=${cursorOf(answer)}`, clients.a);
    expect(await nothing.text()).toBe('');
    await world.record(commit(2, [agencyA]));
    const news = await world.pull(`?cursor=${cursorOf(nothing)}`, clients.a);
    expect(await linesOf(news)).toMatchObject([{ id: '2-0' }]);
  });

  it('links to the next page while there is more', async () => {
    const { agencyA, clients } = world;
    await world.record(commit(1, [agencyA], [agencyA], [agencyA]));
    const ids: string[] = [];
    let path = '/records?limit=2';
    for (let pages = 0; path; pages += 1) {
      expect(pages).toBeLessThan(3);
      const answer = await world.request(path, { headers: { authorization: basic(clients.a) } });
      ids.push(...(await linesOf(answer)).map(({ id }) => id));
      path = /^<(.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    }
    expect(ids).toEqual(['1-0', '1-1', '1-2']);
  });

  it('compresses when asked, and says so to caches', async () => {
    const { agencyA, clients } = world;
    await world.record(commit(1, [agencyA]));
    const plain = await world.pull('', clients.a);
    const packed = await world.pull('', clients.a, { 'accept-encoding': 'br, gzip;q=0.5' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toBe('Accept, Accept-Encoding');
    const unpacked = packed.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(unpacked).text()).toBe(await plain.text());
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  it.each([
    [undefined, false],
    ['', false],
    ['identity', false],
    ['gzip', true],
    ['GZIP ; q=0.1', true],
    ['gzip;q=0', false],
    ['*', true],
    ['*;q=1, gzip;q=0', false],
    ['gzip;q=x', false],
  ])('reads Accept-Encoding %j', (header, wanted) => {
    expect(acceptsGzip(header)).toBe(wanted);
  });

  it('C3: gives an agency its own records, whatever it asks for', async () => {
    const { agencyA, agencyB, clients } = world;
    await world.record(commit(1, [agencyA], [agencyB], [agencyA, agencyB], []));
    expect((await linesOf(await world.pull('', clients.a))).map(({ id }) => id)).toEqual(['1-0', '1-2']);
    expect((await linesOf(await world.pull('', clients.b))).map(({ id }) => id)).toEqual(['1-1', '1-2']);
    for (const query of [
      `?agency=${agencyB}`,
      `?agencyId=${agencyB}`,
      '?since=2026-01-01T00:00:00Z',
      '?unit=a&unit=b',
    ]) {
      const refused = await world.pull(query, clients.a);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({
        code: 'request.invalid',
        issues: [{ path: `/${query.slice(1, query.indexOf('='))}` }],
      });
    }
  });

  it('C3: refuses the cursor of another agency and of another client, and says which', async () => {
    const cursor = cursorOf(await world.pull('', world.clients.a));
    const foreign = await world.pull(`?cursor=${cursor}`, world.clients.b);
    expect(foreign.status).toBe(400);
    expect(await foreign.json()).toMatchObject({
      code: 'records.cursor-invalid',
      detail: 'The cursor belongs to the feed of another agency.',
    });
    const other = await world.pull(`?cursor=${cursor}`, world.clients.otherOfA);
    expect(await other.json()).toMatchObject({
      code: 'records.cursor-invalid',
      detail:
        'The cursor was given to another client. Go on with one of your own, or begin without a cursor.',
    });
    for (const broken of [cursor.slice(0, -1), `x${cursor}`, 'x']) {
      const answer = await world.pull(`?cursor=${broken}`, world.clients.a);
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'records.cursor-invalid']);
    }
  });

  it('C9: opens to clients of an agency with records/read alone', async () => {
    const { clients } = world;
    const anonymous = await world.request('/records');
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toContain('Bearer realm="records"');
    expect((await world.pull('', { ...clients.a, secret: 'wrong' })).status).toBe(401);
    expect((await world.pull('', clients.withoutScope)).status).toBe(403);
    const platform = await world.pull('', clients.platform);
    expect([platform.status, await codeOf(platform)]).toEqual([403, 'request.access-denied']);
    expect(world.app.routes.map(({ method, path, access }) => [method, path, access])).toEqual([
      ['GET', '/records', ['scope:records/read']],
      ['POST', '/records/exports', ['scope:records/read']],
      ['GET', '/records/exports', ['scope:records/read']],
      ['GET', '/records/exports/:exportId', ['scope:records/read']],
      ['DELETE', '/records/exports/:exportId', ['scope:records/read']],
      ['POST', '/oauth/token', ['anyone']],
    ]);
  });

  it.each(['0', '-1', '1.5', 'x', '5001', '1e3', ''])('refuses the limit %j', async (limit) => {
    const answer = await world.pull(`?limit=${limit}`, world.clients.a);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ issues: [{ path: '/limit' }] });
  });

  it('F7: a fault tells the caller nothing but the request id', async () => {
    const secret = 'arn:aws:dynamodb:ap-southeast-3:123456789012:table/lrs 198501012010012001';
    const feed = { heads: async () => Promise.reject(new Error(secret)) } as never;
    const broken = await recordsWorld({ feed });
    const answer = await broken.pull('', broken.clients.a, { 'x-request-id': 'request-0001' });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', requestId: 'request-0001' });
    expect(text).not.toMatch(/arn:|1985|stack|feed-store|\.ts/);
    expect(broken.faults).toMatchObject([{ message: secret }]);
  });
});

describe('recordsOpenApi', () => {
  it('describes every route of the door, with its scope', () => {
    const described = Object.entries(recordsOpenApi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described).toEqual(world.app.routes.map(({ method, path }) => `${method} ${path}`));
    expect(recordsOpenApi.paths['/records'].get.security).toContainEqual({ oauth2: ['records/read'] });
  });
});
