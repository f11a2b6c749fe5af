import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  PORTAL_ORIGIN: z.url(),
  SIGNING_SECRET: z.string().min(32),
  /** Of the key that private keys of the tool are sealed with. */
  PUSH_KEY_ID: z.string().min(1),
  /** One machine and tests only: platforms at http and loopback addresses. */
  PUSH_ALLOW_LOOPBACK: z.stringbool().default(false),
  /** A choice of courses may be from what was true so long ago. */
  CATALOGUE_FRESH_SECONDS: z.coerce.number().min(0).default(60),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
