import { randomUUID } from 'node:crypto';
import { grantableScopes } from '@sinau/identity';
import { type Role, roles } from '@sinau/kernel';
import type { RouteDeclaration } from '@sinau/platform/http';
import { HonoRequest } from 'hono/request';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeOwnThings } from './world/own-things.ts';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';

/** What routes read behind the `?` is noted while they answer, so that a new parameter of any page is tried as well. */
const read = new Set<string>();
let world: World;
let idsFor: (path: string) => Readonly<Record<string, string>>;
let machines: readonly { readonly grants: readonly string[]; readonly headers: Record<string, string> }[];

beforeAll(async () => {
  noteParameters();
  world = await startWorld();
  idsFor = await makeOwnThings(world);
  const { agencyA, providerA, platform } = world.tenants;
  machines = await Promise.all(
    [agencyA, providerA, platform].map(async (tenant) => ({
      grants: grantableScopes(tenant).map((scope) => `scope:${scope}`),
      headers: (await world.client(tenant, ...grantableScopes(tenant))).headers,
    })),
  );
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
});

function noteParameters(): void {
  const { query } = HonoRequest.prototype as { query(name?: string): unknown };
  vi.spyOn(HonoRequest.prototype, 'query').mockImplementation(function (this: HonoRequest, name?: string) {
    const found = query.call(this, name);
    if (name !== undefined) read.add(name);
    return typeof found === 'object' ? noting(found as object) : (found as never);
  } as never);
  const { queries } = HonoRequest.prototype as { queries(name?: string): unknown };
  vi.spyOn(HonoRequest.prototype, 'queries').mockImplementation(function (this: HonoRequest, name?: string) {
    if (name !== undefined) read.add(name);
    return queries.call(this, name) as never;
  } as never);
  const { get } = URLSearchParams.prototype;
  vi.spyOn(URLSearchParams.prototype, 'get').mockImplementation(function (this: URLSearchParams, name) {
    read.add(name);
    return get.call(this, name);
  });
}

/** A schema reads the parameters that it knows, there or not. */
const noting = (found: object): object =>
  new Proxy(found, {
    get(target, name) {
      if (typeof name === 'string') read.add(name);
      return Reflect.get(target, name);
    },
  });

/** Parameters without which a list is not read. */
const needed: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/^\/api\/obligations\/:obligationId\/duties$/, { group: 'overdue' }],
  [/^\/api\/evaluations\/words$/, { kind: 'event', id: 'x', of: 'reaction' }],
  [/^\/api\/compliance\/people$/, { standing: 'met' }],
];

type Ask = (query: Readonly<Record<string, string>>) => Promise<Response>;
interface Tried {
  readonly name: string;
  readonly ask: Ask;
  readonly parameters: readonly string[];
}

/** Everybody of the one side who gets as far as the things behind a route. */
async function askersOf(route: RouteDeclaration): Promise<readonly Ask[]> {
  const ids = idsFor(route.path);
  const path = route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => ids[name] ?? randomUUID());
  const given = needed.find(([pattern]) => pattern.test(route.path))?.[1];
  return (await callersOf(route)).map((headers) => (query) => {
    const parameters = new URLSearchParams({ ...given, ...query });
    return world.ask(`${path}?${parameters}`, { headers });
  });
}

async function callersOf({ app, access }: RouteDeclaration): Promise<readonly Record<string, string>[]> {
  if (app === 'portal') {
    const named = roles.filter((role) => access.includes(`role:${role}`));
    const asking: readonly Role[] = named.length > 0 ? named : ['learner'];
    return Promise.all(
      asking.map(async (role) => ({ accept: 'text/html', origin, ...(await world.signedIn(role)) })),
    );
  }
  const admitted = machines.filter(({ grants }) => access.some((grant) => grants.includes(grant)));
  return admitted.map(({ headers }) => headers);
}

