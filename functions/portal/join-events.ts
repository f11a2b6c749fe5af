import { countAttendance, forms, isFormCode } from '@sinau/credit';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  attendedOf,
  calendarAddress,
  checkIn,
  confirmOffer,
  decideRequest,
  type Event,
  type EventForReader,
  type EventId,
  endCalendar,
  eventCalendar,
  isActive,
  isRegistrationOpen,
  isSettled,
  leaveEvent,
  listAgencyRequests,
  listEvents,
  listOwnEvents,
  listRequests,
  localDayOf,
  type Material,
  openCalendar,
  openDoor,
  ownCohortDays,
  presenceOf,
  readEvent,
  readMaterial,
  register,
  renewCalendar,
  type Seat,
  type Session,
  type SessionId,
  spanOf,
  takesPart,
} from '@sinau/programmes';
import type { EventCard, EventsPorts, EventView, MaterialView } from '@sinau/web';
import { ownerName } from '../shared/event-attendances.ts';
import { standingGateOf } from '../shared/standing-gate.ts';
import type { PortalDeps } from './deps.ts';
import { hasPriority } from './has-priority.ts';
import { inTurns } from './in-turns.ts';
import { evaluationEntry } from './join-evaluations.ts';
import { codeOf } from './participant-code.ts';

type Deps = Pick<
  PortalDeps,
  | 'events'
  | 'cohorts'
  | 'materials'
  | 'subjectOf'
  | 'organisations'
  | 'people'
  | 'credit'
  | 'evaluations'
  | 'priority'
  | 'clock'
  | 'portalOrigin'
>;

/** Events as whoever comes to them sees them. */
export function joinEvents(deps: Deps): EventsPorts {
  const standing = standingGateOf(deps);
  return {
    async list(principal) {
      const desk = await deps.events();
      const [open, own] = await Promise.all([
        listEvents(desk, { principal }),
        listOwnEvents(desk, principal),
      ]);
      const nameOf = namesOf(deps);
      return {
        open: await inTurns(open, async (event) => cardOf(deps, event, await nameOf(event))),
        own: await inTurns(own, async ({ event, seat }) => ({
          ...cardOf(deps, event, await nameOf(event)),
          seat: seat.state,
        })),
      };
    },
    eventOf: async (principal, eventId) =>
      viewOf(
        deps,
        principal,
        await readEvent(await deps.events(), { principal, eventId: eventId as EventId }),
      ),
    async register(principal, eventId, despite) {
      await standing.requireService(principal.personId);
      const seat = await register(await deps.events(), { principal, eventId: eventId as EventId, despite });
      return seat.state;
    },
    materialOf: async (principal, eventId, materialId) =>
      fileOf(deps, { principal, eventId: eventId as EventId, materialId }),
    leave: async (principal, eventId) =>
      leaveEvent(await deps.events(), { principal, eventId: eventId as EventId }),
    confirm: async (principal, eventId) =>
      confirmOffer(await deps.events(), { principal, eventId: eventId as EventId }),
    async door(principal, at, code) {
      const { event, session, seat, state, ticket } = await openDoor(await deps.events(), {
        ...{ principal, ...idsOf(at), code },
      });
      const { eventId, title, zone } = event;
      return { eventId, title, zone, session: sessionView(session, seat), state, ticket };
    },
    async checkIn(principal, at, ticket) {
      await checkIn(await deps.events(), { principal, ...idsOf(at), ticket });
    },
    eventFile: async (principal, eventId) =>
      eventCalendar(await deps.events(), { principal, eventId: eventId as EventId, ...wordsOf(deps) }),
    async calendarAddress(principal) {
      const token = await calendarAddress(await deps.events(), { principal });
      return token && `${deps.portalOrigin}/calendar/${token}.ics`;
    },
    async setCalendar(principal, act) {
      const desk = await deps.events();
      await (act === 'renew' ? renewCalendar(desk, { principal }) : endCalendar(desk, { principal }));
    },
    async calendar(token) {
      const desk = await deps.events();
      const urlOf = (id: string) => `${deps.portalOrigin}/cohorts/${encodeURIComponent(id)}`;
      const daysOf = async (personId: PersonId) => ownCohortDays(await deps.cohorts(), { personId, urlOf });
      return openCalendar({ ...desk, daysOf }, { token, ...wordsOf(deps) });
    },
    ...deciding(deps),
  };
}

