import { roles, scopes } from '@sinau/kernel';
import type { RouteDeclaration } from '@sinau/platform/http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { employeeNumber } from './world/cast.ts';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';
import { reads, writes } from './world/throttle.ts';

let world: World;
let machine: Record<string, string>;

beforeAll(async () => {
  world = await startWorld();
  ({ headers: machine } = await world.client(world.tenants.platform, ...scopes));
});
afterEach(() => world.throttle.relent());
afterAll(() => world.close());

/** What no answer may hold: resources of the deployment, source code, somebody's employee number. */
const secrets = new RegExp(
  String.raw`arn:|sinau-(lms|lrs|records|content|uploads)|dynamodb|123456789012|\.tsx?\b|\n\s+at |node_modules|${employeeNumber}`,
  'i',
);

/** Headers of a caller whom the route lets in. */
async function allowed({ app, access }: RouteDeclaration): Promise<Record<string, string>> {
  if (app !== 'portal') return { ...machine, 'x-experience-api-version': '1.0.3' };
  const role = roles.find((one) => access.includes(`role:${one}`)) ?? 'learner';
  return { ...(await world.signedIn(role)), origin };
}

const addressOf = ({ path }: RouteDeclaration) => path.replaceAll(/:\w+/g, 'nobodys');

describe('faults and refusals', () => {
  it.each([
    ['everything broken', 'broken', [...reads, ...writes]],
    ['writes and lists broken', 'broken', [...writes, 'Query', 'BatchGetItem']],
    ['everything throttled', 'throttled', [...reads, ...writes]],
  ] as const)(
    'F7: with %s, no route says why, and each gives an id to quote',
    async (_, trouble, operations) => {
      let faults = 0;
      for (const route of world.routes) {
        for (const accept of ['application/json', 'text/html']) {
          const headers = { accept, ...(await allowed(route)) };
          world.throttle.refuse(trouble, operations);
          const response = await world.ask(addressOf(route), { method: route.method, headers });
          world.throttle.relent();
          const text = await response.text();
          const name = `${route.method} ${route.path} ${accept}: ${response.status} ${text.slice(0, 300)}`;
          expect(text, name).not.toMatch(secrets);
          const requestId = response.headers.get('x-request-id') ?? '';
          expect(requestId, name).toMatch(/^[\w-]{8,64}$/);
          if (response.status < 500) continue;
          faults += 1;
          expect(text, name).toContain(requestId);
        }
      }
      expect(faults).toBeGreaterThan(20);
    },
  );

  it('F7: requests that cannot even be read are told nothing but the id to quote', async () => {
    for (const path of [
      '/xapi/statements?method=FETCH',
      '/xapi/nowhere',
      '/records/nowhere',
      '/api/nowhere',
    ]) {
      const response = await world.ask(path, { method: 'POST', headers: machine, body: '%' });
      const text = await response.text();
      expect(response.status, path).toBeGreaterThanOrEqual(400);
      expect(text, path).not.toMatch(secrets);
      expect(response.headers.get('x-request-id'), path).toBe(JSON.parse(text).requestId);
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  it('F7: an employee number is in no page in full and in no log', async () => {
    for (const [role, path] of [
      ['agency-admin', '/agency/people'],
      ['operator', `/operator/people?member=agency:${tenantId(world)}`],
      ['learner', '/account'],
      ['learner', '/my-records'],
    ] as const) {
      const response = await world.ask(path, { headers: await world.signedIn(role) });
      const text = await response.text();
      expect(response.status, path).toBe(200);
      expect(text, path).not.toContain(employeeNumber);
      if (path.includes('people')) expect(text, path).toContain(employeeNumber.slice(-4));
    }
    expect(world.logged).not.toEqual([]);
    expect(world.logged.join('\n')).not.toContain(employeeNumber);
  });
});

function tenantId({ tenants }: World): string {
  return tenants.agencyA.kind === 'agency' ? tenants.agencyA.agencyId : '';
}
