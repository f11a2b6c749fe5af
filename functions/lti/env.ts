import * as z from 'zod';
import { perSecond } from '../shared/per-second.ts';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  /** Names this deployment in ids of activities. */
  ISSUER_URL: z.url(),
  /** Also the issuer's name towards tools, to the letter. */
  PORTAL_ORIGIN: z.url(),
  SIGNING_SECRET: z.string().min(32),
  /** Of the key that private keys of the platform are sealed with. */
  PUSH_KEY_ID: z.string().min(1),
  /** One machine and tests only: tools at http and loopback addresses. */
  PUSH_ALLOW_LOOPBACK: z.stringbool().default(false),
  /** Whose tools are that an operator's machine registers without naming a provider. */
  LTI_DEFAULT_PROVIDER: z.string().min(1).optional(),
  /** Of one tool. */
  LTI_TOOL_REQUESTS_PER_SECOND: perSecond.default(30),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
