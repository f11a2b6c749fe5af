import { type ChampionStore, followChampion } from '@sinau/adoption';
import { noteOfficeAct, type ReadingLog, type SeenLately } from '@sinau/audit';
import type { ChampionMoved } from '@sinau/domain-events';
import type { OrganisationStore, UnitId } from '@sinau/identity';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { championDirectoryOf } from '../shared/champion-parts.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

export interface FollowChampionsDeps extends TellDeps {
  readonly champions: ChampionStore;
  readonly organisations: Pick<OrganisationStore, 'findUnit'>;
  readonly audit: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately };
}

/** Whoever is asked hears of it, the agency hears the answer, and what the agency did stands in the log that nobody can change. */
export async function followChampions(deps: FollowChampionsDeps, fact: ChampionMoved): Promise<void> {
  await note(deps, fact);
  await tellPerson(deps, fact);
  await tellOffice(deps, fact);
}

async function note(
  { audit, clock }: FollowChampionsDeps,
  { eventId, occurredAt, agencyId, personId, to, ended, by }: ChampionMoved,
): Promise<void> {
  const what = to === 'asked' ? 'champion-named' : ended === 'taken-back' ? 'champion-taken-back' : undefined;
  if (what === undefined || by === undefined) return;
  await noteOfficeAct(
    { ...audit, clock },
    {
      ...{ id: eventId, at: occurredAt, what, thing: `champion:${personId}` },
      ...{ personId: by as PersonId, agencyId: agencyId as AgencyId },
    },
  );
}

/** What they did themselves they have seen. */
async function tellPerson(deps: FollowChampionsDeps, fact: ChampionMoved): Promise<void> {
  const { personId, rev } = fact;
  const moved = movedOf(fact);
  if (moved === undefined) return;
  const champion = await deps.champions.find(personId as PersonId);
  // It has gone on since: what is told then is told by that step.
  if (champion?.rev !== rev) return;
  const unit = (await unitOf(deps, fact)) ?? '–';
  await tell(deps, fact, { kind: 'champion-moved', params: { moved, unit }, link: '/champions' });
}

function movedOf({ to, ended, from }: ChampionMoved) {
  if (to === 'asked') return to;
  if (ended === 'taken-back') return from === 'asked' ? 'unasked' : ended;
  // Whoever was only asked has lost nothing by working elsewhere.
  return ended === 'moved' && from === 'active' ? ended : undefined;
}

async function tellOffice(deps: FollowChampionsDeps, fact: ChampionMoved): Promise<void> {
  const { eventId, personId, namedBy, to, ended, by } = fact;
  const answer =
    to === 'active' ? ('accepted' as const) : ended === 'declined' || ended === 'stopped' ? ended : undefined;
  if (answer === undefined || by === namedBy) return;
  const person = await deps.people.find(personId as PersonId);
  if (!person) return;
  const params = { answer, name: person.name };
  for (const one of await officeOf(deps, fact)) {
    if (one === by) continue;
    const told = { eventId: `${eventId}:${one}`, personId: one };
    await tell(deps, told, { kind: 'champion-answered', params, link: '/agency/champions' });
  }
}

/** Whoever asked, as long as they administer that agency; else whoever does now. */
async function officeOf(
  { people }: FollowChampionsDeps,
  { agencyId, namedBy }: ChampionMoved,
): Promise<readonly PersonId[]> {
  const asker = await people.find(namedBy as PersonId);
  const isStillThere =
    asker?.status === 'active' &&
    asker.home.kind === 'agency' &&
    asker.home.agencyId === agencyId &&
    asker.roles.includes('agency-admin');
  const home = { kind: 'agency', agencyId: agencyId as AgencyId } as const;
  return isStillThere ? [asker.personId] : holdersOf({ people }, home, 'agency-admin');
}

const unitOf = async (
  { organisations }: FollowChampionsDeps,
  { agencyId, unitId }: ChampionMoved,
): Promise<string | undefined> =>
  (await organisations.findUnit(agencyId as AgencyId, unitId as UnitId))?.name;

/** Whoever works elsewhere now, or not at all, has lost the role. */
export const followPlace = async (
  deps: Pick<FollowChampionsDeps, 'champions' | 'people' | 'organisations' | 'clock'>,
  personId: PersonId,
): Promise<void> => followChampion({ ...deps, places: championDirectoryOf(deps) }, { personId });
