import { type Clock, localDateOf, type PersonPrincipal, type Principal, yearOf } from '@sinau/kernel';
import { agencyOf } from '../authority.ts';
import type { Page } from '../ports.ts';
import { PriorityNotFound } from './errors.ts';
import type { PriorityPlace, PriorityStock, PriorityStore } from './ports.ts';
import { isExpired, type PrioritySeat, type PriorityState } from './priority-seat.ts';

interface Deps {
  readonly priority: PriorityStore;
  readonly clock: Clock;
}

/** As it is told: one whose last day is over has expired. */
export interface ToldSeat {
  readonly seat: PrioritySeat;
  readonly standing: PriorityState | 'expired';
}

const toldOn =
  (today: string) =>
  (seat: PrioritySeat): ToldSeat => ({ seat, standing: isExpired(seat, today) ? 'expired' : seat.state });

const todayOf = ({ clock }: Deps): string => localDateOf(clock.now().getTime(), 'Asia/Jakarta');

/** One’s own, what can be used first, then the newest. */
export async function readOwnPriority(
  deps: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly ToldSeat[]> {
  const all = (await deps.priority.ofPerson(principal.personId)).map(toldOn(todayOf(deps)));
  const last = ({ standing }: ToldSeat) => Number(standing !== 'granted');
  return all.toSorted((a, b) => last(a) - last(b) || b.seat.createdAt.localeCompare(a.seat.createdAt));
}

export async function listPriority(
  deps: Deps,
  input: { readonly principal: Principal; readonly year?: number; readonly page: Page },
): Promise<{
  readonly year: number;
  readonly stock: PriorityStock;
  readonly seats: readonly ToldSeat[];
  readonly next?: string;
}> {
  const { principal, page } = input;
  const agencyId = agencyOf(principal);
  const year = input.year ?? yearOf(todayOf(deps));
  const [stock, { seats, ...next }] = await Promise.all([
    deps.priority.stockOf(agencyId, year),
    deps.priority.ofAgency({ agencyId, year }, page),
  ]);
  return { year, stock, seats: seats.map(toldOn(todayOf(deps))), ...next };
}

export async function readPriority(
  deps: Deps,
  { principal, place }: { readonly principal: PersonPrincipal; readonly place: PriorityPlace },
): Promise<ToldSeat> {
  const seat = await deps.priority.find(place);
  if (seat?.agencyId !== agencyOf(principal)) throw new PriorityNotFound();
  return toldOn(todayOf(deps))(seat);
}
