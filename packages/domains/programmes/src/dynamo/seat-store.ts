import {
  type Dynamo,
  type Key,
  queryAll,
  type TransactItem,
  type TransactResult,
  unchangedSince,
} from '@sinau/platform/dynamo';
import { chargeEffects, type SeatBudget } from '../line-effects.ts';
import type { SeatStore, StepOutcome } from '../ports.ts';
import { type Effect, effectOf, type Seat } from '../seat.ts';
import { releasedCharge } from '../seat-charge.ts';
import { useEffects } from '../seat-use.ts';
import {
  agencyEventKey,
  agencyEventsPartition,
  eventSpace,
  type SeatSpace,
  seatPrefix,
  unfundedKey,
  unfundedPartition,
  waitPrefix,
} from './keys.ts';
import { agencyRow, pointerRow, readCountsRow, readSeatRow, toSeatRow } from './rows.ts';

interface Stores {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  /** Absent for whoever moves no seat that costs something. */
  readonly budget?: Pick<SeatBudget, 'moving'>;
}

interface Door extends Stores {
  readonly space: SeatSpace;
}

/** A seat, its place in the queue, its offer and the counters of its event change together. */
export function createSeatStore(stores: Stores, space: SeatSpace = eventSpace): SeatStore {
  const { dynamo, table } = stores;
  const door: Door = { ...stores, space };
  const find: SeatStore['find'] = async (eventId, personId) => {
    const row = await dynamo.get({ table, key: space.seatKey(eventId, personId), consistent: true });
    return row && readSeatRow(row);
  };
  return {
    find,
    step: (before, after, along) => step(door, { before, after, along: along?.writes ?? [] }),
    async counts(eventId) {
      const row = await dynamo.get({ table, key: space.countsKey(eventId), consistent: true });
      if (!row) return { capacity: 0, taken: 0, waiting: 0 };
      const { capacity, taken, waiting } = readCountsRow(row);
      return { capacity, taken, waiting };
    },
    async firstWaiting(eventId) {
      const { items } = await dynamo.query({
        ...{ table, partition: space.partition(eventId), sort: { prefix: waitPrefix } },
        ...{ consistent: true, limit: 1 },
      });
      const [first] = items;
      return first && find(eventId, pointerRow.parse(first).personId);
    },
    async waitingBefore(eventId, place) {
      const rows = await queryAll(door, {
        ...{ partition: space.partition(eventId), sort: { prefix: waitPrefix }, consistent: true },
      });
      const { sk } = space.waitKey(eventId, place);
      return rows.filter((row) => row.sk < sk).length;
    },
    async listOf(eventId, { limit, after }) {
      const { items, last } = await dynamo.query({
        ...{ table, partition: space.partition(eventId), sort: { prefix: seatPrefix } },
        ...{ consistent: true, limit },
        ...(after !== undefined && { startAfter: { ...space.seatKey(eventId, after) } }),
      });
      const seats = items.map(readSeatRow);
      const next = last && seats.at(-1)?.personId;
      return { seats, ...(next !== undefined && { next }) };
    },
    async ofPerson(personId) {
      const rows = await queryAll(door, { partition: space.personPartition(personId), consistent: true });
      const keys = rows.map((row) => space.seatKey(pointerRow.parse(row).eventId, personId));
      return keys.length === 0
        ? []
        : (await dynamo.batchGet({ table, keys, consistent: true })).map(readSeatRow);
    },
    async eventsWith(agencyId) {
      const rows = await queryAll(door, { partition: agencyEventsPartition(agencyId), consistent: true });
      return rows.map((row) => agencyRow.parse(row));
    },
    requestedOf: (agencyId) => requestedOf(door, agencyId),
    async firstUnfunded({ agencyId, lineId }) {
      const partition = unfundedPartition(agencyId, lineId);
      const { items } = await dynamo.query({ table, partition, consistent: true, limit: 1 });
      const [first] = items;
      if (!first) return undefined;
      const { eventId, personId } = pointerRow.parse(first);
      return find(eventId, personId);
    },
    async dueOffers(now, limit) {
      const { items } = await dynamo.query({
        ...{ table, partition: space.offersPartition, sort: { between: ['0', now] as const } },
        ...{ consistent: true, limit },
      });
      return items.map((row) => pointerRow.parse(row));
    },
    forget: (seat) => forget(door, seat),
  };
}

/** Whatever the pointers name, as it is by now. */
async function requestedOf(door: Door, agencyId: string): Promise<readonly Seat[]> {
  const { dynamo, table, space } = door;
  const rows = await queryAll(door, { partition: space.requestPartition(agencyId), consistent: true });
  const places = rows.map((row) => pointerRow.parse(row));
  if (places.length === 0) return [];
  const keys = places.map(({ eventId, personId }) => space.seatKey(eventId, personId));
  const seats = (await dynamo.batchGet({ table, keys, consistent: true })).map(readSeatRow);
  return seats.filter(({ state }) => state === 'requested').toSorted(byWait);
}

