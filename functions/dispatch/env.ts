import * as z from 'zod';
import { perSecond } from '../shared/per-second.ts';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  /** Home page of the accounts that stand for people, clients and the LMS itself. */
  ISSUER_URL: z.url(),
  PORTAL_ORIGIN: z.url(),
  SIGNING_SECRET: z.string().min(32),
  /** Starts and questions of all stubs of one dispatch together. */
  DISPATCH_REQUESTS_PER_SECOND: perSecond.default(50),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
