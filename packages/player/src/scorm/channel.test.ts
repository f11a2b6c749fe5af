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
  ['unreachable', 429, problem('request.too-many')],
  ['unreachable', 503, problem('request.unavailable')],
  ['unreachable', 200, '<h1>Masuk ke Wi-Fi</h1>'],
] as const)('takes as %s what the server says with %i %s', (kind, status, body) => {
  expect(outcomeOf(status, body).kind).toBe(kind);
});
