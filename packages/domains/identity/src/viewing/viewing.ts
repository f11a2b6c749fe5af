import { oneLine, type PersonPrincipal, type Role, roles } from '@sinau/kernel';
import * as z from 'zod';
import { personIdSchema } from '../ids.ts';
import { isOpen } from '../people/account.ts';
import { type Person, principalOf } from '../people/person.ts';

/** As whom an operator looks at the portal. Times are ISO 8601 UTC. */
export const viewingSchema = z.object({
  personId: personIdSchema,
  /** What for, as the person reads it in their log of access. */
  reason: z.string(),
  startedAt: z.string(),
  /** It is over then, whatever happens in between. */
  until: z.string(),
});
export type Viewing = Readonly<z.infer<typeof viewingSchema>>;

export const viewingMinutes = 30;

export const viewingRequestSchema = z.strictObject({
  reason: z.string().trim().min(10).max(300).regex(oneLine, { message: 'must be one line of text' }),
});
export type ViewingRequest = z.infer<typeof viewingRequestSchema>;

/** Whoever decides about others, or about courses, is nobody's mask. */
const viewedRoles: readonly Role[] = roles.filter((role) => role === 'learner' || role === 'supervisor');

/** Somebody whose account is open, and who administers nothing. */
export const mayBeViewed = (person: Person, now: Date): boolean =>
  isOpen(person, now) && person.roles.every((role) => viewedRoles.includes(role));

/**
 * Who the session is while it lasts: the person, with who is behind. Undefined once it is over, the reader operates no more, or the
 * person is nobody who may be viewed any more: then the reader is themselves again.
 */
export function viewedPrincipal(
  reader: Person,
  viewed: { readonly viewing: Viewing; readonly person: Person | undefined },
  now: Date,
): PersonPrincipal | undefined {
  const { viewing, person } = viewed;
  if (viewing.until <= now.toISOString() || !reader.roles.includes('operator')) return undefined;
  if (!person || person.personId === reader.personId || !mayBeViewed(person, now)) return undefined;
  const { personId, name } = reader;
  return { ...principalOf(person), viewedBy: { personId, name, until: viewing.until } };
}
