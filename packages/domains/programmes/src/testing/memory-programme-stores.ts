import type { AgencyId, PersonId } from '@sinau/kernel';
import { type Event, type EventId, isSameOwner, spanOf } from '../event.ts';
import { chargeEffects, type LineEffects, type SeatBudget } from '../line-effects.ts';
import type { PartnerRule } from '../partner-rule.ts';
import type {
  CalendarAddress,
  CalendarStore,
  EventStore,
  Page,
  PartnerRuleStore,
  SeatPaymentStore,
  SeatStore,
} from '../ports.ts';
import { effectOf, type Seat } from '../seat.ts';
import { releasedCharge, type SeatPayment } from '../seat-charge.ts';
import { useEffects } from '../seat-use.ts';

export interface Counts {
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly open: boolean;
}

export interface ProgrammeStores {
  readonly events: EventStore;
  readonly seats: SeatStore;
  readonly calendars: CalendarStore;
  readonly rules: PartnerRuleStore;
  readonly payments: SeatPaymentStore;
}

/** Writes of others that go along, and of budgets, in memory. */
interface MemoryWrite {
  readonly holds: () => boolean;
  readonly apply: () => void;
}

/** Events without a table. */
export function memoryProgrammeStores(budget?: Pick<SeatBudget, 'moving'>): ProgrammeStores {
  const counts = new Map<string, Counts>();
  return {
    events: memoryEvents(counts),
    seats: memorySeats(counts, budget),
    calendars: memoryCalendars(),
    rules: memoryRules(),
    payments: memoryPayments(),
  };
}

export function pageOf<Row>(
  rows: readonly Row[],
  { limit, after }: Page,
): { readonly rows: readonly Row[]; readonly next?: string } {
  const from = after === undefined ? 0 : Number(after);
  const isMore = from + limit < rows.length;
  return { rows: rows.slice(from, from + limit), ...(isMore && { next: String(from + limit) }) };
}

const byEnd = (a: Event, b: Event): number =>
  spanOf(a).endsAt.localeCompare(spanOf(b).endsAt) || a.eventId.localeCompare(b.eventId);

function memoryEvents(counts: Map<string, Counts>): EventStore {
  const events = new Map<EventId, Event>();
  const list = (found: readonly Event[], page: Page) => {
    const { rows, ...rest } = pageOf(found, page);
    return { events: rows, ...rest };
  };
  return {
    find: async (eventId) => events.get(eventId),
    findMany: async (eventIds) => [...new Set(eventIds)].flatMap((eventId) => events.get(eventId) ?? []),
    async save(next) {
      const { eventId, capacity, rev } = next;
      if ((events.get(eventId)?.rev ?? 0) !== rev) return 'changed';
      const { taken = 0, waiting = 0 } = counts.get(eventId) ?? {};
      if (taken > capacity) return 'full';
      events.set(eventId, { ...next, rev: rev + 1 });
      counts.set(eventId, { capacity, taken, waiting, open: next.state === 'published' });
      return 'saved';
    },
    async remove({ eventId, rev }) {
      if (events.get(eventId)?.rev !== rev) return 'changed';
      events.delete(eventId);
      counts.delete(eventId);
      return 'removed';
    },
    listOf: async (owner, page) =>
      list(
        [...events.values()].filter((one) => isSameOwner(one.owner, owner)).toSorted((a, b) => byEnd(b, a)),
        page,
      ),
    listOpen: async (to, { from, until = '~', ...page }) =>
      list(
        [...events.values()]
          .filter((one) => one.state === 'published' && doorOf(one) === to && spanOf(one).endsAt >= from)
          .filter((one) => spanOf(one).endsAt < until)
          .toSorted(byEnd),
        page,
      ),
  };
}

const doorOf = ({ audience, owner }: Event): string =>
  audience !== 'all' && owner.kind === 'agency' ? owner.agencyId : 'all';

const unfundedOrder = ({ charge, eventId, personId }: Seat): string =>
  `${charge?.since} ${eventId} ${personId}`;

const keyOf = (eventId: string, personId: string): string => JSON.stringify([eventId, personId]);