/** Every page and every route of the API, with what it reads behind the `?`. */
async function everything(): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const route of world.routes) {
    // Signing in is another matter: codes of issuers are long.
    if (route.method !== 'GET' || !/^(portal|api)$/.test(route.app) || route.path.startsWith('/sign-in')) {
      continue;
    }
    for (const ask of await askersOf(route)) {
      read.clear();
      const { status } = await ask({});
      const name = `${route.path} (${status})`;
      tried.push({ name, ask, parameters: [...read] });
    }
  }
  return tried;
}

const pageNames = ['page', 'after', 'pageToken', 'before'];

/** What shows no list to whoever asks here, and so has no second page of it. */
const withoutTokens = new Set([
  // Short by their nature.
  ...['/team/external', '/team/approvals', '/team/assignments'],
  // Whoever is of no unit has no list of it.
  '/recognitions/unit',
  // A client of a provider assigns nothing.
  '/api/enrolments',
  // The whole of it.
  ...['/operator/privacy/access/file', '/agency/access/file'],
  // No tool, and nothing that was written.
  ...['/studio/courses/:courseId/results', '/studio/courses/:courseId/evaluations'],
  '/agency/evaluations/events/:eventId',
]);

describe('parameters of addresses', () => {
  let tried: readonly Tried[];
  beforeAll(async () => {
    tried = await everything();
  });

  it('are never too long for us: 2,500 characters of each are answered with a sentence, and no fault', async () => {
    const faults: string[] = [];
    let count = 0;
    for (const { name, ask, parameters } of tried) {
      for (const parameter of parameters) {
        count += 1;
        // The longest that is let in, three bytes a character, as well.
        for (const value of ['x'.repeat(2_500), '試'.repeat(2_000), '%'.repeat(2_000)]) {
          const { status } = await ask({ [parameter]: value });
          if (status >= 500 || status === 429) faults.push(`${name} ${parameter}: ${status}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(400);
  });

  it('C2: page tokens that are made up, or of another list or reader, open no list', async () => {
    const [own, token] = await tokenOf('agency-admin');
    expect((await own({ page: token })).status).toBe(200);
    const foreign = await world.ask(`/agency/events?page=${token}`, {
      headers: { accept: 'text/html', ...(await world.signedIn('foreign-admin')) },
    });
    expect(foreign.status).toBe(400);
    const { agencyB } = world.tenants;
    const agencyId = agencyB.kind === 'agency' ? agencyB.agencyId : '';
    const place = { pk: `AGENCY#${agencyId}`, sk: 'x', gsi1pk: `EVENTS#${agencyId}`, gsi1sk: 'x' };
    const wrong = [
      token,
      'x',
      '..',
      '-1',
      '2026-02-30',
      JSON.stringify(place),
      '{}',
      `${token.slice(0, -2)}AA`,
    ];
    const opened: string[] = [];
    let refused = 0;
    for (const { name, ask, parameters } of tried) {
      const [path = ''] = name.split(' ');
      for (const parameter of parameters.filter((one) => pageNames.includes(one))) {
        for (const value of wrong) {
          if (path === '/agency/events' && value === token) continue;
          const { status, headers } = await ask({ [parameter]: value });
          const isRefused = status >= 400 && status < 500 && status !== 429;
          if (isRefused && headers.get('x-request-id')) refused += 1;
          else if (status >= 500 || !withoutTokens.has(path)) opened.push(`${name} ${parameter}: ${status}`);
        }
      }
    }
    expect(opened).toEqual([]);
    expect(refused).toBeGreaterThan(300);
  });
});

/** The way to the second page of a list of 31. */
async function tokenOf(name: 'agency-admin'): Promise<readonly [Ask, string]> {
  const headers = { accept: 'text/html', ...(await world.signedIn(name)) };
  const ask: Ask = (query) => world.ask(`/agency/events?${new URLSearchParams(query)}`, { headers });
  const token = /[?&;]page=([\w.-]+)/.exec(await (await ask({})).text())?.[1];
  if (!token) throw new Error('there is no second page');
  return [ask, token];
}
