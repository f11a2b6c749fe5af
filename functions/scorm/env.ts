import * as z from 'zod';
import { ownPageEnv } from '../shared/own-page-env.ts';
import { perSecond } from '../shared/per-second.ts';

/** What the function reads from its environment; infra reads the keys. */
export const envSchema = z.object({
  ...ownPageEnv,
  /** Of one session of running content. */
  SCORM_SESSION_REQUESTS_PER_SECOND: perSecond.default(10),
});
