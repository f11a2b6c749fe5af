import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  /** What repairs take over is recorded. */
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  CONNECTOR_QUEUE_URL: z.string().min(1),
  /** Work of electronic seals has a queue of its own: no provider that is slow holds it up, nor does it hold up others. */
  SEAL_QUEUE_URL: z.string().min(1),
  /** One machine and tests only: a gateway that stands for both environments of SIASN. */
  SIASN_GATEWAY: z.url().optional(),
  /** Courses that are taken over lead to pages; what a module holds lies there. */
  CONTENT_BUCKET: z.string().min(1),
  /** Certificates and evidence, which go to SIASN. */
  DOCUMENTS_BUCKET: z.string().min(1),
  /** Ids of activities begin with it. */
  ISSUER_URL: z.string().min(1),
  /** Derives the pseudonyms that providers know. */
  SIGNING_SECRET: z.string().min(32),
  PORTAL_ORIGIN: z.url(),
  CONTENT_ORIGIN_TEMPLATE: z.string().includes('{hash}'),
  /** Of the key that secrets of connections are sealed with. */
  PUSH_KEY_ID: z.string().min(1),
  /** One machine and tests only: providers at http and loopback addresses. */
  PUSH_ALLOW_LOOPBACK: z.stringbool().default(false),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
export type ConnectorEnvironment = z.output<typeof envSchema>;