export function memorySeats(counts: Map<string, Counts>, budget?: Pick<SeatBudget, 'moving'>): SeatStore {
  const seats = new Map<string, Seat>();
  const asked = new Map<string, Set<EventId>>();
  function writesOf(line: LineEffects): readonly MemoryWrite[] {
    if (!budget) throw new TypeError('a seat that costs something needs a budget');
    return budget.moving(line).writes as readonly MemoryWrite[];
  }
  const queueOf = (eventId: EventId) =>
    [...seats.values()]
      .filter((seat) => seat.eventId === eventId && seat.state === 'waiting')
      .toSorted((a, b) => (a.place ?? '').localeCompare(b.place ?? ''));
  return {
    find: async (eventId, personId) => seats.get(keyOf(eventId, personId)),
    async step(before, after, along) {
      const key = keyOf(after.eventId, after.personId);
      if ((seats.get(key)?.rev ?? 0) !== after.rev) return 'changed';
      const others = (along?.writes ?? []) as readonly MemoryWrite[];
      if (others.some(({ holds }) => !holds())) return 'along-refused';
      const effect = effectOf(before, after);
      const is = counts.get(after.eventId);
      const lines = chargeEffects(before, after);
      if (effect.enters && !is?.open) return 'shut';
      const moves = lines.map((line) => ({ line, writes: writesOf(line) }));
      if (is && (effect.taken !== 0 || effect.waiting !== 0)) {
        const isFull =
          is.taken >= is.capacity || (before?.state !== 'waiting' && !after.walkIn && is.waiting > 0);
        if (effect.taken > 0 && isFull) return 'full';
        if (effect.waiting > 0 && is.taken < is.capacity && is.waiting === 0) return 'free';
      }
      for (const { line, writes } of moves) {
        if (writes.every(({ holds }) => holds())) continue;
        return line.rule === 'needed' ? 'room' : line.rule ? 'no-room' : 'changed';
      }
      for (const { writes } of moves) for (const { apply } of writes) apply();
      if (is && (effect.taken !== 0 || effect.waiting !== 0)) {
        counts.set(after.eventId, {
          ...is,
          taken: is.taken + effect.taken,
          waiting: is.waiting + effect.waiting,
        });
      }
      seats.set(key, { ...after, rev: after.rev + 1 });
      if (effect.enters && after.agencyId !== undefined) {
        asked.set(after.agencyId, (asked.get(after.agencyId) ?? new Set()).add(after.eventId));
      }
      for (const write of others) write.apply();
      return 'done';
    },
    async counts(eventId) {
      const { capacity = 0, taken = 0, waiting = 0 } = counts.get(eventId) ?? {};
      return { capacity, taken, waiting };
    },
    firstWaiting: async (eventId) => queueOf(eventId)[0],
    waitingBefore: async (eventId, place) =>
      queueOf(eventId).filter((seat) => (seat.place ?? '') < place).length,
    async listOf(eventId, page) {
      const found = [...seats.values()].filter((seat) => seat.eventId === eventId);
      const { limit, after = '' } = page;
      const rest = found
        .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
        .filter(({ personId }) => personId > after);
      const rows = rest.slice(0, limit);
      const next = rest.length > limit ? rows.at(-1)?.personId : undefined;
      return { seats: rows, ...(next !== undefined && { next }) };
    },
    eventsWith: async (agencyId) =>
      [...(asked.get(agencyId) ?? [])].map((eventId) => {
        const theirs = [...seats.values()].filter(
          (one) => one.eventId === eventId && one.agencyId === agencyId,
        );
        const uses = theirs.map((one) => useEffects(undefined, one));
        return {
          eventId,
          confirmed: uses.reduce((sum, { confirmed }) => sum + confirmed, 0),
          attended: uses.reduce((sum, { attended }) => sum + attended, 0),
        };
      }),
    requestedOf: async (agencyId) =>
      [...seats.values()]
        .filter((seat) => seat.state === 'requested' && seat.agencyId === agencyId)
        .toSorted((a, b) => a.since.localeCompare(b.since)),
    firstUnfunded: async ({ agencyId, lineId }) =>
      [...seats.values()]
        .filter(
          ({ charge }) =>
            charge?.state === 'wanted' && charge.agencyId === agencyId && charge.lineId === lineId,
        )
        .toSorted((a, b) => (unfundedOrder(a) < unfundedOrder(b) ? -1 : 1))[0],
    ofPerson: async (personId) => [...seats.values()].filter((seat) => seat.personId === personId),
    dueOffers: async (now, limit) =>
      [...seats.values()]
        .filter(({ offeredUntil }) => offeredUntil !== undefined && offeredUntil <= now)
        .toSorted((a, b) => (a.offeredUntil ?? '').localeCompare(b.offeredUntil ?? ''))
        .slice(0, limit)
        .map(({ eventId, personId }) => ({ eventId, personId })),
    async forget(seat) {
      const key = keyOf(seat.eventId, seat.personId);
      if (seats.get(key)?.rev !== seat.rev) return 'changed';
      const { charge: _, ...rest } = seat;
      const gone: Seat = { ...rest, ...releasedCharge(seat.charge, seat.since), state: 'withdrawn' };
      const effect = effectOf(seat, gone);
      for (const line of chargeEffects(seat, gone)) {
        for (const { apply } of writesOf(line)) apply();
      }
      const is = counts.get(seat.eventId);
      if (is)
        counts.set(seat.eventId, {
          ...is,
          taken: is.taken + effect.taken,
          waiting: is.waiting + effect.waiting,
        });
      seats.delete(key);
      return 'forgotten';
    },
  };
}

function memoryPayments(): SeatPaymentStore {
  const payments = new Map<string, SeatPayment>();
  return {
    find: async (agencyId, eventId) => payments.get(keyOf(agencyId, eventId)),
    async save(next) {
      const key = keyOf(next.agencyId, next.eventId);
      if ((payments.get(key)?.rev ?? 0) !== next.rev) return 'changed';
      payments.set(key, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
  };
}

function memoryRules(): PartnerRuleStore {
  const rules = new Map<AgencyId, PartnerRule>();
  return {
    find: async (agencyId) => rules.get(agencyId),
    async save(next) {
      if ((rules.get(next.agencyId)?.rev ?? 0) !== next.rev) return 'changed';
      rules.set(next.agencyId, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
  };
}

function memoryCalendars(): CalendarStore {
  const addresses = new Map<PersonId, CalendarAddress>();
  return {
    addressOf: async (personId) => addresses.get(personId),
    replace: async (next) => void addresses.set(next.personId, next),
    end: async (personId) => void addresses.delete(personId),
    ownerOf: async (calendarId) =>
      [...addresses.values()].find((address) => address.calendarId === calendarId)?.personId,
  };
}
