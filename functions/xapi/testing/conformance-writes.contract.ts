import { createHash } from 'node:crypto';
import {
  type AttachmentData,
  parseMultipart,
  type StoredStatement,
  signatureUsageType,
  writeMultipart,
} from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSignatory } from './self-signed.ts';
import {
  type Ask,
  type Found,
  person,
  readJson,
  statement,
  type WorldOptions,
  type xapiWorld,
} from './xapi-world.ts';

type World = ReturnType<typeof xapiWorld>;

const uuid = (n: number) => `6690e6c9-3ef0-4ed3-8b37-7f3964730${String(n).padStart(3, '0')}`;
const encode = (value: unknown) =>
  encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const everyByte = (size: number) => Uint8Array.from({ length: size }, (_, n) => (n + (n >> 8)) & 255);
const attachmentOf = (bytes: Uint8Array, more: object = {}) => ({
  usageType: 'https://a.example/lampiran',
  display: { id: 'Lampiran' },
  contentType: 'application/octet-stream',
  length: bytes.length,
  sha2: hashOf(bytes),
  ...more,
});
const dataOf = (bytes: Uint8Array): AttachmentData => ({
  sha2: hashOf(bytes),
  contentType: 'application/octet-stream',
  bytes,
});

/** What other record stores get wrong: a test for every trap that can be met from outside (docs/conformance.md). */
export function conformanceWrites(name: string, open: (options?: WorldOptions) => World): void {
  describe(`${name}: traps`, () => {
    let world: World;
    beforeEach(() => {
      world = open({ limits: { statementsBodyBytes: 8e6, statementsPerRequest: 1000, pageBytes: 4e6 } });
    });
    const post = async (json: unknown, init: Ask = {}) =>
      (await world.ask('/statements', { method: 'POST', json, ...init })).status;
    const read = async (id: string, query = '') =>
      readJson<StoredStatement>(await world.ask(`/statements?statementId=${id}${query}`));
    const all = async () => (await world.list('?ascending=true')).ids;
    const multipart = (json: unknown, parts: readonly AttachmentData[], init: Ask = {}) => {
      const { contentType, body } = writeMultipart(JSON.stringify(json), parts, 'batas');
      return world.ask('/statements', {
        method: 'POST',
        body,
        headers: { 'content-type': contentType },
        ...init,
      });
    };
    const partsOf = async (answer: Response) => {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const parsed = parseMultipart(answer.headers.get('content-type') ?? '', bytes);
      if (!parsed.ok) throw new Error('the answer is no multipart');
      return parsed.parts;
    };

    describe('1, 2: comparison', () => {
      it('1: an honest retry is no conflict, alone, in a batch and by PUT, nor is what the store answered', async () => {
        const one = statement({ id: uuid(1) });
        expect(await post(one)).toBe(200);
        world.clock.advance(60_000);
        expect(await post(one)).toBe(200);
        expect(await post([one, statement({ id: uuid(2) })])).toBe(200);
        const put = { method: 'PUT', json: one };
        expect((await world.ask(`/statements?statementId=${uuid(1)}`, put)).status).toBe(204);
        expect(await post(await read(uuid(1)))).toBe(200);
        expect(
          await post({ ...(await read(uuid(1))), stored: '1999-01-01T00:00:00Z', version: '1.0.2' }),
        ).toBe(200);
        world.clock.advance(1);
        expect(await all()).toEqual([uuid(1), uuid(2)]);
      });

      const given = {
        id: uuid(1),
        actor: { objectType: 'Group', member: [person('a-1'), { mbox: 'mailto:sri@example.go.id' }] },
        verb: { id: 'https://v.example/x', display: { id: 'x' } },
        object: { id: 'https://a.example/m', definition: { name: { id: 'Modul' } } },
        result: { duration: 'PT1.239S', score: { raw: 1 } },
        context: { registration: uuid(7), contextActivities: { parent: { id: 'https://a.example/p' } } },
        timestamp: '2026-01-01T00:00:00.123Z',
      };
      it.each<[string, object]>([
        ['verb display', { verb: { id: given.verb.id, display: { id: 'y', en: 'z' } } }],
        ['activity definitions', { object: { id: given.object.id, definition: { name: { id: 'Lain' } } } }],
        ['order of group members', { actor: { ...given.actor, member: given.actor.member.toReversed() } }],
        ['time zone', { timestamp: '2026-01-01T07:00:00.123+07:00' }],
        ['digits of a timestamp past the millisecond', { timestamp: '2026-01-01T00:00:00.1239Z' }],
        ['digits of a duration past 0.01 s', { result: { ...given.result, duration: 'PT1.23S' } }],
        ['letter case of a UUID', { context: { ...given.context, registration: uuid(7).toUpperCase() } }],
        [
          'letter case of a mail domain',
          { actor: { ...given.actor, member: [person('a-1'), { mbox: 'mailto:sri@EXAMPLE.go.id' }] } },
        ],
        [
          'a lone context activity against a list of one',
          { context: { ...given.context, contextActivities: { parent: [{ id: 'https://a.example/p' }] } } },
        ],
        ['order of properties', Object.fromEntries(Object.entries(given).toReversed())],
        ['a timestamp that is left out', { timestamp: undefined }],
      ])('2: a retry is the same whatever its %s', async (_, change) => {
        expect(await post(given)).toBe(200);
        expect(await post({ ...given, ...change })).toBe(200);
        expect((await world.list('')).ids).toEqual([uuid(1)]);
      });

      it.each<[string, object]>([
        ['the form of a duration', { result: { ...given.result, duration: 'PT0M1.239S' } }],
        ['a result', { result: { ...given.result, success: true } }],
        ['the timestamp', { timestamp: '2026-01-01T00:00:00.124Z' }],
        ['a member of a group', { actor: { ...given.actor, member: [person('a-1')] } }],
        ['a parent', { context: { registration: uuid(7) } }],
      ])('2: another statement under the id is 409: it differs by %s', async (_, change) => {
        expect(await post(given)).toBe(200);
        expect(await post({ ...given, ...change })).toBe(409);
        expect((await read(uuid(1))).timestamp).toBe(given.timestamp);
      });

      it('2: a retry is the same with the data of its attachment and with a fileUrl in its place', async () => {
        const bytes = everyByte(300);
        const one = statement({
          id: uuid(1),
          attachments: [attachmentOf(bytes, { fileUrl: 'https://f.example/1' })],
        });
        expect(await post(one)).toBe(200);
        expect((await multipart(one, [dataOf(bytes)])).status).toBe(200);
        expect((await world.list('')).ids).toEqual([uuid(1)]);
      });
    });

    describe('3: documents under parallel writers', () => {
      const agent = encode(person('a-1'));
      it.each([
        ['State', `/activities/state?activityId=https://a.example&agent=${agent}&stateId=s`],
        ['Agent Profile', `/agents/profile?agent=${agent}&profileId=p`],
        ['Activity Profile', '/activities/profile?activityId=https://a.example&profileId=p'],
      ])(
        '3: %s keeps all of twenty parallel merges; one of ten creations and replacements wins',
        async (_, path) => {
          const race = (count: number, init: (n: number) => Ask) =>
            Promise.all(
              Array.from({ length: count }, async (_, n) => (await world.ask(path, init(n))).status),
            );
          const put = (headers: Record<string, string>) => (n: number) => ({
            method: 'PUT',
            json: { n },
            headers,
          });
          const created = await race(10, put({ 'if-none-match': '*' }));
          expect(created.toSorted()).toEqual([204, ...Array(9).fill(412)]);
          const etag = (await world.ask(path)).headers.get('etag') ?? '';
          const replaced = await race(10, (n) => put({ 'if-match': etag })(n + 100));
          expect(replaced.toSorted()).toEqual([204, ...Array(9).fill(412)]);
          const merged = await race(20, (n) => ({ method: 'POST', json: { [`k${n}`]: n } }));
          expect(merged).toEqual(Array(20).fill(204));
          const keys = Object.keys(await readJson<object>(await world.ask(path)));
          expect(keys.toSorted()).toEqual(['n', ...Array.from({ length: 20 }, (_, n) => `k${n}`)].toSorted());
        },
      );
    });

    describe('4 to 7: batches', () => {
      it('4: 150 statements are stored whole, and not one of them beside a conflict', async () => {
        const batch = Array.from({ length: 150 }, (_, n) => statement({ id: uuid(n) }));
        expect(await post(statement({ id: uuid(149), result: { success: true } }))).toBe(200);
        expect(await post(batch)).toBe(409);
        expect((await world.list('')).ids).toEqual([uuid(149)]);
        expect(await post(batch.slice(0, 149))).toBe(200);
        const ids: string[] = [];
        for (let query = '?limit=100'; query !== ''; ) {
          const page = await world.list(query);
          ids.push(...page.ids);
          query = page.more.replace('/xapi/statements', '');
        }
        expect(ids.toSorted()).toEqual(batch.map((_, n) => uuid(n)));
      });

      it('5: an id twice in a batch, in either letter case, is 400, and nothing is stored', async () => {
        const id = uuid(1);
        expect(await post([statement({ id }), statement({ id })])).toBe(400);
        expect(await post([statement({ id }), statement({ id: id.toUpperCase() })])).toBe(400);
        expect((await world.list('')).ids).toEqual([]);
      });

      it('6: of twenty parallel posts of one id one wins, and the same statement is taken as often as it comes', async () => {
        const race = (of: (n: number) => object) =>
          Promise.all(Array.from({ length: 20 }, (_, n) => post(of(n))));
        const different = await race((n) => statement({ id: uuid(1), result: { score: { raw: n } } }));
        expect(different.toSorted()).toEqual([200, ...Array(19).fill(409)]);
        expect(await race(() => statement({ id: uuid(2) }))).toEqual(Array(20).fill(200));
        expect((await world.list('')).ids.toSorted()).toEqual([uuid(1), uuid(2)]);
      });

      it('7: parallel batches that share every activity are all stored, once each, and define it together', async () => {
        const id = 'https://kampus.example/bersama';
        const tags = ['id', 'en', 'jv', 'su', 'de', 'fr'];
        const context = {
          contextActivities: { grouping: [{ id: 'https://kampus.example/kursus' }], parent: { id } },
        };
        const batches = tags.map((tag, b) =>
          Array.from({ length: 8 }, (_, n) =>
            statement({
              id: uuid(b * 10 + n),
              object: { id, definition: { name: { [tag]: tag } } },
              context,
            }),
          ),
        );
        const answers = await Promise.all(batches.map((batch) => post(batch)));
        expect(answers).toEqual(Array(tags.length).fill(200));
        const wanted = tags
          .flatMap((_, b) => Array.from({ length: 8 }, (__, n) => uuid(b * 10 + n)))
          .toSorted();
        expect((await world.list(`?activity=${id}`)).ids.toSorted()).toEqual(wanted);
        await post(statement({ object: { id } }));
        const { definition } = await readJson<{ definition: { name: object } }>(
          await world.ask(`/activities?activityId=${id}`),
        );
        expect(definition.name).toEqual(Object.fromEntries(tags.map((tag) => [tag, tag])));
      });
    });

    describe('10 to 13: size, attachments and signatures', () => {
      it('10: statements of 60 levels and of 600 KB come back, alone and in a batch', async () => {
        const deep = Array.from({ length: 60 }).reduce<object>((inner) => ({ inner }), {});
        const noise = Array.from({ length: 60_000 }, (_, n) => (n * 2654435761) % 4294967296).join(' ');
        const result = { extensions: { 'https://x.example/deep': deep, 'https://x.example/noise': noise } };
        expect(await post(statement({ id: uuid(1), result }))).toBe(200);
        expect(await post([statement({ id: uuid(2), result }), statement({ id: uuid(3) })])).toBe(200);
        for (const n of [1, 2]) expect((await read(uuid(n))).result).toEqual(result);
        expect((await world.list(`?agent=${encode(person('a-1'))}`)).ids).toHaveLength(3);
      });

      it('11: an attachment of 3 MB comes back byte for byte', async () => {
        const bytes = everyByte(3_000_000);
        expect(
          (await multipart(statement({ attachments: [attachmentOf(bytes)] }), [dataOf(bytes)])).status,
        ).toBe(200);
        const [, part] = await partsOf(await world.ask('/statements?attachments=true'));
        expect(Buffer.from(part?.body ?? []).equals(Buffer.from(bytes))).toBe(true);
      });

      it('11: pages end by bytes, of statements and of their attachments, and lose nothing', async () => {
        world = open({ limits: { statementsBodyBytes: 1e6, pageBytes: 10_000 } });
        const sent: string[] = [];
        for (let n = 0; n < 6; n += 1) {
          const bytes = everyByte(4_000 + n);
          const one = statement({ id: uuid(n), attachments: [attachmentOf(bytes)] });
          expect((await multipart(one, [dataOf(bytes)])).status).toBe(200);
          sent.unshift(uuid(n));
          world.clock.advance(1);
        }
        const seen: string[][] = [];
        for (let path = '/statements?attachments=true'; path !== ''; ) {
          const answer = await world.ask(path);
          const [first, ...parts] = await partsOf(answer);
          const { statements, more } = JSON.parse(new TextDecoder().decode(first?.body)) as Found;
          expect(parts).toHaveLength(statements.length);
          seen.push(statements.map(({ id }) => id));
          path = more.replace('/xapi', '');
        }
        expect(seen.flat()).toEqual(sent);
        expect(seen.map((page) => page.length)).toEqual([2, 2, 2]);
        // One that is larger than a page is given all the same.
        const big = everyByte(50_000);
        await multipart(statement({ id: uuid(9), attachments: [attachmentOf(big)] }), [dataOf(big)]);
        const [first, part] = await partsOf(await world.ask('/statements?attachments=true'));
        expect((JSON.parse(new TextDecoder().decode(first?.body)) as Found).statements).toHaveLength(1);
        expect(part?.body.length).toBe(50_000);
      });

      it('12: multipart goes in and out byte for byte; one part serves two statements; each hash comes once', async () => {
        const [one, two] = [everyByte(1024), new TextEncoder().encode('é — \r\n--batas\r\n\0')];
        const batch = [
          statement({ id: uuid(1), attachments: [attachmentOf(one)] }),
          statement({
            id: uuid(2),
            attachments: [attachmentOf(one, { sha2: hashOf(one).toUpperCase() }), attachmentOf(two)],
          }),
        ];
        const { contentType, body } = writeMultipart(
          JSON.stringify(batch),
          [dataOf(one), dataOf(two)],
          "ba'()+_,-./:=?tas",
        );
        const quoted = contentType.replace(/boundary=(.*)$/, 'boundary="$1"');
        const sent = await world.ask('/statements', {
          method: 'POST',
          body,
          headers: { 'content-type': quoted },
        });
        expect(sent.status).toBe(200);
        const [json, ...parts] = await partsOf(await world.ask('/statements?attachments=true'));
        expect(json?.headers.get('content-type')).toBe('application/json');
        const bodies = new Map(parts.map((part) => [part.headers.get('x-experience-api-hash'), part]));
        expect(parts).toHaveLength(2);
        for (const bytes of [one, two]) {
          const part = bodies.get(hashOf(bytes));
          expect(part?.body).toEqual(bytes);
          expect(part?.headers.get('content-transfer-encoding')).toBe('binary');
          expect(part?.headers.get('content-type')).toBe('application/octet-stream');
        }
        const [, only] = await partsOf(
          await world.ask(`/statements?statementId=${uuid(1)}&attachments=true`),
        );
        expect(only?.body).toEqual(one);
      });

      it('12: a missing part is 400 unless there is a fileUrl; an excess part is 400; nothing is stored', async () => {
        const bytes = everyByte(10);
        const bare = statement({ attachments: [attachmentOf(bytes)] });
        expect(await post(bare)).toBe(400);
        expect((await multipart(bare, [])).status).toBe(400);
        expect((await multipart(statement(), [dataOf(bytes)])).status).toBe(400);
        expect((await multipart(bare, [dataOf(bytes), dataOf(everyByte(11))])).status).toBe(400);
        expect((await world.list('')).ids).toEqual([]);
        expect(
          await post(statement({ attachments: [attachmentOf(bytes, { fileUrl: 'https://f.example/1' })] })),
        ).toBe(200);
      });

      it('12: a part needs its hash, binary as its encoding, and JSON as the first part', async () => {
        const bytes = everyByte(10);
        const { contentType, body } = writeMultipart(
          JSON.stringify(statement({ attachments: [attachmentOf(bytes)] })),
          [dataOf(bytes)],
          'batas',
        );
        const text = Buffer.from(body).toString('latin1');
        const send = async (from: string, to: string) => {
          const bent = new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'));
          const headers = { 'content-type': contentType };
          return (await world.ask('/statements', { method: 'POST', body: bent, headers })).status;
        };
        expect(await send('X-Experience-API-Hash', 'X-Other')).toBe(400);
        expect(await send('Content-Transfer-Encoding: binary\r\n', '')).toBe(400);
        expect(await send('Content-Type: application/json', 'Content-Type: text/plain')).toBe(400);
        expect(await send('--batas--', '--batas')).toBe(400);
        expect(await send('--batas', '--batas')).toBe(200);
      });

      const [signatory, stranger] = [createSignatory(), createSignatory()];
      const signed = async (one: object, jws: Uint8Array, init: Ask = {}) => {
        const more = { usageType: signatureUsageType, contentType: 'application/octet-stream' };
        return (await multipart({ ...one, attachments: [attachmentOf(jws, more)] }, [dataOf(jws)], init))
          .status;
      };
      it.each(['RS256', 'RS384', 'RS512'])(
        '13: a signature by %s is checked with its certificate',
        async (alg) => {
          const one = statement({ id: uuid(1), result: { duration: 'PT1.234S' } });
          const header = { alg, x5c: [signatory.certificate] };
          for (const version of ['1.0.3', '2.0.0'])
            expect(await signed(one, signatory.sign(one, header), { version })).toBe(200);
          const other = stranger.sign(one, header);
          expect(await signed({ ...one, id: uuid(2) }, other)).toBe(400);
          expect((await world.list('')).ids).toEqual([uuid(1)]);
        },
      );

      it('13: a payload is compared like a statement: durations to 0.01 s, displays not at all, results for real', async () => {
        const one = statement({ result: { duration: 'PT1.234S' } });
        const sign = (payload: object) => signatory.sign(payload, { alg: 'RS256' });
        const renamed = { ...one, verb: { ...statement().verb, display: { id: 'x' } } };
        for (const version of ['1.0.3', '2.0.0']) {
          expect(await signed(one, sign({ ...one, result: { duration: 'PT1.239S' } }), { version })).toBe(
            200,
          );
          expect(await signed(one, sign(renamed), { version })).toBe(200);
          expect(await signed(one, sign({ ...one, result: { duration: 'PT1.24S' } }), { version })).toBe(400);
        }
        for (const alg of ['none', 'HS256', 'ES256', 'PS256', 'rs256']) {
          expect(await signed(one, signatory.sign(one, { alg }))).toBe(400);
        }
      });
    });

    describe('14 to 16: the versions', () => {
      it('14: the ETag of a document is the quoted SHA-1 of its bytes in both versions; If-Match takes it weak too', async () => {
        const path = '/activities/profile?activityId=https://a.example&profileId=p';
        const body = everyByte(256);
        await world.ask(path, { method: 'PUT', body, headers: { 'if-none-match': '*' } });
        const wanted = `"${createHash('sha1').update(body).digest('hex')}"`;
        for (const version of ['1.0.3', '2.0.0']) {
          expect((await world.ask(path, { version })).headers.get('etag')).toBe(wanted);
          const put = { method: 'PUT', body, version, headers: { 'if-match': `W/${wanted}` } };
          expect((await world.ask(path, put)).status).toBe(204);
        }
      });

      it('15: the alternate request syntax works for every method in 1.0.3 and is refused in 2.0', async () => {
        const ask = (request: string, fields: object, version = '1.0.3') =>
          world.ask(request.replace(/^(\w+) (.*)$/, '$2?method=$1'), {
            method: 'POST',
            as: 'anonymous',
            version: '',
            body: new URLSearchParams({
              Authorization: 'Bearer platform',
              'X-Experience-API-Version': version,
              ...fields,
            }),
          });
        const content = JSON.stringify(statement({ id: uuid(1) }));
        expect((await ask('POST /statements', { content })).status).toBe(200);
        expect((await ask('PUT /statements', { content, statementId: uuid(1) })).status).toBe(204);
        const got = await ask('GET /statements', { statementId: uuid(1) });
        expect((await readJson<StoredStatement>(got)).id).toBe(uuid(1));
        const of = { activityId: 'https://a.example', agent: JSON.stringify(person('a-1')), stateId: 's' };
        const state = (method: string, fields = {}) =>
          ask(`${method} /activities/state`, { ...of, ...fields });
        expect((await state('PUT', { content: 'isi', 'Content-Type': 'text/plain' })).status).toBe(204);
        expect(await (await state('GET')).text()).toBe('isi');
        expect((await state('DELETE')).status).toBe(204);
        expect((await state('GET')).status).toBe(404);
        for (const method of ['POST', 'PUT', 'GET']) {
          expect(
            (await ask(`${method} /statements`, { content, statementId: uuid(1) }, '2.0.0')).status,
          ).toBe(400);
        }
      });

      it('16: 2.0 converts timestamps to UTC and refuses -00:00 and what is not RFC 3339', async () => {
        const version = '2.0.0';
        const timed = (timestamp: string) => statement({ id: uuid(1), timestamp });
        for (const bad of [
          '2026-01-01T00:00:00-00:00',
          '20260101T000000Z',
          '2026-01-01',
          '2026-01-01T00:00:00',
        ]) {
          expect(await post(timed(bad), { version })).toBe(400);
        }
        expect(await post(timed('2026-01-01T07:00:00.5+07:00'), { version })).toBe(200);
        expect((await read(uuid(1))).timestamp).toBe('2026-01-01T00:00:00.500Z');
      });

      it('16: a single GET says Last-Modified, of statements, documents and lists of documents', async () => {
        await post(statement({ id: uuid(1) }));
        const time = world.clock.now().toUTCString();
        const state = `/activities/state?activityId=https://a.example&agent=${encode(person('a-1'))}`;
        await world.ask(`${state}&stateId=s`, { method: 'PUT', body: 'x' });
        world.clock.advance(5_000);
        for (const path of [`/statements?statementId=${uuid(1)}`, `${state}&stateId=s`, state]) {
          for (const version of ['1.0.3', '2.0.0']) {
            expect((await world.ask(path, { version })).headers.get('last-modified'), path).toBe(time);
          }
        }
      });

      it('16: contextAgents and contextGroups belong to 2.0 alone and come back as sent', async () => {
        const context = {
          contextAgents: [
            { objectType: 'contextAgent', agent: person('a-2'), relevantTypes: ['https://t.example/x'] },
          ],
          contextGroups: [
            { objectType: 'contextGroup', group: { objectType: 'Group', member: [person('a-3')] } },
          ],
        };
        expect(await post(statement({ id: uuid(1), context }))).toBe(400);
        expect(await post(statement({ id: uuid(1), context }), { version: '2.0.0' })).toBe(200);
        expect((await read(uuid(1))).context).toEqual(context);
      });

      it('16: a version of the statement is kept as received, else that of the protocol is set', async () => {
        await post(statement({ id: uuid(1), version: '1.0.2' }));
        await post(statement({ id: uuid(2) }));
        await post(statement({ id: uuid(3) }), { version: '2.0.0' });
        const versions = await Promise.all([1, 2, 3].map(async (n) => (await read(uuid(n))).version));
        expect(versions).toEqual(['1.0.2', '1.0.0', '2.0.0']);
        expect(await post(statement({ version: '2.0.0' }))).toBe(400);
      });

      it('16: State is replaced without a header in 1.0.3 and with one alone in 2.0', async () => {
        const path = `/activities/state?activityId=https://a.example&agent=${encode(person('a-1'))}&stateId=s`;
        const put = async (version: string, headers = {}) =>
          (await world.ask(path, { method: 'PUT', body: version, version, headers })).status;
        expect(await put('2.0.0')).toBe(204);
        expect(await put('2.0.0')).toBe(409);
        expect(await put('1.0.3')).toBe(204);
        const etag = (await world.ask(path)).headers.get('etag') ?? '';
        expect(await put('2.0.0', { 'if-match': etag })).toBe(204);
      });
    });

    describe('18, 19: what travels badly', () => {
      it('18: parameters hold any characters', async () => {
        const id = 'a|b{c};d&e=f+g h%20é';
        const activityId = 'https://a.example/x;y=1?q=%7B1%7D&r=2';
        const path = `/activities/state?activityId=${encode(activityId)}&agent=${encode(person('a-1'))}`;
        expect((await world.ask(`${path}&stateId=${encode(id)}`, { method: 'PUT', body: 'x' })).status).toBe(
          204,
        );
        expect(await readJson(await world.ask(path))).toEqual([id]);
        expect(await (await world.ask(`${path}&stateId=${encode(id)}`)).text()).toBe('x');
      });

      it('19: a null is refused everywhere but in extensions, where it is kept', async () => {
        const extensions = { 'https://x.example/n': null, 'https://x.example/o': { a: [null] } };
        expect(await post(statement({ id: uuid(1), result: { extensions } }))).toBe(200);
        expect((await read(uuid(1))).result).toEqual({ extensions });
        for (const bad of [
          { result: null },
          { result: { success: null } },
          { timestamp: null },
          { id: null },
        ]) {
          expect(await post(statement(bad))).toBe(400);
        }
      });

      it('19: strings for numbers and booleans, another letter case, unknown and repeated keys are 400', async () => {
        for (const bad of [
          { result: { success: 'true' } },
          { result: { score: { raw: '1' } } },
          { Result: {} },
          { result: { Success: true } },
          { foo: 1 },
        ]) {
          expect(await post(statement(bad))).toBe(400);
        }
        const body = JSON.stringify(statement()).replace('{', '{"result":{},"result":{},');
        const headers = { 'content-type': 'application/json' };
        expect((await world.ask('/statements', { method: 'POST', body, headers })).status).toBe(400);
      });
    });

    describe('documents', () => {
      const agent = encode(person('a-1'));
      const activity = 'activityId=https://a.example';
      it.each([
        ['State', `/activities/state?${activity}&agent=${agent}`, 'stateId'],
        ['Agent Profile', `/agents/profile?agent=${agent}`, 'profileId'],
        ['Activity Profile', `/activities/profile?${activity}`, 'profileId'],
      ])('%s: is put, got, listed since a time, and deleted, each by its id', async (_, owner, id) => {
        const ask = (name: string, init: Ask = {}) => world.ask(`${owner}&${id}=${encode(name)}`, init);
        const put = {
          method: 'PUT',
          body: 'isi',
          headers: { 'if-none-match': '*', 'content-type': 'text/x-a' },
        };
        expect((await ask('satu', put)).status).toBe(204);
        const since = world.clock.now().toISOString();
        world.clock.advance(1_000);
        expect((await ask('dua', put)).status).toBe(204);
        const got = await ask('satu');
        expect([await got.text(), got.headers.get('content-type')]).toEqual(['isi', 'text/x-a']);
        const list = async (query = '') =>
          (await readJson<string[]>(await world.ask(owner + query))).toSorted();
        expect(await list()).toEqual(['dua', 'satu']);
        expect(await list(`&since=${since}`)).toEqual(['dua']);
        expect((await ask('satu', { method: 'DELETE' })).status).toBe(204);
        expect((await ask('satu')).status).toBe(404);
        expect(await list()).toEqual(['dua']);
        for (const method of ['PUT', 'POST'])
          expect((await world.ask(owner, { method, body: '{}' })).status).toBe(400);
      });

      it('State: of a registration is apart, is listed and cleared with and without it', async () => {
        const owner = `/activities/state?${activity}&agent=${agent}`;
        const [plain, run] = [`${owner}&stateId=s`, `${owner}&registration=${uuid(1)}`];
        for (const path of [plain, `${run}&stateId=r`]) await world.ask(path, { method: 'PUT', body: 'x' });
        expect((await world.ask(`${owner}&stateId=r`)).status).toBe(404);
        expect(await readJson(await world.ask(run))).toEqual(['r']);
        expect((await readJson<string[]>(await world.ask(owner))).toSorted()).toEqual(['r', 's']);
        expect((await world.ask(run, { method: 'DELETE' })).status).toBe(204);
        expect(await readJson(await world.ask(owner))).toEqual(['s']);
        expect((await world.ask(owner, { method: 'DELETE' })).status).toBe(204);
        expect(await readJson(await world.ask(owner))).toEqual([]);
      });

      it('HEAD answers the status and headers of GET, and no body, on every resource', async () => {
        const state = `/activities/state?${activity}&agent=${agent}&stateId=s`;
        await world.ask(state, { method: 'PUT', body: 'x' });
        await post(statement({ id: uuid(1) }));
        for (const path of [
          '/about',
          `/activities?${activity}`,
          `/agents?agent=${agent}`,
          state,
          `${state}2`,
          '/statements',
          `/statements?statementId=${uuid(1)}`,
          '/statements?foo=1',
        ]) {
          const [get, head] = [await world.ask(path), await world.ask(path, { method: 'HEAD' })];
          expect(head.status, path).toBe(get.status);
          expect(await head.text()).toBe('');
          for (const header of ['content-type', 'etag', 'last-modified', 'x-experience-api-version']) {
            expect(head.headers.get(header), `${path} ${header}`).toBe(get.headers.get(header));
          }
        }
      });
    });

    describe('the small resources', () => {
      it('About: versions, without credentials and without a version header, in a version of its own', async () => {
        const about = await world.ask('/about', { as: 'anonymous', version: '' });
        const { version, extensions = {} } = await readJson<{ version: string[]; extensions?: object }>(
          about,
        );
        expect(version).toEqual(['1.0.0', '1.0.1', '1.0.2', '1.0.3', '2.0.0']);
        for (const key of Object.keys(extensions)) expect(URL.canParse(key)).toBe(true);
        expect(about.headers.get('x-experience-api-version')).toBe('2.0.0');
        expect((await world.ask('/about?x=1')).status).toBe(400);
      });

      it('Activities: all that statements said, merged; a bare one wipes nothing; unknown is bare; bad is 400', async () => {
        const id = 'https://a.example/modul';
        const say = (definition?: object) =>
          post(statement({ object: { id, ...(definition && { definition }) } }));
        const ask = (activityId: string) => world.ask(`/activities?activityId=${encode(activityId)}`);
        expect(await (await ask(id)).json()).toEqual({ objectType: 'Activity', id });
        await say({
          name: { id: 'Modul' },
          type: 'https://t.example/x',
          extensions: { 'https://x.example/a': 1 },
        });
        await say({ name: { en: 'Module', id: 'Modul 1' }, extensions: { 'https://x.example/b': 2 } });
        await say({ description: { id: 'Uraian' } });
        await say();
        await post(
          statement({
            context: { contextActivities: { other: { id, definition: { moreInfo: 'https://i.example' } } } },
          }),
        );
        expect(await (await ask(id)).json()).toEqual({
          objectType: 'Activity',
          id,
          definition: {
            name: { id: 'Modul 1', en: 'Module' },
            description: { id: 'Uraian' },
            type: 'https://t.example/x',
            moreInfo: 'https://i.example',
            extensions: { 'https://x.example/a': 1, 'https://x.example/b': 2 },
          },
        });
        expect((await ask('modul')).status).toBe(400);
        expect((await world.ask('/activities')).status).toBe(400);
      });

      it('Agents: a Person whose every property is a list; a missing or bad agent is 400', async () => {
        const ask = (agent: unknown) => world.ask(`/agents?agent=${encode(agent)}`);
        for (const [key, value] of Object.entries({
          mbox: 'mailto:sri@example.go.id',
          mbox_sha1sum: 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9',
          openid: 'https://id.example/sri',
          account: person('a-1').account,
        })) {
          const answer = await ask({ objectType: 'Agent', name: 'Sri', [key]: value });
          expect(await answer.json()).toEqual({ objectType: 'Person', name: ['Sri'], [key]: [value] });
        }
        for (const bad of ['x', {}, { mbox: 'sri' }]) expect((await ask(bad)).status).toBe(400);
        expect((await world.ask('/agents')).status).toBe(400);
      });
    });
  });
}
