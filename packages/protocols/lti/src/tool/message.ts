import { wrongTimes } from '../message-times.ts';
import { plainText } from '../plain-text.ts';
import { claims as names, type ServiceScope, serviceScopes } from '../vocabulary.ts';
import { isWebAddress } from '../web-address.ts';

/** What every message of a platform says. */
interface MessageBase {
  readonly deploymentId: string;
  /** Course over there. */
  readonly context?: { readonly id: string; readonly title?: string };
  /** What the platform calls the person: shown to them, and never a proof of who they are. */
  readonly name?: string;
}

/** Somebody opens a link. */
export interface ToolLaunch extends MessageBase {
  readonly kind: 'launch';
  /** `sub`, to the letter. */
  readonly subject: string;
  readonly resourceLink: { readonly id: string; readonly title?: string };
  readonly targetLinkUri: string;
  readonly custom: Readonly<Record<string, string>>;
  /** Assignment and Grade Services 2.0, 3.1. */
  readonly grades?: {
    readonly scopes: readonly ServiceScope[];
    readonly lineItems?: string;
    readonly lineItem?: string;
  };
}

/** Somebody wants to choose what is to be linked (Deep Linking 2.0, 3). */
export interface ToolChoiceAsked extends MessageBase {
  readonly kind: 'choice';
  readonly returnUrl: string;
  readonly multiple: boolean;
  readonly lineItems: boolean;
  /** To be given back as it is. */
  readonly data?: string;
}

export type ToolMessage = ToolLaunch | ToolChoiceAsked;

type Claims = Readonly<Record<string, unknown>>;
type Wrong = { readonly wrong: string };

/** A key may be no longer; LTI core 1.3 allows 255 characters. */
const mostIdChars = 255;
const mostTitleChars = 300;
const mostDataChars = 64_000;

/**
 * Checks the claims of an id_token whose signature was verified (LTI core 1.3, 5; Security Framework 1.0, 5.1.3), and reads what they say.
 * Whether the deployment is known is for the caller to ask. E-mail addresses are not read at all.
 */
export function readToolMessage(
  claims: Claims,
  expected: {
    readonly issuer: string;
    readonly clientId: string;
    readonly nonce: string;
    readonly nowSeconds: number;
  },
): ToolMessage | Wrong {
  const wrong = wrongParty(claims, expected) ?? wrongTimes(claims, expected.nowSeconds);
  if (wrong !== undefined) return { wrong };
  if (claims.nonce !== expected.nonce) return { wrong: 'nonce is not the one that was asked with.' };
  if (claims[names.version] !== '1.3.0') return { wrong: 'version must be 1.3.0.' };
  const deploymentId = claims[names.deploymentId];
  if (!isId(deploymentId)) return { wrong: 'deployment_id must have 1 to 255 characters.' };
  const base = { deploymentId, ...contextOf(claims), ...nameOf(claims) };
  const type = claims[names.messageType];
  if (type === 'LtiResourceLinkRequest') return launchOf(claims, base);
  if (type === 'LtiDeepLinkingRequest') return choiceOf(claims, base);
  return { wrong: 'message_type is none that is answered here.' };
}

function wrongParty(
  claims: Claims,
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
): string | undefined {
  const { iss, aud, azp } = claims;
  if (iss !== issuer) return 'iss is another platform.';
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.includes(clientId)) return 'aud is not our client_id.';
  const named = azp !== undefined && azp !== null;
  if (audiences.length > 1 && !named) return 'azp must be there when aud has several.';
  if (named && azp !== clientId) return 'azp is another party.';
  return undefined;
}

function launchOf(claims: Claims, base: MessageBase): ToolLaunch | Wrong {
  const { sub } = claims;
  if (!isId(sub)) return { wrong: 'sub must be there: an anonymous launch has no score to give back.' };
  const link = claims[names.resourceLink];
  if (!isFields(link) || !isId(link.id)) return { wrong: 'resource_link/id must have 1 to 255 characters.' };
  const target = claims[names.targetLinkUri];
  if (!isWebAddress(target)) return { wrong: 'target_link_uri must be an http(s) address.' };
  const title = titleOf(link.title);
  return {
    ...{ ...base, kind: 'launch', subject: sub, targetLinkUri: target },
    resourceLink: { id: link.id, ...(title !== undefined && { title }) },
    custom: customOf(claims[names.custom]),
    ...gradesOf(claims[names.grades]),
  };
}

function choiceOf(claims: Claims, base: MessageBase): ToolChoiceAsked | Wrong {
  const settings = claims[names.deepLinkingSettings];
  if (!isFields(settings)) return { wrong: 'deep_linking_settings is missing.' };
  const { deep_link_return_url: returnUrl, accept_types: types, data } = settings;
  if (!isWebAddress(returnUrl)) return { wrong: 'deep_link_return_url must be an http(s) address.' };
  if (!Array.isArray(types) || !types.includes('ltiResourceLink')) {
    return { wrong: 'accept_types must hold ltiResourceLink, the only type that is given here.' };
  }
  if (typeof data === 'string' && data.length > mostDataChars) return { wrong: 'data is too long.' };
  return {
    ...{ ...base, kind: 'choice', returnUrl },
    multiple: isTrue(settings.accept_multiple),
    lineItems: isTrue(settings.accept_lineitem),
    ...(typeof data === 'string' && { data }),
  };
}

function gradesOf(given: unknown): Pick<ToolLaunch, 'grades'> {
  if (!isFields(given)) return {};
  const asked: readonly unknown[] = Array.isArray(given.scope) ? given.scope : String(given.scope).split(' ');
  const scopes = serviceScopes.filter((scope) => asked.includes(scope));
  const { lineitems, lineitem } = given;
  const addresses = {
    ...(isWebAddress(lineitems) && { lineItems: lineitems }),
    ...(isWebAddress(lineitem) && { lineItem: lineitem }),
  };
  return Object.keys(addresses).length > 0 ? { grades: { scopes, ...addresses } } : {};
}

function contextOf(claims: Claims): Pick<MessageBase, 'context'> {
  const context = claims[names.context];
  if (!isFields(context) || !isId(context.id)) return {};
  const title = titleOf(context.title) ?? titleOf(context.label);
  return { context: { id: context.id, ...(title !== undefined && { title }) } };
}

function nameOf({ name, given_name, family_name }: Claims): Pick<MessageBase, 'name'> {
  const told = titleOf(name) ?? titleOf([given_name, family_name].filter((one) => isId(one)).join(' '));
  return told === undefined ? {} : { name: told };
}

/** Only texts: PHP writes an object without members as a list, and numbers as numbers. */
function customOf(given: unknown): Readonly<Record<string, string>> {
  if (!isFields(given)) return {};
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([key, value]) => [key, String(value)]),
  );
}

function titleOf(given: unknown): string | undefined {
  const text = typeof given === 'string' ? plainText(given).slice(0, mostTitleChars) : '';
  return text === '' ? undefined : text;
}

/** Moodle and others write truths as texts in places. */
const isTrue = (value: unknown): boolean =>
  value === true || value === 'true' || value === 1 || value === '1';

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= mostIdChars;

function isFields(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
