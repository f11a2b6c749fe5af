import * as z from 'zod';

/** How we sign in to a server of OneRoster (OAuth 2.0 client credentials); the secret is kept sealed. */
export const oneRosterSettingsSchema = z.strictObject({
  tokenUrl: z
    .string()
    .trim()
    .max(2_000)
    .regex(/^https?:\/\/[^#]+$/)
    .refine((text) => URL.canParse(text)),
  clientId: z.string().trim().min(1).max(500),
});
export type OneRosterSettings = z.infer<typeof oneRosterSettingsSchema>;
