import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  /** Certificates and badges lie there. */
  DOCUMENTS_BUCKET: z.string().min(1),
  /** The DID of the deployment is made of it. */
  PORTAL_ORIGIN: z.url(),
  /** Numbers of certificates are made with it. */
  SIGNING_SECRET: z.string().min(32),
  /** Of the key that credentials are signed with. */
  CREDENTIAL_KEY_ID: z.string().min(1),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
export type CertifierEnvironment = z.output<typeof envSchema>;
