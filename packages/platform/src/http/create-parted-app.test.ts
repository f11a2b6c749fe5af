import { anonymous } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { createHttpApp } from './create-http-app.ts';
import { createPartedApp } from './create-parted-app.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

function build() {
  let made = 0;
  const appWith = (path: string, answer: string) => {
    const app = createHttpApp({
      name: 'portal',
      authenticate: async () => anonymous,
      log,
      clock: fixedClock(),
      ids: countedIds(),
    });
    app.route({ method: 'GET', path, access: ['anyone'] }, (context) =>
      context.json({
        answer,
        of: context.req.param('id') ?? '',
        door: (context.env as { door?: string } | undefined)?.door,
      }),
    );
    return app;
  };
  const parted = createPartedApp({
    first: appWith('/courses/:id', 'first'),
    later: async () => {
      made += 1;
      return appWith('/agency/:id', 'later');
    },
    isLater: (path) => path.split('/')[1] === 'agency',
  });
  return { parted, made: () => made };
}

describe('an app of two parts', () => {
  it('makes the second with the first request for it, and once', async () => {
    const { parted, made } = build();
    expect(await (await parted.hono.request('/courses/7')).json()).toMatchObject({
      answer: 'first',
      of: '7',
    });
    expect(made()).toBe(0);
    const answers = await Promise.all(['1', '2'].map((id) => parted.hono.request(`/agency/${id}`)));
    expect(await Promise.all(answers.map((one) => one.json()))).toMatchObject([
      { answer: 'later', of: '1' },
      { answer: 'later', of: '2' },
    ]);
    expect(made()).toBe(1);
  });

  it('hands on what the door was called with, and answers each part’s own refusals', async () => {
    const { parted } = build();
    const answer = await parted.hono.fetch(new Request('http://x/agency/1'), { door: 'lambda' });
    expect(await answer.json()).toMatchObject({ door: 'lambda' });
    for (const path of ['/agency/1/more', '/courses', '/elsewhere', '//agency/1']) {
      const refused = await parted.hono.request(path);
      expect([path, refused.status]).toEqual([path, 404]);
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('chooses by the address as routes read it', async () => {
    const { parted } = build();
    expect(await (await parted.hono.request('/%61gency/1')).json()).toMatchObject({ answer: 'later' });
    expect((await parted.hono.request('/agency/1/')).status).toBe(200);
    const head = await parted.hono.request('/agency/1', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('lists the routes of both for whoever asks', async () => {
    const { parts, routes } = await build().parted.whole();
    expect(routes.map(({ path }) => path)).toEqual(['/courses/:id', '/agency/:id']);
    expect(parts).toHaveLength(2);
  });
});
