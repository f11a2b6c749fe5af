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
import type { HabitDirectory, HabitFacts, HabitSettings, HabitStore } from './ports.ts';

interface Deps {
  readonly habits: Pick<HabitStore, 'settingsOf' | 'pledgesOf' | 'savePledge' | 'openPledge'>;
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

export const noSettings = (personId: PersonId): HabitSettings => ({ personId, away: [], rev: 0 });

/** Each further try meets an opening that somebody else finished in between, of which there are five at most. */
const mostTries = mostOpenPledges + 3;

/**
 * Opens a pledge if there is room for it. Settings are read before the pledges and written with the new one: whoever opened another one since then
 * has changed them, and this one looks again. So there are never more than five, and a person is counted once a year, however many ask at once.
 */
async function open(
  { habits, clock }: Deps,
  { personId, agencyId, timeZone }: HabitFacts & { readonly personId: PersonId },
  next: (all: readonly Pledge[], today: LocalDate) => Pledge | Promise<Pledge>,
): Promise<void> {
  for (let n = 0; n < mostTries; n += 1) {
    const before = await habits.settingsOf(personId);
    const all = await habits.pledgesOf(personId);
    const today = localDateOf(clock.now().getTime(), timeZone);
    const pledge = await next(all, today);
    const others = all.filter((one) => one.pledgeId !== pledge.pledgeId && isOpen(one, today));
    if (others.length >= mostOpenPledges) throw new TooManyPledges();
    const year = yearOf(today);
    const settings = before ?? noSettings(personId);
    const counted =
      agencyId !== undefined && (settings.pledgedIn ?? 0) < year ? { agencyId, year } : undefined;
    const along = {
      settings: { ...settings, ...(counted && { pledgedIn: year }) },
      ...(counted && { counted }),
    };
    if ((await habits.openPledge(pledge, along)) === 'saved') return;
  }
  throw new HabitChanged();
}

/** Pledges something from today on. */
export async function makePledge(
  deps: Deps & { readonly ids: Ids },
  { principal, request }: { readonly principal: PersonPrincipal; readonly request: PledgeRequest },
): Promise<void> {
  const { personId } = principal;
  const facts = await factsOf(deps, personId);
  if (request.kind === 'team-time' && !principal.roles.includes('supervisor')) throw new UnfitPledge('kind');
  const pledgeId = deps.ids.uuid() as PledgeId;
  await open(deps, { ...facts, personId }, async (_all, today) => ({
    ...{ personId, pledgeId, ...(await termsOf(deps, request, { personId, today })) },
    ...{ from: today, createdAt: deps.clock.now().toISOString(), rev: 0 },
    audience: request.kind === 'team-time' ? 'team' : request.share,
  }));
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

const ownAmong = (all: readonly Pledge[], pledgeId: PledgeId): Pledge => {
  const found = all.find((one) => one.pledgeId === pledgeId);
  if (!found) throw new AdoptionNotFound();
  return found;
};

/** Of one's own; somebody else's is answered like an absent one. */
const ownPledge = async ({ habits }: Pick<Deps, 'habits'>, { principal, pledgeId }: Place): Promise<Pledge> =>
  ownAmong(await habits.pledgesOf(principal.personId), pledgeId);

async function save({ habits }: Pick<Deps, 'habits'>, next: Pledge): Promise<void> {
  if ((await habits.savePledge(next)) === 'conflict') throw new HabitChanged();
}

/** Ends it without a word about it. What is so already stays as it is. */
export async function letPledgeGo(deps: Pick<Deps, 'habits'>, place: Place): Promise<void> {
  const found = await ownPledge(deps, place);
  if (!found.letGo) await save(deps, { ...found, letGo: true });
}

/** Begins it anew today, for as long as before; of a course for four weeks. */
export async function renewPledge(deps: Deps, { principal, pledgeId }: Place): Promise<void> {
  const { personId } = principal;
  await open(deps, { ...(await factsOf(deps, personId)), personId }, (all, today) => {
    const { letGo: _, kept: __, ...found } = ownAmong(all, pledgeId);
    const weeks = found.what.kind === 'course' ? 4 : found.what.weeks;
    return { ...found, from: today, until: addDays(today, weeks * 7 - 1) };
  });
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
