import {
  type Grant,
  type Role,
  roles,
  type Scope,
  scopes,
  type Tenant,
  type ToolScope,
  toolScopes,
} from '@sinau/kernel';
import type { RouteDeclaration } from '@sinau/platform/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';
import { addTool } from './world/tool.ts';

/**
 * Every route that lets in whoever comes. A new one fails the test until it is written down here, which is the moment
 * to ask whether it may.
 */
const publicRoutes = [
  // Says which versions of xAPI are spoken; the statements beside it need credentials of their connection, which no client is.
  'api GET /api/connections/:connectionId/xapi/about',
  'api GET /api/connections/:connectionId/xapi/statements',
  'api GET /api/openapi.json',
  // Signed messages of providers.
  'api POST /api/connections/:connectionId/results',
  'api POST /api/connections/:connectionId/xapi/statements',
  'api PUT /api/connections/:connectionId/xapi/statements',
  // Verifiers of badges: keys, who was revoked, and badges, which name nobody.
  'credentials GET /.well-known/did.json',
  'credentials GET /credentials/:number/:edition',
  'credentials GET /credentials/status/:list',
  'dispatch GET /launch/dispatch/result',
  'dispatch POST /launch/dispatch/:dispatchId/start',
  'launch POST /launch/fetch/:id',
  // What the platform says of itself to tools.
  'lti GET /.well-known/openid-configuration',
  // A request of a tool: it is answered to the browser that began the launch, and to registered addresses.
  'lti GET /lti/authorize',
  'lti GET /lti/jwks',
  // The ticket is the permission.
  'lti GET /lti/launch',
  'lti GET /lti/register',
  // A token of registration, which no caller of this test has.
  'lti GET /lti/register/:clientId',
  // Leads to a page of the portal, and says what the tool had to say.
  'lti GET /lti/return',
  'lti POST /lti/authorize',
  // Signed by the tool, under an address that was given for one choice.
  'lti POST /lti/deep-links',
  'lti POST /lti/register',
  // The assertion in the body is the credential.
  'lti POST /lti/token',
  'lti PUT /lti/register/:clientId',
  // What we say of ourselves to learning systems of others, and where their links lead.
  'lti-tool GET /tool/canvas.json',
  'lti-tool GET /tool/choose',
  'lti-tool GET /tool/courses/:courseId',
  'lti-tool GET /tool/jwks',
  'lti-tool GET /tool/launch',
  // Begins a launch of a registered one, which is led back to its own address.
  'lti-tool GET /tool/login',
  // The ticket of registration is the permission.
  'lti-tool GET /tool/register',
  // The secret of the step is in the form.
  'lti-tool POST /tool/choose',
  'lti-tool POST /tool/choose/answer',
  // Signed by the platform, for a state of this browser.
  'lti-tool POST /tool/launch',
  'lti-tool POST /tool/login',
  'lti-tool POST /tool/register',
  'portal GET /',
  'portal GET /assets/:file',
  // Says that a part was left, and where to go on; content that was opened in a new window has no cookie to bring.
  'portal GET /courses/:courseId/learn/:partId/returned',
  // A guest of another learning system: the cookie of one registration, or nothing.
  'portal GET /guest/:registration',
  'portal GET /guest/:registration/parts/:partId',
  'portal GET /health',
  // The same for people who linked their account in a learning system of others.
  'portal GET /lms/:registration',
  'portal GET /lms/:registration/parts/:partId',
  'portal GET /reviews/:courseId/:version/preview/learn/:partId/returned',
  'portal GET /sign-in',
  'portal GET /sign-in/callback',
  'portal GET /signed-out',
  'portal GET /studio/courses/:courseId/preview/learn/:partId/returned',
  // A certificate is shown to whoever has its number.
  'portal GET /verify',
  'portal GET /verify/:number',
  'portal POST /language',
  'portal POST /sign-out',
  'records POST /oauth/token',
  'xapi GET /xapi/about',
];

const every = [
  'api',
  'credentials',
  'dispatch',
  'launch',
  'lti',
  'lti-tool',
  'portal',
  'quiz',
  'records',
  'scorm',
  'xapi',
];

interface Caller {
  readonly name: string;
  /** What this caller holds, told by hand: the kernel's own reading of grants is under test. */
  readonly holds: readonly Grant[];
  /** Doors that know these credentials; at the others they are nobody's. */
  readonly knownAt: readonly string[];
  headers(): Promise<Record<string, string>>;
}

let world: World;
let callers: readonly Caller[];

