import { type PersonId, Unavailable } from '@sinau/kernel';
import type { HoldStore } from './ports.ts';
import { type RefreshDeps, refreshYears } from './refresh-years.ts';

/** A reviewer and the learner may change a hold meanwhile; more do not race for one. */
const rounds = 4;

/**
 * Somebody is another to the rules than before: another status, post, zone or agency. Sums are made anew, and what waits for a
 * decision waits where the person is now. Safe to repeat. Tells how many came to another agency.
 */
export async function followStanding(
  deps: RefreshDeps & { readonly credit: HoldStore },
  personId: PersonId,
): Promise<number> {
  await refreshYears(deps, personId);
  let moved = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { count, isDone } = await moveHolds(deps, personId);
    moved += count;
    if (isDone) return moved;
  }
  throw new Unavailable('Too much is happening to these holds at once; please try again.');
}

/** Not done: one of them has changed since it was read. Who belongs to no agency any more leaves them where they are. */
async function moveHolds(
  { credit, standings }: RefreshDeps & { readonly credit: HoldStore },
  personId: PersonId,
): Promise<{ readonly count: number; readonly isDone: boolean }> {
  const agencyId = (await standings.standingOf(personId))?.agencyId;
  if (agencyId === undefined) return { count: 0, isDone: true };
  const away = (await credit.holdsOf(personId)).filter(
    (hold) => hold.state === 'open' && hold.agencyId !== agencyId,
  );
  const outcomes = await Promise.all(away.map((hold) => credit.changeHold({ ...hold, agencyId })));
  const count = outcomes.filter((outcome) => outcome === 'changed').length;
  return { count, isDone: count === outcomes.length };
}
