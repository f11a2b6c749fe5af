import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Ask, person, readJson, xapiWorld } from './testing/xapi-world.ts';

const agent = encodeURIComponent(JSON.stringify(person('a-1')));
const state = `/activities/state?activityId=https://a.example&agent=${agent}`;
const one = `${state}&stateId=s`;
const resources = {
  state: one,
  'agent profile': `/agents/profile?agent=${agent}&profileId=p`,
  'activity profile': '/activities/profile?activityId=https://a.example&profileId=p',
};

let world = xapiWorld();
beforeEach(() => {
  world = xapiWorld();
});

const ask = async (path: string, init: Ask = {}) => (await world.ask(path, init)).status;
const absent = { 'if-none-match': '*' };

describe.each(Object.entries(resources))('%s', (name, path) => {
  it('gives back the very bytes and their type, with SHA-1 as entity tag and the time of the change', async () => {
    const body = Uint8Array.from({ length: 256 }, (_, index) => index);
    const headers = { ...absent, 'content-type': 'text/plain; charset=latin1' };
    expect(await ask(path, { method: 'PUT', body, headers })).toBe(204);
    const answer = await world.ask(path);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(body);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=latin1');
    expect(answer.headers.get('etag')).toBe(`"${createHash('sha1').update(body).digest('hex')}"`);
    expect(answer.headers.get('last-modified')).toBe(world.clock.now().toUTCString());
    expect(answer.headers.get('content-disposition')).toBe('attachment');
  });

  it('obeys If-Match and If-None-Match', async () => {
    const put = (body: string, headers: Record<string, string>) =>
      ask(path, { method: 'PUT', body, headers });
    expect(await put('1', absent)).toBe(204);
    expect(await put('2', absent)).toBe(412);
    expect(await put('2', { 'if-match': '"1234"' })).toBe(412);
    expect(await ask(path, { method: 'DELETE', headers: { 'if-match': '"1234"' } })).toBe(412);
    expect(await (await world.ask(path)).text()).toBe('1');
    const etag = (await world.ask(path)).headers.get('etag') ?? '';
    expect(await put('2', { 'if-match': `W/${etag}` })).toBe(204);
    expect(await (await world.ask(path)).text()).toBe('2');
    expect(await ask(path, { method: 'DELETE' })).toBe(204);
    expect(await ask(path)).toBe(404);
  });

  it('refuses to replace blindly where the version says so', async () => {
    const put = (version: string) => ask(path, { method: 'PUT', body: 'x', version });
    const free = name === 'state';
    // 1.0.3 wants the header on profiles even for a new document; cmi5 content relies on blind writes of State.
    expect(await put('1.0.3')).toBe(free ? 204 : 400);
    expect(await put('2.0.0')).toBe(free ? 409 : 204);
    expect(await put('1.0.3')).toBe(free ? 204 : 409);
    expect(await put('2.0.0')).toBe(409);
  });

  it('merges JSON objects on their top level and nothing else', async () => {
    const post = (json: unknown) => ask(path, { method: 'POST', json });
    expect(await post({ a: { x: 1 }, b: 1 })).toBe(204);
    expect(await post({ a: { y: 2 } })).toBe(204);
    expect(await (await world.ask(path)).json()).toEqual({ a: { y: 2 }, b: 1 });
    for (const bad of [[1], 'x', null, 3]) expect(await post(bad)).toBe(400);
    const headers = { 'content-type': 'application/json' };
    expect(await ask(path, { method: 'POST', body: '{"a":', headers })).toBe(400);
    expect(await ask(path, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })).toBe(
      400,
    );
    expect(await (await world.ask(path)).json()).toEqual({ a: { y: 2 }, b: 1 });
  });

  it('keeps every one of twenty parallel merges', async () => {
    const answers = Array.from({ length: 20 }, (_, index) =>
      ask(path, { method: 'POST', json: { [`k${index}`]: index } }),
    );
    expect(new Set(await Promise.all(answers))).toEqual(new Set([204]));
    expect(Object.keys(await readJson<object>(await world.ask(path)))).toHaveLength(20);
  });

  it('answers 413 to a document beyond the limit', async () => {
    expect(await ask(path, { method: 'PUT', body: 'x'.repeat(10_001), headers: absent })).toBe(413);
  });
});

describe('State without stateId', () => {
  it('lists ids, since a time if asked, and clears', async () => {
    await ask(one, { method: 'PUT', body: '1' });
    const before = world.clock.now().toISOString();
    world.clock.advance(1000);
    await ask(`${state}&stateId=t`, { method: 'PUT', body: '2' });
    const list = async (query = '') => readJson<string[]>(await world.ask(state + query));
    expect((await list()).toSorted()).toEqual(['s', 't']);
    expect(await list(`&since=${before}`)).toEqual(['t']);
    expect((await world.ask(state)).headers.get('last-modified')).toBe(world.clock.now().toUTCString());
    expect(await ask(state, { method: 'DELETE' })).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('keeps the documents of registrations apart', async () => {
    const registration = '&registration=6690e6c9-3ef0-4ed3-8b37-7f3964730bee';
    await ask(one + registration, { method: 'PUT', body: '1' });
    expect(await ask(one)).toBe(404);
    expect(await ask(one + registration.toUpperCase().replace('&REGISTRATION', '&registration'))).toBe(200);
  });
});
