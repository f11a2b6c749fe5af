import { type PersonPrincipal, roles } from '@sinau/kernel';
import * as z from 'zod';
import { agencyIdSchema, clientIdSchema, personIdSchema, unitIdSchema } from '../ids.ts';
import { tenantSchema } from '../tenant.ts';
import { accountChangeSchema } from './account.ts';
import { careerSchema, timeZoneSchema } from './career.ts';
import { employeeNumberSchema } from './employee-number.ts';

export const localeSchema = z.enum(['id', 'en']);

/** What a machine that provisions people calls one of them; seen by no other machine. */
const provisionedSchema = z.object({
  clientId: clientIdSchema,
  userName: z.string(),
  externalId: z.string().exactOptional(),
  givenName: z.string().exactOptional(),
  familyName: z.string().exactOptional(),
});
export type Provisioned = Readonly<z.infer<typeof provisionedSchema>>;

export const personSchema = z.object({
  personId: personIdSchema,
  /** With titles, as the person writes it. Many people have a single name. */
  name: z.string(),
  /** Lower case; unique. */
  email: z.string(),
  /** `invited` until the first sign-in binds the account; `disabled` closes it and every session at once. */
  status: z.enum(['invited', 'active', 'disabled']),
  roles: z.array(z.enum(roles)).readonly(),
  /** Where the person belongs: home agency (instansi induk), provider, or the platform itself. */
  home: tenantSchema,
  /** Agency the person is lent to (instansi kerja). */
  workingAgencyId: agencyIdSchema.exactOptional(),
  unitId: unitIdSchema.exactOptional(),
  supervisorId: personIdSchema.exactOptional(),
  /** Oldest first; the current one has no end. */
  employeeNumbers: z.array(employeeNumberSchema).readonly(),
  /** Account at the issuer that signs in as this person. */
  account: z.object({ issuer: z.string(), subject: z.string() }).exactOptional(),
  /** The operator that the deployment started with. */
  firstOperator: z.literal(true).exactOptional(),
  locale: localeSchema.exactOptional(),
  timeZone: timeZoneSchema.exactOptional(),
  /** Status, post and place by day; those of today stand above as well, for access and lists. */
  career: careerSchema.exactOptional(),
  /** Sessions opened under an older generation are dead. */
  sessionGeneration: z.int(),
  invitedAt: z.string(),
  /** Absent: the deployment itself, or a time before this was noted. */
  invitedBy: personIdSchema.exactOptional(),
  /** Who last made them an operator, or gave them another address before their first sign-in, and when. */
  vouchedFor: z.object({ by: personIdSchema, at: z.string() }).exactOptional(),
  activatedAt: z.string().exactOptional(),
  disabledAt: z.string().exactOptional(),
  provisioned: z.array(provisionedSchema).readonly().exactOptional(),
  /** Equal to `disabledAt`: it was closed because the agency's identity provider took the account away. */
  withdrawnAt: z.string().exactOptional(),
  /** When it was closed and opened, and at whose word; oldest first, the last twenty. */
  accountChanges: z.array(accountChangeSchema).readonly().exactOptional(),
  /** Grows with every write; closes the race of two changes. */
  rev: z.int(),
});
export type Person = Readonly<z.infer<typeof personSchema>>;

/** Who the person is to every door. */
export function principalOf(person: Person): PersonPrincipal {
  return {
    kind: 'person',
    personId: person.personId,
    name: person.name,
    roles: person.roles,
    ...(person.home.kind === 'agency' && { agencyId: person.home.agencyId }),
    ...(person.home.kind === 'provider' && { providerId: person.home.providerId }),
    ...(person.workingAgencyId && { workingAgencyId: person.workingAgencyId }),
  };
}

/** The number in force, if the person has one. */
export function currentEmployeeNumber(person: Person) {
  return person.employeeNumbers.find((number) => number.validTo === undefined);
}
