import { forms, nationalRules } from '@sinau/credit';
import {
  checkInWindow,
  codeSeconds,
  formatJp,
  type Ids,
  type PersonId,
  type PersonPrincipal,
  parseJp,
} from '@sinau/kernel';
import {
  addMaterial,
  cancelEvent,
  changeEvent,
  closeAttendance,
  closesItselfAt,
  type Event,
  type EventId,
  EventIncomplete,
  EventNotFound,
  type EventTerms,
  localTimeOf,
  makeEvent,
  markAttendance,
  momentOf,
  mostMaterialBytes,
  NotRegistered,
  officeOf,
  ownEvent,
  presenceOf,
  publishEvent,
  removeDraft,
  removeMaterial,
  removeParticipant,
  reopenAttendance,
  type Session,
  type SessionId,
  type Speaker,
  seatByHand,
  showCode,
  spanOf,
  termsSchema,
} from '@sinau/programmes';
import type { DeskEventView, EventOrder, EventsDeskPorts } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import { codeSquares } from './code-squares.ts';
import type { PortalDeps } from './deps.ts';
import { type Roster, rosterOf } from './event-roster.ts';
import { inTurns } from './in-turns.ts';
import { materialView } from './join-events.ts';
import { holdFor, plannedItem } from './planned-events.ts';
import { speakerRows, speakersFrom } from './speakers.ts';

type Deps = Pick<
  PortalDeps,
  | 'annualPlan'
  | 'disclosing'
  | 'events'
  | 'materials'
  | 'organisations'
  | 'people'
  | 'clock'
  | 'ids'
  | 'portalOrigin'
  | 'signer'
>;

const rowsAPage = 30;
const peopleAPage = 50;

/** Events of an agency, for those who hold them. */
export function joinEventsDesk(deps: Deps): EventsDeskPorts {
  return {
    ...reading(deps),
    ...changing(deps),
    ...attendance(deps),
    ...files(deps),
  };
}

function reading(deps: Deps): Pick<EventsDeskPorts, 'list' | 'choices' | 'eventOf' | 'people'> {
  return {
    async list(principal, after) {
      const { events, seats } = await deps.events();
      const pages = sealedPages(deps, { list: 'events', by: principal });
      const page = { limit: rowsAPage, ...pages.open(after) };
      const { events: found, next } = await events.listOf(officeOf(principal), page);
      const rows = await inTurns(found, async (event) => rowOf(event, await seats.counts(event.eventId)));
      return { rows, ...(next !== undefined && { next: pages.seal(next) }) };
    },
    async choices({ agencyId }) {
      const tree = agencyId && (await deps.organisations.readTree(agencyId));
      const counted = new Set(
        nationalRules.flatMap((rule) => (rule.kind === 'conversion' ? [rule.formCode] : [])),
      );
      return {
        forms: forms
          .filter(({ code, channel }) => counted.has(code) && channel !== 'education')
          .map(({ code, id, en }) => [code, { id, en }] as const),
        units: tree ? tree.units.map(({ unitId, name }) => [unitId, name] as const) : [],
      };
    },
    async eventOf(principal, eventId) {
      const desk = await deps.events();
      const event = await ownEvent(desk, { principal, eventId: eventId as EventId });
      return deskViewOf(deps, event, await desk.seats.counts(event.eventId));
    },
    async people(principal, eventId, after) {
      const desk = await deps.events();
      const event = await ownEvent(desk, { principal, eventId: eventId as EventId });
      const pages = sealedPages(deps, { list: 'event-people', by: principal, of: eventId });
      const roster = rosterOf(deps, event, principal.personId);
      // The address of a page can be read by whoever has it: it names people as the list does.
      const { after: last } = pages.open(after);
      const from = last === undefined ? undefined : await roster.personOf(last);
      const page = { limit: peopleAPage, ...(from !== undefined && { after: from }) };
      const { seats, next } = await desk.seats.listOf(event.eventId, page);
      return {
        rows: await roster.rowsOf(seats),
        ...(next !== undefined && { next: pages.seal(await roster.idOf(next)) }),
      };
    },
  };
}

function changing(deps: Deps): Pick<EventsDeskPorts, 'planned' | 'make' | 'change' | 'act' | 'cancel'> {
  const acts = {
    publish: publishEvent,
    remove: removeDraft,
    close: closeAttendance,
    reopen: reopenAttendance,
  };
  return {
    planned: (principal, mark) => plannedItem(deps, principal, mark),
    make: async (principal, order, item) =>
      namingFields(order, async () => {
        const speakers = await speakersFrom(deps, principal, { ...order, known: [] });
        const terms = termsFrom(deps.ids, order, speakers);
        const { eventId } = await makeEvent(await deps.events(), { principal, terms });
        await holdFor(deps, principal, { eventId, mark: item });
        return eventId;
      }),
    change: async (principal, eventId, { order, rev }) =>
      namingFields(order, async () => {
        const desk = await deps.events();
        const { speakers: known } = await ownEvent(desk, { principal, eventId: eventId as EventId });
        const terms = termsFrom(deps.ids, order, await speakersFrom(deps, principal, { ...order, known }));
        await changeEvent(desk, { principal, eventId: eventId as EventId, terms, rev });
      }),
    async act(principal, eventId, act) {
      await acts[act](await deps.events(), { principal, eventId: eventId as EventId });
      if (act === 'remove') await (await deps.materials()).removeAll(eventId as EventId);
    },
    cancel: async (principal, eventId, reason) =>
      cancelEvent(await deps.events(), { principal, eventId: eventId as EventId, reason }),
  };
}

