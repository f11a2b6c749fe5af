import * as z from 'zod';
import { perSecond } from '../shared/per-second.ts';

/**
 * The name of the platform: it goes out as it is written, so that nothing may be there which somebody would write in another way. http is for
 * one machine.
 */
export const issuerSchema = z
  .url()
  .refine(isPlainOrigin, 'must be the origin of an https address, without a slash behind it');

function isPlainOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url?.origin !== text) return false;
  return url.protocol === 'https:' || /^(127\.[\d.]+|localhost|\[::1\])$/.test(url.hostname);
}

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  LMS_TABLE: z.string().min(1),
  CONTENT_BUCKET: z.string().min(1),
  /** Names this deployment in ids of activities. */
  ISSUER_URL: z.url(),
  /** Also the issuer's name towards tools, to the letter. */
  PORTAL_ORIGIN: issuerSchema,
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
