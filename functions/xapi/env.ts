import * as z from 'zod';
import { perSecond } from '../shared/per-second.ts';

const bytes = z.coerce.number().int().positive();

/**
 * What the function reads from its environment; infra reads the keys. The size limits stay below what API Gateway and
 * Lambda take (6 MB, 4.5 MB once binary is base64); where there is neither, they may be raised at will.
 */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  LRS_TABLE: z.string().min(1),
  LRS_BUCKET: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  SIGNING_SECRET: z.string().min(32),
  /** Home page of the accounts that stand for people, clients and the LMS itself. */
  ISSUER_URL: z.url(),
  PORTAL_ORIGIN: z.url(),
  CONTENT_ORIGIN_TEMPLATE: z.string().includes('{hash}'),
  STATEMENTS_MAX_BODY_BYTES: bytes.default(4_500_000),
  STATEMENTS_MAX_PER_REQUEST: bytes.default(1000),
  DOCUMENT_MAX_BYTES: bytes.default(4_500_000),
  /** Of an API client that has no limit of its own; a batch is one request. */
  XAPI_CLIENT_REQUESTS_PER_SECOND: perSecond.default(300),
  /** Of one session of running content. */
  XAPI_SESSION_REQUESTS_PER_SECOND: perSecond.default(30),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
