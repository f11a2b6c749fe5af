import type { AgencyId, Jp, PersonId, ProviderId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import {
  approvals,
  audiences,
  type Event,
  type EventId,
  eventModes,
  type SessionId,
  spanOf,
} from '../event.ts';
import { type Seat, seatStates } from '../seat.ts';
import { type BudgetLineId, chargeStates, noShowRules } from '../seat-charge.ts';
import { eventKey, openPartition, ownerPartition, type SeatSpace } from './keys.ts';

export const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();
const maybe = text.exactOptional();

export const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agency'), agencyId: id<AgencyId>() }),
  z.object({ kind: z.literal('provider'), providerId: id<ProviderId>() }),
]);

const session = z.object({
  ...{ sessionId: id<SessionId>(), title: maybe, startsAt: text, endsAt: text, place: maybe, link: maybe },
});

const event = z.object({
  ...{ eventId: id<EventId>(), owner, state: z.enum(['draft', 'published', 'cancelled']) },
  ...{ title: text, about: maybe, form: text, mode: z.enum(eventModes), abroad: z.boolean() },
  stated: z.custom<Jp>((value) => typeof value === 'number').exactOptional(),
  ...{ zone: text, sessions: z.array(session).readonly(), capacity: z.number() },
  price: z.number().exactOptional(),
  speakers: z
    .array(
      z.object({
        ...{ name: text, post: maybe, bio: maybe },
        person: z.object({ personId: id<PersonId>(), agencyId: id<AgencyId>() }).exactOptional(),
      }),
    )
    .readonly(),
  ...{ opensAt: text, closesAt: text, audience: z.enum(audiences), unitIds: z.array(text).readonly() },
  ...{ approval: z.enum(approvals), confirmHours: z.number(), evaluation: maybe },
  links: z.array(z.object({ title: text, url: text })).readonly(),
  materials: z
    .array(
      z.object({
        ...{ materialId: text, name: text, sizeBytes: z.number(), pages: z.number(), sha256: text },
        ...{ addedAt: text, addedBy: id<PersonId>() },
      }),
    )
    .readonly()
    .exactOptional(),
  ...{ cancelReason: maybe, closedAt: maybe, movedAt: maybe },
  closedItself: z.literal(true).exactOptional(),
  ...{ createdBy: id<PersonId>(), createdAt: text, updatedAt: text, rev: z.number() },
});

/** Only published ones stand in the list of what is open. */
export function toEventRow(next: Event): Item {
  const { endsAt } = spanOf(next);
  const sorted = composeKey(endsAt, next.eventId);
  const to = next.audience !== 'all' && next.owner.kind === 'agency' ? next.owner.agencyId : 'all';
  return {
    ...{ ...eventKey(next.eventId), kind: 'event', ...next },
    ...{ gsi1pk: ownerPartition(next.owner), gsi1sk: sorted },
    ...(next.state === 'published' && { gsi2pk: openPartition(to), gsi2sk: sorted }),
  };
}
export const readEventRow = (row: Item): Event => event.parse(row);
export const isEventRow = ({ kind }: Item): boolean => kind === 'event';

const mark = z.object({
  ...{ sessionId: id<SessionId>(), present: z.boolean(), at: text, way: z.enum(['code', 'staff']) },
  ...{ slot: z.number().exactOptional(), by: id<PersonId>().exactOptional(), reason: maybe },
});

const seat = z.object({
  ...{ eventId: id<EventId>(), personId: id<PersonId>(), agencyId: id<AgencyId>().exactOptional() },
  ...{ state: z.enum(seatStates), since: text, place: maybe, offeredUntil: maybe },
  ...{ by: id<PersonId>().exactOptional(), reason: maybe, marks: z.array(mark).readonly(), rev: z.number() },
  walkIn: z.literal(true).exactOptional(),
  raised: z.literal(true).exactOptional(),
  charge: z
    .object({
      ...{ agencyId: id<AgencyId>(), lineId: id<BudgetLineId>(), bookingId: text, price: z.number() },
      ...{ noShow: z.enum(noShowRules), state: z.enum(chargeStates), since: text, at: text },
      people: z.union([z.literal(0), z.literal(1)]).exactOptional(),
      jp: z.custom<Jp>((value) => typeof value === 'number').exactOptional(),
    })
    .exactOptional(),
});

export const toSeatRow = (space: SeatSpace, next: Seat): Item => ({
  ...{ ...space.seatKey(next.eventId, next.personId), kind: `${space.name}-seat`, ...next },
});
export const readSeatRow = (row: Item): Seat => seat.parse(row);
export const isSeatRow = ({ kind }: Item): boolean => kind === 'event-seat';
export const isCohortSeatRow = ({ kind }: Item): boolean => kind === 'cohort-seat';

const counts = z.object({
  capacity: z.number(),
  taken: z.number(),
  waiting: z.number(),
  /** Whether the event takes anybody. */
  open: z.boolean(),
});
export const readCountsRow = (row: Item) => counts.parse(row);

/** Counted since such rows are kept: seats of before are not. */
export const agencyRow = z.object({
  ...{ eventId: id<EventId>(), confirmed: z.number().default(0), attended: z.number().default(0) },
});
export const pointerRow = z.object({ eventId: id<EventId>(), personId: id<PersonId>() });
