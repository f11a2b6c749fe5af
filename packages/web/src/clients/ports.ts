import type { PersonPrincipal, Scope, Tenant } from '@sinau/kernel';

/** One secret that still works; the newest is the one without an end. */
export interface ClientSecret {
  readonly number: number;
  readonly createdAt?: string;
  readonly validUntil?: string;
  readonly lastUsedAt?: string;
}

export interface ApiClient {
  readonly clientId: string;
  readonly name: string;
  readonly tenant: Tenant;
  readonly scopes: readonly Scope[];
  readonly state: 'active' | 'disabled';
  readonly createdAt: string;
  /** Name of the person who created it, while known. */
  readonly createdBy?: string;
  readonly disabledAt?: string;
  readonly lastUsedAt?: string;
  /** A limit of its own at each door. */
  readonly requestsPerSecond?: number;
  /** Where it says who works for the agency, if it may. */
  readonly scimAddress?: string;
  /** Oldest first; none of a disabled client. */
  readonly secrets: readonly ClientSecret[];
}

/** A secret as it is shown, once. */
export interface IssuedSecret {
  readonly clientId: string;
  readonly name: string;
  readonly tenant: Tenant;
  readonly secret: string;
  readonly scimAddress?: string;
}

/** Each rejects with `identity.not-found` for a client or tenant that the person does not administer. */
export interface ClientsPorts {
  /** Tenant of the person who asks; rejects where there is none. */
  ownTenantOf(person: PersonPrincipal): Promise<Tenant>;
  /** Newest first, disabled ones included. */
  clientsOf(person: PersonPrincipal, tenant: Tenant): Promise<readonly ApiClient[]>;
  clientOf(person: PersonPrincipal, clientId: string): Promise<ApiClient>;
  createClient(
    person: PersonPrincipal,
    client: { readonly name: string; readonly scopes: readonly Scope[]; readonly tenant: Tenant },
  ): Promise<IssuedSecret>;
  /** `requestsPerSecond`: null takes the client's own limit away; for operators alone. */
  changeClient(
    person: PersonPrincipal,
    clientId: string,
    change: {
      readonly name: string;
      readonly scopes: readonly Scope[];
      readonly requestsPerSecond?: number | null;
    },
  ): Promise<void>;
  /** `keepOldSeconds`: how long the secret so far still works. */
  rotateSecret(person: PersonPrincipal, clientId: string, keepOldSeconds: number): Promise<IssuedSecret>;
  endSecret(person: PersonPrincipal, clientId: string, number: number): Promise<void>;
  disableClient(person: PersonPrincipal, clientId: string): Promise<void>;
}

/** Scopes that make sense for clients of each kind of tenant, in the order of the form. */
export const scopesFor: Readonly<Record<Tenant['kind'], readonly [Scope, ...Scope[]]>> = {
  agency: [
    'records/read',
    'statements/read',
    'statements/read/mine',
    'statements/write',
    'state',
    'profile',
    'enrolments/write',
    'people/read',
    'people/write',
    'people/provision',
    'sharing/write',
    'credit/read',
    'credit/write',
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
    'audit/read',
  ],
  provider: [
    'courses/read',
    'courses/write',
    'courses/publish',
    'questions/read',
    'questions/write',
    'connections/read',
    'connections/write',
    'agreements/read',
    'events/read',
    'evaluations/read',
  ],
  platform: [
    'statements/write',
    'statements/read/mine',
    'statements/read',
    'state',
    'profile',
    'define',
    'courses/review',
    'launches/write',
    'connections/read',
    'connections/write',
    'lti/manage',
    'agreements/read',
    'agreements/write',
    'audit/read',
  ],
};

/** Choices for how long an old secret still works: not at all, a day, a week. */
export const keepSeconds = ['0', '86400', '604800'] as const;
