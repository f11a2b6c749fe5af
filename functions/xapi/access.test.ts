import { beforeEach, describe, expect, it } from 'vitest';
import { person, type Refusal, readJson, statement, xapiWorld } from './testing/xapi-world.ts';

let world = xapiWorld();
beforeEach(() => {
  world = xapiWorld();
});

const agentOf = (name: string) => encodeURIComponent(JSON.stringify(person(name)));
const stateOf = (name: string, id = '&stateId=s') =>
  `/activities/state?activityId=https://a.example&agent=${agentOf(name)}${id}`;

describe('scopes', () => {
  const profile = `/agents/profile?agent=${agentOf('a-1')}&profileId=p`;
  const requests = {
    'POST statements': ['/statements', { method: 'POST', json: [] }],
    'PUT statements': [
      '/statements?statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
      { method: 'PUT', json: statement() },
    ],
    'GET statements': ['/statements', {}],
    'GET state': [stateOf('a-1'), {}],
    'PUT state': [stateOf('a-1'), { method: 'PUT', body: 'x' }],
    'POST state': [stateOf('a-1'), { method: 'POST', json: {} }],
    'DELETE state': [stateOf('a-1'), { method: 'DELETE' }],
    'GET profile': [profile, {}],
    'POST profile': [profile, { method: 'POST', json: {} }],
    'DELETE profile': [profile, { method: 'DELETE' }],
    'GET activity profile': ['/activities/profile?activityId=https://a.example&profileId=p', {}],
    'GET agents': [`/agents?agent=${agentOf('a-1')}`, {}],
    'GET activities': ['/activities?activityId=https://a.example', {}],
  } as const;

  it.each(Object.entries(requests))('C9: %s opens to its scopes alone', async (name, [path, init]) => {
    const status = async (as: string) => (await world.ask(path, { ...init, as })).status;
    expect(await status('anonymous')).toBe(401);
    expect(await status('nothing')).toBe(403);
    expect([401, 403]).not.toContain(await status('platform'));
    const isWrite = name === 'POST statements' || name === 'PUT statements';
    expect((await status('writer')) === 403).toBe(!isWrite);
  });

  it('C9: every route of the door is in that list', () => {
    const declared = world.app.routes.map(({ method, path }) => `${method} ${path}`);
    expect(declared.toSorted()).toEqual(
      [
        'GET /xapi/about',
        'GET /xapi/activities',
        'GET /xapi/agents',
        'GET /xapi/statements',
        'POST /xapi/statements',
        'PUT /xapi/statements',
        ...['activities/profile', 'activities/state', 'agents/profile'].flatMap((path) =>
          ['DELETE', 'GET', 'POST', 'PUT'].map((method) => `${method} /xapi/${path}`),
        ),
      ].toSorted(),
    );
  });
});

