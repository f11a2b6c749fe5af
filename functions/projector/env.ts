import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  /** Home page of the accounts that stand for people. */
  ISSUER_URL: z.url(),
  /** Lanes that each agency's feed is written to. May change at any time: readers look which ones there are. */
  FEED_LANES: z.coerce.number().int().min(1).max(64).default(4),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});

/** A rebuild also looks at what courses consist of. */
export const rebuildEnvSchema = envSchema.extend({ CONTENT_BUCKET: z.string().min(1) });
