import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import {
  createGradebook,
  type Gradebook,
  gradeScopes,
  type Quirk,
  type ServiceAnswer,
} from './university-gradebook.ts';
import { bodyOf, type Claims, escaped, spec } from './university-words.ts';

/** Somebody over there opens a link, or chooses what is to be linked. */
export interface Opening {
  /** `sub`. */
  readonly subject: string;
  readonly name?: string;
  /** Absent: deep linking. */
  readonly link?: { readonly id: string; readonly title?: string };
  /** Where the link leads; absent: the tool's own `target_link_uri`. */
  readonly target?: string;
  readonly custom?: Readonly<Record<string, string>>;
}

/** A tool as it is known over there. */
export interface KnownTool {
  readonly clientId: string;
  readonly loginUrl: string;
  readonly redirectUris: readonly string[];
  readonly jwksUri: string;
  readonly target: string;
  readonly metadata: Claims;
}

export interface UniversityPlatform {
  /** Also its issuer. */
  readonly origin: string;
  readonly deploymentId: string;
  /** What its administrator opens the tool's registration address with. */
  registrationParameters(): URLSearchParams;
  /** Registered by itself, or by `addTool`; in order. */
  readonly tools: readonly KnownTool[];
  addTool(tool: Omit<KnownTool, 'metadata'>): void;
  /** Where the browser of the person goes: the login address of the newest tool. */
  open(opening: Opening): string;
  /** Answers of deep linking; every signature was checked. */
  readonly choices: readonly Claims[];
  readonly gradebook: Gradebook;
  /** Address of the line items of its one course. */
  readonly lineItemsUrl: string;
  /** The next requests get these, each once, in this order for each door. */
  readonly quirks: Quirk[];
  /** What launches say of grades. */
  readonly grades: { offered: boolean; lineItemClaim: boolean; scopes: readonly string[] };
  /** `expires_in` of tokens, which it keeps to. */
  tokenSeconds: number;
  /** Every request to the services, in order. */
  readonly requests: readonly string[];
  /** What went wrong at its doors, in order. */
  readonly failures: readonly string[];
  stop(): Promise<void>;
}

/**
 * The learning system of a university on this machine, written from LTI core 1.3, the Security Framework, Dynamic Registration and AGS 2.0: it
 * registers tools, starts launches, signs id_tokens, checks assertions and keeps scores.
 */