function attendance(deps: Deps): Pick<EventsDeskPorts, 'mark' | 'seatByHand' | 'takeBack' | 'code'> {
  /** Of one's own event: first whose it is, then who comes. */
  async function rosterAt(principal: PersonPrincipal, eventId: string) {
    const desk = await deps.events();
    const event = await ownEvent(desk, { principal, eventId: eventId as EventId });
    return { desk, event, roster: rosterOf(deps, event, principal.personId) };
  }
  return {
    async mark(principal, eventId, { markings, reason }) {
      const { desk, roster, event } = await rosterAt(principal, eventId);
      const people = new Map<string, PersonId>();
      for (const id of new Set(markings.map(({ personId }) => personId))) {
        people.set(id, await requirePerson(roster, id));
      }
      const { withoutSeat } = await markAttendance(desk, {
        ...{ principal, eventId: event.eventId, reason },
        markings: markings.flatMap(({ personId: id, sessionId, present }) => {
          const personId = people.get(id);
          return personId === undefined ? [] : { personId, sessionId: sessionId as SessionId, present };
        }),
      });
      const left = [...people].filter(([, personId]) => withoutSeat.includes(personId));
      return inTurns(left, ([id]) => roster.calledBy(id));
    },
    async seatByHand(principal, eventId, { who, reason }) {
      const { desk, roster, event } = await rosterAt(principal, eventId);
      const personId = await roster.atTheDoor(who);
      if (personId === undefined) return 'unknown';
      try {
        await seatByHand(desk, { principal, eventId: event.eventId, personId, reason });
        return 'seated';
      } catch (error) {
        // Whoever is not of those for whom it is, is answered like nobody.
        if (error instanceof EventNotFound) return 'unknown';
        throw error;
      }
    },
    async takeBack(principal, eventId, { personId: id, reason }) {
      const { desk, roster, event } = await rosterAt(principal, eventId);
      const personId = await requirePerson(roster, id);
      await removeParticipant(desk, { principal, eventId: event.eventId, personId, reason });
    },
    async code(principal, { eventId, sessionId }) {
      const desk = await deps.events();
      const at = { principal, eventId: eventId as EventId, sessionId: sessionId as SessionId };
      const { event, session, code } = await showCode(desk, at);
      const path = [eventId, 'check-in', sessionId].map(encodeURIComponent).join('/');
      const url = `${deps.portalOrigin}/events/${path}?code=${encodeURIComponent(code)}`;
      return {
        ...{ title: event.title, zone: event.zone, url, code: await codeSquares(url) },
        session: deskSession(event, session, deps.clock.now().toISOString()),
        ...{ seconds: codeSeconds / 2, checkedIn: await countPresent(deps, event, session) },
      };
    },
  };
}

function files(deps: Deps): Pick<EventsDeskPorts, 'maxBytes' | 'addMaterial' | 'removeMaterial'> {
  const desk = async () => ({ ...(await deps.events()), materials: await deps.materials() });
  return {
    maxBytes: mostMaterialBytes,
    addMaterial: async (principal, eventId, file) =>
      addMaterial(await desk(), { principal, eventId: eventId as EventId, ...file }),
    removeMaterial: async (principal, eventId, materialId) =>
      removeMaterial(await desk(), { principal, eventId: eventId as EventId, materialId }),
  };
}

async function requirePerson(roster: Roster, id: string): Promise<PersonId> {
  const personId = await roster.personOf(id);
  if (personId === undefined) throw new NotRegistered();
  return personId;
}

async function countPresent(deps: Deps, { eventId }: Event, { sessionId }: Session): Promise<number> {
  const { seats } = await deps.events();
  let present = 0;
  let after: string | undefined;
  do {
    const page = await seats.listOf(eventId, { limit: 200, ...(after !== undefined && { after }) });
    present += page.seats.filter(({ marks }) => presenceOf(marks).get(sessionId)?.present).length;
    after = page.next;
  } while (after !== undefined);
  return present;
}

type Counts = { readonly capacity: number; readonly taken: number; readonly waiting: number };

function rowOf(event: Event, { taken, waiting }: Counts) {
  const { eventId, title, state, zone, capacity, closedAt } = event;
  return {
    ...{ eventId, title, state, zone, capacity, taken, waiting, ...spanOf(event) },
    isClosed: closedAt !== undefined,
    closedItself: event.closedItself === true,
  };
}

