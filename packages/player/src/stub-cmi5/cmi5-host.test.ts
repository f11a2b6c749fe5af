import { describe, expect, it } from 'vitest';
import { type Cmi5Browser, openCmi5Host } from './cmi5-host.ts';

interface Sent {
  readonly verb: { readonly id: string };
  readonly result?: object;
  readonly context: { readonly extensions: object; readonly contextActivities: object };
}

function lms(data: object = {}, over: { readonly token?: string; readonly status?: () => number } = {}) {
  const asked: string[] = [];
  const sent: Sent[] = [];
  const kept = new Map<string, string>();
  let token: string | undefined = over.token ?? 'T';
  const answers: Cmi5Browser['fetch'] = async (input, init) => {
    const url = String(input);
    const { authorization = '' } = (init?.headers ?? {}) as Record<string, string>;
    asked.push(
      `${init?.method ?? 'GET'} ${new URL(url).pathname.replace('/lrs', '')} ${authorization}`.trim(),
    );
    if (url.endsWith('/fetch')) {
      const body = token ? { 'auth-token': token } : { 'error-code': '1' };
      token = undefined;
      return Response.json(body);
    }
    if (url.includes('/activities/state')) {
      const template = {
        extensions: { s: '1' },
        contextActivities: { grouping: [{ id: 'https://p.example/au' }] },
      };
      return Response.json({ contextTemplate: template, launchMode: 'Normal', ...data });
    }
    if (!url.endsWith('/statements')) return new Response(null, { status: 404 });
    const status = over.status?.() ?? 204;
    if (status < 300) sent.push(JSON.parse(String(init?.body)));
    return new Response(null, { status });
  };
  const query = new URLSearchParams({
    ...{ endpoint: 'https://host.example/lrs/', fetch: 'https://host.example/fetch', registration: 'r' },
    ...{
      activityId: 'https://host.example/a',
      actor: '{"account":{"homePage":"https://host.example","name":"7"}}',
    },
  });
  const browser: Cmi5Browser = {
    ...{ search: `?${query}`, fetch: answers, framed: true, now: () => new Date('2026-03-02T01:00:00Z') },
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, text) => void kept.set(name, text),
    },
    newId: () => 'id',
  };
  const verbs = () => sent.map(({ verb }) => verb.id.replace(/.*\//, ''));
  return { browser, asked, sent, verbs };
}

const done = { satisfied: true, passed: true, percent: 100, score: 0.8 };

describe('a stub in a cmi5 host', () => {
  it('reads launch data and preferences before it says initialized, and goes on after a reload', async () => {
    const { browser, asked, verbs } = lms();
    expect((await openCmi5Host(browser))?.learnerId).toBe('https://host.example|7');
    expect(asked).toEqual([
      'POST /fetch',
      'GET /activities/state Basic T',
      'GET /agents/profile Basic T',
      'POST /statements Basic T',
    ]);
    await openCmi5Host(browser);
    expect(verbs()).toEqual(['initialized']);
  });

  it('says completed and passed once, with the host’s mastery score, and terminated when its page goes', async () => {
    const { browser, sent, verbs } = lms({ masteryScore: 0.7 });
    const host = await openCmi5Host(browser);
    await host?.report({ ...done, satisfied: false });
    await host?.report(done);
    await host?.report({ ...done, score: 0.9 });
    host?.leave();
    await expect.poll(verbs).toEqual(['initialized', 'completed', 'passed', 'terminated']);
    const passed = sent.find(({ verb }) => verb.id.endsWith('passed'));
    expect(passed).toMatchObject({
      result: { success: true, score: { scaled: 0.8 }, duration: 'PT0S' },
      context: {
        extensions: { s: '1', 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.7 },
        contextActivities: { grouping: [{ id: 'https://p.example/au' }] },
      },
    });
  });

  it.each([
    ['a score below the host’s mastery', { masteryScore: 0.9 }, ['initialized', 'completed']],
    ['a review', { launchMode: 'Review' }, ['initialized']],
  ])('does not say passed in %s', async (_, data, expected) => {
    const { browser, verbs } = lms(data);
    await (await openCmi5Host(browser))?.report(done);
    expect(verbs()).toEqual(expected);
  });

  it('says again what the host did not take, and not what it refused', async () => {
    const states = [204, 503, 204, 403, 204];
    const { browser, verbs } = lms({}, { status: () => states.shift() ?? 204 });
    const host = await openCmi5Host(browser);
    await expect(host?.report(done)).rejects.toThrow('503');
    await host?.report(done);
    await host?.report(done);
    expect(verbs()).toEqual(['initialized', 'completed']);
  });

  it('is opened by nobody without a launch', async () => {
    const { browser } = lms();
    expect(await openCmi5Host({ ...browser, search: '' })).toBeUndefined();
    await browser.fetch('https://host.example/fetch', { method: 'POST' });
    expect(await openCmi5Host(browser)).toBeUndefined();
  });
});
