import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  DOCUMENTS_BUCKET: z.string().min(1),
  /** The DID of the deployment is made of it. */
  PORTAL_ORIGIN: z.url(),
  CREDENTIAL_KEY_ID: z.string().min(1),
  /** Public keys (`z6Mk…`) that sign no more and may still be checked with, by commas. */
  RETIRED_CREDENTIAL_KEYS: z.string().default(''),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
export type CredentialsEnvironment = z.output<typeof envSchema>;
