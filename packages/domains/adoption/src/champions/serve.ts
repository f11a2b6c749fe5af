import type { Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  AdoptionForbidden,
  AdoptionNotFound,
  HabitChanged,
  UnfitChampion,
  UnitHasEnough,
} from '../errors.ts';
import { type Champion, type ChampionEnd, type ChampionTerms, isLive } from './champion.ts';
import type { ChampionDirectory, ChampionPage, ChampionPlace, ChampionStore } from './ports.ts';

export interface ChampionDeps {
  readonly champions: ChampionStore;
  readonly places: ChampionDirectory;
  readonly clock: Clock;
}

interface By {
  readonly principal: PersonPrincipal;
}

/** For which agency somebody names champions; to anybody else it is forbidden. */
function officeOf({ roles, agencyId }: PersonPrincipal) {
  if (agencyId === undefined || !roles.includes('agency-admin')) throw new AdoptionForbidden();
  return agencyId;
}

const stillThere = ({ agencyId, unitId }: Champion, place: ChampionPlace | undefined): boolean =>
  place?.agencyId === agencyId && place.unitIds.includes(unitId);

/** Asked and active ones of a unit: pages look up each of them. Who are asked within a second of each other may be one more. */
export const mostOfUnit = 20;

/**
 * The agency asks somebody of its people to help those of a unit; theirs unless it names one above it. They are shown to nobody before they say yes.
 * Of somebody who is asked or active for it already nothing changes; for another unit the role that they have is taken back first. Throws `UnfitChampion`
 * with the field that does not fit, and `UnitHasEnough`.
 */
export async function nameChampion(
  deps: ChampionDeps,
  input: By & { readonly personId: PersonId; readonly unitId?: string },
): Promise<Champion> {
  const { principal, personId } = input;
  const agencyId = officeOf(principal);
  const [place, before] = await Promise.all([deps.places.placeOf(personId), deps.champions.find(personId)]);
  const [own] = place?.agencyId === agencyId ? place.unitIds : [];
  if (!place || own === undefined) throw new UnfitChampion('/who');
  const unitId = input.unitId ?? own;
  if (!place.unitIds.includes(unitId)) throw new UnfitChampion('/unitId');
  if (before && isLive(before) && before.agencyId === agencyId) {
    if (before.unitId === unitId) return before;
    throw new UnfitChampion('/who');
  }
  if ((await deps.champions.countOfUnit(agencyId, unitId, mostOfUnit)) >= mostOfUnit)
    throw new UnitHasEnough();
  const at = deps.clock.now().toISOString();
  const by = principal.personId;
  const next: Champion = {
    ...{ personId, agencyId, unitId, state: 'asked', namedBy: by, namedAt: at, since: at, by },
    ...{ showsEmail: false, rev: before?.rev ?? 0 },
  };
  return save(deps, next);
}

/** Yes or no of whoever was asked. Yes of somebody who works elsewhere by now ends it. */
export async function answerChampion(
  deps: ChampionDeps,
  { principal: { personId }, terms }: By & { readonly terms: ChampionTerms | undefined },
): Promise<Champion> {
  const before = await deps.champions.find(personId);
  if (before?.state !== 'asked') throw new AdoptionNotFound();
  if (!terms) return end(deps, before, { ended: 'declined', by: personId });
  if (!stillThere(before, await deps.places.placeOf(personId))) {
    await end(deps, before, { ended: 'moved' });
    throw new AdoptionNotFound();
  }
  const since = deps.clock.now().toISOString();
  return save(deps, { ...before, ...terms, state: 'active', since, by: personId });
}

/** Other words of an active one about themselves. */
export async function changeChampion(
  deps: ChampionDeps,
  { principal: { personId }, terms }: By & { readonly terms: ChampionTerms },
): Promise<Champion> {
  const before = await deps.champions.find(personId);
  if (before?.state !== 'active') throw new AdoptionNotFound();
  const { offer: _, ...rest } = before;
  return save(deps, { ...rest, ...terms });
}

/** They stop, at any time and without a reason. Repeated, nothing more happens. */
export async function stopChampion(deps: ChampionDeps, { principal: { personId } }: By): Promise<void> {
  const before = await deps.champions.find(personId);
  if (before?.state === 'active') await end(deps, before, { ended: 'stopped', by: personId });
}

