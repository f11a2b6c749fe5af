import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  /** Statistics lie there. */
  LRS_TABLE: z.string().min(1),
  MAIL_QUEUE_URL: z.string().min(1),
  /** The search of the catalogue lies there. */
  CONTENT_BUCKET: z.string().min(1),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
