import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { createUnit, type Person } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import { csvColumns, type RecordedCommit, readPulls } from '@sinau/records';
import { beforeEach, describe, expect, it } from 'vitest';
import { courseOfActivity } from '../shared/delivery-addresses.ts';
import { issuer, recordsWorld } from './testing/records-world.ts';

const registration = '00000000-0000-4000-8000-0000000000aa';
const nip = '199005172015031999';

let world = await peopledWorld();
beforeEach(async () => {
  world = await peopledWorld();
});

/** Sri and Budi of agency A in two units, Tono of agency B; Sri takes the course c1. */
async function peopledWorld() {
  const records = await recordsWorld();
  const { identity, agencyA, agencyB, enrolments } = records;
  const { tenants, operator: principal } = identity;
  const unit = (
    name: string,
    agencyId: AgencyId,
    parentId?: Awaited<ReturnType<typeof createUnit>>['unitId'],
  ) => createUnit(identity, { principal, request: { agencyId, name, ...(parentId && { parentId }) } });
  const top = await unit('Sekretariat', agencyA);
  const below = await unit('Bagian Umum', agencyA, top.unitId);
  const foreign = await unit('Dinas', agencyB);
  const sri = await identity.invite(tenants.agencyA, ['learner'], {
    unitId: below.unitId,
    employeeNumber: { kind: 'NIP', value: nip },
  });
  const budi = await identity.invite(tenants.agencyA, ['learner'], { unitId: top.unitId });
  const tono = await identity.invite(tenants.agencyB, ['learner'], {
    employeeNumber: { kind: 'NIP', value: '198501012010012001' },
  });
  await enrolments.move({
    after: {
      enrolmentId: 'e1' as EnrolmentId,
      personId: sri.personId,
      courseId: 'c1',
      version: 1,
      registration: registration as Registration,
      state: 'active',
      enrolledAt: '2026-03-01T01:00:00.000Z',
    },
  });
  return { ...records, units: { top, below, foreign }, sri, budi, tono };
}

const at = (n: number) => `2026-03-02T0${n}:00:00.000Z`;

/** The n-th statement, stored at the n-th hour. */
function commit(n: number, { personId }: Person, over: object = {}): RecordedCommit {
  const id = `id-${n}`;
  const statement = {
    id,
    actor: { objectType: 'Agent', account: { homePage: issuer, name: personId } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { objectType: 'Activity', id: 'https://kampus.example/x' },
    stored: at(n),
    ...over,
  };
  const agencies = [world.agencyA];
  const one = { id, position: `p${n}.0`, json: JSON.stringify(statement), agencies };
  return { position: `p${n}`, stored: at(n), statements: [one], voids: [] };
}

const idsOf = async (answer: Response) =>
  (await answer.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { id: string }).id);
const cursorOf = (answer: Response) => answer.headers.get('x-sinau-cursor') ?? '';
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('filters of GET /records', () => {
  beforeEach(async () => {
    const { record, sri, budi, identity } = world;
    identity.clock.advance(3 * 3_600_000);
    await record(
      commit(1, sri, { context: { registration } }),
      commit(2, budi),
      commit(3, sri, { object: { id: `${issuer}/activities/c2/course/0123abcd` } }),
    );
  });

  it.each([
    ['person', () => `person=${world.sri.personId}`, ['id-1', 'id-3']],
    ['employee number', () => `employeeNumber=${nip}`, ['id-1', 'id-3']],
    ['a spaced employee number', () => 'employeeNumber=19900517%20201503%201%20999', ['id-1', 'id-3']],
    ['unit with those below', () => `unit=${world.units.top.unitId}`, ['id-1', 'id-2', 'id-3']],
    ['unit', () => `unit=${world.units.below.unitId}`, ['id-1', 'id-3']],
    ['course by registration', () => 'course=c1', ['id-1']],
    ['course by activity', () => 'course=c2', ['id-3']],
    ['time', () => `from=${at(2)}&to=2026-03-02T10%3A00%3A00%2B07%3A00`, ['id-2']],
    ['two at once', () => `person=${world.sri.personId}&from=${at(2)}`, ['id-3']],
    ['nobody', () => 'person=nobody', []],
  ])('by %s', async (_name, query, wanted) => {
    expect(await idsOf(await world.pull(`?${query()}`, world.clients.a))).toEqual(wanted);
  });

  it.each([
    ['from', 'from=yesterday'],
    ['from', 'from=2026-03-01T07:00:00+07:00'],
    ['to', `from=${at(2)}&to=${at(1)}`],
    ['person', 'person=a%20b'],
    ['employeeNumber', 'employeeNumber=1'],
    ['employeeNumber', `employeeNumber=${nip}&person=x`],
    ['unit', 'unit=absent'],
    ['Unit', 'Unit=x'],
    ['course', 'course='],
  ])('refuse a wrong %s: %s', async (path, query) => {
    const answer = await world.pull(`?${query}`, world.clients.a);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'request.invalid', issues: [{ path: `/${path}` }] });
  });

  it('C3: tell nothing of people and units of another agency', async () => {
    const { pull, clients, units, tono } = world;
    const refusal = async (query: string) => {
      const { requestId: _id, ...problem } = (await (await pull(query, clients.a)).json()) as object & {
        requestId: string;
      };
      return problem;
    };
    expect(await refusal(`?unit=${units.foreign.unitId}`)).toEqual(await refusal('?unit=absent'));
    expect(await refusal('?employeeNumber=198501012010012001')).toEqual(
      await refusal('?employeeNumber=197001011995011001'),
    );
    expect(await idsOf(await pull(`?person=${tono.personId}`, clients.a))).toEqual([]);
  });

  it('are repeated in the link to the next page, without the employee number', async () => {
    const answer = await world.pull(`?employeeNumber=${nip}&limit=1`, world.clients.a);
    const link = /^<(.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    expect(link).toContain(`&limit=1&person=${world.sri.personId}`);
    expect(link).not.toContain(nip);
    expect(await idsOf(await world.pull(link.slice('/records'.length), world.clients.a))).toEqual(['id-3']);
  });

  it('are bound to the cursor', async () => {
    const { pull, clients, sri } = world;
    const cursor = cursorOf(await pull(`?person=${sri.personId}`, clients.a));
    for (const query of [`?cursor=${cursor}`, `?cursor=${cursor}&person=x`]) {
      const answer = await pull(query, clients.a);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        code: 'records.cursor-invalid',
        detail: expect.stringContaining('other filters'),
      });
    }
  });

  it('C3: follow a person to another agency, while the history stays', async () => {
    const { pull, clients, identity, sri, units, agencyB } = world;
    await identity.people.replace(sri, { ...sri, home: { kind: 'agency', agencyId: agencyB } });
    const refused = await pull(`?employeeNumber=${nip}`, clients.a);
    expect([refused.status, await codeOf(refused)]).toEqual([400, 'request.invalid']);
    expect(await idsOf(await pull(`?unit=${units.below.unitId}`, clients.a))).toEqual([]);
    expect(await idsOf(await pull(`?person=${sri.personId}`, clients.a))).toEqual(['id-1', 'id-3']);
    expect(await idsOf(await pull(`?employeeNumber=${nip}`, clients.b))).toEqual([]);
  });
});