export async function startUniversityPlatform(
  options: { readonly port?: number } = {},
): Promise<UniversityPlatform> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'platform-1', alg: 'RS256', use: 'sig' }] };
  const tools: KnownTool[] = [];
  const choices: Claims[] = [];
  const failures: string[] = [];
  const requests: string[] = [];
  const openings = new Map<string, { readonly opening: Opening; readonly tool: KnownTool }>();
  const tokens = new Map<string, { readonly scopes: readonly string[]; readonly untilMs: number }>();
  const seen = new Set<string>();
  const registrationTokens = new Set<string>();
  const gradebook = createGradebook();
  const deploymentId = '1';
  let origin = '';

  const sign = (claims: Claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'platform-1', typ: 'JWT' })
      .setIssuedAt()
      .setExpirationTime('2m')
      .setIssuer(origin)
      .sign(privateKey);

  const discovery = () => ({
    ...{ issuer: origin, jwks_uri: `${origin}/jwks`, registration_endpoint: `${origin}/register` },
    ...{ authorization_endpoint: `${origin}/auth`, token_endpoint: `${origin}/token` },
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', ...gradeScopes],
    ...{ response_types_supported: ['id_token'], id_token_signing_alg_values_supported: ['RS256'] },
    [spec.platform]: {
      ...{ product_family_code: 'kampus', version: '1' },
      messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
    },
  });

  function register(request: IncomingMessage, metadata: Claims): ServiceAnswer {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!registrationTokens.delete(token)) return { status: 401, body: { error: 'invalid_token' } };
    const configuration = metadata[spec.tool] as Claims;
    const clientId = `klien-${tools.length + 1}`;
    tools.push({
      ...{ clientId, metadata, loginUrl: String(metadata.initiate_login_uri) },
      redirectUris: metadata.redirect_uris as readonly string[],
      jwksUri: String(metadata.jwks_uri),
      target: String(configuration.target_link_uri),
    });
    const told = { ...configuration, deployment_id: deploymentId };
    return { status: 201, body: { ...metadata, client_id: clientId, [spec.tool]: told } };
  }

  async function authorise(asked: URLSearchParams): Promise<string> {
    const given = (name: string) => asked.get(name) ?? '';
    const opened = openings.get(given('lti_message_hint'));
    if (!opened) throw new Error('lti_message_hint: unknown');
    const { tool, opening } = opened;
    const fixed = { scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' };
    for (const [name, value] of Object.entries(fixed)) {
      if (given(name) !== value) throw new Error(`${name}: must be ${value}`);
    }
    if (given('client_id') !== tool.clientId) throw new Error('client_id: another');
    if (!tool.redirectUris.includes(given('redirect_uri'))) throw new Error('redirect_uri: unknown');
    if (given('login_hint') !== opening.subject) throw new Error('login_hint: another');
    if (given('nonce') === '' || given('state') === '') throw new Error('nonce and state: must be there');
    openings.delete(given('lti_message_hint'));
    const message = opening.link ? launchOf(opening, tool) : choiceOf(crypto.randomUUID());
    const name = opening.name === undefined ? {} : { name: opening.name };
    const token = await sign({
      ...{ sub: opening.subject, aud: tool.clientId, nonce: given('nonce'), ...name },
      [`${spec.claim}version`]: '1.3.0',
      [`${spec.claim}deployment_id`]: deploymentId,
      [`${spec.claim}roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [`${spec.claim}context`]: { id: '4', title: 'Kelas Etika' },
      ...message,
    });
    return page(
      'Membuka',
      `<form method="post" action="${escaped(given('redirect_uri'))}">
      <input type="hidden" name="id_token" value="${token}">
      <input type="hidden" name="state" value="${escaped(given('state'))}"></form>
      <script>document.forms[0].submit()</script>`,
    );
  }

  function launchOf({ subject, link, target, custom }: Opening, tool: KnownTool): Claims {
    gradebook.knows(subject);
    const { offered, lineItemClaim, scopes } = platform.grades;
    const ofLink = [...gradebook.items.values()].filter((item) => item.resourceLinkId === link?.id);
    const only = lineItemClaim ? ofLink[0] : undefined;
    const endpoint = { scope: scopes, lineitems: platform.lineItemsUrl, ...(only && { lineitem: only.id }) };
    return {
      [`${spec.claim}message_type`]: 'LtiResourceLinkRequest',
      [`${spec.claim}target_link_uri`]: target ?? tool.target,
      [`${spec.claim}resource_link`]: link,
      ...(custom && { [`${spec.claim}custom`]: custom }),
      ...(offered && { [`${spec.ags}/claim/endpoint`]: endpoint }),
    };
  }

  const choiceOf = (data: string): Claims => ({
    [`${spec.claim}message_type`]: 'LtiDeepLinkingRequest',
    [`${spec.deepLinking}deep_linking_settings`]: {
      ...{ deep_link_return_url: `${origin}/chosen`, accept_types: ['ltiResourceLink'] },
      ...{ accept_presentation_document_targets: ['window'], accept_multiple: true, accept_lineitem: true },
      data,
    },
  });

  async function choose(form: URLSearchParams): Promise<string> {
    const jwt = form.get('JWT') ?? '';
    const tool = tools.find(({ clientId }) => clientId === decodeJwt(jwt).iss);
    if (!tool) throw new Error('JWT: of no tool');
    const keySet = createRemoteJWKSet(new URL(tool.jwksUri));
    const { payload } = await jwtVerify(jwt, keySet, { audience: origin, issuer: tool.clientId });
    choices.push(payload);
    return page('Terpilih', '<h1>Terpilih</h1>');
  }

  async function grantToken(form: URLSearchParams): Promise<ServiceAnswer> {
    const refuse = (error: string) => ({ status: 400, body: { error } });
    if (form.get('grant_type') !== 'client_credentials') return refuse('unsupported_grant_type');
    const jwt = form.get('client_assertion') ?? '';
    const tool = tools.find(({ clientId }) => clientId === decodeJwt(jwt).iss);
    if (!tool) return refuse('invalid_client');
    const keySet = createRemoteJWKSet(new URL(tool.jwksUri));
    const checks = {
      ...{ audience: `${origin}/token`, subject: tool.clientId, requiredClaims: ['exp', 'iat', 'jti'] },
      maxTokenAge: '10m',
    };
    const verified = await jwtVerify(jwt, keySet, checks).catch((error: unknown) => {
      failures.push(String(error));
    });
    const jti = String(verified?.payload.jti);
    // An assertion is for one request (RFC 7523, 3).
    if (!verified || seen.has(jti)) return refuse('invalid_client');
    seen.add(jti);
    const scopes = (form.get('scope') ?? '').split(' ').filter((one) => platform.grades.scopes.includes(one));
    if (scopes.length === 0) return refuse('invalid_scope');
    const token = crypto.randomUUID();
    const seconds = platform.tokenSeconds;
    tokens.set(token, { scopes, untilMs: Date.now() + seconds * 1000 });
    const body = { access_token: token, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') };
    return { status: 200, body };
  }

  function mayUse(request: IncomingMessage, scope: string): number {
    const token = tokens.get(request.headers.authorization?.replace(/^Bearer /i, '') ?? '');
    if (!token || token.untilMs <= Date.now()) return 401;
    return token.scopes.includes(`${spec.ags}/scope/${scope}`) ? 200 : 403;
  }

  async function service(request: IncomingMessage, url: URL): Promise<ServiceAnswer | undefined> {
    const text = request.method === 'POST' ? await bodyOf(request) : '';
    const at = doorOf(url.pathname);
    if (!at) return undefined;
    requests.push(`${request.method} ${at}`);
    const work = async (): Promise<ServiceAnswer> => {
      if (at === 'token') return grantToken(new URLSearchParams(text));
      const allowed = mayUse(request, at === 'scores' ? 'score' : 'lineitem');
      if (allowed !== 200) return { status: allowed };
      if (at === 'scores') {
        const item = new URL(url);
        item.pathname = item.pathname.replace(/\/scores$/, '');
        return gradebook.take(item.href, JSON.parse(text) as Claims);
      }
      if (request.method === 'GET') return gradebook.list(url);
      return gradebook.create(platform.lineItemsUrl, JSON.parse(text) as Claims);
    };
    const quirk = platform.quirks.findIndex((one) => one.at === at);
    const [instead] = quirk < 0 ? [] : platform.quirks.splice(quirk, 1);
    if (!instead) return work();
    if (instead.doneAllTheSame) await work();
    const { status, body, retryAfter } = instead;
    return { status, body, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const served = await jsonAt(request, url);
    if (served) {
      const { status, body, headers = {} } = served;
      const type = { 'content-type': 'application/json', ...headers };
      response.writeHead(status, type).end(body === undefined ? '' : JSON.stringify(body));
      return;
    }
    const form = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : url.searchParams;
    const pages: Readonly<Record<string, () => Promise<string>>> = {
      '/auth': () => authorise(form),
      '/chosen': () => choose(form),
    };
    const html = await pages[url.pathname]?.();
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    response.writeHead(html === undefined ? 404 : 200, headers).end(html ?? '');
  }

  async function jsonAt(request: IncomingMessage, url: URL): Promise<ServiceAnswer | undefined> {
    if (url.pathname === '/.well-known/openid-configuration') return { status: 200, body: discovery() };
    if (url.pathname === '/jwks') return { status: 200, body: keys };
    if (url.pathname === '/register') return register(request, JSON.parse(await bodyOf(request)) as Claims);
    return doorOf(url.pathname) ? service(request, url) : undefined;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      failures.push(String(error));
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const platform: UniversityPlatform = {
    ...{ origin, deploymentId, tools, choices, gradebook, requests, failures },
    lineItemsUrl: `${origin}/courses/4/lineitems`,
    quirks: [],
    grades: { offered: true, lineItemClaim: true, scopes: gradeScopes },
    tokenSeconds: 3600,
    registrationParameters() {
      const token = crypto.randomUUID();
      registrationTokens.add(token);
      const openid_configuration = `${origin}/.well-known/openid-configuration`;
      return new URLSearchParams({ openid_configuration, registration_token: token });
    },
    addTool: (tool) => void tools.push({ ...tool, metadata: {} }),
    open(opening) {
      const tool = tools.at(-1);
      if (!tool) throw new Error('no tool is registered');
      const hint = crypto.randomUUID();
      openings.set(hint, { opening, tool });
      const to = new URL(tool.loginUrl);
      to.searchParams.set('iss', origin);
      to.searchParams.set('login_hint', opening.subject);
      to.searchParams.set('target_link_uri', opening.target ?? tool.target);
      to.searchParams.set('lti_message_hint', hint);
      to.searchParams.set('client_id', tool.clientId);
      to.searchParams.set('lti_deployment_id', deploymentId);
      return to.href;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return platform;
}

function doorOf(path: string): Quirk['at'] | undefined {
  if (path === '/token') return 'token';
  if (path.endsWith('/scores')) return 'scores';
  return path.includes('/lineitems') ? 'lineitems' : undefined;
}

const page = (title: string, body: string) => `<!doctype html><title>${title}</title>${body}`;
