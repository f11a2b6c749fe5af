import { type Scope, scopes, type Tenant } from '@sinau/kernel';
import * as z from 'zod';
import { clientIdSchema } from '../ids.ts';
import { nameSchema } from '../organisation/organisation.ts';
import { tenantSchema } from '../tenant.ts';

/** One secret of a client. Only its salted hash is kept. */
export const credentialSchema = z.object({
  /** Counts from 1; access tokens name the one they were issued for. */
  number: z.int(),
  salt: z.string(),
  /** SHA-256 of salt and secret, hex: enough for 256 random bits, which nobody can search. */
  hash: z.string(),
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
  /** Present: refused everywhere. */
  disabledAt: z.string().exactOptional(),
  /** To about five minutes. */
  lastUsedAt: z.string().exactOptional(),
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
  ],
  provider: ['courses/read', 'courses/write'],
};

/** What a client of this kind of tenant may ever do. */
export const grantableScopes = (tenant: Tenant): readonly Scope[] => scopesOf[tenant.kind];

/** A client as its administrators see it: nothing of its secrets. */
export type ClientSummary = Omit<ApiClient, 'credentials' | 'rev'>;

export function clientSummaryOf(client: ApiClient): ClientSummary {
  const { credentials: _credentials, rev: _rev, ...summary } = client;
  return summary;
}
