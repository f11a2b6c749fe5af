import type { AgencyId, Clock, Digest, Ids, PersonPrincipal, Principal, ProviderId } from '@sinau/kernel';
import { EnrolmentNotFound } from './errors.ts';
import { type Invitation, type InvitationRequest, type Inviter, invitationIdOf } from './invitation.ts';
import type { InvitationStore } from './ports.ts';

/** The catalogue, as far as inviting needs it. */
export interface InvitedCourses {
  /** Owner of a course that is published now; undefined for any other. */
  providerOf(courseId: string): Promise<ProviderId | undefined>;
}

interface Deps {
  readonly invitations: InvitationStore;
  readonly courseOwners: InvitedCourses;
  readonly clock: Clock;
}

const dayMs = 86_400_000;

/** Makes an invitation to a course. Its code leaves the system once, in this answer. */
export async function issueInvitation(
  deps: Deps & { readonly ids: Ids; readonly digest: Digest },
  input: { readonly principal: Principal; readonly request: InvitationRequest },
): Promise<{ readonly invitation: Invitation; readonly code: string }> {
  const { principal, request } = input;
  const inviter = await inviterOf(deps, principal, request.courseId);
  const code = deps.ids.token(16);
  const now = deps.clock.now();
  const invitation: Invitation = {
    invitationId: invitationIdOf(deps, code),
    courseId: request.courseId,
    inviter,
    label: request.label,
    maxUses: request.maxUses,
    uses: 0,
    expiresAt: new Date(now.getTime() + request.days * dayMs).toISOString(),
    createdAt: now.toISOString(),
    createdBy: principal.kind === 'client' ? principal.clientId : personOf(principal).personId,
  };
  await deps.invitations.add(invitation);
  return { invitation, code };
}

/** Invitations that one's own tenant has issued to a course, the newest first. */
export async function listInvitations(
  deps: Deps,
  input: { readonly principal: Principal; readonly courseId: string },
): Promise<readonly Invitation[]> {
  const inviter = await inviterOf(deps, input.principal, input.courseId);
  const all = await deps.invitations.list(input.courseId);
  return all.filter((invitation) => isSame(invitation.inviter, inviter));
}

/** Nobody gets in with it any more; those who are in stay. */
export async function revokeInvitation(
  deps: Deps,
  input: { readonly principal: Principal; readonly courseId: string; readonly invitationId: string },
): Promise<void> {
  const { courseId, invitationId } = input;
  const inviter = await inviterOf(deps, input.principal, courseId);
  const invitation = await deps.invitations.find(courseId, invitationId);
  if (!invitation || !isSame(invitation.inviter, inviter)) throw noSuchInvitation();
  await deps.invitations.revoke({ courseId, invitationId }, deps.clock.now().toISOString());
}

/**
 * In whose name the principal invites to this course: their provider's own course, or their agency's people. Machines invite
 * for providers alone.
 */
async function inviterOf(deps: Deps, principal: Principal, courseId: string): Promise<Inviter> {
  const owner = await deps.courseOwners.providerOf(courseId);
  if (!owner) throw noSuchInvitation();
  if (principal.kind === 'client') {
    const { tenant } = principal;
    if (tenant.kind === 'provider' && tenant.providerId === owner) return tenant;
    throw noSuchInvitation();
  }
  const { providerId, agencyId, roles } = personOf(principal);
  if (providerId === owner && roles.includes('provider-author')) return { kind: 'provider', providerId };
  if (agencyId && roles.includes('agency-admin')) return { kind: 'agency', agencyId };
  throw noSuchInvitation();
}

function personOf(principal: Principal): PersonPrincipal {
  if (principal.kind === 'person') return principal;
  throw noSuchInvitation();
}

function isSame(a: Inviter, b: Inviter): boolean {
  return tenantOf(a) === tenantOf(b);
}

const tenantOf = (inviter: Inviter): AgencyId | ProviderId =>
  inviter.kind === 'agency' ? inviter.agencyId : inviter.providerId;

const noSuchInvitation = () => new EnrolmentNotFound('There is no such course or invitation.');