describe('what a pull is answered as', () => {
  it('is CSV when that is asked for, packed or not, with the same cursor', async () => {
    const { record, pull, clients, sri } = world;
    await record(commit(1, sri, { context: { registration } }));
    const plain = await pull('', clients.a, { accept: 'text/csv' });
    expect(plain.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const text = await plain.text();
    const [header, row, end] = text.split('\r\n');
    expect(header).toBe(csvColumns.join(','));
    expect(row).toContain(`,${sri.personId},${sri.name},••••••••••••••1999,`);
    expect(row).toContain(',c1,');
    expect(text).not.toContain(nip);
    expect(end).toBe('');
    expect(cursorOf(plain)).toBe(cursorOf(await pull('', clients.a)));
    const packed = await pull('', clients.a, { accept: 'text/csv', 'accept-encoding': 'gzip' });
    const unpacked = packed.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(unpacked).text()).toBe(text);
    const after = await pull(`?cursor=${cursorOf(plain)}`, clients.a, { accept: 'text/csv' });
    expect(await after.text()).toBe(`${header}\r\n`);
  });

  it('is refused with 406 when it is neither of the two', async () => {
    const answer = await world.pull('', world.clients.a, { accept: 'application/xml' });
    expect(answer.status).toBe(406);
    expect(await answer.json()).toMatchObject({
      code: 'request.not-acceptable',
      detail: expect.stringContaining('text/csv'),
    });
  });
});

describe('how far a pull is', () => {
  const progressOf = ({ headers }: Response) =>
    ['total', 'position', 'remaining'].map((name) => headers.get(`x-sinau-${name}`));

  it('stands in the headers of every page', async () => {
    const { record, pull, clients, sri } = world;
    expect(progressOf(await pull('', clients.a))).toEqual(['0', '0', '0']);
    for (const n of [1, 2, 3, 4, 5]) await record(commit(n, sri));
    const first = await pull('?limit=2', clients.a);
    expect(progressOf(first)).toEqual(['5', '2', '3']);
    const rest = await pull(`?cursor=${cursorOf(first)}`, clients.a);
    expect(progressOf(rest)).toEqual(['5', '5', '0']);
    expect(progressOf(await pull('?person=nobody', clients.a))).toEqual(['5', '5', '0']);
  });

  it('is noted for each client', async () => {
    const { record, pull, clients, sri, pulls, feed, agencyA } = world;
    for (const n of [1, 2, 3]) await record(commit(n, sri));
    await pull('?limit=2', clients.a);
    await pull(`?person=${sri.personId}`, clients.otherOfA);
    const { clients: states, total } = await readPulls({ feed, pulls }, { agencyId: agencyA });
    expect(total).toBe(3);
    const byClient = new Map(states.map((state) => [state.clientId, state]));
    const now = '2026-03-02T01:00:00.000Z';
    expect(byClient.get(clients.a.clientId)).toEqual({
      clientId: clients.a.clientId,
      at: now,
      filtered: false,
      total: 3,
      position: 2,
      oldestStored: at(3),
    });
    expect(byClient.get(clients.otherOfA.clientId)).toEqual({
      clientId: clients.otherOfA.clientId,
      at: now,
      filtered: true,
      total: 3,
      position: 3,
    });
  });

  it('that cannot be noted is answered all the same', async () => {
    const down = { note: () => Promise.reject(new Error('down')), list: async () => [] };
    const quiet = await recordsWorld({ pulls: down });
    expect((await quiet.pull('', quiet.clients.a)).status).toBe(200);
    expect(quiet.faults).toMatchObject([{ message: 'down' }]);
  });
});

it.each([
  [`${issuer}/activities/c1/au/0123abcd`, 'c1'],
  [`${issuer}/activities/c%2F1/block/0123abcd`, 'c/1'],
  [`${issuer}/activities/c1/other/0123abcd`, undefined],
  [`${issuer}/activities/c1/au/0123abcd/x`, undefined],
  [`${issuer}/activities/%zz/au/0123abcd`, undefined],
  ['https://elsewhere.example/activities/c1/au/0123abcd', undefined],
])('reads the course of %s', (id, course) => {
  expect(courseOfActivity(issuer, id)).toBe(course);
});
