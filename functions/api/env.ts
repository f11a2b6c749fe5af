import { defaultMaxPackageBytes } from '@sinau/catalogue';
import { mediaOriginsSchema } from '@sinau/media';
import * as z from 'zod';
import { perSecond } from '../shared/per-second.ts';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  CONNECTOR_QUEUE_URL: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  UPLOAD_BUCKET: z.string().min(1),
  IMPORT_QUEUE_URL: z.string().min(1),
  /** Transcripts are made by whoever works it off, and lie in the bucket. */
  CERTIFICATE_QUEUE_URL: z.string().min(1),
  DOCUMENTS_BUCKET: z.string().min(1),
  /** Reports of agencies are made by whoever works it off, and lie in the bucket. */
  EXPORT_QUEUE_URL: z.string().min(1),
  RECORD_FILES_BUCKET: z.string().min(1),
  SIGNING_SECRET: z.string().min(32),
  /** Of the key that secrets of webhooks are sealed with. */
  PUSH_KEY_ID: z.string().min(1),
  /** One machine and tests only: receivers at http and loopback addresses. */
  PUSH_ALLOW_LOOPBACK: z.stringbool().default(false),
  PORTAL_ORIGIN: z.url(),
  CONTENT_ORIGIN_TEMPLATE: z.string().includes('{hash}'),
  /** Home page of the accounts that stand for people and for the LMS itself. */
  ISSUER_URL: z.url(),
  /** A search may answer from what was true so long ago; looking for changes costs a request to the object store. */
  CATALOGUE_FRESH_SECONDS: z.coerce.number().min(0).default(10),
  /** Where video and audio of modules may lie outside their package. */
  MEDIA_ORIGINS: z.string().default('').pipe(mediaOriginsSchema),
  MAX_PACKAGE_BYTES: z.coerce.number().int().positive().default(defaultMaxPackageBytes),
  /** How long a sent package is waited for before the answer is a job; API Gateway cuts at 30 s. */
  IMPORT_WAIT_SECONDS: z.coerce.number().int().min(0).max(25).default(20),
  /** Of an API client that has no limit of its own. */
  API_CLIENT_REQUESTS_PER_SECOND: perSecond.default(30),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
