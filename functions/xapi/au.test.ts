import { registration, sri } from '@sinau/delivery/testing';
import type { StoredStatement } from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Ask,
  type Found,
  person,
  type Refusal,
  readJson,
  statement,
  xapiWorld,
} from './testing/xapi-world.ts';

const agent = encodeURIComponent(JSON.stringify(person(sri)));
let world = xapiWorld();
let au: Awaited<ReturnType<typeof world.delivery.start>>;

beforeEach(async () => {
  world = xapiWorld();
  au = await world.delivery.start();
});

const ask = (path: string, init: Ask = {}) => world.ask(path, { as: `Basic ${au.token}`, ...init });
const send = async (json: unknown) => (await ask('/statements', { method: 'POST', json })).status;

describe('a running AU', () => {
  it('sends its statements under the authority of the LMS, and the course is told', async () => {
    expect(await send(au.say('initialized'))).toBe(200);
    expect(await send([au.say('completed'), au.say('terminated')])).toBe(200);
    const { statements } = await readJson<Found>(await world.ask('/statements?ascending=true'));
    const verbs = statements.map(({ verb }) => verb.id.replace(/.*\//, ''));
    expect(verbs).toEqual(['initialized', 'completed', 'terminated', 'satisfied', 'satisfied']);
    for (const { authority } of statements) expect(authority.account?.name).toBe('lms');
  });

  it('finds its statements in the words it sent them in', async () => {
    await send(au.say('initialized'));
    const result = { extensions: { 'https://x.example/n': 1 } };
    const one = au.say('experienced', { result });
    const body = JSON.stringify(one, null, 1).replace(/: 1\b/, ': 1.00');
    const headers = { 'content-type': 'application/json' };
    expect((await ask('/statements', { method: 'POST', body, headers })).status).toBe(200);
    const text = await (await ask(`/statements?statementId=${one.id}`)).text();
    expect(text).toContain('"result":{"extensions":{"https://x.example/n":1.00}}');
  });

  it('is held to the rules of its session, all or nothing', async () => {
    await send(au.say('initialized'));
    const refused = await ask('/statements', {
      method: 'POST',
      json: [au.say('completed'), au.say('initialized')],
    });
    expect(refused.status).toBe(403);
    expect((await readJson<Refusal>(refused)).issues[0]?.requirement).toMatch(/^\d+\./);
    expect((await world.list('')).ids).toHaveLength(1);
  });

  it('gives its statements their ids itself', async () => {
    const { id: _id, ...without } = au.say('initialized');
    const refused = await ask('/statements', { method: 'POST', json: [without] });
    expect(refused.status).toBe(403);
    expect(await readJson<Refusal>(refused)).toMatchObject({ issues: [{ path: '/0/id' }] });
  });

  it('E10: cannot speak for another learner or registration', async () => {
    await send(au.say('initialized'));
    const { account } = au.say('experienced').actor as ReturnType<typeof person>;
    for (const actor of [
      person('a-1'),
      { mbox: 'mailto:b-1@instansi.example' },
      { mbox_sha1sum: 'a'.repeat(40) },
      { openid: 'https://sri.example' },
      { account: { ...account, homePage: 'https://lain.example' } },
      { objectType: 'Group', account },
      { objectType: 'Group', member: [{ account }] },
    ] as const) {
      expect(await send(au.say('experienced', { actor })), JSON.stringify(actor)).toBe(403);
    }
    const context = {
      ...au.say('experienced').context,
      registration: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
    };
    expect(await send(au.say('experienced', { context }))).toBe(403);
  });

  it('reads the statements of its registration and no others', async () => {
    await send(au.say('initialized'));
    const [foreign] = await world.post(statement());
    const own = await ask(`/statements?registration=${registration}`);
    const { statements } = await readJson<Found>(own);
    expect(statements).toHaveLength(1);
    expect((await ask(`/statements?statementId=${statements[0]?.id}`)).status).toBe(200);
    expect((await ask(`/statements?statementId=${foreign}`)).status).toBe(404);
    expect((await ask('/statements')).status).toBe(403);
    expect((await ask('/statements?registration=6690e6c9-3ef0-4ed3-8b37-7f3964730bee')).status).toBe(403);
  });

  it('C3: describes its own activities and new ones, and nothing that others have described', async () => {
    const theirs = 'https://kampus.example/modul/1';
    const nameOf = async (id: string) => {
      const answer = await world.ask(`/activities?activityId=${encodeURIComponent(id)}`);
      return (await readJson<{ definition?: { name?: object } }>(answer)).definition?.name;
    };
    const about = (id: string) => ({ id, definition: { name: { id: 'Bajakan' } } });
    await world.post(statement({ object: { id: theirs, definition: { name: { id: 'Asli' } } } }));
    await send(au.say('initialized'));
    const foreign = 'https://sinau.example/activities/c2/au/1';
    for (const id of [theirs, foreign, 'https://penerbit.example/soal/1', au.launched.activityId]) {
      expect(await send(au.say('experienced', { object: about(id) })), id).toBe(200);
    }
    expect(await nameOf(theirs)).toEqual({ id: 'Asli' });
    expect(await nameOf(foreign)).toBeUndefined();
    expect(await nameOf('https://penerbit.example/soal/1')).toEqual({ id: 'Bajakan' });
    expect(await nameOf(au.launched.activityId)).toMatchObject({ id: 'Bajakan' });
  });

  it('C3: reads nothing that another client stores under its registration, or another learner refers to', async () => {
    await send(au.say('initialized'));
    const own = au.say('experienced');
    await send(own);
    const context = { registration };
    const [planted] = await world.post(statement({ actor: person(sri), context }));
    const other = { actor: person('a-1'), object: { objectType: 'StatementRef', id: own.id } };
    const { authority } = await readJson<StoredStatement>(await ask(`/statements?statementId=${own.id}`));
    const uuid = (n: number) => `6690e6c9-3ef0-4ed3-8b37-7f396473000${n}`;
    const [referring] = await world.record([
      statement({ id: uuid(1), ...other }),
      statement({ id: uuid(2), actor: person('a-1'), context }),
    ]);
    const { ids } = await world.list(`?registration=${registration}`);
    expect(ids).toEqual(expect.arrayContaining([planted, referring]));
    expect(authority).toMatchObject({ account: { name: 'lms' } });
    for (const filter of ['', '&limit=1', `&agent=${agent}`, '&ascending=true', '&related_agents=true']) {
      const seen: string[] = [];
      for (let next = `?registration=${registration}${filter}`; next !== ''; ) {
        const page = await readJson<Found>(await ask(`/statements${next}`));
        seen.push(...page.statements.map(({ id }) => id));
        next = page.more.replace('/xapi/statements', '');
      }
      expect(seen, filter).toHaveLength(2);
      expect(seen).toContain(own.id);
    }
    for (const id of [planted, referring]) {
      expect((await ask(`/statements?statementId=${id}`)).status).toBe(404);
    }
  });

  it('keeps state of its own and touches nobody else’s', async () => {
    const own = `&registration=${registration}&stateId=bookmark`;
    const state = (query: string, who = agent) =>
      `/activities/state?activityId=${encodeURIComponent(au.launched.activityId)}&agent=${who}${query}`;
    expect((await ask(state(own), { method: 'PUT', body: 'p3' })).status).toBe(204);
    expect(await (await ask(state(own))).text()).toBe('p3');
    const stranger = encodeURIComponent(JSON.stringify(person('a-1')));
    expect((await ask(state(own, stranger))).status).toBe(403);
    expect(
      (
        await ask(state(`&registration=${registration}&stateId=LMS.LaunchData`), {
          method: 'PUT',
          body: '{}',
        })
      ).status,
    ).toBe(403);
  });

  it('E9: is out once it has terminated, but for a repetition', async () => {
    await send(au.say('initialized'));
    const last = au.say('terminated');
    expect(await send(last)).toBe(200);
    expect(await send(last)).toBe(200);
    expect(await send(au.say('experienced'))).toBe(403);
    expect((await ask(`/statements?registration=${registration}`)).status).toBe(403);
    world.clock.advance(10 * 60_000);
    const dead = await ask('/statements', { method: 'POST', json: last });
    expect(dead.status).toBe(401);
    expect(dead.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });
});
