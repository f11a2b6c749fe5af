import { fetchIdIn } from '@sinau/delivery/testing';
import { roles } from '@sinau/kernel';
import type { RouteDeclaration } from '@sinau/platform/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const { port } = new URL(origin);

/** Origins that are not ours, however alike. Browsers send `null` for sandboxed frames and opened files. */
const strangers = [
  'null',
  'https://evil.example',
  `${origin}.evil.example`,
  `http://localhost.evil.example:${port}`,
  `http://localhost:${port}0`,
  `https://localhost:${port}`,
  'http://localhost',
  `http://${'a'.repeat(32)}.localhost:${port}`,
  `${origin}/`,
  origin.toUpperCase(),
  '',
];

/** Headers of somebody who may call the route, so that nothing but the origin can be the reason of a refusal. */
async function allowed({ access }: RouteDeclaration): Promise<Record<string, string>> {
  const role = roles.find((one) => access.includes(`role:${one}`)) ?? 'learner';
  return { accept: 'application/json', ...(await world.signedIn(role)) };
}

const cookieRoutes = () => world.routes.filter(({ app, method }) => app === 'portal' && method !== 'GET');
const addressOf = ({ path }: RouteDeclaration) => path.replaceAll(/:\w+/g, 'nobodys');

async function codeOf(response: Response): Promise<string | undefined> {
  const text = await response.text();
  return text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined;
}

describe('requests of other sites', () => {
  it('F6: are refused at every route that acts for a cookie', async () => {
    expect(cookieRoutes().length).toBeGreaterThan(10);
    const before = await world.rows();
    for (const route of cookieRoutes()) {
      const headers = await allowed(route);
      const attacks = [
        ...strangers.map((stranger) => ({ origin: stranger })),
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ];
      for (const attack of attacks) {
        const init = { method: route.method, headers: { ...headers, ...attack } };
        const response = await world.ask(addressOf(route), init);
        const name = `${route.method} ${route.path} ${JSON.stringify(attack)}`;
        expect(response.status, name).toBe(403);
        expect(await codeOf(response), name).toBe('request.cross-origin');
      }
    }
    expect(await world.rows()).toEqual(before);
  });

  it('F6: is no obstacle for our own pages', async () => {
    for (const route of cookieRoutes()) {
      const headers = { ...(await allowed(route)), origin, 'sec-fetch-site': 'same-origin' };
      const response = await world.ask(addressOf(route), { method: route.method, headers });
      expect(await codeOf(response), route.path).not.toBe('request.cross-origin');
    }
  });

  it('F6: a link of another site launches nothing, so that it cannot end the session that runs', async () => {
    const fetchId = fetchIdIn(await world.launch());
    const path = `/courses/${world.course.courseId}/learn/1/launch`;
    const headers = { ...(await world.signedIn('learner')), 'sec-fetch-site': 'cross-site' };
    const linked = await world.ask(path, { headers });
    expect(linked.status).toBe(303);
    expect(linked.headers.get('location')).toBe(path.replace('/launch', ''));
    const answer = await world.ask(`/launch/fetch/${fetchId}`, { method: 'POST' });
    expect(await answer.json()).toHaveProperty('auth-token');
  });

  it('F6: the session cookie is sent along by no other site and read by no script', async () => {
    const begun = await world.ask('/sign-in');
    const cookies = begun.headers.getSetCookie();
    expect(cookies).not.toEqual([]);
    const headers = { ...(await world.signedIn('learner')), origin };
    const ended = await world.ask('/sign-out', { method: 'POST', headers });
    for (const cookie of [...cookies, ...ended.headers.getSetCookie()]) {
      expect(cookie).toMatch(/^__Host-/);
      for (const attribute of ['; Secure', '; HttpOnly', '; SameSite=Lax', '; Path=/']) {
        expect(cookie).toContain(attribute);
      }
      expect(cookie).not.toMatch(/domain=/i);
    }
  });
});

/** Doors that know no cookie. */
const cookieless = ['xapi', 'launch', 'dispatch', 'scorm', 'quiz', 'credentials'];
/** Of a door that knows one, what scripts of tools' own pages ask. */
const openOfLti = [
  '/.well-known/openid-configuration',
  '/lti/jwks',
  '/lti/register',
  '/lti/register/:clientId',
];
const isOpen = ({ app, path }: { readonly app: string; readonly path: string }) =>
  cookieless.includes(app) || (app === 'lti' && openOfLti.includes(path));

describe('answers to other origins', () => {
  it('F6: are readable at the doors that know no cookie, never with credentials, never by name', async () => {
    for (const route of world.routes) {
      for (const stranger of ['null', 'https://evil.example', `${origin}.evil.example`]) {
        for (const method of [route.method, 'OPTIONS']) {
          const headers = { origin: stranger, 'access-control-request-method': route.method };
          const response = await world.ask(addressOf(route), { method, headers });
          const name = `${method} ${route.path} from ${stranger}`;
          expect(response.headers.has('access-control-allow-credentials'), name).toBe(false);
          const allows = response.headers.get('access-control-allow-origin');
          expect(allows, name).toBe(isOpen(route) ? '*' : null);
        }
      }
    }
  });
});
