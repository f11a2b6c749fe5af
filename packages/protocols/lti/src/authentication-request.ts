/** Parameters of a form or a query, each with every value that was sent. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/** What the page of the tool asked, its fields checked (Security Framework 1.0, 5.1.1.2). */
export interface AuthenticationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly nonce: string;
  readonly loginHint: string;
  readonly messageHint: string;
  readonly state?: string;
}

/** Words of OpenID Connect Core 3.1.2.6 and OAuth 2.0, 4.2.2.1. */
export type AuthenticationError =
  | 'invalid_request'
  | 'invalid_scope'
  | 'unsupported_response_type'
  | 'login_required'
  | 'access_denied'
  | 'server_error';

export type ReadAuthentication =
  | { readonly outcome: 'asked'; readonly request: AuthenticationRequest }
  /** May be told to the tool, at an address that is its own. */
  | {
      readonly outcome: 'refused';
      readonly redirectUri: string;
      readonly state?: string;
      readonly error: AuthenticationError;
      readonly description: string;
    }
  /** Nothing may be sent anywhere: a page says it (L3). */
  | { readonly outcome: 'stranger'; readonly because: 'client' | 'redirect-uri' };

const mostChars = 4096;

/** `redirectUris`: those of the client, undefined when there is no such client or it is not active. Compared as texts (L2). */
export function readAuthenticationRequest(
  parameters: Parameters,
  redirectUris: readonly string[] | undefined,
): ReadAuthentication {
  if (!redirectUris) return { outcome: 'stranger', because: 'client' };
  const redirectUri = only(parameters, 'redirect_uri');
  if (redirectUri === undefined || !redirectUris.includes(redirectUri)) {
    return { outcome: 'stranger', because: 'redirect-uri' };
  }
  const state = only(parameters, 'state');
  const wrong = wrongField(parameters);
  if (wrong) {
    return { outcome: 'refused', redirectUri, ...(state !== undefined && { state }), ...wrong };
  }
  const request = {
    clientId: only(parameters, 'client_id') ?? '',
    redirectUri,
    nonce: only(parameters, 'nonce') ?? '',
    loginHint: only(parameters, 'login_hint') ?? '',
    messageHint: only(parameters, 'lti_message_hint') ?? '',
    ...(state !== undefined && { state }),
  };
  return { outcome: 'asked', request };
}

/** A parameter that came exactly once; one that came twice has no meaning (OAuth 2.0, 3.1). */
export function only(parameters: Parameters, name: string): string | undefined {
  const values = Object.hasOwn(parameters, name) ? (parameters[name] ?? []) : [];
  return values.length === 1 ? values[0] : undefined;
}

interface Wrong {
  readonly error: AuthenticationError;
  readonly description: string;
}

function wrongField(parameters: Parameters): Wrong | undefined {
  const invalid = (description: string): Wrong => ({ error: 'invalid_request', description });
  for (const [name, values] of Object.entries(parameters)) {
    if (values.length > 1) return invalid(`"${name.slice(0, 40)}" was sent more than once.`);
    if ((values[0]?.length ?? 0) > mostChars) return invalid(`"${name.slice(0, 40)}" is too long.`);
  }
  if (only(parameters, 'response_type') !== 'id_token') {
    return { error: 'unsupported_response_type', description: 'response_type must be "id_token".' };
  }
  if (!(only(parameters, 'scope') ?? '').split(' ').includes('openid')) {
    return { error: 'invalid_scope', description: 'scope must hold "openid".' };
  }
  if (only(parameters, 'response_mode') !== 'form_post') return invalid('response_mode must be "form_post".');
  if (only(parameters, 'prompt') !== 'none') return invalid('prompt must be "none".');
  for (const name of ['nonce', 'login_hint', 'lti_message_hint']) {
    if (!only(parameters, name)) return invalid(`"${name}" is missing.`);
  }
  return undefined;
}
