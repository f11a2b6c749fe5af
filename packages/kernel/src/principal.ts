import type { Brand } from './ids.ts';

export type PersonId = Brand<'PersonId'>;
export type AgencyId = Brand<'AgencyId'>;
export type ProviderId = Brand<'ProviderId'>;

/** What a person may be, always inside one tenant; `operator` and `auditor` belong to the platform. */
export const roles = [
  'learner',
  'supervisor',
  'agency-admin',
  'talent-officer',
  'authorised-official',
  'appointing-official',
  'provider-author',
  'reviewer',
  'operator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** What an API client may do. The xAPI ones follow xAPI 1.0.3 Communication 4.2 (OAuth scopes). */
export const scopes = [
  'statements/write',
  'statements/read/mine',
  'statements/read',
  'state',
  'profile',
  'define',
  'records/read',
  'courses/read',
  'courses/write',
  'courses/publish',
  'courses/review',
  'questions/read',
  'questions/write',
  'launches/write',
  'enrolments/write',
  'agreements/read',
  'agreements/write',
  'sharing/write',
  'credit/read',
  'credit/write',
  'connections/read',
  'connections/write',
  'lti/manage',
  'people/read',
  'people/write',
  'audit/read',
  'people/provision',
  'budget/read',
  'budget/write',
  'competence/read',
  'competence/write',
  'siasn/sync',
  'feedback/read',
  'feedback/write',
  'events/read',
  'plans/read',
  'evaluations/read',
  'recognitions/read',
] as const;
export type Scope = (typeof scopes)[number];

/** What a tool of LTI may do in its own contexts; the last parts of the scopes that the specification names. */
export const toolScopes = [
  'lineitem',
  'lineitem.readonly',
  'result.readonly',
  'score',
  'contextmembership.readonly',
] as const;
export type ToolScope = (typeof toolScopes)[number];

/** Who owns data: an agency its people's records, a provider its courses, the platform neither. */
export type Tenant =
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'provider'; readonly providerId: ProviderId }
  | { readonly kind: 'platform' };

/** A person signed in to the portal. The subject always comes from the session, never from a body. */
export interface PersonPrincipal {
  readonly kind: 'person';
  readonly personId: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Home agency; absent for provider and platform staff. */
  readonly agencyId?: AgencyId;
  /** Agency the person is lent to; both may see the person's records. */
  readonly workingAgencyId?: AgencyId;
  readonly providerId?: ProviderId;
  /** An operator who looks at the portal as this person, and may change nothing; `until`: ISO 8601 UTC. */
  readonly viewedBy?: { readonly personId: PersonId; readonly name: string; readonly until: string };
}

/** A machine with Basic or OAuth 2 client credentials. */
export interface ClientPrincipal {
  readonly kind: 'client';
  readonly clientId: string;
  readonly name: string;
  readonly tenant: Tenant;
  readonly scopes: readonly Scope[];
  /** A limit of its own, set by an operator; absent: that of the door. */
  readonly requestsPerSecond?: number;
}

/** A running assignable unit, by the auth token it fetched; it speaks for one session only (cmi5 8.1.2). */
export interface AuPrincipal {
  readonly kind: 'au';
  readonly sessionId: string;
  readonly registration: string;
  /** A provider tries its course: reads and writes stay in the sandbox. */
  readonly trial?: true;
  /** Content from before cmi5: its statements need no id of their own. */
  readonly tincan?: true;
}

/** A tool of a provider, by an access token for the services of LTI. */
export interface ToolPrincipal {
  readonly kind: 'tool';
  readonly clientId: string;
  readonly providerId: ProviderId;
  readonly scopes: readonly ToolScope[];
}

export interface Anonymous {
  readonly kind: 'anonymous';
}

export type Principal = PersonPrincipal | ClientPrincipal | AuPrincipal | ToolPrincipal | Anonymous;

export const anonymous: Anonymous = { kind: 'anonymous' };
