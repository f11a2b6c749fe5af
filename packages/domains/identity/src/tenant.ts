import type { Tenant } from '@sinau/kernel';
import * as z from 'zod';
import { agencyIdSchema, providerIdSchema } from './ids.ts';

export const tenantSchema: z.ZodType<Tenant> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agency'), agencyId: agencyIdSchema }),
  z.strictObject({ kind: z.literal('provider'), providerId: providerIdSchema }),
  z.strictObject({ kind: z.literal('platform') }),
]);

/** One text per tenant, for keys and comparison. */
export function tenantName(tenant: Tenant): string {
  if (tenant.kind === 'agency') return `agency:${tenant.agencyId}`;
  if (tenant.kind === 'provider') return `provider:${tenant.providerId}`;
  return 'platform';
}
