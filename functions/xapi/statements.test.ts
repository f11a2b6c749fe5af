import { createHash } from 'node:crypto';
import { Unavailable } from '@sinau/kernel';
import { type AttachmentData, parseMultipart, type StoredStatement, writeMultipart } from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Found,
  issuer,
  person,
  type Refusal,
  readJson,
  statement,
  xapiWorld,
} from './testing/xapi-world.ts';

const id = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee';
const through = 'x-experience-api-consistent-through';
let world = xapiWorld();
beforeEach(() => {
  world = xapiWorld();
});

describe('every answer', () => {
  it.each([
    ['a success', '/statements', {}, 200, '1.0.3'],
    ['2.0', '/statements', { version: '2.0.0' }, 200, '2.0.0'],
    ['any 1.0.x', '/statements', { version: '1.0.1' }, 200, '1.0.3'],
    ['no credentials', '/statements', { as: 'anonymous' }, 401, '1.0.3'],
    ['wrong credentials', '/statements', { as: 'Bearer nobody' }, 401, '1.0.3'],
    ['no permission', '/statements', { as: 'nothing' }, 403, '1.0.3'],
    ['no such address', '/nothing', {}, 404, '1.0.3'],
    ['a bad parameter', '/statements?foo=1', {}, 400, '1.0.3'],
    ['no version', '/statements', { version: '' }, 400, '0.95'],
    ['an unknown version', '/statements', { version: '0.9' }, 400, '0.95'],
    ['an unreadable form', '/statements?method=GET&x=1', { method: 'POST', body: 'a=b' }, 400, '1.0.3'],
  ])('carries a version: %s', async (...[, path, init, status, version]) => {
    const answer = await world.ask(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-experience-api-version')).toBe(version);
  });

  it('says how fresh statements are, whatever comes of the request', async () => {
    const form = { method: 'POST', body: 'a=b' };
    for (const [path, init] of [
      ['/statements', {}],
      ['//statements/', {}],
      ['/statements?verb=x', {}],
      ['/statements?statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee', {}],
      ['/statements', { method: 'HEAD' }],
      ['/statements', { as: 'anonymous' }],
      ['/statements', { as: 'nothing' }],
      ['/statements', { version: '' }],
      ['/statements?method=NONE', form],
    ] as const) {
      const answer = await world.ask(path, init);
      expect(Date.parse(answer.headers.get(through) ?? '')).toBeLessThanOrEqual(world.clock.now().getTime());
    }
    expect((await world.ask('/about')).headers.has(through)).toBe(false);
  });

  it('F6: lets any origin call, with credentials in headers and never in cookies', async () => {
    const origin = 'https://content.example';
    const preflight = await world.ask('/statements', {
      method: 'OPTIONS',
      as: 'anonymous',
      version: '',
      headers: { origin },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(
      /Authorization.*X-Experience-API-Version/,
    );
    const refused = await world.ask('/statements', {
      as: 'anonymous',
      headers: { origin, cookie: 'session=1' },
    });
    for (const answer of [preflight, refused]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    }
    expect(refused.headers.get('access-control-expose-headers')).toMatch(/ETag.*Consistent-Through/);
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('F7: names no stack and no stored value when something breaks', async () => {
    world.lrs.statements.query = async () => {
      throw new Error('arn:aws:dynamodb:x of Sri');
    };
    const answer = await world.ask('/statements');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/arn|Sri|at /);
  });
});

it('R5: says when to come again, also when nothing could be read of the record store', async () => {
  world.lrs.statements.consistentThroughMs = async () => {
    throw new Unavailable('The table does not answer.', { retryAfterSeconds: 3 });
  };
  const answer = await world.ask('/statements');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('3');
  // Nothing is promised that could be wrong.
  expect(answer.headers.get(through)).toBe('1970-01-01T00:00:00.000Z');
  expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
});

describe('POST and PUT', () => {
  it('answers the ids of a POST in order and nothing to a PUT', async () => {
    expect(await world.post([statement({ id }), statement()])).toEqual([id, expect.any(String)]);
    const put = await world.ask(`/statements?statementId=${id.toUpperCase()}`, {
      method: 'PUT',
      json: statement(),
    });
    expect(put.status).toBe(204);
    expect(await put.text()).toBe('');
  });

  it('E11: passes over the same statement again and refuses another one under its id', async () => {
    await world.post(statement({ id }));
    await world.post(statement({ id, verb: { ...statement().verb, display: { id: 'mengalami' } } }));
    const other = await world.ask('/statements', {
      method: 'POST',
      json: statement({ id, result: { success: true } }),
    });
    expect(other.status).toBe(409);
    expect((await world.list('')).ids).toEqual([id]);
  });

  it('R1: stores a repeated POST once under its Idempotency-Key, and no other body under it', async () => {
    const send = (json: unknown, key = 'k-1', as = 'platform') =>
      world.ask('/statements', { method: 'POST', as, json, headers: { 'idempotency-key': key } });
    const twice = [statement(), statement({ object: { id: 'https://kampus.example/modul/2' } })];
    const answers = await Promise.all([send(twice), send(twice)]);
    const [first = [], second] = await Promise.all(answers.map((answer) => readJson<string[]>(answer)));
    expect(second).toEqual(first);
    expect((await world.list('')).ids.toSorted()).toEqual(first.toSorted());
    expect((await send([statement({ result: { success: true } })])).status).toBe(409);
    expect(await readJson(await send(twice, 'k-2'))).not.toEqual(first);
    expect(await readJson(await send(twice, 'k-1', 'agencyA'))).not.toEqual(first);
    expect((await world.list('')).ids).toHaveLength(6);
  });

  it('E10: sets stored and authority itself', async () => {
    const forged = { stored: '1999-01-01T00:00:00Z', authority: person('a-9'), version: '1.0.0' };
    await world.post(statement({ id, ...forged }));
    const found = await readJson<StoredStatement>(await world.ask(`/statements?statementId=${id}`));
    expect(found.stored).toBe(world.clock.now().toISOString());
    expect(found.authority?.account).toEqual({ homePage: issuer, name: 'client:platform' });
  });

  it('E12: stores nothing of a batch with one bad statement', async () => {
    const answer = await world.ask('/statements', {
      method: 'POST',
      json: [statement({ id }), statement({ foo: 1 })],
    });
    expect(answer.status).toBe(400);
    expect((await readJson<Refusal>(answer)).issues).toEqual([
      { path: '/1/foo', message: expect.any(String), requirement: 'XAPI-00010' },
    ]);
    expect((await world.list('')).ids).toEqual([]);
  });

  it('E12: answers 413 to a body or a batch beyond the limits of the deployment', async () => {
    const big = statement({ result: { response: 'x'.repeat(100_000) } });
    expect((await world.ask('/statements', { method: 'POST', json: big })).status).toBe(413);
    const many = Array.from({ length: 51 }, () => statement());
    expect((await world.ask('/statements', { method: 'POST', json: many })).status).toBe(413);
    world = xapiWorld({ limits: { statementsBodyBytes: 1e9, statementsPerRequest: 1e9 } });
    expect(await world.post(big)).toHaveLength(1);
    expect(await world.post(many)).toHaveLength(51);
  });

  it('E12: answers 413 to a statement with more attachments than one answer can look up', async () => {
    const naming = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        usageType: 'https://u.example/x',
        display: { id: 'x' },
        contentType: 'text/plain',
        length: 1,
        sha2: n.toString(16).padStart(64, '0'),
        fileUrl: 'https://f.example/x',
      }));
    const send = async (own: number, inner: number) => {
      const { actor, verb, object } = statement();
      const attachments = naming(inner);
      const sub = { objectType: 'SubStatement', actor, verb, object, ...(inner > 0 && { attachments }) };
      const json = statement({ object: sub, attachments: naming(own) });
      return (await world.ask('/statements', { method: 'POST', json })).status;
    };
    expect([await send(100, 0), await send(50, 50)]).toEqual([200, 200]);
    expect([await send(101, 0), await send(50, 51)]).toEqual([413, 413]);
  });

  it.each([
    [
      'an id of its own beside another in the URL',
      `?statementId=${id}`,
      statement({ id: id.replace('6', '7') }),
    ],
    ['a list', `?statementId=${id}`, [statement()]],
    ['no statementId', '', statement()],
    ['a parameter it does not know', `?statementId=${id}&x=1`, statement()],
  ])('refuses a PUT with %s', async (_, query, json) => {
    expect((await world.ask(`/statements${query}`, { method: 'PUT', json })).status).toBe(400);
  });

  it.each([
    ['D4: __proto__', '{"__proto__":{"actor":{}}}'],
    ['D4: a key twice', `{"actor":1,${JSON.stringify(statement()).slice(1)}`],
    ['D4: deep nesting', '['.repeat(50_000)],
    ['D4: NaN', '{"result":{"score":{"raw":NaN}}}'],
    [
      'D4: 1e999',
      JSON.stringify(statement({ result: { score: { raw: 0 } } })).replace('"raw":0', '"raw":1e999'),
    ],
    ['nothing', ''],
  ])('answers 400 to %s', async (_, body) => {
    const headers = { 'content-type': 'application/json' };
    expect((await world.ask('/statements', { method: 'POST', body, headers })).status).toBe(400);
  });

  it.each(['', 'text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'answers 400 to the content type %j',
    async (type) => {
      const init = {
        method: 'POST',
        body: new Blob([JSON.stringify(statement())]),
        headers: { 'content-type': type },
      };
      expect((await world.ask('/statements', init)).status).toBe(400);
    },
  );

  it('takes an empty list for a request that stores nothing', async () => {
    expect(await world.post([])).toEqual([]);
  });

  it('converts timestamps to UTC for 2.0 and keeps them for 1.0.3', async () => {
    const timestamp = '2026-01-01T07:00:00.123+07:00';
    const [one = ''] = await world.post(statement({ timestamp }), { version: '2.0.0' });
    const [other = ''] = await world.post(statement({ timestamp }));
    const stampOf = async (of: string) =>
      (await readJson<StoredStatement>(await world.ask(`/statements?statementId=${of}`))).timestamp;
    expect([await stampOf(one), await stampOf(other)]).toEqual(['2026-01-01T00:00:00.123Z', timestamp]);
  });
});

describe('attachments', () => {
  const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
  const sha2 = createHash('sha256').update(bytes).digest('hex');
  const attachment = {
    usageType: 'https://a.id/u',
    display: { id: 'x' },
    contentType: 'application/pdf',
    length: 1024,
    sha2,
  };
  const data: AttachmentData = { sha2, contentType: 'application/pdf', bytes };
  const send = (json: unknown, parts: readonly AttachmentData[]) => {
    const { contentType, body } = writeMultipart(JSON.stringify(json), parts, 'b');
    return world.ask('/statements', { method: 'POST', body, headers: { 'content-type': contentType } });
  };

  it('gives back the very bytes, each hash once', async () => {
    expect(
      (
        await send(
          [statement({ attachments: [attachment] }), statement({ attachments: [attachment] })],
          [data],
        )
      ).status,
    ).toBe(200);
    const answer = await world.ask('/statements?attachments=true');
    const read = parseMultipart(
      answer.headers.get('content-type') ?? '',
      new Uint8Array(await answer.arrayBuffer()),
    );
    if (!read.ok) throw new Error('unreadable');
    expect(read.parts).toHaveLength(2);
    expect(read.parts[1]?.body).toEqual(bytes);
    expect(Object.fromEntries(read.parts[1]?.headers ?? [])).toEqual({
      'content-type': 'application/pdf',
      'content-transfer-encoding': 'binary',
      'x-experience-api-hash': sha2,
    });
  });

  it('answers multipart whenever it is asked for, and JSON when it is not', async () => {
    const [of] = await world.post(statement());
    const type = async (query: string) =>
      (await world.ask(`/statements${query}`)).headers.get('content-type');
    expect(await type('?attachments=true')).toMatch(/^multipart\/mixed; boundary=/);
    expect(await type(`?statementId=${of}&attachments=true`)).toMatch(/^multipart\/mixed; boundary=/);
    expect(await type('?attachments=false')).toBe('application/json');
  });

  it('E12: refuses a missing part, an excess part and data that was altered, and stores nothing', async () => {
    const altered = { ...data, bytes: bytes.toReversed() };
    for (const parts of [[], [altered]])
      expect((await send(statement({ attachments: [attachment] }), parts)).status).toBe(400);
    expect((await send(statement(), [data])).status).toBe(400);
    expect((await world.list('')).ids).toEqual([]);
  });
});

describe('GET', () => {
  it('finds one, voided or not, and says when it was stored', async () => {
    const [of = ''] = await world.post(statement());
    const found = await world.ask(`/statements?statementId=${of.toUpperCase()}`);
    expect((await readJson<StoredStatement>(found)).id).toBe(of);
    expect(found.headers.get('last-modified')).toBe(world.clock.now().toUTCString());
    expect((await world.ask(`/statements?voidedStatementId=${of}`)).status).toBe(404);
    await world.post(
      statement({
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id: of },
      }),
    );
    expect((await world.ask(`/statements?statementId=${of}`)).status).toBe(404);
    expect((await world.ask(`/statements?voidedStatementId=${of}`)).status).toBe(200);
  });

  it('pages by more to the end, each statement once', async () => {
    const sent = await world.post(Array.from({ length: 5 }, () => statement()));
    const seen: string[] = [];
    let { ids, more } = await world.list('?limit=2&ascending=true');
    seen.push(...ids);
    while (more !== '') {
      ({ ids, more } = await world.list(more.replace('/xapi/statements', '')));
      seen.push(...ids);
    }
    expect(seen).toEqual(sent);
  });

  it('formats ids and canonical, one language for each map', async () => {
    const definition = { name: { id: 'Modul', en: 'Module' }, description: { id: 'Uraian' } };
    await world.post(statement({ object: { ...statement().object, definition } }));
    const objectOf = async (format: string) => {
      const headers = { 'accept-language': 'en' };
      const answer = await world.ask(`/statements?format=${format}`, { headers });
      return (await readJson<Found>(answer)).statements[0]?.object;
    };
    expect(await objectOf('ids')).toEqual(statement().object);
    expect(await objectOf('exact')).toMatchObject({ definition });
    expect(await objectOf('canonical')).toMatchObject({
      definition: { name: { en: 'Module' }, description: { id: 'Uraian' } },
    });
  });

  it('canonical shows what the store knows of an Activity that a statement only names', async () => {
    await world.post(statement({ object: { ...statement().object, definition: { name: { id: 'Modul' } } } }));
    const [bare] = await world.post(statement());
    const found = await readJson<StoredStatement>(
      await world.ask(`/statements?statementId=${bare}&format=canonical`),
    );
    expect(found.object).toMatchObject({ definition: { name: { id: 'Modul' } } });
  });

  it('canonical looks up a bounded number of Activities a page, and loses no statement by it', async () => {
    const naming = (n: number) =>
      statement({
        context: {
          contextActivities: {
            other: Array.from({ length: 300 }, (_, k) => ({ id: `https://a.example/${n}/${k}` })),
          },
        },
      });
    const sent = await world.post([naming(1), naming(2), naming(3)]);
    const pages: string[][] = [];
    for (let query = '?format=canonical&ascending=true'; query !== ''; ) {
      const { ids, more } = await world.list(query);
      pages.push([...ids]);
      query = more.replace('/xapi/statements', '');
    }
    expect(pages.map((page) => page.length)).toEqual([1, 1, 1]);
    expect(pages.flat().toSorted()).toEqual([...sent].toSorted());
    expect((await world.list('?format=exact')).ids).toHaveLength(3);
  });

  it('HEAD answers the headers of GET and no body', async () => {
    const answer = await world.ask('/statements', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.text()).toBe('');
  });

  it('reads an agent with characters that queries must escape', async () => {
    const actor = { mbox: 'mailto:sri+a&b@example.go.id' };
    const sent = await world.post(statement({ actor }));
    expect((await world.list(`?agent=${encodeURIComponent(JSON.stringify(actor))}`)).ids).toEqual(sent);
  });
});

describe('other shapes of a request', () => {
  it('tolerates doubled and trailing slashes', async () => {
    expect((await world.ask('//statements/')).status).toBe(200);
    expect((await world.app.hono.request(`${issuer}//xapi/about`)).status).toBe(200);
  });

  it('takes the alternate request syntax in 1.0.3 and refuses it in 2.0', async () => {
    const fields = (version: string) => ({
      method: 'POST',
      as: 'anonymous',
      version: '',
      body: new URLSearchParams({
        Authorization: 'Bearer platform',
        'X-Experience-API-Version': version,
        statementId: id,
        content: JSON.stringify(statement()),
      }),
    });
    expect((await world.ask('/statements?method=PUT', fields('2.0.0'))).status).toBe(400);
    expect((await world.ask('/statements?method=PUT', fields('1.0.3'))).status).toBe(204);
    expect((await world.list('')).ids).toEqual([id]);
  });

  it('answers About, Agents and Activities', async () => {
    expect(await (await world.ask('/about', { as: 'anonymous', version: '' })).json()).toEqual({
      version: expect.arrayContaining(['1.0.3', '2.0.0']),
      extensions: { [`${issuer}/xapi/openapi`]: '/api/openapi.json' },
    });
    const agent = encodeURIComponent(JSON.stringify({ ...person('a-1'), name: 'Sri' }));
    expect(await (await world.ask(`/agents?agent=${agent}`)).json()).toEqual({
      objectType: 'Person',
      name: ['Sri'],
      account: [person('a-1').account],
    });
    const activityId = 'https://kampus.example/modul/9';
    expect(await (await world.ask(`/activities?activityId=${activityId}`)).json()).toEqual({
      objectType: 'Activity',
      id: activityId,
    });
    expect((await world.ask('/activities')).status).toBe(400);
    expect((await world.ask('/agents?agent=x')).status).toBe(400);
  });
});
