import { toolConfigurationKey } from '../registration.ts';
import type { ServiceScope } from '../vocabulary.ts';
import { originOf } from '../web-address.ts';

/** Where the doors of the tool are; all on one origin. */
export interface ToolAddresses {
  readonly login: string;
  /** The only redirect address. */
  readonly launch: string;
  /** `target_link_uri` of deep linking. */
  readonly choose: string;
  readonly jwks: string;
}

/** What we need to send scores, and no more. */
export const wantedScopes: readonly ServiceScope[] = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
];

const description = 'Kursus dari Sinau di dalam LMS Anda. / Courses of Sinau inside your LMS.';

/** What the tool says of itself when it registers (Dynamic Registration 1.0, 3.5). The name helps people to find themselves; no e-mail. */
export function clientMetadata(
  addresses: ToolAddresses,
  { name, takesDeepLinking }: { readonly name: string; readonly takesDeepLinking: boolean },
): Readonly<Record<string, unknown>> {
  const choosing = {
    type: 'LtiDeepLinkingRequest',
    target_link_uri: addresses.choose,
    label: 'Pilih kursus Sinau',
    'label#en': 'Choose a Sinau course',
  };
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: addresses.login,
    redirect_uris: [addresses.launch],
    client_name: name,
    jwks_uri: addresses.jwks,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: wantedScopes.join(' '),
    [toolConfigurationKey]: {
      domain: originOf(addresses.launch).replace(/^https?:\/\//, ''),
      description,
      target_link_uri: addresses.launch,
      claims: ['iss', 'sub', 'name'],
      messages: [{ type: 'LtiResourceLinkRequest' }, ...(takesDeepLinking ? [choosing] : [])],
    },
  };
}

/** The same for Canvas, whose administrators paste or fetch a document of its own kind. */
export function canvasConfiguration(
  addresses: ToolAddresses,
  { name }: { readonly name: string },
): Readonly<Record<string, unknown>> {
  const placement = (where: string) => ({
    placement: where,
    message_type: 'LtiDeepLinkingRequest',
    target_link_uri: addresses.choose,
    text: name,
  });
  return {
    title: name,
    description,
    oidc_initiation_url: addresses.login,
    target_link_uri: addresses.launch,
    redirect_uris: [addresses.launch],
    public_jwk_url: addresses.jwks,
    scopes: wantedScopes,
    extensions: [
      {
        platform: 'canvas.instructure.com',
        privacy_level: 'name_only',
        settings: { placements: ['link_selection', 'assignment_selection'].map(placement) },
      },
    ],
  };
}
