import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  PORTAL_ORIGIN: z.url(),
  MAIL_FROM: z.email(),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
