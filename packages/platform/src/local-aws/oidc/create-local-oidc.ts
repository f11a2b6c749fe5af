import type { RequestListener } from 'node:http';
import { type Context, Provider } from 'oidc-provider';
import { ephemeralAdapters } from './ephemeral-adapter.ts';
import { answerInteraction, send } from './interactions.ts';
import type { LocalOidcPerson } from './person.ts';
import { loadProviderKeys } from './provider-keys.ts';
import { messagePage } from './sign-in-page.ts';

export interface LocalOidcOptions {
  /** Where the provider is reached, e.g. `http://localhost:3000/oidc`; its path is where it is mounted. */
  readonly issuer: string;
  /** Folder for its keys; made if absent. */
  readonly dir: string;
  readonly clients: readonly {
    readonly clientId: string;
    /** @default none: a public client, for which PKCE stands */
    readonly clientSecret?: string;
    readonly redirectUris: readonly string[];
  }[];
  /** Asked each time the page is shown. */
  readonly people: () => Promise<readonly LocalOidcPerson[]>;
  /** Told of faults inside the provider. @default they are only answered with 500 */
  readonly onError?: (error: unknown) => void;
}

export interface LocalOidc {
  /** Answers every request below the issuer's path. */
  readonly listener: RequestListener;
}

const sessionCookie = 'sinau_local_oidc';

/**
 * An OpenID provider for one machine and for tests: real protocol, real signatures, but whoever reaches the page is
 * whoever they click on. Never part of a deployment.
 */
export async function createLocalOidc(options: LocalOidcOptions): Promise<LocalOidc> {
  const issuer = new URL(options.issuer);
  const mount = issuer.pathname.replace(/\/$/, '');
  const keys = await loadProviderKeys(options.dir);
  const provider = new Provider(options.issuer, {
    ...configuration(options, mount),
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookieKeys,
      names: { session: sessionCookie, interaction: 'sinau_local_sign_in' },
    },
  });
  if (options.onError) provider.on('server_error', (_, error) => options.onError?.(error));
  const answer = provider.callback();

  return {
    listener: (request, response) => {
      const url = request.url ?? '/';
      // The provider names its endpoints after the host it is asked at; there is one right answer.
      request.headers.host = issuer.host;
      request.headers.cookie = withoutSession(request.headers.cookie ?? '');
      Object.assign(request, { originalUrl: url, url: url.slice(mount.length) || '/' });
      if (!request.url?.startsWith('/interaction/')) return answer(request, response);
      answerInteraction({ provider, people: options.people }, request, response).catch((error: unknown) => {
        options.onError?.(error);
        send(response, 500, messagePage('Terjadi kesalahan', 'Something went wrong.'));
      });
    },
  };
}

function configuration(options: LocalOidcOptions, mount: string): Readonly<Record<string, unknown>> {
  return {
    adapter: ephemeralAdapters(),
    clients: options.clients.map(({ clientId, clientSecret, redirectUris }) => ({
      client_id: clientId,
      ...(clientSecret === undefined
        ? { token_endpoint_auth_method: 'none' }
        : { client_secret: clientSecret }),
      redirect_uris: redirectUris,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    })),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username'] },
    // As agency issuers do: the ID token itself carries the claims.
    conformIdTokenClaims: false,
    clientBasedCORS: () => false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    findAccount: (_: Context, email: string) => findAccount(options, email),
    interactions: {
      url: (_: Context, interaction: { readonly uid: string }) => `${mount}/interaction/${interaction.uid}`,
    },
    loadExistingGrant: grantEverything,
    pkce: { required: () => true },
    renderError: (context: Context, _: object, error: Error) => {
      context.type = 'html';
      context.body = messagePage('Tidak dapat masuk', `Sign-in was refused: ${error.message}`);
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
  };
}

async function findAccount(options: LocalOidcOptions, email: string) {
  const person = (await options.people()).find((one) => one.email.toLowerCase() === email);
  return {
    accountId: email,
    claims: async () => ({
      sub: email,
      email,
      email_verified: true,
      name: person?.name ?? email,
      ...(person?.username && { preferred_username: person.username }),
    }),
  };
}

/**
 * No single sign-on: one machine plays many people, so the provider never sees the session it set and asks each time.
 */
function withoutSession(cookies: string): string {
  return cookies
    .split(/; */)
    .filter((cookie) => !cookie.startsWith(sessionCookie))
    .join('; ');
}

/** The clients are our own: there is nobody to ask for consent. */
async function grantEverything({ oidc }: Context) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}
