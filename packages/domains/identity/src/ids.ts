import type { AgencyId, Brand, PersonId, ProviderId } from '@sinau/kernel';
import * as z from 'zod';

export type UnitId = Brand<'UnitId'>;
export type ClientId = Brand<'ClientId'>;

// Ids are made by us; a door only has to keep out what could never be one.
const idSchema = <Id extends string>() =>
  z.custom<Id>((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value), {
    message: 'is not an id',
  });

export const personIdSchema = idSchema<PersonId>();
export const agencyIdSchema = idSchema<AgencyId>();
export const providerIdSchema = idSchema<ProviderId>();
export const unitIdSchema = idSchema<UnitId>();
export const clientIdSchema = idSchema<ClientId>();