const byWait = (a: Seat, b: Seat): number => Number(a.since > b.since) - Number(a.since < b.since);

async function step(
  door: Door,
  given: {
    readonly before: Seat | undefined;
    readonly after: Seat;
    readonly along: readonly object[];
  },
): Promise<StepOutcome> {
  const { dynamo, table, space } = door;
  const { before, after } = given;
  const along = given.along as readonly TransactItem[];
  const effect = effectOf(before, after);
  const counters = countersItem(door, { before, after, effect });
  const money = moneyItems(door, before, after);
  const first = [
    {
      ...{ kind: 'put', table, item: toSeatRow(space, { ...after, rev: after.rev + 1 }) },
      // As it was read: closes the race of the person, the organiser and the queue.
      condition: unchangedSince(after.rev),
    },
    ...(counters ? [counters] : []),
  ] satisfies readonly TransactItem[];
  const result = await dynamo.transactWrite([
    ...first,
    ...money.items,
    ...pointers(door, before, after),
    ...ofAgency(door, before, after),
    ...along,
  ]);
  if (result.outcome === 'done') return 'done';
  const ofOthers = result.reasons.slice(result.reasons.length - along.length);
  if (ofOthers.some(({ code }) => code === 'ConditionalCheckFailed')) return 'along-refused';
  const refused = counters ? refusalOf(result, effect) : 'changed';
  if (refused !== 'changed' || result.reasons[0]?.code === 'ConditionalCheckFailed') return refused;
  const lines = result.reasons.slice(first.length, first.length + money.items.length);
  const n = lines.findIndex(({ code }) => code === 'ConditionalCheckFailed');
  return money.refusals.get(n) ?? 'changed';
}

/** What the step binds of budget lines; the line of each comes first, and tells what its refusal means. */
function moneyItems({ table, budget }: Door, before: Seat | undefined, after: Seat) {
  const items: TransactItem[] = [];
  const refusals = new Map<number, StepOutcome>();
  const effects = chargeEffects(before, after);
  if (effects.length > 0 && !budget) throw new TypeError('a seat that costs something needs a budget');
  for (const effect of effects) {
    if (effect.rule) refusals.set(items.length, effect.rule === 'needed' ? 'room' : 'no-room');
    // Made by DynamoDB adapters alone (kernel's AtomicCompanion).
    items.push(...((budget?.moving(effect).writes ?? []) as readonly TransactItem[]));
  }
  const place = (seat: Seat | undefined) =>
    seat?.charge?.state === 'wanted'
      ? unfundedKey(seat.charge, { ...seat, since: seat.charge.since })
      : undefined;
  const [left, joined] = [place(before), place(after)];
  if (JSON.stringify(left) === JSON.stringify(joined)) return { items, refusals };
  const { eventId, personId } = after;
  if (left) items.push(remove(table, left));
  if (joined) {
    items.push({ kind: 'put', table, item: { ...joined, kind: 'event-unfunded', eventId, personId } });
  }
  return { items, refusals };
}

/** Conditions on the counters close the races for the last seat and for the first place in the queue. */
function countersItem(
  { table, space }: Door,
  step: { readonly before: Seat | undefined; readonly after: Seat; readonly effect: Effect },
): TransactItem | undefined {
  const { before, after, effect } = step;
  if (effect.taken === 0 && effect.waiting === 0 && !effect.enters) return undefined;
  const passesQueue = before?.state === 'waiting' || after.walkIn === true;
  const conditions = [
    'attribute_exists(#taken)',
    // Nobody comes into an event that was cancelled meanwhile.
    ...(effect.enters ? ['#open = :yes'] : []),
    ...(effect.taken > 0 ? ['#taken < #capacity'] : []),
    // Nobody overtakes those who wait.
    ...(effect.taken > 0 && !passesQueue ? ['#waiting = :zero'] : []),
    // Nobody waits for a seat that is free.
    ...(effect.waiting > 0 ? ['(#taken >= #capacity OR #waiting > :zero)'] : []),
  ];
  const uses = (name: string) => conditions.some((condition) => condition.includes(name));
  return {
    ...{ kind: 'update', table, key: space.countsKey(after.eventId) },
    update: 'SET #taken = #taken + :taken, #waiting = #waiting + :waiting',
    names: {
      ...{ '#taken': 'taken', '#waiting': 'waiting' },
      ...(uses('#capacity') && { '#capacity': 'capacity' }),
      ...(uses('#open') && { '#open': 'open' }),
    },
    values: {
      ...{ ':taken': effect.taken, ':waiting': effect.waiting },
      ...(uses(':zero') && { ':zero': 0 }),
      ...(uses(':yes') && { ':yes': true }),
    },
    condition: conditions.join(' AND '),
  };
}

