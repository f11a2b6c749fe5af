import {
  type Clock,
  type Ids,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  yearOf,
} from '@sinau/kernel';
import { agencyOf } from '../authority.ts';
import type { MemberDirectory } from '../ports.ts';
import {
  OwnPriority,
  PriorityChanged,
  PriorityNotFound,
  PriorityUsed,
  StockTooSmall,
  StockUsedUp,
  WrongPriorityDay,
} from './errors.ts';
import type { PriorityPlace, PriorityStore } from './ports.ts';
import {
  type GrantRequest,
  type PrioritySeat,
  type PrioritySeatId,
  priorityRule,
  steppedTo,
} from './priority-seat.ts';

export interface GrantDeps {
  readonly priority: PriorityStore;
  readonly members: Pick<MemberDirectory, 'find'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

const todayOf = ({ clock }: Pick<GrantDeps, 'clock'>): string =>
  localDateOf(clock.now().getTime(), 'Asia/Jakarta');

/** An administrator gives somebody of their agency a priority seat, after the performance-assessment team has considered it. */
export async function grantPriority(
  deps: GrantDeps,
  input: { readonly principal: PersonPrincipal; readonly personId: PersonId; readonly request: GrantRequest },
): Promise<PrioritySeat> {
  const { principal, personId, request } = input;
  const agencyId = agencyOf(principal);
  if (personId === principal.personId) throw new OwnPriority();
  const member = await deps.members.find(personId);
  if (member?.agencyId !== agencyId) throw new PriorityNotFound();
  const today = todayOf(deps);
  const validUntil = request.validUntil ?? `${yearOf(today) + 1}-12-31`;
  // Days are four digits, so that they compare as text; nobody has considered a right before there was one.
  if (request.minutesOn < priorityRule.validFrom || request.minutesOn > today)
    throw new WrongPriorityDay('/minutesOn');
  if (validUntil < today || validUntil > `${yearOf(today) + 2}-12-31`)
    throw new WrongPriorityDay('/validUntil');
  const at = deps.clock.now().toISOString();
  const seat: PrioritySeat = {
    ...{ personId, seatId: deps.ids.uuid() as PrioritySeatId, agencyId, year: yearOf(today) },
    ...{
      ground: request.ground,
      minutes: { number: request.minutesNumber, on: request.minutesOn },
      validUntil,
    },
    ...{ state: 'granted', createdAt: at, steps: [{ to: 'granted', at, by: doerOf(principal) }], rev: 0 },
  };
  if ((await deps.priority.grant(seat)) === 'used-up') throw new StockUsedUp();
  return { ...seat, rev: 1 };
}

const doerOf = ({ personId, name }: PersonPrincipal) => ({ id: personId, name });

/** The agency takes back what was not used yet, and says why. */
export async function takeBackPriority(
  deps: Pick<GrantDeps, 'priority' | 'clock'>,
  input: { readonly principal: PersonPrincipal; readonly place: PriorityPlace; readonly reason: string },
): Promise<void> {
  const { principal, place, reason } = input;
  const before = await deps.priority.find(place);
  if (before?.agencyId !== agencyOf(principal)) throw new PriorityNotFound();
  if (before.personId === principal.personId) throw new OwnPriority();
  if (before.state !== 'granted') throw new PriorityUsed();
  const at = deps.clock.now().toISOString();
  const after = steppedTo(before, { to: 'taken-back', at, by: doerOf(principal), reason });
  if ((await deps.priority.step(before, after)) === 'changed') throw new PriorityChanged();
}

/** How many the agency gives this year; undefined: as many as it wants. */
export async function setPriorityStock(
  deps: Pick<GrantDeps, 'priority' | 'clock'>,
  { principal, stock }: { readonly principal: PersonPrincipal; readonly stock: number | undefined },
): Promise<void> {
  const set = await deps.priority.setStock(agencyOf(principal), yearOf(todayOf(deps)), stock);
  if (set === 'too-small') throw new StockTooSmall();
}
