import type { Clock, Ids, PersonId, PersonPrincipal, Signer } from '@sinau/kernel';
import { type CalendarDay, type CalendarEntry, writeCalendar } from './calendar/write-calendar.ts';
import { EventNotFound } from './errors.ts';
import type { EventId } from './event.ts';
import type { CalendarStore, EventStore, ParticipantDirectory, SeatStore } from './ports.ts';
import { listOwnEvents, readEvent, takesPart } from './read-events.ts';
import { isActive } from './seat.ts';

interface AddressDeps {
  readonly calendars: CalendarStore;
  readonly signer: Signer;
}

const purpose = 'event-calendar';
const letters = 22;
const tokenOf = (signer: Signer, calendarId: string): string =>
  `${calendarId}.${signer.sign(purpose, calendarId).slice(0, letters)}`;

/** What the person's private address ends with; undefined where there is none. */
export async function calendarAddress(
  { calendars, signer }: AddressDeps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<string | undefined> {
  const address = await calendars.addressOf(principal.personId);
  return address && tokenOf(signer, address.calendarId);
}

/** A new address; the one before opens nothing any more. */
export async function renewCalendar(
  { calendars, clock, ids }: Pick<AddressDeps, 'calendars'> & { readonly clock: Clock; readonly ids: Ids },
  { principal }: { readonly principal: PersonPrincipal },
): Promise<void> {
  const createdAt = clock.now().toISOString();
  await calendars.replace({ personId: principal.personId, calendarId: ids.token(16), createdAt });
}

export async function endCalendar(
  { calendars }: Pick<AddressDeps, 'calendars'>,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<void> {
  await calendars.end(principal.personId);
}

interface CalendarDeps {
  readonly events: EventStore;
  readonly seats: SeatStore;
  readonly people: ParticipantDirectory;
  readonly clock: Clock;
}

export interface CalendarWords {
  /** Of the calendar, as programs show it. */
  readonly name: string;
  /** Address of the page of an event. */
  readonly urlOf: (eventId: EventId) => string;
}

/** Everything that somebody has a seat of, or asks for one, for whoever has the address. Absent people have none. */
export async function openCalendar(
  deps: CalendarDeps &
    AddressDeps & {
      /** Of the cohorts that they are in. */
      readonly daysOf: (personId: PersonId) => Promise<readonly CalendarDay[]>;
    },
  { token, ...words }: CalendarWords & { readonly token: string },
): Promise<string> {
  const [calendarId = '', mac = ''] = token.split('.');
  if (mac === '' || !isSame(tokenOf(deps.signer, calendarId), token)) throw new EventNotFound();
  const personId = await deps.calendars.ownerOf(calendarId);
  if (personId === undefined || !(await deps.people.placeOf(personId))) throw new EventNotFound();
  const [entries, days] = await Promise.all([entriesOf(deps, personId, words), deps.daysOf(personId)]);
  return writeCalendar(entries, { ...words, days });
}

function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

async function entriesOf(
  deps: CalendarDeps,
  personId: PersonId,
  { urlOf }: CalendarWords,
): Promise<readonly CalendarEntry[]> {
  const own = await listOwnEvents(deps, { personId });
  return own
    .filter(({ seat }) => isActive(seat.state))
    .map(({ event, seat }) => ({
      event,
      status: takesPart(seat) ? ('confirmed' as const) : ('tentative' as const),
      ...{ withLinks: takesPart(seat), url: urlOf(event.eventId) },
    }));
}

/** One event as a file, for whoever may see it. */
export async function eventCalendar(
  deps: CalendarDeps,
  input: CalendarWords & { readonly principal: PersonPrincipal; readonly eventId: EventId },
): Promise<string> {
  const { event, seat } = await readEvent(deps, input);
  const isIn = takesPart(seat);
  const entry: CalendarEntry = {
    ...{ event, status: isIn ? 'confirmed' : 'tentative', withLinks: isIn, url: input.urlOf(event.eventId) },
  };
  return writeCalendar([entry], input);
}
