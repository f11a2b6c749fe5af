import { type AgencyId, oneLine, type ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import { agencyIdSchema, type UnitId, unitIdSchema } from '../ids.ts';
import { daySchema } from '../people/career.ts';

/** Names are shown everywhere: one line, no control characters, nothing around them. */
export const nameSchema = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .regex(oneLine, { message: 'must be one line of text' });

/** Instansi: owns people, units and their learning records. */
export interface Agency {
  readonly agencyId: AgencyId;
  readonly name: string;
  /** Instansi pusat or daerah. */
  readonly kind: 'central' | 'regional';
  readonly createdAt: string;
}

/** Unit organisasi: a node of the tree inside one agency. */
export interface Unit {
  readonly unitId: UnitId;
  readonly agencyId: AgencyId;
  readonly name: string;
  /** Unit above; absent at the top. */
  readonly parentId?: UnitId;
  readonly createdAt: string;
  /** Code of the province where it is; absent: that of the unit above. */
  readonly province?: string;
  /** In a remote place (3T), by the agency's word; so is everything below. */
  readonly remote?: true;
  /** First day of the calendar on which it is there. */
  readonly validFrom: string;
  /** Last day; absent while nobody has ended it. */
  readonly validTo?: string;
  /** How it was called and where it stood before, oldest first; each until its day, the one above from then on. */
  readonly past: readonly {
    readonly until: string;
    readonly name: string;
    readonly parentId?: UnitId;
  }[];
}

/** Units of an agency, at most, ended ones too: the tree is read whole. */
export const mostUnits = 3_000;

/** Whoever publishes courses. */
export interface Provider {
  readonly providerId: ProviderId;
  readonly name: string;
  readonly kind: 'content-provider' | 'university';
  readonly createdAt: string;
}

export const createAgencyRequestSchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(['central', 'regional']),
});
export type CreateAgencyRequest = z.infer<typeof createAgencyRequestSchema>;

export const createUnitRequestSchema = z.strictObject({
  agencyId: agencyIdSchema,
  name: nameSchema,
  parentId: unitIdSchema.exactOptional(),
  /** The day it began, today or earlier. @default today */
  from: daySchema.exactOptional(),
});
export type CreateUnitRequest = z.infer<typeof createUnitRequestSchema>;

export const createProviderRequestSchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(['content-provider', 'university']),
});
export type CreateProviderRequest = z.infer<typeof createProviderRequestSchema>;
