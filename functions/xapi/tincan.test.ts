import { registration, sri } from '@sinau/delivery/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Ask, type Found, person, readJson, xapiWorld } from './testing/xapi-world.ts';

const activityId = 'https://penyedia.example/etika';
const agent = JSON.stringify(person(sri));
let world: ReturnType<typeof xapiWorld>;
let au: Awaited<ReturnType<typeof world.delivery.start>>;

beforeEach(async () => {
  world = xapiWorld({ tincan: { activityId } });
  au = await world.delivery.start();
  await post(au.say('initialized'));
});

const ask = (path: string, init: Ask = {}) => world.ask(path, { as: `Basic ${au.token}`, ...init });
const post = (json: unknown) => ask('/statements', { method: 'POST', json });
const said = (verb: string, over: object = {}) => ({
  ...{
    actor: person(sri),
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: activityId },
  },
  ...over,
});
const parameters = (more: Record<string, string>) => new URLSearchParams({ activityId, agent, ...more });
const verbsOf = async () => {
  const { statements } = await readJson<Found>(await world.ask('/statements?ascending=true'));
  return statements.map(({ verb }) => verb.id.replace(/.*\//, ''));
};

describe('content of a Tin Can package', () => {
  it('speaks under the token of its launch without a session of its own, and satisfies the course in the request', async () => {
    expect(
      (await post([said('experienced'), said('passed', { result: { score: { scaled: 0.9 } } })])).status,
    ).toBe(200);
    expect(await verbsOf()).toEqual(['initialized', 'experienced', 'passed', 'satisfied', 'satisfied']);
    const state = await world.delivery.deps.registrations.read(registration);
    expect(state).toMatchObject({
      aus: { 0: { judged: 'passed', score: 0.9 } },
      satisfaction: { course: true },
    });
    const found = await readJson<Found>(await world.ask(`/statements?registration=${registration}`));
    expect(found.statements.find(({ verb }) => verb.id.endsWith('passed'))?.authority.account?.name).toBe(
      'lms',
    );
  });

  it('may repeat a statement', async () => {
    const one = said('passed', { id: '7b0f0b1e-6a6c-4b62-9a5f-0a5c1a8f2a10' });
    for (const status of [200, 200]) expect((await post([one])).status).toBe(status);
    expect((await verbsOf()).filter((verb) => verb === 'passed')).toHaveLength(1);
  });

  it('E10: speaks for its own learner in its own registration, or nothing is stored', async () => {
    const others = [
      said('completed', { actor: person('a-1') }),
      said('completed', { context: { registration: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee' } }),
    ];
    for (const other of others) expect((await post([said('experienced'), other])).status).toBe(403);
    expect(await verbsOf()).toEqual(['initialized']);
  });

  it('E9: is told nothing more once another launch has begun', async () => {
    await world.delivery.launch();
    expect((await post(said('experienced'))).status).toBe(401);
  });

  it('says its last words while the page around it ends the session, and no later than a minute after', async () => {
    await post(au.say('terminated'));
    expect((await post(said('passed'))).status).toBe(200);
    const put = () =>
      ask(`/activities/state?${parameters({ stateId: 'resume' })}`, { method: 'PUT', body: 'slide-7' });
    expect((await put()).status).toBe(204);
    expect((await world.delivery.deps.registrations.read(registration))?.satisfaction.course).toBe(true);
    world.delivery.clock.advance(61_000);
    expect((await put()).status).toBe(401);
  });

  it('keeps state of its registration, whether it names it or not', async () => {
    const bare = `/activities/state?${parameters({ stateId: 'resume' })}`;
    expect((await ask(bare, { method: 'PUT', body: 'slide-3' })).status).toBe(204);
    const named = `/activities/state?${parameters({ stateId: 'resume', registration })}`;
    expect(await (await ask(named)).text()).toBe('slide-3');
    // For everybody else it lies under the registration.
    expect((await world.ask(bare)).status).toBe(404);
    expect((await world.ask(named)).status).toBe(200);
    const foreign = parameters({ stateId: 'resume', registration: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee' });
    expect((await ask(`/activities/state?${foreign}`)).status).toBe(403);
  });

  it('C3: profiles of its activity stay in its course, whoever else calls an activity by that name', async () => {
    const profile = `/activities/profile?${new URLSearchParams({ activityId, profileId: 'p' })}`;
    const headers = { 'if-none-match': '*', 'content-type': 'application/json' };
    expect((await ask(profile, { method: 'PUT', body: '{"a":1}', headers })).status).toBe(204);
    expect(await (await ask(profile)).json()).toEqual({ a: 1 });
    expect((await world.ask(profile)).status).toBe(404);
    const other = `/activities/profile?${new URLSearchParams({ activityId: 'https://lain.example', profileId: 'p' })}`;
    expect((await ask(other, { method: 'PUT', body: '{}', headers })).status).toBe(403);
  });

  it('may carry along what stood in its launch address', async () => {
    expect((await ask('/statements?v=1', { method: 'POST', json: said('experienced') })).status).toBe(200);
    const put = `/activities/state?${parameters({ stateId: 'resume', v: '1' })}`;
    expect((await ask(put, { method: 'PUT', body: 'slide-3' })).status).toBe(204);
    expect((await world.ask(put)).status).toBe(400);
  });

  it('is understood in the alternate syntax of old browsers, from its own origin', async () => {
    const form = new URLSearchParams({
      ...{ Authorization: `Basic ${au.token}`, 'X-Experience-API-Version': '1.0.0' },
      ...{ 'Content-Type': 'application/json', content: JSON.stringify(said('completed')) },
      statementId: '7b0f0b1e-6a6c-4b62-9a5f-0a5c1a8f2a11',
    });
    const answer = await world.ask('/statements?method=PUT', {
      ...{ as: '', version: '', method: 'POST', body: form.toString() },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://a.content.sinau.example',
      },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(await verbsOf()).toContain('completed');
  });

  it('judges nothing in a review', async () => {
    au = await world.delivery.start({ mode: 'Review' });
    await post(au.say('initialized'));
    expect((await post(said('passed'))).status).toBe(200);
    expect((await world.delivery.deps.registrations.read(registration))?.aus[0]?.judged).toBeUndefined();
  });
});
