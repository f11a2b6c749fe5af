import { defaultMaxPackageBytes } from '@sinau/catalogue';
import * as z from 'zod';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  /** Its own: what is left of a long list goes back there. */
  IMPORT_QUEUE_URL: z.string().min(1),
  UPLOAD_BUCKET: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  /** Ids of modules begin with it. */
  ISSUER_URL: z.url(),
  /** Origins and application schemes, by comma, where AUs may live outside their package; `*` for any. */
  AU_ORIGINS: z.string().default(''),
  MAX_PACKAGE_BYTES: z.coerce.number().int().positive().default(defaultMaxPackageBytes),
  /** Room for one package. */
  TEMPORARY_FOLDER: z.string().default('/tmp'),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
