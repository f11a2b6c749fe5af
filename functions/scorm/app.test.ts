import { commitOf, memoryLaunchLog, packageOf, scoItem, scormWorld } from '@sinau/delivery/testing';
import { createRateLimiter } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { createScormApp } from './app.ts';

async function running(perSecond = 100) {
  const world = scormWorld(packageOf('1.2', scoItem('I1')));
  const opened = await world.open();
  const lines: string[] = [];
  const line = (...parts: readonly unknown[]) => void lines.push(JSON.stringify(parts));
  const log = { info: line, warn: line, error: line };
  const launchLog = memoryLaunchLog();
  const rateLimiter = createRateLimiter({
    door: 'scorm',
    counter: { add: async ({ count }) => count },
    limits: { clientPerSecond: perSecond, sessionPerSecond: perSecond },
    clock: world.clock,
    log,
  });
  const { hono } = createScormApp({
    scorm: world.deps,
    launchLog,
    rateLimiter,
    log,
    portalOrigin: 'https://sinau.example',
  });
  const start = (token = opened.token, init: RequestInit = {}) =>
    hono.request('/launch/scorm/start', {
      method: 'POST',
      headers: { authorization: `Basic ${token}`, origin: 'https://content.example' },
      ...init,
    });
  const commit = (body: unknown, init: RequestInit = {}, token = opened.token) =>
    hono.request(`/launch/scorm/commit?token=${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    });
  return { ...world, ...opened, hono, start, commit, lines, launchLog };
}

const message = (over: object = {}) => ({
  run: 2,
  sequence: 1,
  itemId: 'I1',
  visit: 1,
  commit: commitOf({ core: { lesson_status: 'incomplete' }, suspend_data: 'é' }),
  ...over,
});

describe('POST /launch/scorm/start', () => {
  it('gives what the page plays, with the token in the address of commits', async () => {
    const { start, token } = await running();
    const answer = await start();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const started = (await answer.json()) as { commitUrl: string; run: number };
    expect(started.run).toBe(2);
    const url = new URL(started.commitUrl);
    expect(url.origin + url.pathname).toBe('https://sinau.example/launch/scorm/commit');
    expect(url.searchParams.get('token')).toBe(token);
  });

  it('E9: a dead session is 403 with its reason, what is no token is 401, and no login dialog opens', async () => {
    const { start, launch, hono } = await running();
    await launch();
    const dead = await start();
    expect([dead.status, dead.headers.get('access-control-allow-origin')]).toEqual([403, '*']);
    expect(await dead.json()).toMatchObject({ code: 'delivery.session-ended' });
    const strangers = [
      await start('bm90IG91cnM='),
      await hono.request('/launch/scorm/start', { method: 'POST' }),
      await hono.request('/launch/scorm/start', { method: 'POST', headers: { authorization: 'Bearer x' } }),
    ];
    for (const stranger of strangers) {
      expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, null]);
    }
  });

  it('answers the preflight of a content origin', async () => {
    const { start } = await running();
    const answer = await start('', { method: 'OPTIONS' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('Authorization');
  });
});

describe('POST /launch/scorm/commit', () => {
  it('takes text/plain with the token in its address, and never logs the token', async () => {
    const { start, commit, token, lines } = await running();
    await start();
    const answer = await commit(message());
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ result: true, errorCode: 0, outcome: 'stored' });
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).not.toContain(token);
      expect(line).not.toContain(encodeURIComponent(token));
    }
  });

  it('D4: refuses what is no message with what is wrong, and keeps nothing', async () => {
    const { start, commit, verbs } = await running();
    await start();
    const bad = [
      ['', ''],
      ['{"run":1,"run":2}', ''],
      [message({ run: '2' }), '/run'],
      [message({ sequence: 0 }), '/sequence'],
      [message({ visit: undefined }), '/visit'],
      [message({ end: 'maybe' }), '/end'],
      [message({ calls: [{ at: 'yesterday', call: 'GetValue' }] }), '/calls/0/at'],
      [message({ commit: { runtimeData: {} } }), '/commit/runtimeData/cmi'],
    ] as const;
    for (const [body, path] of bad) {
      const answer = await commit(body);
      expect([answer.status, path]).toEqual([400, path]);
      expect(await answer.json()).toMatchObject({ code: 'request.invalid', issues: [{ path }] });
    }
    expect(verbs()).toEqual(['launched', 'initialized']);
  });

  it('refuses more than 1 MB with 413', async () => {
    const { start, commit } = await running();
    await start();
    const answer = await commit('x'.repeat(1024 * 1024 + 1));
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([413, '*']);
  });

  it('takes 64,000 characters of suspend data', async () => {
    const { start, commit } = await running();
    await start();
    const cmi = { core: { lesson_status: 'incomplete' }, suspend_data: 'é'.repeat(64_000) };
    expect((await commit(message({ commit: commitOf(cmi) }))).status).toBe(200);
  });

  it('tells a page that another tab has taken over', async () => {
    const { start, commit } = await running();
    await start();
    await start();
    await commit(message({ run: 3 }));
    const answer = await commit(message({ run: 2, sequence: 5 }));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'delivery.scorm-replaced' });
  });

  it('R13, E9: a token that expired while the content was open is refused with the reason', async () => {
    const { start, commit, clock } = await running();
    await start();
    expect((await commit(message())).status).toBe(200);
    clock.advance(25 * 3_600_000);
    const answer = await commit(message({ sequence: 2 }));
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, '*']);
    expect(await answer.json()).toMatchObject({ code: 'delivery.session-ended' });
  });

  it('E9: after the end of its session a token repeats the last message for a minute, and does nothing else', async () => {
    const { start, commit, clock, verbs } = await running();
    await start();
    const last = message({ end: 'terminated', leave: 'exit' });
    const first = await (await commit(last)).json();
    const told = verbs();
    expect(await (await commit(last)).json()).toEqual(first);
    expect((await commit(message({ sequence: 2 }))).status).toBe(403);
    clock.advance(61_000);
    expect((await commit(last)).status).toBe(403);
    expect(verbs()).toEqual(told);
  });

  it('holds a session to its rate', async () => {
    const { commit } = await running(1);
    for (let n = 0; n < 10; n += 1) expect((await commit('{')).status).toBe(400);
    const answer = await commit('{');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, expect.any(String)]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });

  it('keeps the calls of the content, cut, and none of a session that has ended', async () => {
    const { start, commit, launchLog, launch, launched } = await running();
    await start();
    const at = '2026-03-02T01:00:00.000Z';
    const calls = [
      {
        at,
        call: 'SetValue',
        element: 'cmi.suspend_data',
        value: 'x'.repeat(9000),
        answer: 'true',
        error: 0,
      },
      { at, call: 'GetValue', element: 'cmi.core.nothing', answer: '', error: 401 },
    ];
    expect((await commit(message({ calls }))).status).toBe(200);
    const kept = await launchLog.read(launched.sessionId);
    expect(kept?.entries).toMatchObject([
      { run: 2, sequence: 1, itemId: 'I1', calls: [{ answer: 'true' }, {}] },
    ]);
    expect(kept?.entries[0]?.calls[0]?.value).toMatch(/^x{250}… \(9000\)$/);
    await launch();
    expect((await commit(message({ sequence: 2, calls }))).status).toBe(403);
    expect((await launchLog.listSessions({ courseId: 'c1', limit: 5 })).sessions).toMatchObject([
      { calls: 2, errors: 1 },
    ]);
  });
});
