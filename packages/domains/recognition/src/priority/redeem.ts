import { type Clock, localDateOf, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { PriorityChanged, PriorityExpired, PriorityNotFound, PriorityUsed } from './errors.ts';
import type { PriorityStore, WaitingLists, WaitStanding } from './ports.ts';
import {
  isExpired,
  isSameTarget,
  type PrioritySeat,
  type PrioritySeatId,
  steppedTo,
  type Target,
} from './priority-seat.ts';

interface Deps {
  readonly priority: PriorityStore;
  readonly waiting: WaitingLists;
  readonly clock: Clock;
}

/** Each further try meets a change that somebody else made in between. */
const mostTries = 8;

/**
 * Its person puts themselves before others of one list they wait in. The right is used in the transaction that raises them, so that of several
 * requests one uses it, and none of what failed has cost it (case L13). Saying it again changes nothing.
 */
export async function redeemPriority(
  deps: Deps,
  input: { readonly principal: PersonPrincipal; readonly seatId: PrioritySeatId; readonly target: Target },
): Promise<PrioritySeat> {
  const { principal, seatId, target } = input;
  const { personId, name } = principal;
  for (let n = 0; n < mostTries; n += 1) {
    const before = await deps.priority.find({ personId, seatId });
    if (!before) throw new PriorityNotFound();
    if (before.state === 'redeemed' && before.target && isSameTarget(before.target, target)) return before;
    if (before.state !== 'granted') throw new PriorityUsed();
    const now = deps.clock.now();
    if (isExpired(before, localDateOf(now.getTime(), 'Asia/Jakarta'))) throw new PriorityExpired();
    const by = { id: personId, name };
    const after = steppedTo(before, { to: 'redeemed', at: now.toISOString(), by, target });
    const along = deps.priority.companion(before, after);
    const raised = await deps.waiting.raise({ personId, target, along }).catch(async (refused: unknown) => {
      // Whoever asks twice at once may be told that they are ahead already, by this very right.
      const now = await deps.priority.find({ personId, seatId });
      if (now?.state === 'redeemed' && now.target && isSameTarget(now.target, target)) return now;
      throw refused;
    });
    if (raised === 'raised') return { ...after, rev: before.rev + 1 };
    if (raised !== 'refused') return raised;
  }
  throw new PriorityChanged();
}

const leadsTo: Readonly<Record<Exclude<WaitStanding, 'waiting'>, 'spent' | 'granted'>> = {
  seated: 'spent',
  ended: 'granted',
};

/**
 * What became of what a person used their rights for: who has the seat has spent it, who left or was left without one has it again. Goes by what is
 * so now; safe to repeat. Tells what has changed.
 */
export async function settlePriority(
  deps: Deps,
  { personId }: { readonly personId: PersonId },
): Promise<readonly PrioritySeat[]> {
  const changed: PrioritySeat[] = [];
  for (const before of await deps.priority.ofPerson(personId)) {
    const { target } = before;
    if (before.state !== 'redeemed' || !target) continue;
    const standing = await deps.waiting.standingOf({ personId, target });
    if (standing === 'waiting') continue;
    const after = steppedTo(before, { to: leadsTo[standing], at: deps.clock.now().toISOString() });
    if ((await deps.priority.step(before, after)) === 'changed') throw new PriorityChanged();
    changed.push(after);
  }
  return changed;
}
