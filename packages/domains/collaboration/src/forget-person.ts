import type { Clock, PersonId } from '@sinau/kernel';
import { isLive, type Pair, sideOf } from './pair.ts';
import type { PairStore } from './ports.ts';
import type { Session } from './session.ts';

interface Deps {
  readonly pairs: PairStore;
  readonly clock: Clock;
}

/** In the place of words that were erased. */
export const erasedWords = '–';

/** Every pair of somebody with its sessions, as the two may read them. */
export async function sharedWith(
  { pairs }: Pick<Deps, 'pairs'>,
  personId: PersonId,
): Promise<readonly { readonly pair: Pair; readonly sessions: readonly Session[] }[]> {
  const own = await pairs.ofPerson(personId);
  return Promise.all(own.map(async (pair) => ({ pair, sessions: await pairs.sessionsOf(pair.pairId) })));
}

/**
 * Takes every word out of somebody's pairs and ends them. That a session took place stays, without a word of it: the JP of the other one rest on it.
 * What nobody has confirmed is taken back. One that is changed this moment is met by whoever looks again. Tells how many rows were changed.
 */
export async function forgetPerson(deps: Deps, personId: PersonId): Promise<number> {
  let changed = 0;
  for (const { pair, sessions } of await sharedWith(deps, personId)) {
    for (const session of sessions) {
      if (isForgotten(session)) continue;
      const { outcome } = await deps.pairs.stepSession(session, wordless(session, deps.clock));
      if (outcome === 'done') changed += 1;
    }
    if (pair.goal === erasedWords) continue;
    if ((await deps.pairs.step(pair, endOf(pair, personId, deps.clock))) === 'done') changed += 1;
  }
  return changed;
}

/** Its words were erased; that it took place stays. */
export const isForgotten = ({ topic, result, followUp, state }: Session): boolean =>
  [topic, result, followUp].every((words) => words === erasedWords) && state !== 'waits';

function wordless({ turn: _, reason: _reason, ...session }: Session, clock: Clock): Session {
  return {
    ...{ ...session, topic: erasedWords, result: erasedWords, followUp: erasedWords },
    ...(session.state === 'waits' && {
      state: 'withdrawn',
      reason: erasedWords,
      updatedAt: clock.now().toISOString(),
    }),
  };
}

function endOf(
  { turn: _, reason: _reason, competency: _competency, ...pair }: Pair,
  personId: PersonId,
  clock: Clock,
): Pair {
  const by = sideOf(pair, personId);
  const now = clock.now().toISOString();
  return {
    ...{ ...pair, goal: erasedWords },
    ...(isLive(pair) && {
      ...{ updatedAt: now, ...(by && { by }) },
      ...(pair.state === 'active'
        ? { state: 'ended' as const, endedAt: now }
        : { state: 'cancelled' as const }),
    }),
  };
}
