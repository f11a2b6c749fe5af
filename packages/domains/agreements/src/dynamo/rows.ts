import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import { legalBases, shareableAttributes } from '../agreement.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

export const agencyIdRow = id<AgencyId>();
export const providerIdRow = id<ProviderId>();
export const personIdRow = id<PersonId>();

export const termsRow = z.object({
  agreementId: z.string(),
  version: z.number(),
  attributes: z.array(z.enum(shareableAttributes)).readonly(),
  agencyIds: z.array(agencyIdRow).readonly().exactOptional(),
  validFrom: z.string(),
  validUntil: z.string(),
});

export const inForceRow = z.object({ terms: z.array(termsRow).readonly(), rev: z.number() });

export const agreementRow = termsRow.extend({
  providerId: providerIdRow,
  title: z.string(),
  purpose: z.string(),
  legalBasis: z.enum(legalBases),
  state: z.enum(['draft', 'active', 'ended', 'revoked']),
  createdAt: z.string(),
  createdBy: personIdRow.exactOptional(),
  activatedAt: z.string().exactOptional(),
  closedAt: z.string().exactOptional(),
  closedBecause: z.string().exactOptional(),
  rev: z.number(),
});

export const decisionRow = z.object({
  agencyId: agencyIdRow,
  providerId: providerIdRow,
  stopped: z.boolean(),
  at: z.string(),
  by: personIdRow.exactOptional(),
  reason: z.string().exactOptional(),
  rev: z.number(),
});
