import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const ags = 'https://purl.imsglobal.org/spec/lti-ags';
const nrps = 'https://purl.imsglobal.org/spec/lti-nrps';

export type Claims = Readonly<Record<string, unknown>>;

export interface UniversityTool {
  /** Of its LTI door, which is registered. */
  readonly origin: string;
  /** Where its pages are: another host, of which the platform knows nothing. */
  readonly appOrigin: string;
  /** Opened by an administrator with `openid_configuration` and `registration_token`. */
  readonly registrationUrl: string;
  /** As the platform calls it, once it is registered. */
  readonly clientId: string;
  /** What it was launched with, in order; every signature was checked. */
  readonly launches: readonly Claims[];
  /** What went wrong at its doors, in order. */
  readonly failures: readonly string[];
  /** What it answered with when it was asked for content. */
  items: readonly object[];
  /** Whether there is nothing behind its doors but a notice of maintenance. */
  isDown: boolean;
  /** Calls a service of the platform that it was last launched from, with a token of these scopes. */
  call(request: {
    readonly url: string;
    readonly scope: string;
    readonly method?: string;
    readonly type?: string;
    readonly body?: unknown;
  }): Promise<Response>;
  stop(): Promise<void>;
}

interface Platform {
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly jwks: string;
  clientId: string;
}

/**
 * A tool of a university on this machine, written from LTI core 1.3, Deep Linking 2.0 and Dynamic Registration 1.0: registers itself, logs in,
 * checks what it is launched with, offers content, shows who came, reports *100 of 100* with a comment when somebody presses *Selesai*, and shows work
 * again (Submission Review 1.0). As at many campuses, its door and its pages are two hosts.
 */
