import { type ServiceScope, serviceScopes } from '../vocabulary.ts';

/** RFC 6749, 5.2. */
export type TokenError = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';

export interface TokenRefusal {
  readonly error: TokenError;
  readonly description: string;
}

export interface TokenRequest {
  /** A JWT in compact form, not verified. */
  readonly assertion: string;
  /** As asked for, unknown ones among them. */
  readonly scopes: readonly string[];
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The form of a token request (Security Framework 1.0, 4.1). */
export function readTokenRequest(form: URLSearchParams): TokenRequest | TokenRefusal {
  const names = [...form.keys()];
  if (new Set(names).size < names.length) return refusal('invalid_request', 'A parameter is there twice.');
  const grant = form.get('grant_type');
  if (!grant) return refusal('invalid_request', 'grant_type is missing.');
  if (grant !== 'client_credentials') {
    return refusal('unsupported_grant_type', 'Only client_credentials is supported.');
  }
  if (form.get('client_assertion_type') !== assertionType) {
    return refusal('invalid_request', `client_assertion_type must be ${assertionType}.`);
  }
  const assertion = form.get('client_assertion');
  if (!assertion) return refusal('invalid_request', 'client_assertion is missing.');
  return { assertion, scopes: (form.get('scope') ?? '').split(/\s+/).filter(Boolean) };
}

/** What of the wish a tool may have; ungranted and unknown scopes are dropped. */
export function grantScopes(
  wish: readonly string[],
  held: readonly ServiceScope[],
): readonly ServiceScope[] | TokenRefusal {
  const granted = serviceScopes.filter((scope) => held.includes(scope) && wish.includes(scope));
  if (granted.length > 0) return granted;
  return refusal(
    'invalid_scope',
    `Ask for some of: ${held.join(' ') || 'nothing; this tool has no service'}`,
  );
}

export const refusal = (error: TokenError, description: string): TokenRefusal => ({ error, description });
