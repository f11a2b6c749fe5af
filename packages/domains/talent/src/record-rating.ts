import { type Clock, InvalidInput, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { memberFor, officeOf } from './authority.ts';
import { type Axes, performanceOf } from './box.ts';
import { TalentChanged, TalentNotFound } from './errors.ts';
import type { MemberDirectory, TalentMember, TalentStore } from './ports.ts';
import { isSamePlace, placeOf, type Rating, type RatingRequest, type Thresholds } from './rating.ts';

export interface TalentDeps {
  readonly talent: TalentStore;
  readonly members: MemberDirectory;
  readonly clock: Clock;
}

/** Where no agency has said otherwise; ours, and in no rule (PermenPANRB 3/2020 leaves it to agencies). */
export const usualThresholds: Thresholds = { middleFrom: 6_000, highFrom: 8_000, rev: 0 };

export type Recorded = 'created' | 'changed' | 'skipped';

/**
 * Records where somebody of the officer's agency stands for a year; of the same person and year it takes the place of what was recorded, which stays on
 * record. The same once more changes nothing. Throws `OwnTalent`, `TalentNotFound`, `InvalidInput`, `TalentChanged`.
 */
export async function recordRating(
  deps: TalentDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly request: RatingRequest;
    /** Nothing is written, and it is answered as if it were. */
    readonly isTrial?: boolean;
  },
): Promise<Recorded> {
  const { principal, request } = input;
  const member = await memberFor(deps, input);
  refuseDays(member, request);
  const axes = axesOf(request, (await deps.talent.thresholdsOf(member.agencyId)) ?? usualThresholds);
  const before = await deps.talent.find({ ...member, year: request.year });
  if (before && isSame(before, request, axes)) return 'skipped';
  const { year, predicate, score, basis, foundOn } = request;
  const next: Rating = {
    ...{ personId: member.personId, agencyId: member.agencyId, year, ...axes, basis, foundOn },
    ...(predicate !== undefined && { predicate }),
    ...(score !== undefined && { score }),
    recordedBy: { id: principal.personId, name: principal.name },
    recordedAt: deps.clock.now().toISOString(),
    rev: (before?.rev ?? 0) + 1,
  };
  if (!input.isTrial && (await deps.talent.save(before, next)) === 'changed') throw new TalentChanged();
  return before ? 'changed' : 'created';
}

function refuseDays({ today }: TalentMember, { year, foundOn }: RatingRequest): void {
  const issue = (path: string, message: string) => new InvalidInput(message, { issues: [{ path, message }] });
  if (foundOn > today) throw issue('/foundOn', 'The day lies in the future.');
  if (year > Number(today.slice(0, 4))) throw issue('/year', 'The year has not begun.');
  if (Number(foundOn.slice(0, 4)) < year)
    throw issue('/foundOn', 'The day lies before the year it is about.');
}

function axesOf({ performance, predicate, potential, score }: RatingRequest, by: Thresholds): Axes {
  const done = performance ?? (predicate && performanceOf(predicate));
  const may = potential ?? (score === undefined ? undefined : potentialOf(score, by));
  if (done === undefined || may === undefined) throw new InvalidInput('Both axes have to be said.');
  return { performance: done, potential: may };
}

const potentialOf = (score: number, { middleFrom, highFrom }: Thresholds): Axes['potential'] =>
  score >= highFrom ? 'high' : score >= middleFrom ? 'middle' : 'low';

const isSame = (before: Rating, request: RatingRequest, axes: Axes): boolean =>
  isSamePlace(placeOf(before), axes) &&
  before.predicate === request.predicate &&
  before.score === request.score &&
  before.basis === request.basis &&
  before.foundOn === request.foundOn;

/** Takes what was recorded for a year out of what counts, with a reason; it stays on record. Safe to repeat. */
export async function withdrawRating(
  deps: TalentDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly year: number;
    readonly request: { readonly rev: number; readonly reason: string };
  },
): Promise<void> {
  const { principal, year, request } = input;
  const member = await memberFor(deps, input);
  const before = await deps.talent.find({ ...member, year });
  if (!before) throw new TalentNotFound();
  if (before.withdrawn) return;
  if (before.rev !== request.rev) throw new TalentChanged();
  const next: Rating = {
    ...before,
    ...{
      recordedBy: { id: principal.personId, name: principal.name },
      withdrawn: { reason: request.reason },
    },
    ...{ recordedAt: deps.clock.now().toISOString(), rev: before.rev + 1 },
  };
  if ((await deps.talent.save(before, next)) === 'changed') throw new TalentChanged();
}

/** Sets from which scores on a potential is middle and high. What is recorded keeps the level it had. */
export async function setThresholds(
  deps: Pick<TalentDeps, 'talent'>,
  { principal, request }: { readonly principal: PersonPrincipal; readonly request: Thresholds },
): Promise<void> {
  if ((await deps.talent.setThresholds(officeOf(principal), request)) === 'changed')
    throw new TalentChanged();
}