beforeAll(async () => {
  world = await startWorld();
  const token = await world.launchedAu();
  callers = [
    { name: 'anonymous', holds: ['anyone'], knownAt: every, headers: async () => ({}) },
    ...roles.map((role: Role) => person(role)),
    ...(await Promise.all(scopes.map(client))),
    ...(await toolCallers()),
    {
      name: 'running AU',
      holds: ['anyone', 'au'],
      knownAt: ['quiz', 'scorm', 'xapi'],
      headers: async () => token,
    },
  ];
});
afterAll(() => world.close());

/** Each request in a session of its own: signing out is among the routes. */
function person(role: Role): Caller {
  return {
    name: role,
    holds: ['anyone', 'person', `role:${role}`],
    knownAt: ['portal'],
    headers: async () => ({ ...(await world.signedIn(role)), origin }),
  };
}

async function client(scope: Scope): Promise<Caller> {
  const { headers } = await world.client(tenantFor(scope), scope);
  return {
    name: `client with ${scope}`,
    holds: ['anyone', `scope:${scope}`],
    knownAt: ['api', 'records', 'xapi'],
    headers: async () => headers,
  };
}

/** A tool of LTI, with a token for one thing at a time. */
async function toolCallers(): Promise<readonly Caller[]> {
  const { headersFor } = await addTool(
    { dynamo: world.parts.dynamo, ask: world.ask },
    world.tenants.providerA,
  );
  return Promise.all(
    toolScopes.map(async (scope: ToolScope): Promise<Caller> => {
      const headers = await headersFor(scope);
      return {
        name: `tool with ${scope}`,
        holds: ['anyone', `tool:${scope}`],
        knownAt: ['lti'],
        headers: async () => headers,
      };
    }),
  );
}

/** Courses belong to providers, feeds to agencies; everything else the platform's own clients may have. */
function tenantFor(scope: Scope): Tenant {
  const { agencyA, providerA, platform } = world.tenants;
  if (scope === 'courses/review') return platform;
  if (/^(courses|questions)\//.test(scope)) return providerA;
  const ofAgencies: readonly Scope[] = ['records/read', 'enrolments/write', 'sharing/write', 'credit/read'];
  return ofAgencies.includes(scope) ? agencyA : platform;
}

const nameOf = ({ app, method, path }: RouteDeclaration) => `${app} ${method} ${path}`;

/** The address with ids that are nobody's: whoever is let in finds nothing there, and nothing is changed. */
function addressOf({ path }: RouteDeclaration): string {
  return path.replaceAll(/:\w+(\{[^}]*\})?/g, 'nobodys');
}

async function call(route: RouteDeclaration, caller: Caller) {
  const response = await world.ask(addressOf(route), {
    method: route.method,
    headers: { accept: 'application/json', ...(await caller.headers()) },
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const code = isProblem ? String((JSON.parse(text) as { code?: string }).code) : undefined;
  return { status: response.status, code };
}

const isRefusal = (status: number) => status === 401 || status === 403;

/** Credentials that a door cannot read are refused even where nobody needs any. */
function isStranger({ app }: RouteDeclaration, { knownAt }: Caller): boolean {
  return !knownAt.includes(app);
}

describe('access matrix', () => {
  it('C9: opens to anyone exactly what is written down here', () => {
    const open = world.routes.filter(({ access }) => access.includes('anyone')).map(nameOf);
    expect(open.sort()).toEqual(publicRoutes);
  });

  it('C9: every app that answers requests declares every route it answers', () => {
    for (const { hono, routes } of world.apps) {
      const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
      const answered = hono.routes
        .filter(({ method, path }) => !['ALL', 'OPTIONS'].includes(method) && path !== '*')
        .map(({ method, path }) => `${method} ${path}`);
      for (const route of answered) expect([...declared], route).toContain(route);
    }
  });

  it('C9: lets in the declared grants, and nobody else, at every route for every kind of caller', async () => {
    const wrong: string[] = [];
    for (const route of world.routes) {
      for (const caller of callers) {
        const { status, code } = await call(route, caller);
        const may = route.access.some((grant) => caller.holds.includes(grant));
        const refused = code === 'request.not-signed-in' || code === 'request.access-denied';
        const right = may ? status < 500 && (!refused || isStranger(route, caller)) : isRefusal(status);
        if (!right) wrong.push(`${nameOf(route)} as ${caller.name}: ${status} ${code ?? ''}, may: ${may}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('C9: knows nobody by the credentials of another kind of door', async () => {
    const session = await world.signedIn('operator');
    const { headers } = await world.client(world.tenants.platform, ...scopes);
    for (const route of world.routes.filter(({ access }) => !access.includes('anyone'))) {
      const isPage = route.app === 'portal';
      const response = await world.ask(addressOf(route), {
        method: route.method,
        headers: isPage ? { accept: 'application/json', origin, ...headers } : session,
      });
      expect(response.status, nameOf(route)).toBe(401);
    }
  });
});
