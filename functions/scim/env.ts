import * as z from 'zod';
import { perSecond } from '../shared/per-second.ts';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  SIGNING_SECRET: z.string().min(32),
  /** Addresses of resources begin with it. */
  PORTAL_ORIGIN: z.url(),
  /** Of an API client that has no limit of its own; Entra ID asks for 25. */
  SCIM_CLIENT_REQUESTS_PER_SECOND: perSecond.default(30),
  /** Set by Lambda itself. */
  AWS_REGION: z.string().default('ap-southeast-3'),
  LOG_LEVEL: z.string().default('INFO'),
});
