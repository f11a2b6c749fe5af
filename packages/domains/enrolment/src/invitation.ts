import type { AgencyId, Digest, ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import { lineOfText } from './text.ts';

/** Who invites: the provider of the course anybody, an agency its own people. */
export type Inviter =
  | { readonly kind: 'provider'; readonly providerId: ProviderId }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId };

/** Lets so many people into one course. Its code is known to whoever was given it, and here by its hash alone. */
export interface Invitation {
  /** SHA-256 of the code. */
  readonly invitationId: string;
  readonly courseId: string;
  readonly inviter: Inviter;
  /** For whoever reads the list. */
  readonly label: string;
  readonly maxUses: number;
  readonly uses: number;
  readonly expiresAt: string;
  readonly revokedAt?: string;
  readonly createdAt: string;
  /** A person, or the client that a machine came as. */
  readonly createdBy: string;
}

export const invitationRequestSchema = z.strictObject({
  courseId: z.string().regex(/^[\w-]{1,64}$/),
  label: lineOfText(1, 100),
  maxUses: z.int().min(1).max(10_000),
  /** Days from now. */
  days: z.int().min(1).max(366),
});
export type InvitationRequest = z.infer<typeof invitationRequestSchema>;

/** A code is named by its hash; blanks around it come from copying. */
export const invitationIdOf = (deps: { readonly digest: Digest }, code: string): string =>
  deps.digest.sha256(code.trim());

/** Why nobody can use it any more; undefined while it is good. */
export function endOf(invitation: Invitation, at: string): 'revoked' | 'expired' | 'used-up' | undefined {
  if (invitation.revokedAt !== undefined) return 'revoked';
  if (invitation.expiresAt <= at) return 'expired';
  return invitation.uses >= invitation.maxUses ? 'used-up' : undefined;
}
