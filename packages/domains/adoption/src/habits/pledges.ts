import {
  addDays,
  type Clock,
  type Ids,
  type LocalDate,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  yearOf,
} from '@sinau/kernel';
import { AdoptionNotFound, HabitChanged, TooManyPledges, UnfitPledge } from '../errors.ts';
import { isOpen, type Pledge, type Pledged, type PledgeId, type PledgeRequest } from './pledge.ts';
import type { HabitDirectory, HabitFacts, HabitStore } from './ports.ts';

interface Deps {
  readonly habits: Pick<HabitStore, 'pledgesOf' | 'savePledge'>;
  readonly directory: Pick<HabitDirectory, 'personOf' | 'openCoursesOf'>;
  readonly clock: Clock;
}

/** What nobody can keep in mind is no pledge. */
export const mostOpenPledges = 5;
/** A day further ahead is a wish. */
const longestDays = 366;

export async function factsOf(
  { directory }: { readonly directory: Pick<HabitDirectory, 'personOf'> },
  personId: PersonId,
): Promise<HabitFacts> {
  const facts = await directory.personOf(personId);
  if (!facts) throw new AdoptionNotFound();
  return facts;
}

/** Pledges something from today on. */
export async function makePledge(
  deps: Deps & { readonly ids: Ids },
  { principal, request }: { readonly principal: PersonPrincipal; readonly request: PledgeRequest },
): Promise<void> {
  const { personId } = principal;
  const facts = await factsOf(deps, personId);
  const today = localDateOf(deps.clock.now().getTime(), facts.timeZone);
  if (request.kind === 'team-time' && !principal.roles.includes('supervisor')) throw new UnfitPledge('kind');
  const all = await deps.habits.pledgesOf(personId);
  if (all.filter((one) => isOpen(one, today)).length >= mostOpenPledges) throw new TooManyPledges();
  const pledge: Pledge = {
    ...{
      personId,
      pledgeId: deps.ids.uuid() as PledgeId,
      ...(await termsOf(deps, request, { personId, today })),
    },
    ...{ from: today, createdAt: deps.clock.now().toISOString(), rev: 0 },
    audience: request.kind === 'team-time' ? 'team' : request.share,
  };
  const year = yearOf(today);
  const isFirst = !all.some(({ createdAt }) => yearOf(createdAt) === year);
  const first =
    isFirst && facts.agencyId !== undefined ? ([{ agencyId: facts.agencyId, year }] as const) : [];
  if ((await deps.habits.savePledge(pledge, ...first)) === 'conflict') throw new HabitChanged();
}

async function termsOf(
  { directory }: Pick<Deps, 'directory'>,
  request: PledgeRequest,
  { personId, today }: { readonly personId: PersonId; readonly today: LocalDate },
): Promise<{ readonly what: Pledged; readonly until: LocalDate }> {
  if (request.kind !== 'course') {
    const { kind, minutes, weeks } = request;
    const days = [...new Set(request.days)].toSorted((a, b) => a - b);
    return { what: { kind, days, minutes, weeks }, until: addDays(today, weeks * 7 - 1) };
  }
  const { courseId, until } = request;
  const course = (await directory.openCoursesOf(personId)).find((one) => one.courseId === courseId);
  if (!course) throw new UnfitPledge('courseId');
  if (until < today || until > addDays(today, longestDays)) throw new UnfitPledge('until');
  return { what: { kind: 'course', courseId, title: course.title }, until };
}

interface Place {
  readonly principal: PersonPrincipal;
  readonly pledgeId: PledgeId;
}

/** Of one's own; somebody else's is answered like an absent one. */
async function ownPledge({ habits }: Pick<Deps, 'habits'>, { principal, pledgeId }: Place): Promise<Pledge> {
  const found = (await habits.pledgesOf(principal.personId)).find((one) => one.pledgeId === pledgeId);
  if (!found) throw new AdoptionNotFound();
  return found;
}

async function save({ habits }: Pick<Deps, 'habits'>, next: Pledge): Promise<void> {
  if ((await habits.savePledge(next)) === 'conflict') throw new HabitChanged();
}

/** Ends it without a word about it. What is so already stays as it is. */
export async function letPledgeGo(deps: Pick<Deps, 'habits'>, place: Place): Promise<void> {
  const found = await ownPledge(deps, place);
  if (!found.letGo) await save(deps, { ...found, letGo: true });
}

/** Begins it anew today, for as long as before; of a course for four weeks. */
export async function renewPledge(deps: Deps, place: Place): Promise<void> {
  const { letGo: _, ...found } = await ownPledge(deps, place);
  const { timeZone } = await factsOf(deps, found.personId);
  const today = localDateOf(deps.clock.now().getTime(), timeZone);
  const others = (await deps.habits.pledgesOf(found.personId)).filter(
    (one) => one.pledgeId !== found.pledgeId && isOpen(one, today),
  );
  if (others.length >= mostOpenPledges) throw new TooManyPledges();
  const weeks = found.what.kind === 'course' ? 4 : found.what.weeks;
  await save(deps, { ...found, from: today, until: addDays(today, weeks * 7 - 1) });
}

/** Shows it to the supervisor, or to nobody any more. What is given to a team stays the team's to see. */
export async function sharePledge(
  deps: Pick<Deps, 'habits'>,
  { share, ...place }: Place & { readonly share: 'nobody' | 'supervisor' },
): Promise<void> {
  const found = await ownPledge(deps, place);
  if (found.audience === 'team') throw new UnfitPledge('share');
  if (found.audience !== share) await save(deps, { ...found, audience: share });
}
