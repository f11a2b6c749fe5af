import type { BudgetKeeper } from './authority.ts';
import type { Booking, BookingId, BookingState } from './booking.ts';
import type { BudgetEntry } from './entry.ts';
import { BudgetNotFound } from './errors.ts';
import type { BudgetLineId } from './line.ts';
import { readLine } from './lines.ts';
import type { BudgetStore, PageOf } from './ports.ts';

interface Where {
  readonly principal: BudgetKeeper;
  readonly lineId: BudgetLineId;
  readonly page: PageOf;
}

/** Everything that has changed the line, the newest first. */
export async function listEntries(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'find' | 'listEntries'> },
  input: Where,
): Promise<{ readonly entries: readonly BudgetEntry[]; readonly next?: string }> {
  return budgets.listEntries(await readLine({ budgets }, input), input.page);
}

/** What makes one number of the line: the bookings in one state. */
export async function listBookings(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'find' | 'listBookings'> },
  input: Where & { readonly state: BookingState },
): Promise<{ readonly bookings: readonly Booking[]; readonly next?: string }> {
  return budgets.listBookings(await readLine({ budgets }, input), input.state, input.page);
}

/** One booking of a line of the agency. */
export async function readBooking(
  { budgets }: { readonly budgets: Pick<BudgetStore, 'find' | 'findBooking'> },
  input: Omit<Where, 'page'> & { readonly bookingId: BookingId },
): Promise<Booking> {
  const found = await budgets.findBooking(await readLine({ budgets }, input), input.bookingId);
  if (!found) throw new BudgetNotFound();
  return found;
}
