import type { Brand, ProviderId } from '@sinau/kernel';
import type { MessageType, ServiceScope } from '@sinau/lti';

/** OAuth client id of a tool; also its id here. */
export type LtiClientId = Brand<'LtiClientId'>;

/** One place where a tool is used; ids are unique within its client (LTI core 1.3, 3.1.3). */
export interface LtiDeployment {
  /** At most 255 characters of ASCII. */
  readonly deploymentId: string;
  readonly name: string;
}

export interface LtiToolMessage {
  readonly type: MessageType;
  /** @default that of the tool */
  readonly targetLinkUri?: string;
  readonly label?: string;
  /** Beside those of the tool, for this kind of message. */
  readonly custom?: Readonly<Record<string, string>>;
}

/** Where the public keys of a tool come from. */
export type LtiToolKeys =
  | { readonly kind: 'url'; readonly jwksUri: string }
  /** Pasted; public members alone. */
  | { readonly kind: 'pasted'; readonly keys: readonly Readonly<Record<string, unknown>>[] };

/** The last time that somebody turned a tool on or off. */
export interface ToolDecision {
  readonly to: 'active' | 'disabled';
  readonly by: 'operator' | 'provider';
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Of an operator who turned it off; for the provider. */
  readonly reason?: string;
  /** It was in use when its own provider turned it off, and leads where it did then: they may turn it on again. */
  readonly mayReturn?: true;
}

/** A tool of a provider, as it was registered. Addresses are kept to the letter, never normalised. Times are ISO 8601 UTC. */
export interface LtiTool {
  readonly clientId: LtiClientId;
  readonly providerId: ProviderId;
  readonly name: string;
  readonly description?: string;
  /** `pending`: registered by the tool itself, and nothing works before an operator has approved it. */
  readonly status: 'pending' | 'active' | 'disabled';
  /** Absent: nobody has decided yet. Stays while it waits anew. */
  readonly decision?: ToolDecision;
  readonly deployments: readonly LtiDeployment[];
  readonly initiateLoginUri: string;
  /** Compared as strings. */
  readonly redirectUris: readonly string[];
  readonly targetLinkUri: string;
  /** As the tool named it when it registered itself. */
  readonly domain?: string;
  readonly messages: readonly LtiToolMessage[];
  readonly keys: LtiToolKeys;
  readonly scopes: readonly ServiceScope[];
  readonly custom: Readonly<Record<string, string>>;
  readonly logoUri?: string;
  /** E-mail addresses of those who run it, as the tool named them; they are told when it does not answer. */
  readonly contacts?: readonly string[];
  /** OIDC claims that the tool would like; what it gets is a matter of agreements. */
  readonly wishes: readonly string[];
  /** Who registered it, or made the token that it registered with: id of a person or a client. */
  readonly registeredBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** More deployments than a provider has use for. */
export const mostDeployments = 50;

/** Where a message leads to, when its link says nothing else. */
export const targetOf = (tool: LtiTool, type: MessageType): string =>
  ownTargetOf(tool, type) ?? tool.targetLinkUri;

/** Of messages of this kind alone. */
export const ownTargetOf = ({ messages }: LtiTool, type: MessageType): string | undefined =>
  messages.find((message) => message.type === type)?.targetLinkUri;

export function takesMessage(tool: LtiTool, type: MessageType): boolean {
  return type === 'LtiSubmissionReviewRequest' || tool.messages.some((message) => message.type === type);
}
