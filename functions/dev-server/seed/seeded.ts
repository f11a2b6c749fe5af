import { personIdSchema, providerIdSchema, tenantSchema } from '@sinau/identity';
import { roles } from '@sinau/kernel';
import * as z from 'zod';

const credentialsSchema = z.object({ id: z.string(), secret: z.string() });

const principalSchema = z.object({
  kind: z.literal('person'),
  personId: personIdSchema,
  name: z.string(),
  roles: z.array(z.enum(roles)),
  providerId: providerIdSchema.exactOptional(),
});

const seededPersonSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  email: z.string(),
  /** The first of their roles. */
  role: z.enum(roles),
  /** For the sign-in page. */
  label: z.string(),
  organisation: z.string(),
});
export type SeededPerson = Readonly<z.infer<typeof seededPersonSchema>>;

/** What a seeded deployment has to offer; kept in the data folder, since the stores only have hashes of secrets. */
export const seededSchema = z.object({
  /** In the order of the sign-in page. */
  people: z.array(seededPersonSchema).readonly(),
  clients: z.object({
    xapi: credentialsSchema,
    agency: credentialsSchema,
    provider: credentialsSchema,
    tools: credentialsSchema,
  }),
  tenants: z.object({
    agency: tenantSchema,
    provider: tenantSchema,
    university: tenantSchema,
    platform: tenantSchema,
  }),
  /** To seed more with, in the name of those who would do it. */
  principals: z.object({
    operator: principalSchema,
    providerAuthor: principalSchema,
    universityAuthor: principalSchema,
  }),
});
export type Seeded = Readonly<z.infer<typeof seededSchema>>;