/** What people of a team, or of an agency, have asked for. */
function deciding(deps: Deps): Pick<EventsPorts, 'requests' | 'decide'> {
  return {
    async requests(principal, at) {
      const desk = await deps.events();
      const list = at === 'team' ? listRequests : listAgencyRequests;
      return inTurns(await list(desk, { principal }), async ({ seat, event, clashes }) => {
        const { capacity, taken, waiting } = await desk.seats.counts(event.eventId);
        const { eventId, title, zone } = event;
        return {
          ...{ eventId, personId: seat.personId, title, zone, ...spanOf(event), since: seat.since, waiting },
          name: (await deps.people.find(seat.personId))?.name ?? '–',
          free: Math.max(capacity - taken, 0),
          clashes: clashes.map((one) => one.title),
        };
      });
    },
    async decide(principal, { eventId, personId, reason }) {
      await decideRequest(await deps.events(), {
        ...{ principal, eventId: eventId as EventId, personId: personId as Seat['personId'] },
        ...(reason !== undefined && { reason }),
      });
    },
  };
}

async function fileOf(deps: Deps, asked: Parameters<typeof readMaterial>[1]): Promise<Uint8Array> {
  const desk = { ...(await deps.events()), materials: await deps.materials() };
  return (await readMaterial(desk, asked)).bytes;
}

const wordsOf = ({ portalOrigin }: Pick<Deps, 'portalOrigin'>) => ({
  name: 'Kegiatan Sinau',
  urlOf: (eventId: EventId) => `${portalOrigin}/events/${encodeURIComponent(eventId)}`,
});

const idsOf = (at: { readonly eventId: string; readonly sessionId: string }) => ({
  eventId: at.eventId as EventId,
  sessionId: at.sessionId as SessionId,
});

/** Each organiser is looked up once. */
function namesOf(deps: Pick<Deps, 'organisations'>): (event: Event) => Promise<string> {
  const names = new Map<string, Promise<string>>();
  return ({ owner }) => {
    const key = JSON.stringify(owner);
    const known = names.get(key) ?? ownerName(deps, owner);
    names.set(key, known);
    return known;
  };
}

function cardOf({ clock }: Pick<Deps, 'clock'>, event: Event, organiser: string): EventCard {
  const { eventId, title, mode, zone, sessions } = event;
  const places = new Set(sessions.flatMap(({ place }) => place ?? []));
  const [place] = places;
  const span = spanOf(event);
  return {
    ...{ eventId, title, organiser, mode, zone, ...span, sessionCount: sessions.length },
    ...(places.size === 1 && place !== undefined && { place }),
    isOver: span.endsAt <= clock.now().toISOString(),
    isCancelled: event.state === 'cancelled',
  };
}

async function viewOf(deps: Deps, person: PersonPrincipal, read: EventForReader): Promise<EventView> {
  const { event, counts, seat, clashes } = read;
  const { about, speakers, capacity, opensAt, closesAt, cancelReason, evaluation } = event;
  const { seat: _, place: __, ...card } = cardOf(deps, event, await ownerName(deps, event.owner));
  const worth = await worthOf(deps, event, person.agencyId);
  const isIn = takesPart(seat);
  // Nothing is asked of who was never there.
  const ownEvaluation =
    seat && seat.marks.length > 0
      ? await evaluationEntry(deps, person, { eventId: event.eventId })
      : undefined;
  return {
    heldBy: event.owner.kind,
    ...(event.price !== undefined && { price: event.price }),
    ...(seat && (await codeFor(deps, event, person))),
    speakers: speakers.map(({ person: _, ...speaker }) => speaker),
    ...{ ...card, capacity, opensAt, closesAt, taken: counts.taken, waiting: counts.waiting },
    ...(about !== undefined && { about }),
    ...(cancelReason !== undefined && { cancelReason }),
    ...(worth !== undefined && { worth }),
    form: formName(event.form),
    sessions: event.sessions.map((session) => sessionView(session, seat)),
    registration: registrationOf(read, deps.clock.now().toISOString()),
    asksSupervisor: read.asksSupervisor,
    ...(seat && {
      seat: {
        ...seatView(read, seat, { isOver: card.isOver, now: deps.clock.now().toISOString() }),
        ...(!card.isOver && (await mayUsePriority(deps, person, seat)) && { mayUsePriority: true as const }),
      },
    }),
    clashes: clashes.map(({ eventId, title }) => ({ eventId, title })),
    ...(seat && seat.marks.length > 0 && { attended: attendedView(event, seat) }),
    links: isIn ? event.links : [],
    materials: isIn ? (event.materials ?? []).map(materialView) : [],
    ...(isIn && evaluation !== undefined && { evaluation }),
    ...(ownEvaluation && { ownEvaluation }),
  };
}

