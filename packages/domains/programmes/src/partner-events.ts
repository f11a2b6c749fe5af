import type { AgencyId, Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import { isOpenTo, officeOf } from './authority.ts';
import { EventChanged, EventNotFound } from './errors.ts';
import type { Event, EventId } from './event.ts';
import type { PartnerRule } from './partner-rule.ts';
import type { EventStore, ParticipantPlace, PartnerRuleStore, PartnerStanding, SeatStore } from './ports.ts';
import { byBeginning, openTo } from './read-events.ts';
import type { Seat } from './seat.ts';

export interface PartnerEventDeps {
  readonly events: Pick<EventStore, 'find' | 'findMany' | 'listOpen'>;
  readonly seats: Pick<SeatStore, 'eventsWith' | 'listOf'>;
  readonly rules: PartnerRuleStore;
  /** How the agency stands to a provider. */
  readonly standing: (
    agencyId: AgencyId,
    providerId: Parameters<NonNullable<ParticipantPlace['standingTo']>>[0],
  ) => Promise<PartnerStanding>;
  readonly clock: Clock;
}

/** Whose administrator the principal is; anybody else is answered as if there were nothing. */
function agencyOf(principal: PersonPrincipal): AgencyId {
  const office = officeOf(principal);
  if (office.kind !== 'agency') throw new EventNotFound();
  return office.agencyId;
}

/** An agency as if it were one of its people. */
const placeOf = ({ standing }: Pick<PartnerEventDeps, 'standing'>, agencyId: AgencyId): ParticipantPlace => ({
  ...{ agencyId, unitIds: [], standingTo: (providerId) => standing(agencyId, providerId) },
});

const isOfProvider = ({ owner, state }: Event): boolean => owner.kind === 'provider' && state !== 'draft';

/** Looked through for one list; whoever has more finds the first to come. */
const mostOpen = 300;

/**
 * Events of providers, as the agency whose people go there sees them: those that are open to them, the first to begin first; and those that some of
 * them have asked for, the last to begin first.
 */
export async function listPartnerEvents(
  deps: PartnerEventDeps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<{
  readonly open: readonly Event[];
  readonly joined: readonly Event[];
  readonly rule: PartnerRule;
}> {
  const agencyId = agencyOf(principal);
  const now = deps.clock.now().toISOString();
  const [open, joined, rule] = await Promise.all([
    deps.events.listOpen('all', { from: now, limit: mostOpen }),
    deps.seats
      .eventsWith(agencyId)
      .then((known) => deps.events.findMany(known.map(({ eventId }) => eventId))),
    deps.rules.find(agencyId),
  ]);
  const theirs = await openTo(open.events.filter(isOfProvider), placeOf(deps, agencyId));
  return {
    open: theirs.toSorted(byBeginning),
    joined: joined.filter(isOfProvider).toSorted((a, b) => byBeginning(b, a)),
    rule: rule ?? noRule(agencyId),
  };
}

/** Of an agency that has never said anything. */
const noRule = (agencyId: AgencyId): PartnerRule => ({
  ...{ agencyId, approval: 'event', by: '' as PersonId, at: '', rev: 0 },
});

/** One of them with the seats of the agency's own people. Others are answered like absent ones (case C4). */
export async function readPartnerEvent(
  deps: PartnerEventDeps,
  { principal, eventId }: { readonly principal: PersonPrincipal; readonly eventId: EventId },
): Promise<{ readonly event: Event; readonly seats: readonly Seat[] }> {
  const agencyId = agencyOf(principal);
  const event = await deps.events.find(eventId);
  if (!event || !isOfProvider(event)) throw new EventNotFound();
  const seats = await seatsOf(deps, eventId, agencyId);
  if (seats.length === 0 && !(await isOpenTo(event, placeOf(deps, agencyId)))) throw new EventNotFound();
  return { event, seats };
}

const seatsAPage = 200;

/** Seats of people who were of the agency when they asked. */
export async function seatsOf(
  { seats }: { readonly seats: Pick<SeatStore, 'listOf'> },
  eventId: EventId,
  agencyId: AgencyId,
): Promise<readonly Seat[]> {
  const found: Seat[] = [];
  let after: string | undefined;
  do {
    const page = await seats.listOf(eventId, { limit: seatsAPage, ...(after !== undefined && { after }) });
    found.push(...page.seats.filter((seat) => seat.agencyId === agencyId));
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** Holds for whoever asks for a seat from now on. `rev`: as it was read. */
export async function setPartnerRule(
  deps: Pick<PartnerEventDeps, 'rules' | 'clock'>,
  input: {
    readonly principal: PersonPrincipal;
    readonly approval: PartnerRule['approval'];
    readonly rev: number;
  },
): Promise<void> {
  const { principal, approval, rev } = input;
  const at = deps.clock.now().toISOString();
  const next = { agencyId: agencyOf(principal), approval, by: principal.personId, at, rev };
  if ((await deps.rules.save(next)) === 'changed') throw new EventChanged();
}
