import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RouteDeclaration } from '@sinau/platform/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessDocument } from './access/access-document.ts';
import { type Caller, makeCallers } from './access/callers.ts';
import { startWorld, type World } from './world/start-world.ts';

const root = resolve(import.meta.dirname, '../..');
const copy = resolve(root, 'docs/access.md');

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
  // The address is the permission: programs that show calendars cannot sign in. It is taken back at any time.
  'portal GET /calendar/:calendar',
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
  // What a public service is rated tells nobody who rated it.
  'portal GET /services',
  'portal GET /services/:agencyId',
  'portal GET /services/:agencyId/:serviceId',
  'portal GET /services/:agencyId/:serviceId/results',
  'portal GET /services/:agencyId/:serviceId/survey',
  'portal GET /services/:agencyId/forums/:forumId/minutes',
  'portal GET /sign-in',
  'portal GET /sign-in/callback',
  'portal GET /signed-out',
  'portal GET /studio/courses/:courseId/preview/learn/:partId/returned',
  // A certificate is shown to whoever has its number.
  'portal GET /verify',
  'portal GET /verify/:number',
  'portal POST /language',
  'portal POST /services/:agencyId/:serviceId/survey',
  'portal POST /sign-out',
  'records POST /oauth/token',
  'xapi GET /xapi/about',
];

let world: World;
let callers: readonly Caller[];

beforeAll(async () => {
  world = await startWorld();
  callers = await makeCallers(world);
});
afterAll(() => world.close());

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
  const code = isProblem
    ? String((JSON.parse(text) as { code?: string }).code)
    : codeElsewhere(response, text);
  return { status: response.status, code };
}

/** SCIM and CASE have errors of their own, without our codes. */
function codeElsewhere({ status }: Response, text: string): string | undefined {
  if (!/urn:ietf:params:scim:api:messages:2\.0:Error|"imsx_codeMajor":"failure"/.test(text)) return undefined;
  return { 401: 'request.not-signed-in', 403: 'request.access-denied' }[status];
}

/** What a cell of the matrix has to answer, as a sentence when it does not. */
function faultOf(
  { app, access, owner }: RouteDeclaration,
  { holds, knownAt, owner: ownerOfCaller }: Caller,
  { status, code }: Awaited<ReturnType<typeof call>>,
): string | undefined {
  const isKnown = knownAt.includes(app);
  const held = access.filter((grant) => (isKnown || grant === 'anyone') && holds.includes(grant));
  const may = held.length > 0 && (owner === undefined || ownerOfCaller === owner);
  const said = `${status} ${code ?? ''}`;
  if (may) {
    const refused = code === 'request.not-signed-in' || code === 'request.access-denied';
    // Credentials that a door cannot read are refused even where nobody needs any.
    // What nobody is offered is told to those who may come.
    const right = (status < 500 || status === 501) && (!refused || (!isKnown && holds.length > 1));
    return right ? undefined : `${said}, and may`;
  }
  if (isKnown) return said === '403 request.access-denied' ? undefined : `${said}, known, and may not`;
  return status === 401 ? undefined : `${said}, and is nobody here`;
}

describe('access matrix', () => {
  it('C9: opens to anyone exactly what is written down here', () => {
    const open = world.routes.filter(({ access }) => access.includes('anyone')).map(nameOf);
    expect(open.sort()).toEqual(publicRoutes);
  });

  it('C9: has a door for every function that answers requests', async () => {
    const handlers = globSync('functions/*/handler.ts', { cwd: root });
    const answering = await Promise.all(
      handlers.map(async (file) =>
        (await readFile(resolve(root, file), 'utf8')).includes("'hono/aws-lambda'")
          ? [file.split('/')[1]]
          : [],
      ),
    );
    const doors = [...new Set(world.routes.map(({ app }) => app))];
    expect(doors.sort()).toEqual(answering.flat().sort());
  });

  it('C9: every app that answers requests declares every route it answers', () => {
    for (const { hono, routes } of world.apps.flatMap((app) => ('parts' in app ? app.parts : [app]))) {
      const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
      // What every request passes stands at every address, and an answer to preflights opens nothing.
      const answered = hono.routes
        .filter(({ method, path }) => !(method === 'ALL' && path === '/*') && method !== 'OPTIONS')
        .map(({ method, path }) => `${method} ${path}`);
      for (const route of answered) expect([...declared], route).toContain(route);
      expect(routes.every(({ access }) => access.length > 0)).toBe(true);
    }
  });

  it('C9: lets in the declared grants, and nobody else, at every route for every kind of caller', async () => {
    const wrong: string[] = [];
    for (const route of world.routes) {
      for (const caller of callers.filter(({ notAskedAt = [] }) => !notAskedAt.includes(route.app))) {
        const fault = faultOf(route, caller, await call(route, caller));
        if (fault) wrong.push(`${nameOf(route)} as ${caller.name}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('C9: is printed in the documents as the routes declare it', async () => {
    const text = accessDocument(world.routes);
    if (process.env.UPDATE_DOCS) await writeFile(copy, text);
    expect(await readFile(copy, 'utf8')).toBe(text);
  });
});
