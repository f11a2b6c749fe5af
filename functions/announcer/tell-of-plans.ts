import type { AnnualPlanMoved } from '@sinau/domain-events';
import type { HeldRole } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

/** More are a mailing list and no people on duty. */
const mostTold = 50;

type Told = 'proposed' | 'agreed' | 'set' | 'returned' | 'undone';

/** Whoever is next hears that a plan waits for them; whoever drafts hears what became of it. Nobody hears of their own step. */
export async function tellOfPlans(deps: TellDeps, fact: AnnualPlanMoved): Promise<void> {
  const { eventId, agencyId, year, version, by } = fact;
  const told = toldBy(fact);
  if (!told) return;
  const home = { kind: 'agency', agencyId: agencyId as AgencyId } as const;
  const people = new Map<string, Told>();
  for (const [role, to] of told) {
    // The first word counts: an official who also administers hears what is theirs to do.
    for (const personId of await holdersOf(deps, home, role))
      if (!people.has(personId)) people.set(personId, to);
  }
  people.delete(by);
  const link = `/agency/annual-plan/${year}/${version}`;
  for (const [personId, to] of [...people].slice(0, mostTold)) {
    const content = { kind: 'annual-plan', params: { year, version, to }, link } as const;
    await tell(deps, { eventId: `${eventId}:${personId}`, personId }, content);
  }
}

/** Who hears what; undefined: nobody. */
function toldBy({ to, from, undone }: AnnualPlanMoved): readonly (readonly [HeldRole, Told])[] | undefined {
  // What another version does to one is told with that version; what was begun concerns nobody yet.
  if (to === 'replaced' || from === undefined || from === 'replaced') return undefined;
  if (undone) {
    // Whoever had been told that it waits for them, or that it is in force.
    const next = from === 'proposed' ? 'authorised-official' : 'appointing-official';
    return [
      [next, 'undone'],
      ['agency-admin', 'undone'],
      ...(from === 'set' ? ([['authorised-official', 'undone']] as const) : []),
    ];
  }
  if (to === 'proposed') return [['authorised-official', to]];
  if (to === 'agreed') return [['appointing-official', to]];
  if (to === 'draft') return [['agency-admin', 'returned']];
  return [
    ['agency-admin', to],
    ['authorised-official', to],
  ];
}
