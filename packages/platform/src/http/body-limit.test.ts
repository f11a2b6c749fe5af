import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { limitBody } from './body-limit.ts';
import { TooLarge } from './errors.ts';

function setUp() {
  const app = new Hono();
  app.onError((error, context) => context.text(error.message, error instanceof TooLarge ? 413 : 500));
  app.all('/', limitBody(4), async (context) => context.text(await context.req.text()));
  return app;
}

const streamOf = (...chunks: readonly string[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

/** As Node needs it for a body that streams. */
const half = { duplex: 'half' } as const;

describe('a limit of bytes', () => {
  it('holds a declared length to it before a byte is read', async () => {
    const body = new ReadableStream({
      pull() {
        throw new Error('read');
      },
    });
    const headers = { 'content-length': '5' };
    const answer = await setUp().request('/', { method: 'POST', body, headers, ...half });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toBe('The body is larger than 4 bytes.');
  });

  it('lets a declared length below it pass', async () => {
    const headers = { 'content-length': '4' };
    const answer = await setUp().request('/', { method: 'POST', body: 'abcd', headers });
    expect([answer.status, await answer.text()]).toEqual([200, 'abcd']);
  });

  it.each([
    ['without a length', {}],
    ['in chunks, whatever length is claimed', { 'transfer-encoding': 'chunked', 'content-length': '1' }],
  ])('counts a body %s', async (_what, headers) => {
    const send = (...chunks: readonly string[]) =>
      setUp().request('/', { method: 'POST', body: streamOf(...chunks), headers, ...half });
    expect((await send('ab', 'cde')).status).toBe(413);
    expect(await (await send('ab', 'cd')).text()).toBe('abcd');
  });

  it('asks nothing of requests without a body', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect((await setUp().request('/', { method })).status).toBe(200);
    }
  });
});
