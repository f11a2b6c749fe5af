import { parseMultipart, type StoredStatement } from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  issuer,
  person,
  type Refusal,
  readJson,
  statement,
  type WorldOptions,
  type xapiWorld,
} from './xapi-world.ts';

type World = ReturnType<typeof xapiWorld>;

const uuid = (n: number) => `6690e6c9-3ef0-4ed3-8b37-7f39647300${String(n).padStart(2, '0')}`;
const encode = (value: unknown) =>
  encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));
const voiding = (id: string, over: object = {}) =>
  statement({
    actor: person('a-admin'),
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id },
    ...over,
  });
const referring = (id: string, over: object = {}) =>
  statement({ actor: person('a-rujuk'), object: { objectType: 'StatementRef', id }, ...over });

/** GET /statements: a test for every row of the parameters, and for what stands below them (docs/conformance.md). */
export function conformanceReads(name: string, open: (options?: WorldOptions) => World): void {
  describe(`${name}: GET /statements`, () => {
    let world: World;
    beforeEach(() => {
      world = open();
    });
    /** Stored one after the other, each in a millisecond of its own; numbers stand for ids. */
    const store = async (of: Readonly<Record<number, object>>, version = '1.0.3') => {
      for (const [n, one] of Object.entries(of)) {
        await world.post({ id: uuid(Number(n)), ...one }, { version });
        world.clock.advance(1);
      }
    };
    const found = async (query: string) => {
      const numbers: number[] = [];
      for (let next = query; ; ) {
        const { ids, more } = await world.list(next);
        numbers.push(...ids.map((id) => Number(id.slice(-2))));
        if (more === '') return numbers;
        next = more.replace('/xapi/statements', '');
      }
    };
    const status = async (query: string, init = {}) => (await world.ask(`/statements${query}`, init)).status;
    const storedOf = async (n: number) =>
      (await readJson<StoredStatement>(await world.ask(`/statements?statementId=${uuid(n)}`))).stored;

    describe('parameters', () => {
      it('statementId: one that is not voided, in either letter case; 404 when voided or unknown', async () => {
        await store({ 1: statement(), 2: statement(), 3: voiding(uuid(2)) });
        expect(await status(`?statementId=${uuid(1).toUpperCase()}`)).toBe(200);
        expect(await status(`?statementId=${uuid(2)}`)).toBe(404);
        expect(await status(`?statementId=${uuid(9)}`)).toBe(404);
        expect(await status('?statementId=1')).toBe(400);
      });

      it('statementId: beside format and attachments alone, else 400', async () => {
        await store({ 1: statement() });
        expect(await status(`?statementId=${uuid(1)}&format=ids&attachments=true`)).toBe(200);
        for (const other of [
          `agent=${encode(person('a-1'))}`,
          'verb=http://a.example/v',
          'activity=http://a.example/a',
          `registration=${uuid(1)}`,
          'related_agents=true',
          'related_activities=true',
          'since=2026-01-01T00:00:00Z',
          'until=2026-01-01T00:00:00Z',
          'limit=1',
          'ascending=true',
        ]) {
          expect(await status(`?statementId=${uuid(1)}&${other}`), other).toBe(400);
          expect(await status(`?voidedStatementId=${uuid(1)}&${other}`), other).toBe(400);
        }
      });

      it('voidedStatementId: one that is voided, else 404; 400 beside statementId', async () => {
        await store({ 1: statement(), 2: statement(), 3: voiding(uuid(2)) });
        expect(await status(`?voidedStatementId=${uuid(2).toUpperCase()}`)).toBe(200);
        for (const n of [1, 3, 9]) expect(await status(`?voidedStatementId=${uuid(n)}`)).toBe(404);
        expect(await status(`?statementId=${uuid(1)}&voidedStatementId=${uuid(2)}`)).toBe(400);
      });

      it('agent: actor, object and members of a group in either place, and nowhere else', async () => {
        const group = { objectType: 'Group', name: 'Tim', member: [person('a-2'), person('a-1')] };
        await store({
          1: statement(),
          2: statement({ actor: person('a-2'), object: { objectType: 'Agent', ...person('a-1') } }),
          3: statement({ actor: group }),
          4: statement({ actor: person('a-2'), object: group }),
          5: statement({ actor: person('a-2'), context: { instructor: person('a-1') } }),
          6: statement({ actor: person('a-2'), context: { team: group } }),
        });
        expect(await found(`?ascending=true&agent=${encode(person('a-1'))}`)).toEqual([1, 2, 3, 4]);
      });

      it('agent: an account by home page and name together, a mail domain in either letter case', async () => {
        const account = (homePage: string, id: string) => ({ account: { homePage, name: id } });
        await store({
          1: statement({ actor: account('https://a.example', 'x') }),
          2: statement({ actor: account('https://b.example', 'x') }),
          3: statement({ actor: account('https://a.example', 'X') }),
          4: statement({ actor: { mbox: 'mailto:sri@Example.GO.ID' } }),
          5: statement({ actor: { mbox: 'mailto:Sri@example.go.id' } }),
        });
        expect(await found(`?agent=${encode(account('https://a.example', 'x'))}`)).toEqual([1]);
        expect(await found(`?agent=${encode({ mbox: 'mailto:sri@example.go.id', name: 'Sri' })}`)).toEqual([
          4,
        ]);
      });

      it('agent: an Identified Group is looked for by its identifier, an Anonymous one by nobody', async () => {
        const group = { objectType: 'Group', mbox: 'mailto:tim@example.go.id' };
        await store({ 1: statement({ actor: { ...group, member: [person('a-1')] } }), 2: statement() });
        expect(await found(`?agent=${encode(group)}`)).toEqual([1]);
        expect(await status(`?agent=${encode({ objectType: 'Group', member: [person('a-1')] })}`)).toBe(400);
      });

      it('verb and activity: the exact IRI, letter by letter', async () => {
        const [verb, activity] = ['https://v.example/Melihat', 'https://a.example/Modul?x=1#y'];
        await store({
          1: statement({ verb: { id: verb }, object: { id: activity } }),
          2: statement({ verb: { id: verb.toLowerCase() }, object: { id: activity.toLowerCase() } }),
          3: statement({ context: { contextActivities: { parent: [{ id: activity }] } } }),
        });
        expect(await found(`?verb=${encode(verb)}`)).toEqual([1]);
        expect(await found(`?activity=${encode(activity)}`)).toEqual([1]);
        expect(await found(`?activity=${encode(activity)}&verb=${encode(verb.toLowerCase())}`)).toEqual([]);
      });

      it('registration: of the statement itself, in either letter case', async () => {
        const registration = 'EC531277-B57B-4C15-8D91-D292C5B2B8F7';
        const sub = { objectType: 'SubStatement', ...statement(), context: { registration } };
        await store({
          1: statement({ context: { registration } }),
          2: statement({ object: sub }),
          3: statement({ context: { registration: uuid(50) } }),
        });
        expect(await found(`?registration=${registration}`)).toEqual([1]);
        expect(await found(`?registration=${registration.toLowerCase()}`)).toEqual([1]);
      });

      it('related_agents: actor, object, authority, instructor, team and the same in a SubStatement', async () => {
        const [me, other] = [person('a-1'), person('a-2')];
        const team = { objectType: 'Group', member: [me] };
        const inSub = (over: object) =>
          statement({
            actor: other,
            object: { objectType: 'SubStatement', ...statement({ actor: other, ...over }) },
          });
        await store({
          1: statement({ actor: me }),
          2: statement({ actor: other, object: { objectType: 'Agent', ...me } }),
          3: statement({ actor: other, context: { instructor: me } }),
          4: statement({ actor: other, context: { team } }),
          5: inSub({ actor: me }),
          6: inSub({ object: { objectType: 'Agent', ...me } }),
          7: inSub({ context: { instructor: team } }),
          8: statement({ actor: other }),
        });
        expect(await found(`?ascending=true&related_agents=true&agent=${encode(me)}`)).toEqual([
          1, 2, 3, 4, 5, 6, 7,
        ]);
        const client = { account: { homePage: issuer, name: 'client:platform' } };
        expect(await found(`?related_agents=true&agent=${encode(client)}`)).toHaveLength(8);
        expect(await found(`?agent=${encode(client)}`)).toEqual([]);
      });

      it('related_agents: contextAgents and contextGroups of 2.0', async () => {
        const [me, other] = [person('a-1'), person('a-2')];
        const group = { objectType: 'Group', member: [other, me] };
        const contextAgents = [
          { objectType: 'contextAgent', agent: me, relevantTypes: ['https://t.example/x'] },
        ];
        const contextGroups = [{ objectType: 'contextGroup', group }];
        const sub = {
          objectType: 'SubStatement',
          ...statement({ actor: other, context: { contextGroups } }),
        };
        await store(
          {
            1: statement({ actor: other, context: { contextAgents } }),
            2: statement({ actor: other, context: { contextGroups } }),
            3: statement({ actor: other, object: sub }),
          },
          '2.0.0',
        );
        expect(await found(`?agent=${encode(me)}`)).toEqual([]);
        expect(await found(`?ascending=true&related_agents=true&agent=${encode(me)}`)).toEqual([1, 2, 3]);
      });

      it('related_activities: object, all four kinds of context activities, and the same in a SubStatement', async () => {
        const id = 'https://a.example/modul';
        const kinds = ['parent', 'grouping', 'category', 'other'];
        const inContext = (kind: string) => ({ context: { contextActivities: { [kind]: { id } } } });
        const sub = (over: object) =>
          statement({ object: { objectType: 'SubStatement', ...statement(over) } });
        await store({
          1: statement({ object: { id } }),
          ...Object.fromEntries(kinds.map((kind, n) => [n + 2, statement(inContext(kind))])),
          6: sub({ object: { id } }),
          ...Object.fromEntries(kinds.map((kind, n) => [n + 7, sub(inContext(kind))])),
          11: statement(),
        });
        expect(await found(`?activity=${encode(id)}`)).toEqual([1]);
        expect(await found(`?ascending=true&related_activities=true&activity=${encode(id)}`)).toEqual([
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
        ]);
      });

      it('since excludes and until includes the very stored time, in finer digits and other zones too', async () => {
        await store({ 1: statement(), 2: statement(), 3: statement() });
        const second = await storedOf(2);
        expect(await found(`?until=${second}`)).toEqual([2, 1]);
        expect(await found(`?since=${second}`)).toEqual([3]);
        expect(await found(`?since=${await storedOf(1)}&until=${second}`)).toEqual([2]);
        const finer = second.replace('Z', '999Z');
        expect(await found(`?until=${finer}`)).toEqual([2, 1]);
        expect(await found(`?since=${finer}`)).toEqual([3]);
        const inJakarta = new Date(Date.parse(second) + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
        expect(await found(`?until=${encode(inJakarta)}`)).toEqual([2, 1]);
        // A plus sign that nobody escaped.
        expect(await found(`?until=${inJakarta}`)).toEqual([2, 1]);
      });

      it('limit: 0, none and more than the server gives mean the maximum; else at most so many, with more', async () => {
        await store({ 1: statement(), 2: statement(), 3: statement() });
        for (const query of ['?limit=0', '', '?limit=4', '?limit=10000000000000']) {
          const { ids, more } = await world.list(query);
          expect(ids, query).toHaveLength(3);
          expect(more).toBe('');
        }
        const { ids, more } = await world.list('?limit=2');
        expect(ids).toHaveLength(2);
        expect(more).not.toBe('');
        for (const bad of ['-1', '1.5', 'x', '']) expect(await status(`?limit=${bad}`)).toBe(400);
      });

      it('ascending: in order of stored, of a batch in its own order; true or false and nothing else', async () => {
        await store({ 1: statement() });
        await world.post([2, 3, 4].map((n) => statement({ id: uuid(n) })));
        world.clock.advance(1);
        await store({ 5: statement() });
        expect(await found('?ascending=true')).toEqual([1, 2, 3, 4, 5]);
        expect(await found('?ascending=false')).toEqual([5, 4, 3, 2, 1]);
        for (const parameter of ['ascending', 'related_agents', 'related_activities', 'attachments']) {
          for (const bad of ['True', '1', 'yes', '']) expect(await status(`?${parameter}=${bad}`)).toBe(400);
        }
      });

      it('format: ids names, exact as received, canonical one language for each map on its own', async () => {
        const definition = { name: { id: 'Modul', en: 'Module' }, description: { id: 'Uraian' } };
        const verb = { id: 'https://v.example/x', display: { 'en-US': 'saw', id: 'melihat' } };
        const object = { id: 'https://a.example/m', definition };
        await store({ 1: statement({ actor: { ...person('a-1'), name: 'Sri' }, verb, object }) });
        const read = async (format: string) =>
          readJson<StoredStatement>(
            await world.ask(`/statements?statementId=${uuid(1)}&format=${format}`, {
              headers: { 'accept-language': 'en' },
            }),
          );
        expect(await read('exact')).toMatchObject({ actor: { name: 'Sri' }, verb, object });
        const ids = await read('ids');
        expect([ids.actor, ids.verb, ids.object]).toEqual([
          person('a-1'),
          { id: verb.id },
          { id: object.id },
        ]);
        const canonical = await read('canonical');
        expect(canonical.verb).toEqual({ ...verb, display: { 'en-US': 'saw' } });
        expect(canonical.object).toEqual({
          ...object,
          definition: { name: { en: 'Module' }, description: { id: 'Uraian' } },
        });
        expect(await status('?format=Exact')).toBe(400);
      });

      it('attachments: true is multipart, with none too; false and absent are JSON', async () => {
        await store({ 1: statement() });
        for (const query of ['?', `?statementId=${uuid(1)}&`]) {
          const asked = await world.ask(`/statements${query}attachments=true`);
          const type = asked.headers.get('content-type') ?? '';
          expect(type).toMatch(/^multipart\/mixed; boundary=/);
          const read = parseMultipart(type, new Uint8Array(await asked.arrayBuffer()));
          expect(read.ok && read.parts.map((part) => part.headers.get('content-type'))).toEqual([
            'application/json',
          ]);
          for (const plain of ['attachments=false', 'format=exact']) {
            const answer = await world.ask(`/statements${query}${plain}`);
            expect(answer.headers.get('content-type')).toBe('application/json');
          }
        }
      });

      it('an unknown parameter, another letter case and a repetition are 400, named in the answer', async () => {
        const refusal = async (query: string) => {
          const answer = await world.ask(`/statements?${query}`);
          expect(answer.status).toBe(400);
          return (await readJson<Refusal>(answer)).issues[0]?.path;
        };
        expect(await refusal('foo=1')).toBe('?foo');
        expect(await refusal('Limit=1')).toBe('?Limit');
        expect(await refusal('relatedAgents=true')).toBe('?relatedAgents');
        expect(await refusal('limit=1&limit=2')).toBe('?limit');
      });

      it('a version header that is missing or bad is 400, but for About', async () => {
        for (const version of ['', '0.95', '1.1', '3.0.0', 'x']) {
          expect(await status('', { version })).toBe(400);
          expect((await world.ask('/about', { version, as: 'anonymous' })).status).toBe(200);
        }
        for (const version of ['1.0', '1.0.0', '1.0.3', '2.0', '2.0.0'])
          expect(await status('', { version })).toBe(200);
      });
    });

    describe('StatementRef', () => {
      const sri = `?agent=${encode(person('a-1'))}`;
      it('matches through its target and the target of that, whichever comes first', async () => {
        await store({ 1: referring(uuid(2)), 2: referring(uuid(3)), 3: statement() });
        expect(await found(`${sri}&ascending=true`)).toEqual([1, 2, 3]);
        await store({ 4: statement({ actor: person('a-2') }), 5: referring(uuid(4)), 6: referring(uuid(5)) });
        expect(await found(`?ascending=true&agent=${encode(person('a-2'))}`)).toEqual([4, 5, 6]);
      });

      it('matches through a target in the same batch, before it and after it', async () => {
        await world.post([
          referring(uuid(2), { id: uuid(1) }),
          statement({ id: uuid(2) }),
          referring(uuid(2), { id: uuid(3) }),
        ]);
        world.clock.advance(1);
        expect(await found(`${sri}&ascending=true`)).toEqual([1, 2, 3]);
      });

      it('needs one statement that meets all of the filter: source and target do not add up', async () => {
        const verb = { id: 'https://v.example/suka' };
        await store({ 1: statement(), 2: referring(uuid(1), { verb }) });
        expect(await found(`${sri}&verb=${encode(statement().verb.id)}`)).toEqual([2, 1]);
        expect(await found(`${sri}&verb=${encode(verb.id)}`)).toEqual([]);
      });

      it('applies since, until, limit and order to the source, not to the target', async () => {
        await store({ 1: statement(), 2: statement({ actor: person('a-9') }), 3: referring(uuid(1)) });
        expect(await found(`${sri}&since=${await storedOf(1)}`)).toEqual([3]);
        expect(await found(`${sri}&until=${await storedOf(2)}`)).toEqual([1]);
        expect((await world.list(`${sri}&limit=1`)).ids).toEqual([uuid(3)]);
      });

      it('does not count in the context', async () => {
        const context = { statement: { objectType: 'StatementRef', id: uuid(1) } };
        await store({ 1: statement(), 2: statement({ actor: person('a-2'), context }) });
        expect(await found(sri)).toEqual([1]);
      });

      it('a voided target is not returned and still lends its match, to the voiding statement too', async () => {
        await store({ 1: statement(), 2: referring(uuid(1)), 3: voiding(uuid(1)) });
        expect(await found(sri)).toEqual([3, 2]);
      });
    });

    describe('voiding', () => {
      it('is taken with an unknown target, which is voided when it comes, alone or in a batch', async () => {
        await store({ 1: voiding(uuid(2)), 3: voiding(uuid(4)) });
        await store({ 2: statement() });
        await world.post([statement({ id: uuid(4) }), statement({ id: uuid(5) })]);
        for (const n of [2, 4]) {
          expect(await status(`?statementId=${uuid(n)}`)).toBe(404);
          expect(await status(`?voidedStatementId=${uuid(n)}`)).toBe(200);
        }
        expect((await found('')).toSorted()).toEqual([1, 3, 5]);
      });

      it('counts inside one batch, before its target and after it', async () => {
        await world.post([
          voiding(uuid(2), { id: uuid(1) }),
          statement({ id: uuid(2) }),
          statement({ id: uuid(3) }),
          voiding(uuid(3), { id: uuid(4) }),
        ]);
        expect((await found('')).toSorted()).toEqual([1, 4]);
        for (const n of [2, 3]) expect(await status(`?voidedStatementId=${uuid(n)}`)).toBe(200);
      });

      it('has no effect on a voiding statement', async () => {
        await store({ 1: statement(), 2: voiding(uuid(1)), 3: voiding(uuid(2)) });
        expect(await status(`?statementId=${uuid(2)}`)).toBe(200);
        expect(await status(`?statementId=${uuid(1)}`)).toBe(404);
      });
    });

    describe('more', () => {
      it('is relative to the server, holds the whole query, and is exclusive of what was given', async () => {
        await store({
          1: statement(),
          2: statement({ verb: { id: 'https://v.example/x' } }),
          3: statement(),
          4: statement(),
        });
        const verb = `verb=${encode(statement().verb.id)}`;
        const first = await readJson<{ statements: object[]; more: string }>(
          await world.ask(`/statements?${verb}&limit=1&ascending=true&format=ids`),
        );
        expect(first.more).toMatch(/^\/xapi\/statements\?cursor=[\w.-]+$/);
        const second = await world.ask(first.more.replace('/xapi', ''));
        const { statements } = await readJson<{ statements: StoredStatement[] }>(second);
        expect(statements.map(({ id }) => id)).toEqual([uuid(3)]);
        expect(statements[0]?.object).toEqual({ id: statement().object.id });
        expect(await found(`?${verb}&limit=1&ascending=true`)).toEqual([1, 3, 4]);
      });

      it('is empty at the end, also where the last page is exactly full', async () => {
        await store({ 1: statement(), 2: statement() });
        expect((await world.list('?limit=2')).more).toBe('');
        expect((await world.list('?verb=https://v.example/none')).more).toBe('');
      });

      it('in descending order is shifted by nothing that arrives meanwhile', async () => {
        await store({ 1: statement(), 2: statement(), 3: statement() });
        const { ids, more } = await world.list('?limit=2');
        await store({ 4: statement(), 5: statement() });
        const rest = await world.list(more.replace('/xapi/statements', ''));
        expect([...ids, ...rest.ids]).toEqual([3, 2, 1].map(uuid));
        expect(rest.more).toBe('');
      });

      it('keeps attachments and format for the pages that follow', async () => {
        await store({ 1: statement(), 2: statement() });
        const answer = await world.ask('/statements?limit=1&attachments=true');
        const read = parseMultipart(
          answer.headers.get('content-type') ?? '',
          new Uint8Array(await answer.arrayBuffer()),
        );
        const { more } = JSON.parse(new TextDecoder().decode(read.ok ? read.parts[0]?.body : undefined));
        const next = await world.ask(more.replace('/xapi', ''));
        expect(next.headers.get('content-type')).toMatch(/^multipart\/mixed/);
      });
    });

    describe('stored', () => {
      it('is set by the store in UTC, whatever was sent; one for a batch, whose order is kept', async () => {
        const sent = [1, 2, 3].map((n) => statement({ id: uuid(n), stored: '1999-01-01T00:00:00+07:00' }));
        await world.post(sent);
        const times = await Promise.all([1, 2, 3].map(storedOf));
        expect(times[0]).toMatch(/^2026-.*\.\d{3}Z$/);
        expect(new Set(times).size).toBe(1);
        world.clock.advance(1);
        expect(await found('?ascending=true')).toEqual([1, 2, 3]);
      });

      it('never lies at or before a Consistent-Through that was given out', async () => {
        const through = async () => {
          const answer = await world.ask('/statements?limit=1');
          return Date.parse(answer.headers.get('x-experience-api-consistent-through') ?? '');
        };
        for (const n of [1, 2, 3]) {
          const promised = await through();
          await world.post(statement({ id: uuid(n) }));
          expect(Date.parse(await storedOf(n))).toBeGreaterThanOrEqual(promised);
          world.clock.advance(n % 2);
        }
      });
    });
  });
}
