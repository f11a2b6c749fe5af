import * as z from 'zod/mini';
import { type MessageType, messageTypes, type ServiceScope, serviceScopes } from './vocabulary.ts';
import { isWebAddress } from './web-address.ts';

export const toolConfigurationKey = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

/** What a tool said of itself. Addresses are kept to the letter, never normalised (R1). */
export interface ToolMetadata {
  readonly name: string;
  readonly description?: string;
  readonly initiateLoginUri: string;
  readonly redirectUris: readonly string[];
  readonly targetLinkUri: string;
  /** As the tool names it, mostly without a port; nothing here depends on it. */
  readonly domain?: string;
  /** One of a kind, in the tool's own order. */
  readonly messages: readonly ToolMessage[];
  readonly jwksUri: string;
  readonly logoUri?: string;
  /** Those of what it asked for that the platform has. */
  readonly scopes: readonly ServiceScope[];
  readonly custom: Readonly<Record<string, string>>;
  /** OIDC claims that it would like; what it gets is a matter of agreements. */
  readonly claims: readonly string[];
  /** E-mail addresses of those who run it (RFC 7591, 2). */
  readonly contacts?: readonly string[];
}

export interface ToolMessage {
  readonly type: MessageType;
  readonly targetLinkUri?: string;
  readonly label?: string;
  readonly custom?: Readonly<Record<string, string>>;
}

/** Error words of RFC 7591, 3.2.2. */
export interface RegistrationRefusal {
  readonly error: 'invalid_redirect_uri' | 'invalid_client_metadata';
  /** Which field is wrong and what to do. */
  readonly description: string;
}

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const address = z.string().check(z.refine(isWebAddress, 'must be an absolute http(s) address'));
const words = z.optional(z.array(z.string()));
/** Empty is the same as absent: Moodle sends `logo_uri: ""`. */
const orNothing = <Type extends z.ZodMiniType>(type: Type) =>
  z.optional(
    z.pipe(
      z.union([z.literal(''), z.null(), type]),
      z.transform((given): z.output<Type> | undefined =>
        given === '' || given === null ? undefined : (given as z.output<Type>),
      ),
    ),
  );
/** Numbers and truths are written as texts, which is all that a launch can hold (L8). */
const custom = z.pipe(
  z.record(
    z.string().check(z.minLength(1), z.maxLength(255)),
    z.union([z.string().check(z.maxLength(2048)), z.number(), z.boolean()]),
  ),
  z.transform((given) =>
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])),
  ),
);

const metadataSchema = z.looseObject({
  application_type: z.optional(z.literal('web')),
  response_types: words,
  grant_types: words,
  initiate_login_uri: address,
  redirect_uris: z.array(address).check(z.minLength(1), z.maxLength(20)),
  client_name: text(200),
  jwks_uri: address,
  logo_uri: orNothing(address),
  token_endpoint_auth_method: z.optional(z.string()),
  contacts: z.optional(z.nullable(z.array(z.unknown()))),
  scope: orNothing(z.string().check(z.maxLength(4000))),
  [toolConfigurationKey]: z.looseObject({
    domain: orNothing(z.string()),
    description: orNothing(z.string().check(z.maxLength(2000))),
    target_link_uri: address,
    custom_parameters: orNothing(custom),
    claims: words,
    messages: z.optional(
      z.array(
        z.looseObject({
          type: z.string(),
          target_link_uri: orNothing(address),
          label: orNothing(z.string().check(z.maxLength(200))),
          custom_parameters: orNothing(custom),
        }),
      ),
    ),
  }),
});

/** Reads the client metadata of Dynamic Registration 1.0, 3.5. */
export function readRegistration(
  given: unknown,
): { readonly metadata: ToolMetadata } | { readonly refusal: RegistrationRefusal } {
  const parsed = metadataSchema.safeParse(given);
  if (!parsed.success) return { refusal: refusalOf(parsed.error.issues) };
  const metadata = parsed.data;
  const wrong = wrongFlow(metadata);
  if (wrong) return { refusal: { error: 'invalid_client_metadata', description: wrong } };
  // OAuth 2.0, 3.1.2: what comes back would be lost behind a fragment.
  if (metadata.redirect_uris.some((uri) => uri.includes('#'))) {
    return {
      refusal: { error: 'invalid_redirect_uri', description: 'redirect_uris: no fragment is allowed.' },
    };
  }
  return { metadata: metadataOf(metadata) };
}

type Parsed = z.infer<typeof metadataSchema>;

