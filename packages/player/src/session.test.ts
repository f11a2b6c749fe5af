import { describe, expect, it } from 'vitest';
import { openSession, readLaunch, type SessionHost } from './session.ts';

const portal = 'https://sinau.example';
const launch = {
  endpoint: `${portal}/xapi/`,
  fetch: `${portal}/launch/fetch/abc`,
  actor: '{"account":{"name":"1","homePage":"https://sinau.example"}}',
  registration: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b',
  activityId: 'https://sinau.example/module/1',
};
const searchOf = (over: Partial<typeof launch> = {}) => `?${new URLSearchParams({ ...launch, ...over })}`;

interface Sent {
  readonly address: string;
  readonly authorization: string | null;
}

/** A tab with its storage; `answers` come in order, an Error is a lost connection. */
function tabWith(...answers: readonly (Response | Error)[]) {
  const kept = new Map<string, string>();
  const sent: Sent[] = [];
  const left = [...answers];
  const host: SessionHost = {
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    fetch: async (input, init) => {
      sent.push({ address: String(input), authorization: new Headers(init?.headers).get('authorization') });
      const answer = left.shift() ?? new Error('no more answers');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { host, sent, kept };
}
const token = () => Response.json({ 'auth-token': 'dG9rZW4=' });
const ended = () => Response.json({ code: 'delivery.session-ended' }, { status: 403 });

describe('readLaunch', () => {
  it('reads the five parameters of cmi5', () => {
    expect(readLaunch(searchOf())).toEqual(launch);
  });

  it.each(Object.keys(launch))('finds no launch without %s', (name) => {
    expect(readLaunch(searchOf({ [name]: '' }))).toBeUndefined();
  });

  it('takes no addresses of two origins: the token of one must not go to the other', () => {
    expect(readLaunch(searchOf({ endpoint: 'https://evil.example/xapi/' }))).toBeUndefined();
    expect(readLaunch(searchOf({ endpoint: 'javascript:1', fetch: 'javascript:1' }))).toBeUndefined();
  });
});

describe('openSession', () => {
  it('fetches the token once and goes on with it after a reload', async () => {
    const tab = tabWith(token(), Response.json({}), Response.json({}));
    await (await openSession(launch, tab.host)).request('/launch/scorm/start');
    await (await openSession(launch, tab.host)).request('/launch/scorm/start');
    const start = { address: `${portal}/launch/scorm/start`, authorization: 'Basic dG9rZW4=' };
    expect(tab.sent).toEqual([{ address: launch.fetch, authorization: null }, start, start]);
  });

  it('goes on where the browser denies storage', async () => {
    const { host } = tabWith(token());
    expect((await openSession(launch, { ...host, storage: undefined })).authorization).toBe('Basic dG9rZW4=');
  });

  it('says that the token was given before, and keeps nothing', async () => {
    const tab = tabWith(Response.json({ 'error-code': '1', 'error-text': 'used' }));
    await expect(openSession(launch, tab.host)).rejects.toMatchObject({ fault: 'not-launched' });
    await expect(openSession(undefined, tab.host)).rejects.toMatchObject({ fault: 'not-launched' });
    expect(tab.kept.size).toBe(0);
  });

  it('tells an unreachable server from a refusal', async () => {
    const tab = tabWith(new TypeError('Failed to fetch'), new Response('', { status: 503 }), token());
    await expect(openSession(launch, tab.host)).rejects.toMatchObject({ fault: 'unreachable' });
    await expect(openSession(launch, tab.host)).rejects.toMatchObject({ fault: 'unreachable' });
    await expect(openSession(launch, tab.host)).resolves.toMatchObject({ portalOrigin: portal });
  });
});

describe('a request of the session', () => {
  it('rejects as ended when another tab has taken the session over, or it is closed', async () => {
    const tab = tabWith(token(), new Response('', { status: 401 }), ended());
    const session = await openSession(launch, tab.host);
    await expect(session.request('/xapi/statements')).rejects.toMatchObject({ fault: 'ended' });
    await expect(session.request('/xapi/statements')).rejects.toMatchObject({ fault: 'ended' });
  });

  it('leaves other refusals to whoever asked', async () => {
    const other = () => Response.json({ code: 'delivery.rule-broken' }, { status: 403 });
    const tab = tabWith(token(), other(), new Response('', { status: 404 }));
    const session = await openSession(launch, tab.host);
    const refused = await session.request('/xapi/statements');
    expect([refused.status, await refused.json()]).toEqual([403, { code: 'delivery.rule-broken' }]);
    expect((await session.request('/xapi/activities/state')).status).toBe(404);
  });

  it('never carries the token to another origin', async () => {
    const tab = tabWith(token());
    const session = await openSession(launch, tab.host);
    await expect(session.request('https://evil.example/')).rejects.toThrow(TypeError);
    await expect(session.request('//evil.example/')).rejects.toThrow(TypeError);
    expect(tab.sent).toHaveLength(1);
  });
});
