import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { memberFor, officeOf } from './authority.ts';
import { type Axes, type Box, boxOf, places } from './box.ts';
import type { PlaceCounts, TalentMember, TalentStore } from './ports.ts';
import type { Rating, Thresholds } from './rating.ts';
import { type TalentDeps, usualThresholds } from './record-rating.ts';

export interface PlaceCount extends Axes {
  readonly box: Box;
  readonly people: number;
}

/** All nine places of a year with how many stand there, as a table shows them. */
export async function readPlaces(
  { talent }: Pick<TalentDeps, 'talent'>,
  { principal, year }: { readonly principal: PersonPrincipal; readonly year: number },
): Promise<readonly PlaceCount[]> {
  const counts = await talent.countsOf(officeOf(principal), year);
  return places.map((at) => ({ ...at, box: boxOf(at), people: peopleAt(counts, at) }));
}

const peopleAt = (counts: PlaceCounts, at: Axes): number =>
  counts.find((one) => one.performance === at.performance && one.potential === at.potential)?.people ?? 0;

/** One page of a place; whoever looks does not find themselves in it (case C7). */
export async function listPlace(
  deps: TalentDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly at: Axes & { readonly year: number };
    readonly page: { readonly limit: number; readonly after?: string };
  },
): Promise<{ readonly ratings: readonly Rating[]; readonly next?: string }> {
  const agencyId = officeOf(input.principal);
  const { personIds, next } = await deps.talent.listAt(agencyId, input.at, input.page);
  const ratings: Rating[] = [];
  for (const personId of personIds) {
    if (personId === input.principal.personId) continue;
    const rating = await deps.talent.find({ agencyId, personId, year: input.at.year });
    if (rating) ratings.push(rating);
  }
  return { ratings, ...(next !== undefined && { next }) };
}

/** Somebody with everything that the agency recorded of them, the newest first. */
export async function readTalent(
  deps: TalentDeps,
  input: { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<{ readonly member: TalentMember; readonly history: readonly Rating[] }> {
  const member = await memberFor(deps, input);
  return { member, history: await deps.talent.historyOf(member.agencyId, member.personId) };
}

export async function readThresholds(
  { talent }: Pick<TalentDeps, 'talent'>,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<Thresholds> {
  return (await talent.thresholdsOf(officeOf(principal))) ?? usualThresholds;
}

/** What agencies recorded of somebody, for the copy of their data: the axes and what they rest on, and no box. */
export const talentOf = (
  { talent }: { readonly talent: Pick<TalentStore, 'everythingOf'> },
  personId: PersonId,
): Promise<readonly Rating[]> => talent.everythingOf(personId);
