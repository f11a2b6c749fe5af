import type { Clock, PersonId } from '@sinau/kernel';
import { SecondPersonDependent, SecondPersonNeeded } from './errors.ts';
import type { OperatorsPort } from './ports.ts';

export const independentAfterDays = 30;

/** Longer chains of invitations than a platform has operators. */
const mostFollowed = 100;

/**
 * Two people decide, and neither made the other for it: whoever invited an operator, or gave them their roles, within the
 * last thirty days does not decide together with them, nor with those whom they invited in turn (case C7).
 */
export async function assertSecondPerson(
  deps: { readonly operators: OperatorsPort; readonly clock: Clock },
  { first, second }: { readonly first: PersonId; readonly second: PersonId },
): Promise<void> {
  if (first === second) throw new SecondPersonNeeded();
  const since = new Date(deps.clock.now().getTime() - independentAfterDays * 24 * 3600_000).toISOString();
  const dependent =
    (await madeRecently(deps, { one: second, by: first, since })) ||
    (await madeRecently(deps, { one: first, by: second, since }));
  if (dependent) throw new SecondPersonDependent();
}

/** Whether somebody is there through another one, directly or by invitations in between, all of them recent. */
async function madeRecently(
  { operators }: { readonly operators: OperatorsPort },
  { one, by, since }: { readonly one: PersonId; readonly by: PersonId; readonly since: string },
): Promise<boolean> {
  const seen = new Set([one]);
  for (const each of seen) {
    const makers = (await operators.madeBy(each)).filter(({ at }) => at > since);
    if (makers.some((maker) => maker.by === by)) return true;
    for (const maker of makers) if (seen.size < mostFollowed) seen.add(maker.by);
  }
  return false;
}
