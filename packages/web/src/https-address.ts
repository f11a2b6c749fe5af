import * as z from 'zod';

/**
 * Address of a page that somebody gives other people, at most 500 characters. Without a user name: what stands before an `@` looks like the place that
 * a link leads to, and is none (RFC 3986, section 7.6).
 */
export const httpsAddress = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(500)
  .regex(/^https:\/\/[^/?#\\@]+(?:[/?#]|$)/i);
