import { absent, type TransactItem } from '@sinau/platform/dynamo';
import { type Booking, purposeOf } from '../booking.ts';
import { type BookingEffects, bookingEffects } from '../booking-effects.ts';
import type { BudgetEntry } from '../entry.ts';
import type { LinePlace } from '../line.ts';
import { courseKey, lineKey, purposeKey } from './keys.ts';
import { toBookingRow, toEntryRow } from './rows.ts';

export interface BookingStep {
  readonly before?: Pick<Booking, 'state' | 'amount' | 'people' | 'jp'>;
  readonly after: Booking;
  readonly entry: BudgetEntry;
}

/** Who waits for the room of the line, as far as a step changes it. */
export interface LineQueue {
  /** Change of how many wait. */
  readonly waiting: number;
  /** `unclaimed`: nobody waits. `needed`: others wait, the line is closed, or it has less than `price` left. */
  readonly rule?: 'unclaimed' | { readonly needed: number };
}

const noQueue: LineQueue = { waiting: 0 };

/** The counters of the line first, then the booking, its entry, and what its course or purpose has cost. */
export function bookingItems(step: BookingStep, table: string, queue = noQueue): readonly TransactItem[] {
  const effects = bookingEffects(step.before, step.after);
  return [
    lineItem({ place: step.after, effects, queue }, table),
    bookingItem(step, table),
    { kind: 'put', table, item: toEntryRow(step.entry), condition: absent },
    ...causeItems(step.after, effects, table),
  ];
}

const nothing: BookingEffects = {
  ...{ reserved: 0, committed: 0, spent: 0, room: 0, people: 0, jp: 0, running: 0 },
};

/** Somebody begins to wait, or waits no more, and binds nothing. */
export const queueItem = (place: LinePlace, queue: LineQueue, table: string): TransactItem =>
  lineItem({ place, effects: nothing, queue }, table);

function lineItem(
  change: { readonly place: LinePlace; readonly effects: BookingEffects; readonly queue: LineQueue },
  table: string,
): TransactItem {
  const { place, effects, queue } = change;
  const { room, reserved, committed, spent, people, jp, running } = effects;
  const takes = room < 0;
  const needed = typeof queue.rule === 'object' ? queue.rule.needed : undefined;
  const clauses = [
    'attribute_exists(pk)',
    // As much as it takes: closes the race for the last rupiah · open: that with closing.
    ...(takes ? ['#room >= :takes', '#state = :open'] : []),
    // No newcomer overtakes.
    ...(queue.rule === 'unclaimed' ? ['#waiting = :none'] : []),
    // Nobody waits beside room, which nobody would give them.
    ...(needed === undefined ? [] : ['(#room < :needed OR #waiting > :none OR #state <> :open)']),
  ];
  return {
    ...{ kind: 'update', table, key: lineKey(place) },
    update:
      'ADD reserved :reserved, committed :committed, spent :spent, #room :room, #waiting :waiting, people :people, jp :jp, running :running, moves :one',
    names: {
      ...{ '#room': 'room', '#waiting': 'waiting' },
      ...((takes || needed !== undefined) && { '#state': 'state' }),
    },
    values: {
      ...{ ':reserved': reserved, ':committed': committed, ':spent': spent, ':room': room },
      ...{ ':waiting': queue.waiting, ':people': people, ':jp': jp, ':running': running, ':one': 1 },
      ...(takes && { ':takes': -room }),
      ...((takes || needed !== undefined) && { ':open': 'open' }),
      ...(queue.rule !== undefined && { ':none': 0 }),
      ...(needed !== undefined && { ':needed': needed }),
    },
    condition: clauses.join(' AND '),
  };
}

function bookingItem({ before, after }: BookingStep, table: string): TransactItem {
  // As it was read: a step that comes twice counts once, and of two from one state one wins.
  const condition = before
    ? {
        expression: '#state = :was AND amount = :amount',
        names: { '#state': 'state' },
        values: { ':was': before.state, ':amount': before.amount },
      }
    : absent;
  return { kind: 'put', table, item: toBookingRow(after), condition };
}

/** What was spent for a course, or for what staff have named. */
function causeItems(after: Booking, effects: BookingEffects, table: string): readonly TransactItem[] {
  const { cause } = after;
  const { spent, people, jp } = effects;
  if (spent === 0) return [];
  if (cause.kind === 'enrolment') {
    return [
      {
        ...{ kind: 'update', table, key: courseKey(after, cause.courseId) },
        update: 'ADD spent :spent, people :people, jp :jp',
        values: { ':spent': spent, ':people': people, ':jp': jp },
      },
    ];
  }
  const purpose = purposeOf(cause);
  if (!purpose) return [];
  return [
    {
      ...{ kind: 'update', table, key: purposeKey(after, purpose) },
      update: 'ADD spent :spent',
      values: { ':spent': spent },
    },
  ];
}
