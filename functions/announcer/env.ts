import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  /** Statistics lie there, and what results come to is recorded. */
  LRS_TABLE: z.string().min(1),
  /** Bodies of statements that are long. */
  LRS_BUCKET: z.string().min(1),
  /** Home page of the accounts that stand for people. */
  ISSUER_URL: z.url(),
  PORTAL_ORIGIN: z.url(),
  CONTENT_ORIGIN_TEMPLATE: z.string().includes('{hash}'),
  MAIL_QUEUE_URL: z.string().min(1),
  CERTIFICATE_QUEUE_URL: z.string().min(1),
  /** The search of the catalogue lies there. */
  CONTENT_BUCKET: z.string().min(1),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
