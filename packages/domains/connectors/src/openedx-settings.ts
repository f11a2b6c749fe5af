import * as z from 'zod';

/** How Sinau signs in to an Open edX site, and how it finds learners there. */
export const openEdxSettingsSchema = z.strictObject({
  /** Of an application over there with the grant "client credentials"; its secret is the secret of the connection. */
  clientId: z.string().trim().min(1).max(255),
  /**
   * `pseudonym`: the account is called by our pseudonym, because the site makes it at the first sign-in. `email`: it is found by
   * the address, where the data agreement lets the provider know that.
   */
  learnersBy: z.enum(['pseudonym', 'email']),
  /** Of enrolments, and whose price counts: `audit`, `honor`, `verified` and others. */
  mode: z.string().regex(/^[a-z][a-z0-9-]{0,49}$/),
  /** Of the catalogue service (discovery), where there is one: it knows prices, languages and longer texts. */
  catalogueUrl: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .regex(/^[^?#]*$/)
    .transform((url) => url.replace(/\/+$/, ''))
    .exactOptional(),
});
export type OpenEdxSettings = z.output<typeof openEdxSettingsSchema>;
