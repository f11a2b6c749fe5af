import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  PUSH_QUEUE_URL: z.string().min(1),
  /** Of the key that secrets of receivers are sealed with. */
  PUSH_KEY_ID: z.string().min(1),
  /** One machine and tests only: receivers at http and loopback addresses. */
  PUSH_ALLOW_LOOPBACK: z.stringbool().default(false),
  /** Of one run; with what requests may still take after it, it stays below the function's time. */
  PUSH_RUN_SECONDS: z.coerce.number().int().min(1).max(45).default(45),
  PORTAL_ORIGIN: z.url(),
  /** Home page of the accounts that stand for people and for the LMS itself. */
  ISSUER_URL: z.url(),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