/** By which the provider that holds it knows the reader. */
async function codeFor(deps: Deps, { owner }: Event, { personId }: PersonPrincipal) {
  if (owner.kind !== 'provider') return {};
  return { code: codeOf(await deps.subjectOf({ providerId: owner.providerId, personId })) };
}

/** Who added it is for the office to know. */
export const materialView = ({ materialId, name, sizeBytes, pages }: Material): MaterialView => ({
  ...{ materialId, name, sizeBytes, pages },
});

function formName(code: string): { readonly id: string; readonly en: string } {
  const form = forms.find((one) => one.code === code);
  return form ? { id: form.id, en: form.en } : { id: code, en: code };
}

function registrationOf({ event, isForThem }: EventForReader, now: string): EventView['registration'] {
  if (!isForThem) return 'for-others';
  if (isRegistrationOpen(event, now)) return 'open';
  return now < event.opensAt ? 'not-yet' : 'over';
}

/** Links of sessions are for those who take part. */
function sessionView({ sessionId, title, startsAt, endsAt, place, link }: Session, seat: Seat | undefined) {
  const mark = seat && presenceOf(seat.marks).get(sessionId);
  return {
    ...{ sessionId, startsAt, endsAt },
    ...(title !== undefined && { title }),
    ...(place !== undefined && { place }),
    ...(link !== undefined && takesPart(seat) && { link }),
    ...(mark && { present: mark.present }),
  };
}

function seatView(
  { event, ahead }: EventForReader,
  seat: Seat,
  { isOver, now }: { readonly isOver: boolean; readonly now: string },
): NonNullable<EventView['seat']> {
  const { state, offeredUntil, reason, marks } = seat;
  const isAhead = event.state === 'published' && now < spanOf(event).startsAt;
  return {
    state,
    ...(isAhead && offeredUntil !== undefined && { offeredUntil }),
    ...(ahead !== undefined && { ahead }),
    ...(reason !== undefined && { reason }),
    mayLeave: isActive(state) && marks.length === 0 && !isOver,
  };
}

async function mayUsePriority(deps: Deps, { viewedBy }: PersonPrincipal, seat: Seat): Promise<boolean> {
  if (seat.state !== 'waiting' || seat.raised) return false;
  return hasPriority(deps, seat, { isOwn: viewedBy === undefined });
}

function attendedView(event: Event, seat: Seat): NonNullable<EventView['attended']> {
  const attended = attendedOf(event, seat);
  const { days, sessions } = attended;
  return { days: days.length, sessions: sessions.length, isSettled: isSettled(event, attended) };
}

/** Whoever is there all the time, by the rules of the reader's agency. */
async function worthOf(deps: Pick<Deps, 'credit'>, event: Event, agencyId: AgencyId | undefined) {
  const { form, abroad, stated, sessions, zone } = event;
  if (!isFormCode(form) || agencyId === undefined) return undefined;
  const days = sessions.map(({ startsAt }) => localDayOf(startsAt, zone)).toSorted();
  const [startsOn = '', endsOn = ''] = [days[0], days.at(-1)];
  return countAttendance(await deps.credit(), {
    ...{ agencyId, form, abroad, startsOn, endsOn, ...(stated !== undefined && { stated }) },
    event: { organiser: '', days: [...new Set(days)], sessions: days, isComplete: true },
  });
}
