import type { ConnectionId } from '@sinau/connectors';
import { createMessageVerifier } from '@sinau/connectors/adapters';
import {
  memoryConnectionStore,
  memoryHealthStore,
  memoryResultStore,
  sampleConnection,
} from '@sinau/connectors/testing';
import { anonymous } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { addResultRoutes } from './result-routes.ts';

const connectionId = '00000000-0000-4000-8000-000000000010' as ConnectionId;
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

async function world() {
  const clock = fixedClock();
  const connections = memoryConnectionStore();
  const sealedSecrets = JSON.stringify({ current: secret });
  await connections.create(sampleConnection({ connectionId, kind: 'webhook', sealedSecrets }));
  const results = memoryResultStore(nodeDigest);
  const box = { open: async (text: string) => text };
  const app = createHttpApp({
    ...{ name: 'api', clock, ids: countedIds(), authenticate: async () => anonymous },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  addResultRoutes(app, {
    results: async () => ({
      health: memoryHealthStore(),
      ...{ connections, results, box, clock, digest: nodeDigest, verifier: createMessageVerifier() },
    }),
  });
  const post = (body: string, sent = body) =>
    app.hono.request(`/api/connections/${connectionId}/results`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(clock.now().getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign('msg_1', clock.now(), body),
      },
      body: sent,
    });
  return { post };
}

const score = { given: 80, maximum: 100 };
const item = { course: '4', learner: { id: '17' }, occurredAt: '2026-03-02T00:59:00Z', score };

it('answers each result of a signed message, and one that was touched with 401', async () => {
  const { post } = await world();
  // Spaces are part of what was signed.
  const body = `{ "results": [ ${JSON.stringify(item)}, {} ] }`;
  const answer = await post(body);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    results: [{ outcome: 'taken' }, { outcome: 'refused', reason: 'shape-invalid' }],
  });
  const touched = await post(body, body.replace('80', '99'));
  expect(touched.status).toBe(401);
  expect(await touched.json()).toMatchObject({ code: 'connectors.signature-invalid' });
});

it('takes no more than 20 kB', async () => {
  const { post } = await world();
  expect((await post(`{"results":["${'x'.repeat(21_000)}"]}`)).status).toBe(413);
});