/** The seat comes first in the transaction, then the counters. */
function refusalOf(
  { reasons }: Extract<TransactResult, { readonly outcome: 'cancelled' }>,
  effect: Effect,
): StepOutcome {
  const [seat, counters] = reasons;
  if (seat?.code === 'ConditionalCheckFailed') return 'changed';
  if (counters?.code !== 'ConditionalCheckFailed') return 'changed';
  const met = counters.item && readCountsRow(counters.item);
  if (!met || (effect.enters && !met.open)) return 'shut';
  return effect.waiting > 0 ? 'free' : 'full';
}

/** Where the agency finds that a seat waits for a word. */
const requestOf = (space: SeatSpace, seat: Seat | undefined): Key | undefined =>
  seat?.state === 'requested' && seat.agencyId !== undefined
    ? space.requestKey(seat.agencyId, seat)
    : undefined;

/** Where the queue, the offers, the agency and the person's own list find the seat. */
function pointers({ table, space }: Door, before: Seat | undefined, after: Seat): readonly TransactItem[] {
  const { eventId, personId } = after;
  const put = (key: { readonly pk: string; readonly sk: string }, kind: string): TransactItem => ({
    ...{ kind: 'put', table, item: { ...key, kind, eventId, personId } },
  });
  const [waited, waits] = [before?.place, after.place];
  const [had, has] = [before?.offeredUntil, after.offeredUntil];
  const [asked, asks] = [requestOf(space, before), requestOf(space, after)];
  const isSameRequest = asked?.pk === asks?.pk && asked?.sk === asks?.sk;
  return [
    ...(asked && !isSameRequest ? [remove(table, asked)] : []),
    ...(asks && !isSameRequest ? [put(asks, `${space.name}-request`)] : []),
    ...(before ? [] : [put(space.personKey(personId, eventId), `${space.name}-of-person`)]),
    ...(waited !== undefined && waited !== waits ? [remove(table, space.waitKey(eventId, waited))] : []),
    ...(waits !== undefined && waits !== waited
      ? [put(space.waitKey(eventId, waits), `${space.name}-wait`)]
      : []),
    ...(had !== undefined && had !== has ? [remove(table, space.offerKey(had, after))] : []),
    ...(has !== undefined && has !== had ? [put(space.offerKey(has, after), `${space.name}-offer`)] : []),
  ];
}

/** Where the agency finds that its people go there, and how many come. A row of the event and not of a person, which stays. */
function ofAgency({ table, space }: Door, before: Seat | undefined, after: Seat): readonly TransactItem[] {
  const { agencyId, eventId } = after;
  if (agencyId === undefined || space.name !== 'event') return [];
  const { confirmed, attended } = useEffects(before, after);
  if (!effectOf(before, after).enters && confirmed === 0 && attended === 0) return [];
  return [
    {
      ...{ kind: 'update', table, key: agencyEventKey(agencyId, eventId) },
      update:
        'SET #kind = :kind, agencyId = :agency, eventId = :event ADD confirmed :confirmed, attended :attended',
      names: { '#kind': 'kind' },
      values: {
        ...{ ':kind': 'event-of-agency', ':agency': agencyId, ':event': eventId },
        ...{ ':confirmed': confirmed, ':attended': attended },
      },
    },
  ];
}

const remove = (table: string, key: { readonly pk: string; readonly sk: string }): TransactItem => ({
  ...{ kind: 'delete', table, key },
});

async function forget(door: Door, seat: Seat): Promise<'forgotten' | 'changed'> {
  const { dynamo, table, space } = door;
  const { eventId, personId, place, offeredUntil, rev } = seat;
  const asked = requestOf(space, seat);
  const { charge } = releasedCharge(seat.charge, seat.charge?.at ?? seat.since);
  const gone: Seat = {
    ...{ eventId, personId, state: 'withdrawn', since: seat.since, marks: [], rev },
    ...(charge && { charge }),
  };
  const money = moneyItems(door, seat, gone);
  const counters = countersItem(door, { before: seat, after: gone, effect: effectOf(seat, gone) });
  const result = await dynamo.transactWrite([
    // As it was read: closes the race with the queue.
    { kind: 'delete', table, key: space.seatKey(eventId, personId), condition: unchangedSince(rev) },
    ...(counters ? [counters] : []),
    ...money.items,
    ...ofAgency(door, seat, { ...gone, ...(seat.agencyId !== undefined && { agencyId: seat.agencyId }) }),
    remove(table, space.personKey(personId, eventId)),
    ...(asked ? [remove(table, asked)] : []),
    ...(place === undefined ? [] : [remove(table, space.waitKey(eventId, place))]),
    ...(offeredUntil === undefined ? [] : [remove(table, space.offerKey(offeredUntil, seat))]),
  ]);
  return result.outcome === 'done' ? 'forgotten' : 'changed';
}
