import * as z from 'zod/mini';
import { toolConfigurationKey } from '../registration.ts';
import { type ServiceScope, serviceScopes } from '../vocabulary.ts';
import { isWebAddress } from '../web-address.ts';

/** What a platform says of itself before we register (Dynamic Registration 1.0, 3.3). */
export interface PlatformConfiguration {
  readonly issuer: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** `aud` of assertions, where it is not the address of the token door. */
  readonly tokenAudience?: string;
  readonly jwksUri: string;
  readonly registrationUrl: string;
  readonly family?: string;
  readonly takesDeepLinking: boolean;
}

const platformConfigurationKey = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const address = z.string().check(z.refine(isWebAddress, 'must be an absolute http(s) address'));

const documentSchema = z.looseObject({
  issuer: z.string().check(z.minLength(1), z.maxLength(1000)),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  authorization_server: z.optional(z.string()),
  id_token_signing_alg_values_supported: z.optional(z.array(z.string())),
  [platformConfigurationKey]: z.optional(
    z.looseObject({
      product_family_code: z.optional(z.string()),
      messages_supported: z.optional(z.array(z.looseObject({ type: z.optional(z.string()) }))),
    }),
  ),
});

/** `from`: the address that the document was read at; the issuer must have its host (R6). */
export function readPlatformConfiguration(
  given: unknown,
  from: string,
): PlatformConfiguration | { readonly wrong: string } {
  const parsed = documentSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { wrong: `${issue?.path.map(String).join('/') || 'document'}: ${issue?.message ?? 'is wrong'}` };
  }
  const document = parsed.data;
  const wrong = wrongIssuer(document.issuer, from);
  if (wrong !== undefined) return { wrong };
  const algorithms = document.id_token_signing_alg_values_supported;
  if (algorithms && !algorithms.includes('RS256')) {
    return { wrong: 'id_token_signing_alg_values_supported: must hold RS256.' };
  }
  const product = document[platformConfigurationKey];
  const messages = product?.messages_supported?.map(({ type }) => type);
  const family = product?.product_family_code?.slice(0, 100);
  const { authorization_server: tokenAudience } = document;
  return {
    issuer: document.issuer,
    authorizationUrl: document.authorization_endpoint,
    tokenUrl: document.token_endpoint,
    ...(tokenAudience && { tokenAudience: tokenAudience.slice(0, 1000) }),
    jwksUri: document.jwks_uri,
    registrationUrl: document.registration_endpoint,
    ...(family && { family }),
    takesDeepLinking: messages?.includes('LtiDeepLinkingRequest') ?? true,
  };
}

/** An issuer is an address without query and fragment (R2), kept as it is written. */
function wrongIssuer(issuer: string, from: string): string | undefined {
  const host = hostOf(issuer);
  if (!isWebAddress(issuer) || /[?#]/.test(issuer) || host === undefined) {
    return 'issuer: must be an address without query and fragment.';
  }
  if (host !== hostOf(from)) return 'issuer: has another host than the address of this document.';
  return undefined;
}

/** Host and port, in lower case. */
const hostOf = (text: string): string | undefined => /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]?.toLowerCase();

/** What came of a registration (RFC 7591, 3.2.1). */
export interface RegisteredHere {
  readonly clientId: string;
  readonly deploymentId?: string;
  readonly scopes: readonly ServiceScope[];
}

const answerSchema = z.looseObject({
  client_id: z.union([z.string(), z.number()]),
  scope: z.optional(z.nullable(z.string())),
  [toolConfigurationKey]: z.optional(
    z.looseObject({ deployment_id: z.optional(z.nullable(z.union([z.string(), z.number()]))) }),
  ),
});

const mostIdChars = 255;

/** `asked`: counts as granted where the platform says nothing of scopes. */
export function readRegistrationAnswer(
  given: unknown,
  asked: readonly ServiceScope[],
): RegisteredHere | { readonly wrong: string } {
  const parsed = answerSchema.safeParse(given);
  const clientId = parsed.success ? String(parsed.data.client_id) : '';
  if (!parsed.success || clientId === '' || clientId.length > mostIdChars) {
    return { wrong: 'the answer to the registration has no client_id.' };
  }
  const deployment = parsed.data[toolConfigurationKey]?.deployment_id;
  const granted = parsed.data.scope?.split(/\s+/);
  const deploymentId = String(deployment ?? '').slice(0, mostIdChars);
  return {
    clientId,
    ...(deploymentId !== '' && { deploymentId }),
    scopes: granted ? serviceScopes.filter((scope) => granted.includes(scope)) : asked,
  };
}
