import { anonymous, DomainError, grantsAccess, type Principal } from '@sinau/kernel';
import { Hono } from 'hono';
import { LinearRouter } from 'hono/router/linear-router';
import { type Assets, packAsset, type ServedAssets } from '../assets.ts';
import { contentSecurityPolicy } from '../policy.ts';
import { answerProblem, type RegisterPortalOptions, registerPortal } from '../portal.tsx';
import type { PortalPorts } from '../portal-ports.ts';
import { registerStaffPages } from '../staff.ts';
import type { PortalEnv, PortalRoute, RegisterRoute } from '../visit.ts';
import { createFixturePorts, Refusal } from './fixture-ports.ts';

export const fixtureAssets: Assets = {
  paths: {
    portal: '/assets/portal.0.css',
    'compare-file': '/assets/compare-file.0.js',
    copy: '/assets/copy.0.js',
    'leave-frame': '/assets/leave-frame.0.js',
    'leave-part': '/assets/leave-part.0.js',
    'lti-storage': '/assets/lti-storage.0.js',
    refresh: '/assets/refresh.0.js',
    'send-file': '/assets/send-file.0.js',
    'tool-registration': '/assets/tool-registration.0.js',
    upload: '/assets/upload.0.js',
  },
  files: { 'portal.0.css': packAsset('text/css', 'body{}') },
  stubs: { scorm12: '/* scorm12 */', cmi5: '/* cmi5 */' },
};

const servedFrom = ({ paths, files, stubs }: Assets): ServedAssets => ({
  paths,
  readFiles: async () => files,
  readStubs: async () => stubs,
});

const policy = { contentSource: 'http://*.localhost:4000', uploadOrigin: 'http://127.0.0.1:4001' };

interface FixturePortal {
  readonly hono: Hono<PortalEnv>;
  readonly routes: readonly PortalRoute[];
}

interface Fixture {
  readonly principal?: Principal;
  readonly ports?: Partial<PortalPorts>;
  readonly assets?: Assets;
}

// Fixtures remember nothing, so that whoever brings none of their own may share one: thousands of tests ask for one page.
const shared = new WeakMap<Principal, FixturePortal>();

/** The portal on fixtures behind a small door of its own: it lets in whoever the test names. */
export function createFixturePortal(input: Fixture): FixturePortal {
  const principal = input.principal ?? anonymous;
  const isOwn = input.ports !== undefined || input.assets !== undefined;
  // One that is asked once or twice is made quickly, however long it looks for its page.
  if (isOwn) return makePortal({ ...input, principal }, new Hono({ router: new LinearRouter() }));
  const known = shared.get(principal) ?? makePortal({ principal }, new Hono());
  shared.set(principal, known);
  return known;
}

function makePortal(
  input: Fixture & { readonly principal: Principal },
  hono: Hono<PortalEnv>,
): FixturePortal {
  const routes: PortalRoute[] = [];
  const { principal } = input;
  const ports = createFixturePorts(input.ports);
  const options = { assets: servedFrom(input.assets ?? fixtureAssets), hasOutbox: true };
  hono.use(async (context, next) => {
    context.set('principal', principal);
    context.set('requestId', 'permintaan-1');
    await next();
    if (!context.res.headers.has('content-security-policy')) {
      context.res.headers.set('content-security-policy', contentSecurityPolicy(policy));
    }
  });
  hono.onError(async (error, context) => {
    if (!(error instanceof DomainError)) throw error;
    const status =
      error.code === 'request.access-denied' ? 403 : error.code === 'request.invalid' ? 400 : 404;
    const viewer = principal.kind === 'person' ? await ports.viewer.viewerOf(principal) : undefined;
    return answerProblem(
      context,
      { status, code: error.code, requestId: 'permintaan-1' },
      { viewer, options },
    );
  });
  hono.notFound(() => {
    throw new Refusal('request.not-found');
  });
  const register: RegisterRoute = (route, handler) => {
    routes.push(route);
    hono.on(route.method, route.path, (context) => {
      if (!grantsAccess(route.access, principal)) throw new Refusal('request.access-denied');
      return handler(context);
    });
  };
  const portalOptions: RegisterPortalOptions = {
    ...options,
    portalOrigin: 'http://localhost',
    safeReturnTo: (value) => (value?.startsWith('/') && !value.startsWith('//') ? value : '/'),
    contentSecurityPolicy: policy,
    notFound: () => new Refusal('request.not-found'),
  };
  registerPortal(register, ports, portalOptions);
  registerStaffPages(register, ports, portalOptions);
  return { hono, routes };
}
