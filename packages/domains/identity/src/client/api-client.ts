import { type Scope, scopes, type Tenant } from '@sinau/kernel';
import * as z from 'zod';
import { clientIdSchema, personIdSchema } from '../ids.ts';
import { nameSchema } from '../organisation/organisation.ts';
import { tenantSchema } from '../tenant.ts';

/** One secret of a client. Only its salted hash is kept. */
export const credentialSchema = z.object({
  /** Counts from 1; access tokens name the one they were issued for. */
  number: z.int(),
  salt: z.string(),
  /** SHA-256 of salt and secret, hex: enough for 256 random bits, which nobody can search. */
  hash: z.string(),
  /** ISO 8601 UTC. */
  createdAt: z.string().exactOptional(),
  /** ISO 8601 UTC; absent for the newest one. */
  validUntil: z.string().exactOptional(),
});
export type Credential = Readonly<z.infer<typeof credentialSchema>>;

/** A machine that calls the API for a tenant. */
export const apiClientSchema = z.object({
  clientId: clientIdSchema,
  name: z.string(),
  tenant: tenantSchema,
  scopes: z.array(z.enum(scopes)).readonly(),
  credentials: z.array(credentialSchema).readonly(),
  createdAt: z.string(),
  createdBy: personIdSchema.exactOptional(),
  /** Present: refused everywhere. */
  disabledAt: z.string().exactOptional(),
  /** To about five minutes. */
  lastUsedAt: z.string().exactOptional(),
  /** The same for each secret, by its number. */
  secretUses: z.record(z.string(), z.string()).exactOptional(),
  /** At each door; absent: the limit of the door. */
  requestsPerSecond: z.int().exactOptional(),
  rev: z.int(),
});
export type ApiClient = Readonly<z.infer<typeof apiClientSchema>>;

export const createClientRequestSchema = z.strictObject({
  name: nameSchema,
  tenant: tenantSchema,
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
});
export type CreateClientRequest = z.infer<typeof createClientRequestSchema>;

const scopesOf: Readonly<Record<Tenant['kind'], readonly Scope[]>> = {
  platform: scopes,
  // Reads show an agency its own people only; `define` and writes to courses are not its business.
  agency: [
    'statements/write',
    'statements/read/mine',
    'statements/read',
    'state',
    'profile',
    'records/read',
    'courses/read',
    'enrolments/write',
    'sharing/write',
    'credit/read',
    'credit/write',
    'people/read',
    'people/write',
    'audit/read',
    'people/provision',
    'siasn/sync',
    'budget/read',
    'budget/write',
    'competence/read',
    'competence/write',
    'feedback/read',
    'feedback/write',
    'events/read',
    'plans/read',
    'evaluations/read',
    'recognitions/read',
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
};

/** Only an operator gives these: a provider that publishes without a reviewer is one the platform trusts. */
export const operatorGrants: readonly Scope[] = ['courses/publish'];

/** What a client of this kind of tenant may ever do. */
export const grantableScopes = (tenant: Tenant): readonly Scope[] => scopesOf[tenant.kind];

/** One secret as administrators see it. */
export interface SecretSummary {
  readonly number: number;
  readonly createdAt?: string;
  /** Absent for the newest one; may have passed. */
  readonly validUntil?: string;
  readonly lastUsedAt?: string;
}

/** A client as its administrators see it: when its secrets were made and used, and nothing of what they are. */
export type ClientSummary = Omit<ApiClient, 'credentials' | 'secretUses' | 'rev'> & {
  /** Oldest first. */
  readonly secrets: readonly SecretSummary[];
};

export function clientSummaryOf(client: ApiClient): ClientSummary {
  const { credentials, secretUses = {}, rev: _rev, ...summary } = client;
  const secrets = credentials.map(({ number, createdAt, validUntil }): SecretSummary => {
    const lastUsedAt = secretUses[number];
    return {
      number,
      ...(createdAt !== undefined && { createdAt }),
      ...(validUntil !== undefined && { validUntil }),
      ...(lastUsedAt !== undefined && { lastUsedAt }),
    };
  });
  return { ...summary, secrets };
}

/** A secret of a client was used. */
export interface ClientUse {
  /** Of the credential. */
  readonly number: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** The client with a use noted; times never go back. */
export function noteUseOf(client: ApiClient, { number, at }: ClientUse): ApiClient {
  if ((client.lastUsedAt ?? '') >= at) return client;
  return { ...client, lastUsedAt: at, secretUses: { ...client.secretUses, [number]: at } };
}
