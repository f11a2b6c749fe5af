import type { Locale, PersonPrincipal } from '@sinau/kernel';

export interface LtiToolView {
  readonly clientId: string;
  readonly name: string;
  readonly description?: string;
  /** Name of the provider. */
  readonly provider: string;
  readonly status: 'pending' | 'active' | 'disabled';
  /** The last time that somebody turned it on or off. */
  readonly decision?: {
    readonly to: 'active' | 'disabled';
    readonly by: 'operator' | 'provider';
    readonly at: string;
    readonly reason?: string;
  };
  /** Its provider has turned it off and may turn it on again. */
  readonly mayReturn?: true;
  readonly deployments: readonly { readonly deploymentId: string; readonly name: string }[];
  readonly initiateLoginUri: string;
  readonly redirectUris: readonly string[];
  readonly targetLinkUri: string;
  readonly messages: readonly (
    | 'LtiResourceLinkRequest'
    | 'LtiDeepLinkingRequest'
    | 'LtiSubmissionReviewRequest'
  )[];
  /** Where authors choose content; absent: they cannot. */
  readonly deepLinkingUri?: string;
  /** Absent: pasted. */
  readonly jwksUri?: string;
  /** How reading them there went last; absent: nobody has, or not lately. Of one tool alone. */
  readonly keyReading?: {
    readonly read?: { readonly at: string; readonly keys: number };
    readonly failedAt?: string;
  };
  /** What shows that it is there. Times are ISO 8601 UTC. */
  readonly health?: LtiToolHealthView;
  /** E-mail addresses of those who run it. Of one tool alone. */
  readonly contacts?: readonly string[];
  readonly services: readonly ('grades' | 'roster')[];
  readonly createdAt: string;
  /** Of kinds of messages, where they are others than the tool's own. */
  readonly otherAddresses: readonly string[];
  /** What it is told at each launch beside the claims, as it asked for it. */
  readonly custom: Readonly<Record<string, string>>;
  /** Counts changes: an approval is of what was read. */
  readonly rev: number;
}

export interface LtiToolHealthView {
  readonly last: Readonly<Partial<Record<'login' | 'launch' | 'choice' | 'token', string>>>;
  readonly down?: {
    readonly since: string;
    readonly because: 'unreachable' | 'timeout' | 'tls' | 'server-error';
  };
  /** Launches that led to it since it last asked back. */
  readonly unanswered?: { readonly count: number; readonly since: string };
}

/** What somebody writes down of a tool that cannot register itself. */
export interface LtiToolWords {
  readonly name: string;
  readonly initiateLoginUri: string;
  readonly redirectUris: readonly string[];
  readonly targetLinkUri: string;
  readonly deepLinkingUri?: string;
  readonly jwksUri?: string;
  readonly publicKey?: string;
  /** E-mail addresses, five at most. */
  readonly contacts: readonly string[];
  readonly services: readonly ('grades' | 'roster')[];
  readonly custom: Readonly<Record<string, string>>;
}

export interface LtiPlatformView {
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly jwks: string;
}

export interface ToolStep {
  readonly status: LtiToolView['status'];
  readonly rev?: number;
  readonly reason?: string;
}

/** Courses with parts of a tool that learners can open, and who takes them now. */
export interface ToolImpact {
  readonly courses: number;
  readonly learners: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
}

/** Tools are those of the provider that the person writes for, or of any when they are an operator. */
export interface LtiToolPorts {
  /** What is told to who looks after a tool. */
  platform(): Promise<LtiPlatformView>;
  toolsOf(person: PersonPrincipal): Promise<readonly LtiToolView[]>;
  /** Of every provider. */
  waiting(person: PersonPrincipal): Promise<readonly LtiToolView[]>;
  /** Those of all providers that were approved or turned off. */
  decided(person: PersonPrincipal): Promise<readonly LtiToolView[]>;
  toolOf(person: PersonPrincipal, clientId: string): Promise<LtiToolView>;
  /** Address that a browser opens for the tool to register itself; it holds a token that works once. */
  beginRegistration(person: PersonPrincipal, address: string): Promise<string>;
  addByHand(person: PersonPrincipal, words: LtiToolWords): Promise<{ readonly clientId: string }>;
  addDeployment(person: PersonPrincipal, clientId: string, name: string): Promise<void>;
  removeDeployment(person: PersonPrincipal, clientId: string, deploymentId: string): Promise<void>;
  /** What the tool is, anew; it waits for an operator when it leads elsewhere. `rev`: of the tool as the page showed it. */
  changeByHand(
    person: PersonPrincipal,
    clientId: string,
    change: { readonly words: LtiToolWords; readonly rev: number },
  ): Promise<void>;
  /**
   * Operators say anything; a provider turns off, turns on again what it turned off itself, and asks for the rest. `rev`: of the tool as the page
   * showed it, for an operator who lets it in. `reason`: of an operator who turns it off. Rejects with `lti.changed-meanwhile` and
   * `lti.tool-not-returning`.
   */
  setStatus(person: PersonPrincipal, clientId: string, step: ToolStep): Promise<void>;
  /** What stops when it is turned off. */
  impactOf(person: PersonPrincipal, clientId: string): Promise<ToolImpact>;
  /** Asks its login address now, whoever has asked before. */
  check(person: PersonPrincipal, clientId: string): Promise<void>;
  /** Address that opens the tool once and soon. */
  tryOut(person: PersonPrincipal, clientId: string, locale: Locale): Promise<string>;
}
