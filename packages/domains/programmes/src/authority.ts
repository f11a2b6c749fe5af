import { type ClientPrincipal, localDateOf, type PersonPrincipal, waitsLong } from '@sinau/kernel';
import { EventNotFound } from './errors.ts';
import { type Event, type EventId, isSameOwner, type Owner, type Session, type SessionId } from './event.ts';
import type { EventStore, ParticipantPlace } from './ports.ts';
import type { Seat } from './seat.ts';

/** For whom the principal, or a machine of theirs, holds events; anybody else is answered as if there were none. */
export function officeOf(principal: PersonPrincipal | ClientPrincipal): Owner {
  if (principal.kind === 'client') {
    if (principal.tenant.kind === 'platform') throw new EventNotFound();
    return principal.tenant;
  }
  const { roles, agencyId, providerId } = principal;
  if (agencyId !== undefined && roles.includes('agency-admin')) return { kind: 'agency', agencyId };
  if (providerId !== undefined && roles.includes('provider-author')) return { kind: 'provider', providerId };
  throw new EventNotFound();
}

/** Whether the principal is of the office that holds an event. */
export function isOfOffice(principal: PersonPrincipal, event: Pick<Event, 'owner'>): boolean {
  try {
    return isSameOwner(officeOf(principal), event.owner);
  } catch (error) {
    if (error instanceof EventNotFound) return false;
    throw error;
  }
}

/** An event of one's office; others are answered like absent ones. */
export async function ownEvent(
  { events }: { readonly events: Pick<EventStore, 'find'> },
  {
    principal,
    eventId,
  }: { readonly principal: PersonPrincipal | ClientPrincipal; readonly eventId: EventId },
): Promise<Event> {
  const office = officeOf(principal);
  const event = await events.find(eventId);
  if (!event || !isSameOwner(event.owner, office)) throw new EventNotFound();
  return event;
}

export function sessionOf(event: Pick<Event, 'sessions'>, sessionId: SessionId): Session {
  const session = event.sessions.find((one) => one.sessionId === sessionId);
  if (!session) throw new EventNotFound();
  return session;
}

/** Whether an event is for somebody. JP are an agency's to recognise, so that nobody without one takes a seat. */
export function isFor(
  { owner, audience, unitIds }: Pick<Event, 'owner' | 'audience' | 'unitIds'>,
  place: ParticipantPlace | undefined,
): boolean {
  if (place?.agencyId === undefined) return false;
  if (audience === 'all') return true;
  if (owner.kind !== 'agency') return false;
  const belongs = place.agencyId === owner.agencyId || place.workingAgencyId === owner.agencyId;
  return belongs && (audience === 'agency' || unitIds.some((unitId) => place.unitIds.includes(unitId)));
}

/** The same, also where an agreement of the provider decides it. */
export async function isOpenTo(
  event: Pick<Event, 'owner' | 'audience' | 'unitIds'>,
  place: ParticipantPlace | undefined,
): Promise<boolean> {
  const { owner, audience } = event;
  if (audience !== 'partners' || owner.kind !== 'provider') return isFor(event, place);
  if (place?.agencyId === undefined) return false;
  return (await place.standingTo?.(owner.providerId))?.isPartner === true;
}

/** Whether the supervisor is asked first: by the terms of the event, or, of a provider's, by the rule of the person's agency. */
export async function asksSupervisor(
  { owner, approval }: Pick<Event, 'owner' | 'approval'>,
  place: ParticipantPlace | undefined,
): Promise<boolean> {
  if (approval === 'supervisor' || owner.kind !== 'provider') return approval === 'supervisor';
  return (await place?.standingTo?.(owner.providerId))?.asksSupervisor === true;
}

/**
 * Who decides on a request: the supervisor, or where there is none an administrator of the person's agency, who decides as well when
 * the supervisor has not answered for long; as for courses. Nobody decides about themselves (case C7).
 */
export function decidingOffice(
  principal: PersonPrincipal,
  asked: {
    readonly seat: Pick<Seat, 'personId' | 'since'>;
    readonly place: ParticipantPlace | undefined;
    readonly now: Date;
  },
): 'supervisor' | 'agency' | undefined {
  const { seat, place, now } = asked;
  if (!place || seat.personId === principal.personId) return undefined;
  const { supervisorId, agencyId } = place;
  const isSupervised = supervisorId !== undefined && supervisorId !== seat.personId;
  if (isSupervised && supervisorId === principal.personId) return 'supervisor';
  if (isSupervised && !waitsLong(seat.since, localDateOf(now.getTime(), 'Asia/Jakarta'))) return undefined;
  const administers = principal.agencyId === agencyId && principal.roles.includes('agency-admin');
  return agencyId !== undefined && administers ? 'agency' : undefined;
}