describe('tenants', () => {
  let ofA = '';
  let ofB = '';
  let ofBoth = '';
  beforeEach(async () => {
    [ofA = '', ofB = '', ofBoth = ''] = await world.post([
      statement({ actor: person('a-1') }),
      statement({ actor: person('b-1') }),
      statement({ actor: person('ab-1') }),
    ]);
  });

  it('C3: an agency reads its own people, whatever it filters by', async () => {
    const activity = encodeURIComponent(statement().object.id);
    for (const query of [
      '',
      `?activity=${activity}`,
      '?ascending=true',
      `?related_activities=true&activity=${activity}`,
    ]) {
      expect((await world.list(query, { as: 'agencyA' })).ids.toSorted()).toEqual([ofA, ofBoth].toSorted());
      expect((await world.list(query, { as: 'agencyB' })).ids.toSorted()).toEqual([ofB, ofBoth].toSorted());
    }
    expect((await world.list(`?agent=${agentOf('b-1')}`, { as: 'agencyA' })).ids).toEqual([]);
  });

  it('C2: a foreign statement looks like none at all', async () => {
    const foreign = await world.ask(`/statements?statementId=${ofB}`, { as: 'agencyA' });
    const absent = await world.ask('/statements?statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee', {
      as: 'agencyA',
    });
    const bare = async (answer: Response) => ({ ...(await readJson<object>(answer)), requestId: '' });
    expect(foreign.status).toBe(404);
    expect(await bare(foreign)).toEqual(await bare(absent));
  });

  it('C3: more is bound to its client, of another agency and of the same', async () => {
    const { more } = await world.list('?limit=1', { as: 'agencyA' });
    const cursor = more.replace('/xapi/statements', '');
    expect((await world.ask(`/statements${cursor}`, { as: 'agencyA' })).status).toBe(200);
    for (const as of ['agencyB', 'otherOfA', 'platform']) {
      const refused = await world.ask(`/statements${cursor}`, { as });
      expect(refused.status).toBe(400);
      expect((await readJson<Refusal>(refused)).code).toBe('lrs.cursor-invalid');
    }
    for (const bent of [cursor.slice(0, -2), cursor.replace('=', '=x'), '?cursor=', `${cursor}&limit=1000`]) {
      expect((await world.ask(`/statements${bent}`, { as: 'agencyA' })).status).toBe(400);
    }
  });

  it('statements/read/mine shows what the client stored itself', async () => {
    const [mine] = await world.post(statement({ actor: person('a-2') }), { as: 'mine' });
    expect((await world.list('', { as: 'mine' })).ids).toEqual([mine]);
    expect((await world.ask(`/statements?statementId=${ofA}`, { as: 'mine' })).status).toBe(404);
  });

  it('a provider reads no statements here', async () => {
    expect((await world.ask('/statements', { as: 'provider' })).status).toBe(403);
  });

  it('E10: an agency speaks for its own people and for nobody else’s, members of groups included', async () => {
    const status = async (actor: object) =>
      (await world.ask('/statements', { method: 'POST', as: 'agencyA', json: statement({ actor }) })).status;
    expect(await status(person('a-7'))).toBe(200);
    expect(await status(person('ab-7'))).toBe(200);
    expect(await status(person('b-7'))).toBe(403);
    // An account of this deployment that is nobody's: staff, the LMS, another client.
    expect(await status(person('-7'))).toBe(403);
    expect(await status({ mbox: 'mailto:somebody@else.example' })).toBe(200);
    expect(await status({ mbox: 'mailto:a-7@instansi.example' })).toBe(200);
    expect(await status({ mbox: 'mailto:ab-7@instansi.example' })).toBe(200);
    expect(await status({ mbox: 'mailto:b-7@instansi.example' })).toBe(403);
    // Of somebody here who belongs to no agency.
    expect(await status({ mbox: 'mailto:-7@penyedia.example' })).toBe(403);
    const member = [person('a-7'), { mbox: 'mailto:b-7@instansi.example' }];
    expect(await status({ objectType: 'Group', member })).toBe(403);
    expect(await status({ objectType: 'Group', member: [person('a-7'), person('b-7')] })).toBe(403);
    expect((await world.list(`?agent=${agentOf('b-7')}`)).ids).toEqual([]);
  });

  it('E10: a voiding statement that comes before its target counts by the same rule', async () => {
    const uuid = (n: number) => `6690e6c9-3ef0-4ed3-8b37-7f396473000${n}`;
    const voiding = (n: number) => ({
      ...statement({ actor: person('a-2') }),
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: uuid(n) },
    });
    const status = async (n: number) => (await world.ask(`/statements?statementId=${uuid(n)}`)).status;
    for (const n of [1, 2]) await world.post(voiding(n), { as: 'agencyA' });
    await world.post(voiding(3));
    const late = (n: number) => statement({ id: uuid(n), actor: person('ab-1') });
    await world.post(late(1), { as: 'agencyB' });
    await world.post(late(2), { as: 'agencyA' });
    await world.post(late(3), { as: 'agencyB' });
    expect([await status(1), await status(2), await status(3)]).toEqual([200, 404, 404]);
  });

  it('E10: a client voids what it stored itself, and nothing of another authority', async () => {
    // Of nobody here, so that the authority alone decides.
    const voiding = (id: string) =>
      statement({
        actor: { mbox: 'mailto:sistem@instansi.example' },
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id },
      });
    const post = async (json: readonly object[], as: string) =>
      (await world.ask('/statements', { method: 'POST', as, json })).status;
    const [own = ''] = await world.post(statement(), { as: 'agencyA' });
    const { ids: before } = await world.list('');
    expect(await post([voiding(own)], 'agencyB')).toBe(403);
    expect(await post([voiding(own)], 'otherOfA')).toBe(403);
    expect(await post([statement(), voiding(ofA.toUpperCase())], 'agencyA')).toBe(403);
    const put = { method: 'PUT', as: 'agencyA', json: voiding(ofA) };
    expect((await world.ask(`/statements?statementId=${crypto.randomUUID()}`, put)).status).toBe(403);
    expect((await world.list('')).ids).toEqual(before);
    expect(await post([voiding(own)], 'agencyA')).toBe(200);
    expect(await post([voiding(ofA)], 'platform')).toBe(200);
    const { ids: after } = await world.list('');
    expect(after).toContain(ofB);
    for (const id of [own, ofA]) expect(after).not.toContain(id);
  });

  it('an agency touches documents of its own people alone, and profiles of activities by reading', async () => {
    const status = async (path: string, init = {}) =>
      (await world.ask(path, { as: 'agencyA', ...init })).status;
    expect(await status(stateOf('a-1'), { method: 'PUT', body: 'x' })).toBe(204);
    for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
      const body = method === 'PUT' || method === 'POST' ? { body: '{}' } : {};
      for (const name of ['b-1', 'xyz-1']) expect(await status(stateOf(name), { method, ...body })).toBe(403);
      expect(await status(`/agents/profile?agent=${agentOf('b-1')}&profileId=p`, { method, ...body })).toBe(
        403,
      );
    }
    const profile = '/activities/profile?activityId=https://a.example&profileId=p';
    expect(await status(profile)).toBe(404);
    expect(await status(profile, { method: 'POST', body: '{}' })).toBe(403);
  });
});