function metadataOf(metadata: Parsed): ToolMetadata {
  const tool = metadata[toolConfigurationKey];
  const asked = (metadata.scope ?? '').split(/\s+/);
  return {
    name: metadata.client_name,
    ...(tool.description !== undefined && { description: tool.description }),
    initiateLoginUri: metadata.initiate_login_uri,
    redirectUris: [...new Set(metadata.redirect_uris)],
    targetLinkUri: tool.target_link_uri,
    ...(tool.domain !== undefined && domainPattern.test(tool.domain) && { domain: tool.domain }),
    messages: messagesOf(tool.messages ?? []),
    jwksUri: metadata.jwks_uri,
    ...(metadata.logo_uri !== undefined && { logoUri: metadata.logo_uri }),
    scopes: serviceScopes.filter((scope) => asked.includes(scope)),
    custom: tool.custom_parameters ?? {},
    claims: tool.claims ?? [],
    ...contactsOf(metadata.contacts),
  };
}

/** A host, with or without a port. */
const domainPattern = /^[a-z\d][a-z\d._-]{0,252}(?::\d{1,5})?$/i;

/** More people than anybody has to be told. */
export const mostContacts = 5;

/** An e-mail address of the usual form. */
export const isContact = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text);

/** Whatever is no address of the usual form is left out: a tool is not refused for how it names its people. */
function contactsOf(given: Parsed['contacts']): Pick<ToolMetadata, 'contacts'> {
  const contacts = (given ?? []).filter((one): one is string => typeof one === 'string' && isContact(one));
  return contacts.length > 0 ? { contacts: [...new Set(contacts)].slice(0, mostContacts) } : {};
}

/** Kinds of messages that the platform does not send are left out; one of each kind is enough. */
function messagesOf(
  given: NonNullable<Parsed[typeof toolConfigurationKey]['messages']>,
): readonly ToolMessage[] {
  const messages = given.flatMap((message, at) => {
    const type = messageTypes.find((one) => one === message.type);
    if (!type || given.findIndex((one) => one.type === type) < at) return [];
    const { target_link_uri: targetLinkUri, label, custom_parameters: own } = message;
    return [
      {
        type,
        ...(targetLinkUri !== undefined && { targetLinkUri }),
        ...(label !== undefined && { label }),
        ...(own !== undefined && { custom: own }),
      },
    ];
  });
  // A tool that names none is one for launches.
  return messages.length > 0 ? messages : [{ type: 'LtiResourceLinkRequest' }];
}

/** What a field that may be absent says, must be what LTI does. */
function wrongFlow(metadata: Parsed): string | undefined {
  const { response_types, grant_types, token_endpoint_auth_method } = metadata;
  if (response_types && !response_types.includes('id_token')) return 'response_types: must hold "id_token".';
  if (grant_types && !grant_types.includes('implicit')) return 'grant_types: must hold "implicit".';
  if (token_endpoint_auth_method !== undefined && token_endpoint_auth_method !== 'private_key_jwt') {
    return 'token_endpoint_auth_method: must be "private_key_jwt".';
  }
  return undefined;
}

function refusalOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) {
  const [issue] = issues;
  const at = issue?.path.map(String).join('/') ?? '';
  const error = at.startsWith('redirect_uris') ? 'invalid_redirect_uri' : 'invalid_client_metadata';
  return { error, description: `${at || 'body'}: ${issue?.message ?? 'is not as it must be'}` } as const;
}

/** The answer to a registration: what was sent, and what it came to (RFC 7591, 3.2.1). */
export function registrationAnswer(registered: {
  readonly metadata: ToolMetadata;
  readonly clientId: string;
  readonly deploymentId?: string;
  readonly managementUri: string;
  readonly managementToken?: string;
}): Readonly<Record<string, unknown>> {
  const { metadata, clientId, deploymentId, managementUri, managementToken } = registered;
  return {
    client_id: clientId,
    registration_client_uri: managementUri,
    ...(managementToken !== undefined && { registration_access_token: managementToken }),
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: metadata.initiateLoginUri,
    redirect_uris: metadata.redirectUris,
    client_name: metadata.name,
    jwks_uri: metadata.jwksUri,
    ...(metadata.logoUri !== undefined && { logo_uri: metadata.logoUri }),
    ...(metadata.contacts && { contacts: metadata.contacts }),
    token_endpoint_auth_method: 'private_key_jwt',
    scope: metadata.scopes.join(' '),
    [toolConfigurationKey]: {
      version: '1.3.0',
      ...(deploymentId !== undefined && { deployment_id: deploymentId }),
      domain: metadata.domain ?? hostOf(metadata.targetLinkUri),
      ...(metadata.description !== undefined && { description: metadata.description }),
      target_link_uri: metadata.targetLinkUri,
      custom_parameters: metadata.custom,
      claims: metadata.claims,
      messages: metadata.messages.map(({ type, targetLinkUri, label, custom: own }) => ({
        type,
        ...(targetLinkUri !== undefined && { target_link_uri: targetLinkUri }),
        ...(label !== undefined && { label }),
        ...(own !== undefined && { custom_parameters: own }),
      })),
    },
  };
}

const hostOf = (uri: string): string => /^https?:\/\/([^/?#]*)/i.exec(uri)?.[1] ?? '';