async function deskViewOf(
  deps: Pick<Deps, 'clock' | 'people'>,
  event: Event,
  counts: Counts,
): Promise<DeskEventView> {
  const now = deps.clock.now().toISOString();
  const speakers = await speakerRows(deps, event.speakers);
  return {
    ...rowOf(event, counts),
    materials: (event.materials ?? []).map(materialView),
    ...{ order: { ...orderOf(event), speakers }, rev: event.rev, isOver: spanOf(event).endsAt <= now },
    closesItselfAt: closesItselfAt(event),
    sessions: event.sessions.map((session) => deskSession(event, session, now)),
    ...(event.cancelReason !== undefined && { cancelReason: event.cancelReason }),
  };
}

function deskSession({ state }: Event, session: Session, now: string) {
  const { from, until } = checkInWindow(session);
  return {
    ...session,
    hasBegun: from <= now,
    isOpen: state === 'published' && from <= now && now < until,
  };
}

/** By clocks of the place, as the form shows it. */
function orderOf(event: Event): Omit<EventOrder, 'speakers'> {
  const { title, about, form, mode, abroad, stated, zone, sessions, capacity } = event;
  const { opensAt, closesAt, audience, unitIds, approval, confirmHours, links, evaluation } = event;
  return {
    ...{ title, form, mode, abroad, zone, capacity, audience, unitIds, confirmHours, links },
    ...(about !== undefined && { about }),
    ...(stated !== undefined && { stated: formatJp(stated, 'id') }),
    ...(event.price !== undefined && { price: event.price }),
    ...(evaluation !== undefined && { evaluation }),
    ...{ opensAt: localTimeOf(opensAt, zone), closesAt: localTimeOf(closesAt, zone) },
    ...{ asksSupervisor: approval === 'supervisor', rows: { s: [], p: [], l: [] } },
    sessions: sessions.map(({ startsAt, endsAt, ...session }) => {
      const [date = '', from = ''] = localTimeOf(startsAt, zone).split('T');
      const until = localTimeOf(endsAt, zone).slice(11);
      return { ...session, date, from, until };
    }),
  };
}

const minutePattern = /^\d{2}:\d{2}$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** From clocks of the place to moments. A session that ends before it begins ends on the next day. */
function termsFrom(ids: Ids, order: EventOrder, speakers: readonly Speaker[]): EventTerms {
  const { stated, asksSupervisor, opensAt, closesAt, sessions, rows: _, speakers: __, ...rest } = order;
  const { zone } = order;
  const jp = stated === undefined ? undefined : (parseJp(stated) ?? -1);
  const read = termsSchema.safeParse({
    ...{ ...rest, speakers },
    ...(jp !== undefined && { stated: jp }),
    approval: asksSupervisor ? 'supervisor' : 'none',
    ...safely(() => ({ opensAt: momentOf(opensAt, zone), closesAt: momentOf(closesAt, zone) })),
    sessions: sessions.map(({ sessionId = ids.uuid(), date, from, until, ...session }) => ({
      ...{ ...session, sessionId },
      ...(dayPattern.test(date) && minutePattern.test(from) && minutePattern.test(until)
        ? safely(() => ({
            startsAt: momentOf(`${date}T${from}`, zone),
            endsAt: momentOf(`${until > from ? date : dayAfter(date)}T${until}`, zone),
          }))
        : {}),
    })),
  });
  if (read.success) return read.data;
  throw new EventIncomplete(
    read.error.issues.map(({ path, message }) => ({ path: `/${path.map(String).join('/')}`, message })),
  );
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** A day that no calendar has, or a zone that nobody knows, is said by the schema. */
function safely<Value extends object>(make: () => Value): Value | object {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

const fieldNames: Readonly<Record<string, string>> = {
  startsAt: 'from',
  endsAt: 'until',
  title: 'title',
  place: 'place',
  link: 'link',
  name: 'name',
  post: 'post',
  bio: 'bio',
  email: 'email',
  url: 'url',
};
const prefixes: Readonly<Record<string, 's' | 'p' | 'l' | undefined>> = {
  sessions: 's',
  speakers: 'p',
  links: 'l',
};

/** What is wrong is said at the field of the form. */
async function namingFields<Value>({ rows }: EventOrder, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof EventIncomplete)) throw error;
    throw new EventIncomplete(
      error.issues.map((issue) => ({ ...issue, path: `/${fieldOf(issue.path, rows)}` })),
    );
  }
}

function fieldOf(path: string, rows: EventOrder['rows']): string {
  const [first = '', index, name = ''] = path.split('/').slice(1);
  const prefix = prefixes[first];
  if (prefix === undefined) return first;
  if (index === undefined) return `${prefix}0${prefix === 's' ? 'date' : 'name'}`;
  return `${prefix}${rows[prefix]?.[Number(index)] ?? index}${fieldNames[name] ?? 'date'}`;
}
