import * as z from 'zod';
import { perSecond } from '../shared/per-second.ts';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  RECORD_FILES_BUCKET: z.string().min(1),
  EXPORT_QUEUE_URL: z.string().min(1),
  SIGNING_SECRET: z.string().min(32),
  /** Home page of the accounts that stand for people. */
  ISSUER_URL: z.url(),
  /** Of one page before compression; Lambda takes 6 MB, and 4.5 MB once it is base64. */
  RECORDS_PAGE_BYTES: z.coerce.number().int().positive().default(4_000_000),
  /** Pulls of an API client that has no limit of its own. */
  RECORDS_CLIENT_REQUESTS_PER_SECOND: perSecond.default(30),
  /** Access tokens for one API client; one works for fifteen minutes. */
  TOKEN_CLIENT_REQUESTS_PER_SECOND: perSecond.default(5),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
