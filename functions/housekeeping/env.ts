import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  /** Evidence of learning elsewhere. */
  DOCUMENTS_BUCKET: z.string().min(1),
  IMPORT_QUEUE_URL: z.string().min(1),
  /** Where badges of erased recognitions are taken back. */
  CERTIFICATE_QUEUE_URL: z.string().min(1),
  /** Where reminders go, and mails whose quiet hours are over. */
  MAIL_QUEUE_URL: z.string().min(1),
  /** Anchors of the audit log are signed with it. */
  SIGNING_SECRET: z.string().min(32),
  /** Home page of the accounts that stand for people. */
  ISSUER_URL: z.url(),
  PORTAL_ORIGIN: z.url(),
  CONTENT_ORIGIN_TEMPLATE: z.string().includes('{hash}'),
  /** Lanes that each agency's feed is written to. */
  FEED_LANES: z.coerce.number().int().min(1).max(64).default(4),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
