import { type ClientPrincipal, formatJp, type Signer } from '@sinau/kernel';
import { type HttpApp, NotSignedIn } from '@sinau/platform/http';
import {
  closesItselfAt,
  type Event,
  type EventId,
  type EventStore,
  officeOf,
  ownEvent,
  type SeatCounts,
  type SeatStore,
  spanOf,
} from '@sinau/programmes';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

interface Desk {
  readonly events: Pick<EventStore, 'find' | 'listOf'>;
  readonly seats: Pick<SeatStore, 'counts'>;
  readonly signer: Signer;
}

const pageSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(2_000).exactOptional(),
});

function callerOf(c: Context): ClientPrincipal {
  const principal = c.get('principal');
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

export async function answerEvents(c: Context, { events, seats, signer }: Desk): Promise<Response> {
  const { limit, after } = readQuery(c.req.query(), pageSchema);
  const caller = callerOf(c);
  const pages = sealedPages({ signer }, { list: 'events', by: caller });
  const page = { limit, ...pages.open(after) };
  const { events: found, next } = await events.listOf(officeOf(caller), page);
  const rows = [];
  for (const event of found) rows.push(summaryOf(event, await seats.counts(event.eventId)));
  const goOn = (place: string) => `/api/events?limit=${limit}&after=${pages.seal(place)}`;
  return c.json({ events: rows, ...(next !== undefined && { next: goOn(next) }) });
}

export async function answerEvent(c: Context, { events, seats }: Desk): Promise<Response> {
  const eventId = (c.req.param('eventId') ?? '') as EventId;
  const event = await ownEvent({ events }, { principal: callerOf(c), eventId });
  return c.json(detailOf(event, await seats.counts(eventId)));
}

function summaryOf(event: Event, { taken, waiting }: SeatCounts) {
  const { eventId, title, state, form, mode, zone, capacity, audience, closedAt, updatedAt } = event;
  return {
    ...{ eventId, title, state, form, mode, zone, ...spanOf(event) },
    ...{ capacity, taken, waiting, audience, updatedAt },
    ...(closedAt !== undefined && { attendanceClosedAt: closedAt }),
  };
}

/** Links of sessions are for those who have a seat, and are not told. */
function detailOf(event: Event, counts: SeatCounts) {
  const { about, abroad, stated, price, sessions, speakers, opensAt, closesAt, unitIds, approval } = event;
  return {
    ...summaryOf(event, counts),
    ...(about !== undefined && { about }),
    ...{ abroad, opensAt, closesAt, unitIds, approval },
    ...(price !== undefined && { price }),
    ...(stated !== undefined && { jp: formatJp(stated, 'en') }),
    sessions: sessions.map(({ sessionId, title, startsAt, endsAt, place }) => ({
      ...{ sessionId, startsAt, endsAt },
      ...(title !== undefined && { title }),
      ...(place !== undefined && { place }),
    })),
    speakers: speakers.map(({ name, post }) => ({ name, ...(post !== undefined && { post }) })),
    ...(event.cancelReason !== undefined && { cancelReason: event.cancelReason }),
    ...(event.closedItself && { attendanceClosedItself: true }),
    ...(event.state === 'published' &&
      event.closedAt === undefined && { attendanceClosesAt: closesItselfAt(event) }),
  };
}
