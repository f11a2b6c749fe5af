import { type FollowPersonDeps, followPerson } from '../follow-person.ts';

/** Of one run. */
const mostEnded = 200;

/** Ends the exceptions whose time is over: the people owe what everybody does from that day on. */
export async function endExceptions(deps: FollowPersonDeps): Promise<number> {
  const now = deps.clock.now().toISOString();
  let ended = 0;
  for (const exception of await deps.exceptions.listEnding(now, mostEnded)) {
    const { personId, obligationId } = exception;
    // Changed in between, by an administrator or another run: then that stands.
    const saved = await deps.exceptions.saveException({ ...exception, state: 'over', changedAt: now });
    if (saved === 'changed') continue;
    await followPerson(deps, personId, obligationId);
    ended += 1;
  }
  return ended;
}