export async function startUniversityTool(): Promise<UniversityTool> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'tool-1', alg: 'RS256', use: 'sig' }] };
  const launches: Claims[] = [];
  const failures: string[] = [];
  const nonces = new Map<string, string>();
  let platform: Platform | undefined;
  let origin = '';
  let appOrigin = '';

  const platformOf = (): Platform => {
    if (!platform) throw new Error('the tool is not registered');
    return platform;
  };
  const sign = (claims: Record<string, unknown>) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'tool-1', typ: 'JWT' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .setJti(crypto.randomUUID())
      .sign(privateKey);

  async function register(url: URL): Promise<string> {
    const configuration = url.searchParams.get('openid_configuration') ?? '';
    const found = (await (await fetch(configuration)).json()) as Record<string, string>;
    const answer = await fetch(found.registration_endpoint ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${url.searchParams.get('registration_token')}`,
      },
      body: JSON.stringify(metadataOf(origin)),
    });
    if (!answer.ok) throw new Error(`registration: ${answer.status} ${await answer.text()}`);
    const { client_id: clientId } = (await answer.json()) as { readonly client_id: string };
    platform = {
      issuer: found.issuer ?? '',
      authorization: found.authorization_endpoint ?? '',
      token: found.token_endpoint ?? '',
      jwks: found.jwks_uri ?? '',
      clientId,
    };
    return `<p>Terdaftar</p><script>(window.opener || window.parent).postMessage({subject:'org.imsglobal.lti.close'}, '*')</script>`;
  }

  function login(parameters: URLSearchParams): string {
    const { authorization, clientId } = platformOf();
    const [state, nonce] = [crypto.randomUUID(), crypto.randomUUID()];
    nonces.set(state, nonce);
    const to = new URL(authorization);
    for (const [name, value] of Object.entries({
      ...{ scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
      ...{ client_id: clientId, redirect_uri: `${origin}/launch`, state, nonce },
      login_hint: parameters.get('login_hint') ?? '',
      lti_message_hint: parameters.get('lti_message_hint') ?? '',
    })) {
      to.searchParams.set(name, value);
    }
    return to.href;
  }

  async function launch(form: URLSearchParams): Promise<string> {
    const { issuer, jwks, clientId } = platformOf();
    const refused = form.get('error');
    if (refused) throw new Error(`${refused}: ${form.get('error_description')}`);
    const keySet = createRemoteJWKSet(new URL(jwks));
    const { payload } = await jwtVerify(form.get('id_token') ?? '', keySet, { issuer, audience: clientId });
    const state = form.get('state') ?? '';
    if (payload.nonce === undefined || payload.nonce !== nonces.get(state)) throw new Error('wrong nonce');
    nonces.delete(state);
    launches.push(payload);
    return `${appOrigin}/open?launch=${launches.length - 1}`;
  }

  function open(claims: Claims, index: string): string {
    const message = claims[`${lti}message_type`];
    if (message === 'LtiDeepLinkingRequest')
      return `<h1>Pilih isi</h1><form method="post" action="/choose?launch=${index}"><button>Pasang</button></form>`;
    if (message === 'LtiSubmissionReviewRequest') {
      const { user_id: whose } = claims[`${lti}for_user`] as { readonly user_id: string };
      return `<h1>Pekerjaan</h1><p>${whose === claims.sub ? 'Pekerjaan Anda sendiri' : 'Pekerjaan seorang peserta'}</p>`;
    }
    return `<h1>Kuliah</h1><p>Halo ${escaped(String(claims.name ?? 'peserta'))}</p>
         <form method="post" action="/finish?launch=${index}"><button>Selesai</button></form>`;
  }

  async function choose(claims: Claims): Promise<string> {
    const settings = claims[`${dl}deep_linking_settings`] as Record<string, unknown>;
    const { issuer, clientId } = platformOf();
    const answer = await sign({
      ...{ iss: clientId, aud: issuer, nonce: crypto.randomUUID() },
      [`${lti}deployment_id`]: claims[`${lti}deployment_id`],
      [`${lti}message_type`]: 'LtiDeepLinkingResponse',
      [`${lti}version`]: '1.3.0',
      [`${dl}content_items`]: tool.items,
      ...(settings.data !== undefined && { [`${dl}data`]: settings.data }),
    });
    return `<form method="post" action="${escaped(String(settings.deep_link_return_url))}">
      <input type="hidden" name="JWT" value="${answer}"></form><script>document.forms[0].submit()</script>`;
  }

  async function finish(claims: Claims): Promise<string> {
    const { lineitem } = claims[`${ags}/claim/endpoint`] as { readonly lineitem: string };
    const url = new URL(lineitem);
    url.pathname += '/scores';
    const answer = await tool.call({
      ...{ url: url.href, scope: `${ags}/scope/score`, method: 'POST' },
      type: 'application/vnd.ims.lis.v1.score+json',
      body: {
        ...{ userId: claims.sub, scoreGiven: 100, scoreMaximum: 100 },
        ...{ activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
        comment: 'Uraian nomor 3 <b>sangat</b> baik.',
        timestamp: new Date().toISOString(),
      },
    });
    if (!answer.ok) throw new Error(`score: ${answer.status} ${await answer.text()}`);
    return '<p>Nilai terkirim</p>';
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (tool.isDown) {
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><title>Kampus</title><p>Sedang dalam pemeliharaan</p>');
      return;
    }
    const form = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : url.searchParams;
    const index = url.searchParams.get('launch') ?? '';
    const launched = () => launches[Number(index)] ?? {};
    const pages: Readonly<Record<string, () => string | Promise<string>>> = {
      '/register': () => register(url),
      '/open': () => open(launched(), index),
      '/choose': () => choose(launched()),
      '/finish': () => finish(launched()),
    };
    const away: Readonly<Record<string, () => string | Promise<string>>> = {
      '/login': () => login(form),
      '/launch': () => launch(form),
    };
    const to = await away[url.pathname]?.();
    if (to !== undefined) {
      response.writeHead(303, { location: to }).end();
      return;
    }
    if (url.pathname === '/keys') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(keys));
      return;
    }
    const page = await pages[url.pathname]?.();
    const html = { 'content-type': 'text/html; charset=utf-8' };
    response
      .writeHead(page === undefined ? 404 : 200, html)
      .end(`<!doctype html><title>Kampus</title>${page ?? ''}`);
  }

  const servers = [1, 2].map(() =>
    createServer((request, response) => {
      answer(request, response).catch((error: unknown) => {
        failures.push(String(error));
        response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
      });
    }),
  );
  [origin = '', appOrigin = ''] = await Promise.all(servers.map(listening));

  const tool: UniversityTool = {
    ...{ origin, appOrigin },
    registrationUrl: `${origin}/register`,
    get clientId() {
      return platformOf().clientId;
    },
    launches,
    failures,
    items: [],
    isDown: false,
    async call({ url, scope, method = 'GET', type, body }) {
      const { token, clientId } = platformOf();
      const assertion = await sign({ iss: clientId, sub: clientId, aud: token });
      const granted = await fetch(token, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
          scope,
        }),
      });
      if (!granted.ok) throw new Error(`token: ${granted.status} ${await granted.text()}`);
      const { access_token: bearer } = (await granted.json()) as { readonly access_token: string };
      return fetch(url, {
        method,
        headers: { authorization: `Bearer ${bearer}`, ...(type && { 'content-type': type }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    },
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
  return tool;
}

const metadataOf = (origin: string) => ({
  application_type: 'web',
  response_types: ['id_token'],
  grant_types: ['implicit', 'client_credentials'],
  initiate_login_uri: `${origin}/login`,
  redirect_uris: [`${origin}/launch`],
  client_name: 'Kampus Contoh',
  jwks_uri: `${origin}/keys`,
  token_endpoint_auth_method: 'private_key_jwt',
  scope: `${ags}/scope/lineitem ${ags}/scope/score ${ags}/scope/result.readonly ${nrps}/scope/contextmembership.readonly`,
  'https://purl.imsglobal.org/spec/lti-tool-configuration': {
    domain: new URL(origin).host,
    target_link_uri: `${origin}/launch`,
    claims: ['iss', 'sub', 'name', 'email'],
    messages: ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest', 'LtiSubmissionReviewRequest'].map(
      (type) => ({
        type,
      }),
    ),
  },
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
