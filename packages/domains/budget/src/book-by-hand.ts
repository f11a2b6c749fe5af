import { type Clock, type Ids, InvalidInput } from '@sinau/kernel';
import { actorOf, type BudgetKeeper } from './authority.ts';
import type {
  Booking,
  BookingId,
  BookingPurpose,
  BookingState,
  BookingStepRequest,
  NewBooking,
} from './booking.ts';
import { bookingEffects, bookingSteps } from './booking-effects.ts';
import type { BudgetEntry } from './entry.ts';
import { BudgetChanged, BudgetLineClosed, BudgetNoRoom, BudgetNotFound, BudgetOfSeat } from './errors.ts';
import type { BudgetLine, BudgetLineId, Grounds, LinePlace } from './line.ts';
import { readLine } from './lines.ts';
import type { BookingPurposes, BudgetStore } from './ports.ts';

interface Deps {
  readonly budgets: Pick<BudgetStore, 'find' | 'findBooking' | 'book'>;
  readonly clock: Clock;
}

interface Where {
  readonly principal: BudgetKeeper;
  readonly lineId: BudgetLineId;
}

/**
 * Binds money of a line by hand. `bookingId` is that of the form which was sent: the same form binds once, and a repetition is
 * answered as the first.
 */
export async function bookByHand(
  deps: Deps & { readonly ids: Ids; readonly purposes?: BookingPurposes },
  input: Where & { readonly request: NewBooking; readonly bookingId?: BookingId },
): Promise<Booking> {
  const line = await readLine(deps, input);
  const { agencyId, lineId } = line;
  const { kind: state, amount, reason, evidence, people = 0, jp = 0, purpose } = input.request;
  if (purpose) await requireKnown(deps, line, purpose);
  const at = deps.clock.now().toISOString();
  const after: Booking = {
    ...{ agencyId, lineId, bookingId: input.bookingId ?? (deps.ids.uuid() as BookingId) },
    cause: { kind: 'hand', reason, evidence, ...(purpose && { purpose }) },
    ...{ amount, state, people, jp },
    ...{ createdAt: at, updatedAt: at },
  };
  const known = await deps.budgets.findBooking(after, after.bookingId);
  if (known) return sameAs(known, after);
  return write(deps, input.principal, { after, grounds: { reason, evidence } });
}

/** The next step of what was bound by hand; one that comes twice finds the booking where the first has left it. */
export async function stepByHand(
  deps: Deps,
  input: Where & { readonly bookingId: BookingId; readonly request: BookingStepRequest },
): Promise<Booking> {
  const line = await readLine(deps, input);
  const before = await deps.budgets.findBooking(line, input.bookingId);
  if (!before) throw new BudgetNotFound();
  if (before.cause.kind !== 'hand') throw new BudgetOfSeat();
  const { from, to, amount = before.amount, reason, evidence, people, jp } = input.request;
  if (before.state !== from) throw new BudgetChanged();
  refuseStep(from, to);
  const after: Booking = {
    ...{ ...before, state: to, amount: to === 'released' ? before.amount : amount },
    ...{ people: people ?? before.people, jp: jp ?? before.jp },
    updatedAt: deps.clock.now().toISOString(),
  };
  return write(deps, input.principal, { before, after, grounds: { reason, evidence } });
}

async function requireKnown(
  { purposes }: { readonly purposes?: BookingPurposes },
  { agencyId, year }: Pick<BudgetLine, 'agencyId' | 'year'>,
  purpose: BookingPurpose,
): Promise<void> {
  if ((await purposes?.titleOf({ agencyId, year, purpose })) !== undefined) return;
  throw new InvalidInput('The agency has no such event, or its plan of that year no such item.', {
    issues: [{ path: '/purpose', message: 'is no event of the agency, and no item of its plan' }],
  });
}

function refuseStep(from: BookingState, to: BookingState): void {
  if (bookingSteps[from].includes(to)) return;
  throw new InvalidInput(`What is ${from} never becomes ${to}.`, {
    issues: [{ path: '/to', message: `must be one of ${bookingSteps[from].join(', ')}` }],
  });
}

function sameAs(known: Booking, after: Booking): Booking {
  const isSame = known.cause.kind === 'hand' && JSON.stringify(known.cause) === JSON.stringify(after.cause);
  if (!isSame || known.amount !== after.amount) throw new BudgetChanged();
  return known;
}

async function write(
  deps: Deps,
  principal: BudgetKeeper,
  step: { readonly before?: Booking; readonly after: Booking; readonly grounds: Grounds },
): Promise<Booking> {
  const { before, after, grounds } = step;
  const { agencyId, lineId, bookingId, cause, state: kind, updatedAt: at } = after;
  const { reserved, committed, spent } = bookingEffects(before, after);
  const entry: BudgetEntry = {
    ...{ agencyId, lineId, entryId: `${bookingId}.${kind}`, at, kind, ceiling: 0, bookingId, cause },
    ...{ sums: { reserved, committed, spent }, by: actorOf(principal), grounds },
  };
  const outcome = await deps.budgets.book({ ...(before && { before }), after, entry });
  if (outcome === 'changed') throw new BudgetChanged();
  if (outcome === 'no-room') await refuse(deps, after);
  return after;
}

async function refuse({ budgets }: Deps, place: LinePlace): Promise<never> {
  const line = await budgets.find(place);
  if (!line) throw new BudgetNotFound();
  throw line.state === 'closed' ? new BudgetLineClosed() : new BudgetNoRoom(line);
}
