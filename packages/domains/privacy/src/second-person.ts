import type { Clock, PersonId } from '@sinau/kernel';
import { SecondPersonDependent, SecondPersonNeeded } from './errors.ts';
import type { OperatorsPort } from './ports.ts';

export const independentAfterDays = 30;

/**
 * Two people decide, and neither made the other for it: whoever invited an operator, or gave them their roles, within the
 * last thirty days does not decide together with them (case C7).
 */
export async function assertSecondPerson(
  deps: { readonly operators: OperatorsPort; readonly clock: Clock },
  { first, second }: { readonly first: PersonId; readonly second: PersonId },
): Promise<void> {
  if (first === second) throw new SecondPersonNeeded();
  const since = new Date(deps.clock.now().getTime() - independentAfterDays * 24 * 3600_000).toISOString();
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const made = await deps.operators.madeBy(one);
    if (made.some(({ by, at }) => by === other && at > since)) throw new SecondPersonDependent();
  }
}
