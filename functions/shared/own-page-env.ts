import * as z from 'zod';

/** What every door of our own pages reads from its environment. */
export const ownPageEnv = {
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  /** Home page of the accounts that stand for people, clients and the LMS itself. */
  ISSUER_URL: z.url(),
  PORTAL_ORIGIN: z.url(),
  CONTENT_ORIGIN_TEMPLATE: z.string().includes('{hash}'),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
};
