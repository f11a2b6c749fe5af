import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A person may sign in for the first time. Name and address stay in identity. From identity. */
export const personInvitedSchema = z.object({
  ...envelope,
  type: z.literal('person-invited'),
  personId: z.string(),
  /** Who invites: the tenant the person belongs to. */
  home: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agency'), agencyId: z.string() }),
    z.object({ kind: z.literal('provider'), providerId: z.string() }),
    z.object({ kind: z.literal('platform') }),
  ]),
});
export type PersonInvited = z.infer<typeof personInvitedSchema>;
