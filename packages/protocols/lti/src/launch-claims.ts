import type { LaunchPerson } from './personal.ts';
import type { CourseSourcedIds } from './variables.ts';
import { claims, courseOffering, type MessageType, productFamily } from './vocabulary.ts';

/** Seconds that an id_token lasts: what is read by the tool at once needs no more (L5). */
export const idTokenSeconds = 300;

export interface LaunchClaimsInput {
  readonly message: MessageType;
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** Pairwise pseudonym: ASCII, at most 255 characters, never given to another (L9). */
  readonly subject: string;
  readonly nonce: string;
  readonly nowSeconds: number;
  readonly targetLinkUri: string;
  readonly roles: readonly string[];
  readonly person: LaunchPerson;
  readonly resourceLink?: { readonly id: string; readonly title: string; readonly description?: string };
  readonly context?: { readonly id: string; readonly title: string };
  /** Of the course, in the systems of its provider. */
  readonly sourced?: CourseSourcedIds;
  readonly custom: Readonly<Record<string, string>>;
  readonly platform: {
    readonly guid: string;
    readonly name: string;
    readonly version: string;
    readonly url: string;
  };
  readonly presentation: LaunchPresentation;
  readonly deepLinking?: DeepLinkingSettings;
  /** Whose work is looked at (submission review). */
  readonly forUser?: { readonly subject: string; readonly roles: readonly string[] };
  /** Claims of services, as they are. */
  readonly services: Readonly<Record<string, unknown>>;
}

export interface LaunchPresentation {
  readonly target: 'window' | 'iframe';
  readonly returnUrl?: string;
  /** Says something of the person, so it needs an agreement; without, tools go by what the browser itself says. */
  readonly locale?: string;
}

export interface DeepLinkingSettings {
  readonly returnUrl: string;
  /** Opaque to the tool, which gives it back. */
  readonly data: string;
  readonly title?: string;
}

/** Kinds of content that a course can take over from a tool. */
export const acceptedTypes = ['ltiResourceLink', 'link'] as const;

/** The claims of an id_token: what a launch is, in the words of LTI core 1.3 (L5 to L11). */
export function launchClaims(input: LaunchClaimsInput): Readonly<Record<string, unknown>> {
  const { nowSeconds, resourceLink, context, platform } = input;
  return {
    iss: input.issuer,
    aud: input.clientId,
    sub: input.subject,
    nonce: input.nonce,
    iat: nowSeconds,
    exp: nowSeconds + idTokenSeconds,
    [claims.messageType]: input.message,
    [claims.version]: '1.3.0',
    [claims.deploymentId]: input.deploymentId,
    [claims.targetLinkUri]: input.targetLinkUri,
    [claims.roles]: input.roles,
    // Deep linking is about no link yet.
    ...(resourceLink && input.message !== 'LtiDeepLinkingRequest' && { [claims.resourceLink]: resourceLink }),
    ...(context && {
      [claims.context]: { id: context.id, label: context.id, title: context.title, type: [courseOffering] },
    }),
    [claims.toolPlatform]: { ...platform, product_family_code: productFamily },
    [claims.launchPresentation]: presentationOf(input.presentation),
    ...(Object.keys(input.custom).length > 0 && { [claims.custom]: input.custom }),
    ...personClaims(input.person),
    ...lisClaim(input),
    ...(input.deepLinking && { [claims.deepLinkingSettings]: settingsOf(input.deepLinking) }),
    ...(input.forUser && {
      [claims.forUser]: { user_id: input.forUser.subject, roles: input.forUser.roles },
    }),
    ...input.services,
  };
}

function presentationOf({ target, returnUrl, locale }: LaunchPresentation) {
  return { document_target: target, ...defined({ return_url: returnUrl, locale }) };
}

function personClaims(person: LaunchPerson): Readonly<Record<string, unknown>> {
  const { name, givenName, familyName, email, locale } = person;
  return defined({ name, given_name: givenName, family_name: familyName, email, locale });
}

/** Ids of the systems that the provider and the employer keep; nothing where none is known. */
function lisClaim({ person, sourced }: LaunchClaimsInput): Readonly<Record<string, unknown>> {
  const lis = defined({
    person_sourcedid: person.employeeNumber,
    course_offering_sourcedid: sourced?.offering,
    course_section_sourcedid: sourced?.section,
  });
  return Object.keys(lis).length > 0 ? { [claims.lis]: lis } : {};
}

const defined = (given: Readonly<Record<string, string | undefined>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

function settingsOf({ returnUrl, data, title }: DeepLinkingSettings) {
  return {
    deep_link_return_url: returnUrl,
    accept_types: acceptedTypes,
    accept_presentation_document_targets: ['window', 'iframe'],
    accept_multiple: true,
    accept_lineitem: true,
    // What comes back stands in the draft at once; the author may take it out again there.
    auto_create: true,
    ...(title !== undefined && { title }),
    data,
  };
}
