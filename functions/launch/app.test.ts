import { courseOf, deliveryWorld, fetchIdIn } from '@sinau/delivery/testing';
import { describe, expect, it } from 'vitest';
import { createLaunchApp } from './app.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function launched() {
  const { deps, launch } = deliveryWorld(courseOf([['Completed']]));
  const { hono } = createLaunchApp({ ...deps, log });
  const path = `/launch/fetch/${fetchIdIn((await launch()).url)}`;
  return { path, ask: (init: RequestInit = {}, to = path) => hono.request(to, { method: 'POST', ...init }) };
}

describe('POST /launch/fetch/:id', () => {
  it('E9: answers the token once, then error-code 1 with status 200', async () => {
    const { ask } = await launched();
    const first = await ask();
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toMatch(/^application\/json/);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(await first.json()).toEqual({ 'auth-token': expect.any(String) });
    const second = await ask();
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual({ 'error-code': '1', 'error-text': expect.any(String) });
  });

  it('E9: answers error-code 2 for an unknown id', async () => {
    const { ask } = await launched();
    const answer = await ask({}, '/launch/fetch/unknown');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ 'error-code': '2' });
  });

  it('lets any origin call it, without cookies, also before it fails', async () => {
    const { ask, path } = await launched();
    const origin = 'https://content.example';
    const preflight = await ask({ method: 'OPTIONS', headers: { origin } });
    const answers = [
      preflight,
      await ask({ headers: { origin, cookie: 'a=1' } }),
      await ask({}, `${path}/x`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([204, 200, 404]);
    for (const answer of answers) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('8.2.1: refuses GET and leaves the token for the POST', async () => {
    const { ask } = await launched();
    expect((await ask({ method: 'GET' })).status).toBe(404);
    expect(await (await ask()).json()).toHaveProperty('auth-token');
  });

  it('gives a token for every Idempotency-Key only once', async () => {
    const { ask } = await launched();
    const headers = { 'idempotency-key': 'same' };
    expect(await (await ask({ headers })).json()).toHaveProperty('auth-token');
    expect(await (await ask({ headers })).json()).toMatchObject({ 'error-code': '1' });
  });
});
