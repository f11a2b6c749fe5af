import { expect, it } from 'vitest';
import { outcomeOf } from './channel.ts';

const problem = (code: string) => JSON.stringify({ code });

it.each([
  ['answered', 200, '{"result":true,"errorCode":0}'],
  ['ended', 403, problem('delivery.session-ended')],
  ['ended', 401, problem('request.not-signed-in')],
  ['replaced', 409, problem('delivery.scorm-replaced')],
  ['unreachable', 409, problem('request.conflict')],
  ['refused', 400, problem('request.invalid')],
  ['refused', 413, problem('request.too-large')],
  ['unreachable', 400, '<h1>proxy</h1>'],
  ['busy', 429, problem('request.too-many')],
  // Of a firewall before the server: it says nothing about the session.
  ['busy', 429, '<h1>slow down</h1>'],
  ['unreachable', 403, '<h1>Request blocked</h1>'],
  ['refused', 403, problem('delivery.rule-broken')],
  ['unreachable', 503, problem('request.unavailable')],
  ['unreachable', 200, '<h1>Masuk ke Wi-Fi</h1>'],
] as const)('takes as %s what the server says with %i %s', (kind, status, body) => {
  expect(outcomeOf(status, body).kind).toBe(kind);
});

it('spares the server for as long as it asks, within reason', () => {
  const busy = (retryAfterSeconds?: number) =>
    outcomeOf(429, JSON.stringify({ code: 'request.too-many', retryAfterSeconds }));
  expect(busy(7)).toEqual({ kind: 'busy', afterMs: 7000 });
  expect(busy(3600)).toEqual({ kind: 'busy', afterMs: 10_000 });
  expect(busy()).toEqual({ kind: 'busy', afterMs: 1000 });
});
