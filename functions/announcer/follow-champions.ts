import { type ChampionStore, followChampion } from '@sinau/adoption';
import { noteOfficeAct, type ReadingLog, type SeenLately } from '@sinau/audit';
import type { ChampionMoved } from '@sinau/domain-events';
import type { OrganisationStore, UnitId } from '@sinau/identity';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { championDirectoryOf } from '../shared/champion-parts.ts';
import { type TellDeps, tell } from '../shared/tell.ts';

export interface FollowChampionsDeps extends TellDeps {
  readonly champions: ChampionStore;
  readonly organisations: Pick<OrganisationStore, 'findUnit'>;
  readonly audit: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately };
}

/** Whoever is asked hears of it, whoever asked hears the answer, and what the agency did stands in the log that nobody can change. */
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
  const { personId, to, ended, from, rev } = fact;
  const moved = to === 'asked' ? to : ended === 'taken-back' || ended === 'moved' ? ended : undefined;
  // Whoever was only asked has lost nothing by working elsewhere.
  if (moved === undefined || (moved === 'moved' && from !== 'active')) return;
  const champion = await deps.champions.find(personId as PersonId);
  // It has gone on since: what is told then is told by that step.
  if (champion?.rev !== rev) return;
  const unit = (await unitOf(deps, fact)) ?? '–';
  await tell(deps, fact, { kind: 'champion-moved', params: { moved, unit }, link: '/champions' });
}

async function tellOffice(deps: FollowChampionsDeps, fact: ChampionMoved): Promise<void> {
  const { eventId, personId, namedBy, to, ended, by } = fact;
  const answer =
    to === 'active' ? ('accepted' as const) : ended === 'declined' || ended === 'stopped' ? ended : undefined;
  if (answer === undefined || by === namedBy) return;
  const person = await deps.people.find(personId as PersonId);
  if (!person) return;
  const told = { eventId: `${eventId}:${namedBy}`, personId: namedBy };
  const params = { answer, name: person.name };
  await tell(deps, told, { kind: 'champion-answered', params, link: '/agency/champions' });
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
