import { variableNames } from './variables.ts';
import { claims, messageTypes, serviceScopes } from './vocabulary.ts';

/** Where everything of the platform is. All on the issuer's own host (Dynamic Registration 1.0, 3.1). */
export interface PlatformAddresses {
  /** Also the value of `iss`: never normalised, nothing is added to it. */
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly jwks: string;
  readonly registration: string;
}

const platformConfigurationKey = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

/** What a tool reads before it registers itself (OpenID Discovery 1.0; Dynamic Registration 1.0, 3.3). */
export function discoveryDocument(
  addresses: PlatformAddresses,
  product: { readonly name: string; readonly version: string },
): Readonly<Record<string, unknown>> {
  return {
    issuer: addresses.issuer,
    authorization_endpoint: addresses.authorization,
    token_endpoint: addresses.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: addresses.jwks,
    registration_endpoint: addresses.registration,
    scopes_supported: ['openid', ...serviceScopes],
    response_types_supported: ['id_token'],
    response_modes_supported: ['form_post'],
    grant_types_supported: ['implicit', 'client_credentials'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: claimsTold,
    [platformConfigurationKey]: {
      product_family_code: product.name,
      version: product.version,
      messages_supported: messageTypes.map((type) => ({ type, placements: placementsOf[type] })),
      variables: variableNames,
    },
  };
}

/** Every claim that some message holds, and none that no message does: those of answers are the tool's to send. */
const claimsTold = [
  ...['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
  ...['name', 'given_name', 'family_name', 'email', 'locale'],
  ...[claims.messageType, claims.version, claims.deploymentId, claims.targetLinkUri, claims.resourceLink],
  ...[
    claims.roles,
    claims.context,
    claims.toolPlatform,
    claims.launchPresentation,
    claims.lis,
    claims.custom,
  ],
  ...[claims.forUser, claims.deepLinkingSettings, claims.grades, claims.roster],
];

const placementsOf = {
  LtiResourceLinkRequest: ['ContentArea'],
  LtiDeepLinkingRequest: ['ContentArea'],
  LtiSubmissionReviewRequest: [],
} as const;
