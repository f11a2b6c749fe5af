import type { RouteDeclaration } from '@sinau/platform/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';

type Headers = Readonly<Record<string, string>>;

interface Caller {
  readonly name: string;
  readonly headers: () => Promise<Headers>;
}

let world: World;
/** May read courses of the provider, and publish them, and change none. */
let readers: Headers;
/** Everything that a provider can be allowed, of the other provider. */
let strangers: Headers;
let owners: Headers;

beforeAll(async () => {
  world = await startWorld();
  const { providerA, providerB } = world.tenants;
  ({ headers: readers } = await world.client(providerA, 'courses/read'));
  const all = ['courses/read', 'courses/write', 'courses/publish'] as const;
  ({ headers: strangers } = await world.client(providerB, ...all));
  ({ headers: owners } = await world.client(providerA, ...all));
});
afterAll(() => world.close());

/** What changes a course, its draft, its modules, its versions and its reviews. */
const changes = () =>
  world.routes.filter(
    ({ method, path }) =>
      method !== 'GET' && /^\/(api\/courses|studio\/courses|reviews)\/:courseId/.test(path),
  );

/** Bodies that whoever may do it would be let through with, by the end of the address. */
const bodies: Readonly<Record<string, object>> = {
  'PATCH /api/courses/:courseId': { rev: 1, title: { id: 'Diambil alih' } },
  'POST /api/courses/:courseId/modules': { kind: 'link', title: 'X', url: 'https://contoh.example/' },
  'PATCH /api/courses/:courseId/settings': { rev: 1, versionRule: 'move-with-results' },
  'POST /api/courses/:courseId/submit': {},
  'POST /api/courses/:courseId/publish': { jp: '99' },
  'POST /api/courses/:courseId/ratings/report': { commentId: 'x' },
  'POST /api/courses/:courseId/dispatches': { name: 'X' },
  'POST /api/courses/:courseId/invitations': { label: 'X', maxUses: 1, days: 7 },
  'POST /api/courses/:courseId/versions/:version/trials': { auIndex: 0 },
  'POST /api/courses/:courseId/versions/:version/review/comments': { text: 'X' },
  'POST /api/courses/:courseId/versions/:version/review/decision': { outcome: 'return', comment: 'X' },
};

const details = {
  ...{ titleId: 'Diambil alih', titleEn: '', descriptionId: '', descriptionEn: '', languages: 'id', jp: '4' },
  ...{ minutes: '', form: 'NKL03', subject: 'other', competencies: '', audience: '', price: '0', rev: '1' },
};
const settings = { rev: '1', mode: 'open', seats: '', opensAt: '', closesAt: '', versionRule: 'stay' };
const forms: Readonly<Record<string, Headers>> = {
  ...{ details, settings, submit: { comment: '' }, comments: { version: '1', text: 'X' } },
  ...{ modules: { packageId: 'j1' }, ':moduleId': { rev: '1', titleId: 'X', required: 'no' } },
  ...{ up: { rev: '1' }, down: { rev: '1' }, remove: { rev: '1' } },
  'new-link': { title: 'X', url: 'https://contoh.example/' },
  'new-external': { title: 'X', url: 'https://contoh.example/' },
  'new-recording': { kind: 'video', title: 'X', url: 'https://contoh.example/x.mp4' },
  'new-article': { title: 'X', text: 'X' },
  report: { commentId: 'x' },
};

async function call({ method, path }: RouteDeclaration, headers: Headers): Promise<number> {
  const ids = { courseId: world.course.courseId, version: '1', moduleId: 'm1', partId: '1' };
  const address = path.replaceAll(/:(\w+)/g, (_, name: keyof typeof ids) => ids[name]);
  const json = bodies[`${method} ${path}`];
  const form = path.startsWith('/api') ? undefined : new URLSearchParams(forms[path.split('/').at(-1) ?? '']);
  const response = await world.ask(address, {
    method,
    headers: { ...headers, ...(json && { 'content-type': 'application/json' }) },
    ...(json && { body: JSON.stringify(json) }),
    ...(form && { body: form }),
  });
  await response.body?.cancel();
  return response.status;
}

const person = (name: Parameters<World['signedIn']>[0]): Caller => ({
  name,
  headers: async () => ({ accept: 'text/html', origin, ...(await world.signedIn(name)) }),
});

describe('courses and their parts', () => {
  it('C8: are changed by nobody without the permission, at no address, and nothing is changed', async () => {
    const machines: readonly Caller[] = [
      { name: 'a client that may read', headers: async () => readers },
      { name: 'a client of another provider', headers: async () => strangers },
      { name: 'nobody', headers: async () => ({ origin }) },
    ];
    const people = (
      ['learner', 'supervisor', 'agency-admin', 'auditor', 'operator', 'foreign-author'] as const
    ).map(person);
    expect(changes().length).toBeGreaterThan(25);
    const before = await world.rows();
    const done: string[] = [];
    for (const route of changes()) {
      for (const { name, headers } of route.path.startsWith('/api') ? machines : people) {
        const status = await call(route, await headers());
        if (![401, 403, 404].includes(status)) done.push(`${name}: ${route.method} ${route.path} ${status}`);
      }
    }
    expect(done).toEqual([]);
    expect(await world.rows()).toEqual(before);
  });

  it('C8: a reviewer decides and edits nothing, an author edits and decides nothing', async () => {
    const before = await world.rows();
    const ofOthers = (path: string) =>
      path.startsWith('/studio')
        ? person('reviewer')
        : path.startsWith('/reviews') && person('provider-author');
    const done: string[] = [];
    for (const route of changes()) {
      const caller = ofOthers(route.path);
      if (!caller) continue;
      const status = await call(route, await caller.headers());
      if (![403, 404].includes(status)) done.push(`${caller.name}: ${route.method} ${route.path} ${status}`);
    }
    expect(done).toEqual([]);
    expect(await world.rows()).toEqual(before);
  });

  it('C8: the provider itself is let through with the same bodies', async () => {
    const before = await world.rows();
    const named = (end: string) => changes().filter(({ method, path }) => `${method} ${path}`.endsWith(end));
    for (const end of ['PATCH /api/courses/:courseId', 'POST /api/courses/:courseId/publish']) {
      const [route] = named(end);
      if (!route) throw new Error(`there is no ${end}`);
      expect(await call(route, owners), end).toBe(200);
    }
    expect(await world.rows()).not.toEqual(before);
  });
});
