import { defaultMaxPackageBytes } from '@sinau/catalogue';
import { mediaOriginsSchema } from '@sinau/media';
import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  UPLOAD_BUCKET: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  RECORD_FILES_BUCKET: z.string().min(1),
  /** Certificates lie there. */
  DOCUMENTS_BUCKET: z.string().min(1),
  IMPORT_QUEUE_URL: z.string().min(1),
  // How full queues are is shown to operators; on one machine nothing else has dead letters.
  CONNECTOR_QUEUE_URL: z.string().min(1),
  SEAL_QUEUE_URL: z.string().min(1),
  CERTIFICATE_QUEUE_URL: z.string().min(1),
  MAIL_QUEUE_URL: z.string().min(1),
  PUSH_QUEUE_URL: z.string().min(1),
  EXPORT_QUEUE_URL: z.string().min(1),
  IMPORT_DEAD_LETTERS_URL: z.string().min(1),
  CONNECTOR_DEAD_LETTERS_URL: z.string().min(1),
  SEAL_DEAD_LETTERS_URL: z.string().min(1),
  CERTIFICATE_DEAD_LETTERS_URL: z.string().min(1),
  MAIL_DEAD_LETTERS_URL: z.string().min(1),
  PUSH_DEAD_LETTERS_URL: z.string().min(1),
  EXPORT_DEAD_LETTERS_URL: z.string().min(1),
  STREAM_DEAD_LETTERS_URL: z.string().min(1).optional(),
  JOB_DEAD_LETTERS_URL: z.string().min(1).optional(),
  SIGNING_SECRET: z.string().min(32),
  /** Secret with which CloudFront shows that a request came through it; its versions are read when one is shown. None on one machine. */
  EDGE_SECRET_ID: z.string().min(1).optional(),
  PUSH_KEY_ID: z.string().min(1),
  /** One machine and tests only: receivers at http and loopback addresses. */
  PUSH_ALLOW_LOOPBACK: z.stringbool().default(false),
  PORTAL_ORIGIN: z.url(),
  /** Where browsers put uploads. */
  UPLOAD_ORIGIN: z.url(),
  CONTENT_ORIGIN_TEMPLATE: z.string().includes('{hash}'),
  /** Home page of the accounts that stand for people and for the LMS itself. */
  ISSUER_URL: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  /** `true`: the issuer checks that `preferred_username` is the person's own NIP. */
  OIDC_USERNAME_IS_NIP: z.stringbool().default(false),
  /** Whoever first signs in with this verified address becomes the first operator. */
  FIRST_OPERATOR_EMAIL: z.email().optional(),
  /** A search may answer from what was true so long ago; looking for changes costs a request to the object store. */
  CATALOGUE_FRESH_SECONDS: z.coerce.number().min(0).default(10),
  /** Where video and audio of modules may lie outside their package. */
  MEDIA_ORIGINS: z.string().default('').pipe(mediaOriginsSchema),
  /** From one address to one survey; an office shares one. */
  SURVEY_ANSWERS_PER_TEN_MINUTES: z.coerce.number().int().positive().default(30),
  MAX_PACKAGE_BYTES: z.coerce.number().int().positive().default(defaultMaxPackageBytes),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
export type PortalEnvironment = z.infer<typeof envSchema>;
