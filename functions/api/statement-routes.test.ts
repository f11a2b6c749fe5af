import type { Connection, ConnectionId } from '@sinau/connectors';
import { createMessageVerifier } from '@sinau/connectors/adapters';
import {
  memoryConnectionStore,
  memoryHealthStore,
  memoryResultStore,
  sampleConnection,
} from '@sinau/connectors/testing';
import { anonymous, type ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addStatementRoutes, isStatementDoor } from './statement-routes.ts';

const connectionId = '00000000-0000-4000-8000-000000000010' as ConnectionId;
const moodleId = '00000000-0000-4000-8000-000000000011' as ConnectionId;
const providerId = 'kampus' as ProviderId;
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const completed = (over: object = {}) => ({
  actor: { account: { homePage: 'https://moodle.kampus.example', name: '1734' } },
  verb: { id: 'http://id.tincanapi.com/verb/completed' },
  object: { id: 'https://moodle.kampus.example/course/view.php?id=4' },
  timestamp: '2026-03-02T07:00:00+07:00',
  ...over,
});
const viewed = completed({ verb: { id: 'http://id.tincanapi.com/verb/viewed' } });
const id = '6d1f033b-3f70-558c-b53a-e6bb63cbaef9';

async function world(given: Partial<Connection> = {}) {
  const clock = fixedClock();
  const connections = memoryConnectionStore();
  const sealedSecrets = JSON.stringify({
    current: secret,
    previous: { secret: 'the one before', until: new Date(clock.now().getTime() + 1_000).toISOString() },
  });
  await connections.create(
    sampleConnection({ connectionId, providerId, kind: 'xapi', sealedSecrets, ...given }),
  );
  await connections.create(sampleConnection({ connectionId: moodleId, providerId, sealedSecrets }));
  const results = memoryResultStore(nodeDigest);
  const health = memoryHealthStore();
  const box = { open: async (text: string) => text };
  const app = createHttpApp({
    ...{ name: 'api', clock, ids: countedIds(), authenticate: async () => anonymous },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const verifier = createMessageVerifier();
  addStatementRoutes(app, {
    results: async () => ({ connections, results, health, box, clock, digest: nodeDigest, verifier }),
  });
  const ask = (init: {
    readonly method?: string;
    readonly json?: unknown;
    readonly at?: string;
    readonly query?: string;
    readonly as?: string;
    readonly headers?: Record<string, string>;
  }) => {
    const { method = 'POST', json, at = connectionId, query = '', as, headers } = init;
    return app.hono.request(`/api/connections/${at}/xapi/statements${query}`, {
      method,
      headers: {
        authorization: `Basic ${btoa(as ?? `${at}:${secret}`)}`,
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
  };
  const inbox = async () => (await results.list({ providerId, limit: 50 })).results;
  return { ask, inbox, results, health, clock, app };
}

describe('statements of an LMS', () => {
  it('L2: are taken once, however often a batch without ids comes, and answered with the same ids', async () => {
    const { ask, inbox, health } = await world();
    const first = await ask({ json: [completed(), viewed] });
    expect(first.status).toBe(200);
    const ids = await first.json();
    expect(ids).toHaveLength(2);
    expect(await (await ask({ json: [completed(), viewed] })).json()).toEqual(ids);
    expect((await inbox()).map(({ event }) => event)).toMatchObject([
      {
        source: 'xapi',
        about: { connectionId, externalCourseId: '4', externalLearnerId: '1734' },
        result: { kind: 'completion', completed: true, occurredAt: '2026-03-02T00:00:00.000Z' },
      },
    ]);
    expect((await health.read(connectionId)).statements).toEqual({ results: 2, others: 2 });
  });

  it('are kept as they were sent, one by one, though they are no part of the record', async () => {
    const { ask, inbox, results } = await world();
    const one = completed({ context: { extensions: { 'https://x.example/a': { n: 1 } } } });
    expect((await ask({ json: [viewed, one] })).status).toBe(200);
    const [taken] = await inbox();
    expect(JSON.stringify(taken)).not.toContain('extensions');
    expect(await results.readSent(taken?.resultId ?? '')).toMatchObject({
      ...{ text: JSON.stringify(one), contentType: 'application/json', isCut: false },
    });
  });

  it('come to the same in either order, as versions of their own', async () => {
    const passed = completed({ id, verb: { id: 'http://adlnet.gov/expapi/verbs/passed' } });
    const failed = completed({
      ...{ id: id.replace(/9$/, '8'), timestamp: '2026-03-02T08:00:00+07:00' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/failed' },
    });
    const keysAfter = async (...batches: readonly object[]) => {
      const { ask, inbox } = await world();
      for (const json of batches) expect((await ask({ json })).status).toBe(200);
      return (await inbox()).map(({ resultId, event }) => `${resultId} ${event.result.occurredAt}`).sort();
    };
    const inOrder = await keysAfter(passed, failed);
    expect(inOrder).toHaveLength(2);
    expect(await keysAfter(failed, passed)).toEqual(inOrder);
  });

  it('are refused as a batch for the one that is no statement', async () => {
    const { ask, inbox } = await world();
    const answer = await ask({ json: [completed(), completed({ verb: { id: 'no address' } })] });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain('/1/verb/id');
    expect(await inbox()).toEqual([]);
  });

  it('count for a connection to the same LMS, where one is named', async () => {
    const { ask, inbox } = await world({ xapi: { beside: moodleId } });
    await ask({ json: completed() });
    expect((await inbox())[0]?.event.about).toMatchObject({ connectionId: moodleId });
  });

  it('are put under an id, and conflict when it says something else', async () => {
    const { ask, inbox } = await world();
    const query = `?statementId=${id}`;
    expect((await ask({ method: 'PUT', json: completed(), query })).status).toBe(204);
    expect((await ask({ method: 'PUT', json: completed(), query })).status).toBe(204);
    const other = completed({ verb: { id: 'http://adlnet.gov/expapi/verbs/failed' } });
    expect((await ask({ method: 'PUT', json: other, query })).status).toBe(409);
    expect((await ask({ method: 'PUT', json: completed({ id: connectionId }), query })).status).toBe(400);
    expect((await ask({ method: 'PUT', json: completed() })).status).toBe(400);
    expect(await inbox()).toHaveLength(1);
  });

  it('need their version, JSON, and no more than 500 or 1 MB', async () => {
    const { ask } = await world();
    const status = async (init: Parameters<typeof ask>[0]) => (await ask(init)).status;
    const json = completed();
    expect(await status({ json, headers: { 'x-experience-api-version': '0.95' } })).toBe(400);
    expect(await status({ json, headers: { 'content-type': 'multipart/mixed; boundary=x' } })).toBe(415);
    expect(await status({ json: Array.from({ length: 501 }, () => viewed) })).toBe(413);
    expect(await status({ json: 'x'.repeat(1024 * 1024) })).toBe(413);
  });
});

describe('credentials of a connection', () => {
  it('C2: are answered alike for a wrong secret, another kind, and a connection that is not there', async () => {
    const { ask, inbox } = await world();
    const answers: unknown[] = [];
    for (const init of [
      { as: `${connectionId}:wrong` },
      { as: `${moodleId}:${secret}` },
      { as: 'nothing' },
      { at: moodleId },
      { at: '00000000-0000-4000-8000-000000000099' },
      { at: 'no-uuid' },
      { headers: { authorization: `Bearer ${secret}` } },
      { headers: { authorization: 'Basic %%%' } },
    ]) {
      for (const method of ['POST', 'GET']) {
        const sent = method === 'POST' ? { ...init, json: completed() } : { ...init, method };
        const answer = await ask(sent);
        expect(answer.status).toBe(401);
        answers.push({ ...((await answer.json()) as object), requestId: '' });
      }
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await inbox()).toEqual([]);
  });

  it('count for a day after they were changed, and can be tried', async () => {
    const { ask, clock, app } = await world();
    const before = { method: 'GET', as: `${connectionId}:the one before` };
    expect(await (await ask(before)).json()).toEqual({ statements: [], more: '' });
    clock.advance(2_000);
    expect((await ask(before)).status).toBe(401);
    expect((await ask({ method: 'GET' })).status).toBe(200);
    const about = await app.hono.request(`/api/connections/${connectionId}/xapi/about`);
    expect(await about.json()).toEqual({ version: ['1.0.3'] });
  });

  it('are those of this door alone', () => {
    const at = (path: string) => isStatementDoor(`https://sinau.example${path}`);
    expect(at(`/api/connections/${connectionId}/xapi/statements`)).toBe(true);
    expect(at(`/api/connections/${connectionId}`)).toBe(false);
    expect(at('/api/connections/a/b/xapi/statements')).toBe(false);
  });
});