/** The agency takes the role, or its question, back. Repeated, nothing more happens. */
export async function takeBackChampion(
  deps: ChampionDeps,
  { principal, personId }: By & { readonly personId: PersonId },
): Promise<void> {
  const agencyId = officeOf(principal);
  const before = await deps.champions.find(personId);
  if (before?.agencyId !== agencyId) throw new AdoptionNotFound();
  if (isLive(before)) await end(deps, before, { ended: 'taken-back', by: principal.personId });
}

/** Whoever has left, or works in no unit that they help any more, has lost the role. Goes by what is so now; safe to repeat. */
export async function followChampion(
  deps: ChampionDeps,
  { personId }: { readonly personId: PersonId },
): Promise<void> {
  const before = await deps.champions.find(personId);
  if (!before || !isLive(before)) return;
  if (stillThere(before, await deps.places.placeOf(personId))) return;
  await end(deps, before, { ended: 'moved' });
}

export async function ownChampion(
  { champions }: Pick<ChampionDeps, 'champions'>,
  { principal }: By,
): Promise<Champion | undefined> {
  const own = await champions.find(principal.personId);
  return own && isLive(own) ? own : undefined;
}

/** Whom the agency has asked, and who has said yes. */
export async function listChampions(
  { champions }: Pick<ChampionDeps, 'champions'>,
  { principal, page }: By & { readonly page: ChampionPage },
) {
  return champions.ofAgency(officeOf(principal), page);
}

/**
 * Whom somebody can ask: those of the nearest unit that has any, their own first, then those above it. Each is looked up as it is now, so that nobody
 * is shown who has stopped, left or moved. In no order: nobody comes first.
 */
export async function championsFor(
  deps: Pick<ChampionDeps, 'champions' | 'places'>,
  { personId }: { readonly personId: PersonId },
): Promise<readonly Champion[]> {
  for (const others of await listsFor(deps, personId)) {
    const shown = (await Promise.all(others.map((one) => asOfNow(deps, one)))).flatMap((one) => one ?? []);
    if (shown.length > 0) return shown;
  }
  return [];
}

/** One of them, for pages that name a single one: looks up no more than it takes to find one who serves. */
export async function oneChampionFor(
  deps: Pick<ChampionDeps, 'champions' | 'places'>,
  { personId }: { readonly personId: PersonId },
): Promise<Champion | undefined> {
  for (const others of await listsFor(deps, personId)) {
    for (const one of others) {
      const shown = await asOfNow(deps, one);
      if (shown) return shown;
    }
  }
  return undefined;
}

/** Others who help their unit, then those of each unit above it, as they are listed. */
async function listsFor(
  { champions, places }: Pick<ChampionDeps, 'champions' | 'places'>,
  personId: PersonId,
): Promise<readonly (readonly Champion[])[]> {
  const place = await places.placeOf(personId);
  if (!place) return [];
  const lists = await Promise.all(place.unitIds.map((unitId) => champions.ofUnit(place.agencyId, unitId)));
  return lists.map((listed) => listed.filter((one) => one.personId !== personId));
}

async function asOfNow(
  { champions, places }: Pick<ChampionDeps, 'champions' | 'places'>,
  { personId, unitId }: Champion,
): Promise<Champion | undefined> {
  const [now, place] = await Promise.all([champions.find(personId), places.placeOf(personId)]);
  return now?.state === 'active' && now.unitId === unitId && stillThere(now, place) ? now : undefined;
}

/** One whom the reader can ask; anybody else is answered like an absent one (case C4). */
export async function championToAsk(
  deps: Pick<ChampionDeps, 'champions' | 'places'>,
  { principal, personId }: By & { readonly personId: PersonId },
): Promise<Champion> {
  const found = (await championsFor(deps, principal)).find((one) => one.personId === personId);
  if (!found) throw new AdoptionNotFound();
  return found;
}

async function end(
  deps: Pick<ChampionDeps, 'champions' | 'clock'>,
  before: Champion,
  { ended, by }: { readonly ended: ChampionEnd; readonly by?: PersonId },
): Promise<Champion> {
  // What somebody said of themselves goes with the role.
  const { offer: _, by: __, ...rest } = before;
  const since = deps.clock.now().toISOString();
  const how = { state: 'ended', ended, since, showsEmail: false } as const;
  return save(deps, { ...rest, ...how, ...(by !== undefined && { by }) });
}

async function save({ champions }: Pick<ChampionDeps, 'champions'>, next: Champion): Promise<Champion> {
  if ((await champions.save(next)) === 'conflict') throw new HabitChanged();
  return { ...next, rev: next.rev + 1 };
}
