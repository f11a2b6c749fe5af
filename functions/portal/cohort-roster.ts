import type { PersonPrincipal } from '@sinau/kernel';
import {
  type Cohort,
  idOfHall,
  isRequiredPlace,
  localDayOf,
  type PathTerms,
  type Seat,
  standingIn,
} from '@sinau/programmes';
import type { Roster, RosterRow } from '@sinau/web';
import type { CohortDesk } from '../shared/cohort-parts.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'people' | 'clock'> & { readonly desk: CohortDesk };

interface Learned {
  readonly cohort: Cohort;
  readonly plan: Pick<PathTerms, 'groups'>;
}

const rowsAPage = 50;

/** A page of it for somebody, whose tokens open no other list. */
export async function sealedRoster(
  deps: Deps & Pick<PortalDeps, 'signer'>,
  learned: Learned,
  { by, page }: { readonly by: PersonPrincipal; readonly page: string | undefined },
): Promise<Roster> {
  const pages = sealedPages(deps, { list: 'cohort', by, of: learned.cohort.cohortId });
  const { rows, next } = await rosterPage(deps, learned, pages.open(page).after);
  return { rows, ...(next !== undefined && { next: pages.seal(next) }) };
}

/** Who is in a cohort and how far, read off what they have finished by now. */
async function rosterPage(deps: Deps, learned: Learned, after: string | undefined): Promise<Roster> {
  const page = { limit: rowsAPage, ...(after !== undefined && { after }) };
  const { seats, next } = await deps.desk.seats.listOf(idOfHall(learned.cohort.cohortId), page);
  const rows = await inTurns(seats, (seat) => rowOf(deps, learned, seat));
  return { rows, ...(next !== undefined && { next }) };
}

/** All of it; a cohort has a thousand places at most. */
export async function wholeRoster(deps: Deps, learned: Learned): Promise<readonly RosterRow[]> {
  const rows: RosterRow[] = [];
  let after: string | undefined;
  do {
    const page: Roster = await rosterPage(deps, learned, after);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

async function rowOf(
  { people, clock, desk }: Deps,
  { cohort, plan }: Learned,
  seat: Seat,
): Promise<RosterRow> {
  const { personId, state, reason } = seat;
  const rank = rankOf(seat);
  const today = localDayOf(clock.now().toISOString(), cohort.zone);
  const [person, { standing, late }] = await Promise.all([
    people.find(personId),
    standingIn(desk, { personId, plan, cohort, today }),
  ]);
  const { needed, done, completedAt } = standing;
  return {
    ...{ personId, name: person?.name ?? '–', state, needed, done, late: late.length },
    ...(rank !== undefined && { rank }),
    ...(reason !== undefined && { reason }),
    ...(completedAt !== undefined && { completedAt }),
  };
}

/** Why somebody who waits is before others. */
export function rankOf({ state, raised, place = '' }: Seat): RosterRow['rank'] {
  if (state !== 'waiting') return undefined;
  if (isRequiredPlace(place)) return 'required';
  return raised ? 'priority' : undefined;
}
