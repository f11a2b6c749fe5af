import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  RECORD_FILES_BUCKET: z.string().min(1),
  EXPORT_QUEUE_URL: z.string().min(1),
  /** Home page of the accounts that stand for people. */
  ISSUER_URL: z.url(),
  /** Room for the files that are being written. */
  TEMPORARY_FOLDER: z.string().default('/tmp'),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
