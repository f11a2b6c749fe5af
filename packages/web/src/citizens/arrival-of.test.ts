import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { arrivalOf } from './arrival-of.ts';

async function arrivalIn(bindings?: object) {
  const app = new Hono().get('/', (context) => {
    const { connection, header } = arrivalOf(context);
    return context.json([connection, header('x-forwarded-for') ?? null, header('x-absent') ?? null]);
  });
  const answer = await app.request('/', { headers: { 'X-Forwarded-For': '10.0.0.1' } }, bindings);
  return answer.json();
}

it.each([
  ['API Gateway', { requestContext: { http: { sourceIp: '198.51.100.9' } } }, '198.51.100.9'],
  ['Node', { incoming: { socket: { remoteAddress: '127.0.0.1' } } }, '127.0.0.1'],
  // The socket has gone.
  ['Node', { incoming: { socket: {} } }, ''],
  ['nobody', undefined, ''],
])('the connection is who %s says, and the header what was sent', async (_who, bindings, connection) => {
  expect(await arrivalIn(bindings)).toEqual([connection, '10.0.0.1', null]);
});
