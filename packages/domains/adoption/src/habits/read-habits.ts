import {
  addDays,
  type Clock,
  daysBetween,
  type LocalDate,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  type TimeZone,
} from '@sinau/kernel';
import { HabitChanged, UnfitPledge } from '../errors.ts';
import { isOpen, type Pledge } from './pledge.ts';
import { factsOf, noSettings } from './pledges.ts';
import type { HabitCourse, HabitDirectory, HabitSettings, HabitStore } from './ports.ts';
import { type PledgeState, type Progress, progressOf, stateOf } from './progress.ts';
import { type Away, type Rhythm, rhythmOf } from './rhythm.ts';

interface Deps {
  readonly habits: HabitStore;
  readonly directory: HabitDirectory;
  readonly clock: Clock;
}

export interface OwnPledge {
  readonly pledge: Pledge;
  readonly progress: Progress;
  readonly state: PledgeState;
}

/** A pledge as others see it: what, and never how it goes. */
export interface SharedPledge {
  readonly name: string;
  readonly pledge: Pick<Pledge, 'pledgeId' | 'what' | 'until'>;
}

export interface OwnHabits {
  readonly today: LocalDate;
  readonly rhythm: Rhythm;
  readonly settings: HabitSettings;
  /** Open ones first, then the newest. */
  readonly pledges: readonly OwnPledge[];
  /** Courses that are open, for a pledge. */
  readonly courses: readonly HabitCourse[];
}

/** Weeks and pledges of the reader. */
export async function readHabits(
  deps: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<OwnHabits> {
  const { personId } = principal;
  const { timeZone: zone } = await factsOf(deps, personId);
  const [done, courses] = await Promise.all([
    readDone(deps, { personId, zone, isOwn: true }),
    deps.directory.openCoursesOf(personId),
  ]);
  const { today, settings, rhythm } = done;
  return {
    ...{ today, settings, rhythm, courses },
    pledges: done.pledges.toSorted(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        b.pledge.createdAt.localeCompare(a.pledge.createdAt),
    ),
  };
}

/** For the home page: three reads, whatever somebody has learned, and a write for a pledge that is seen to be kept. Undefined where they have hidden it. */
export async function readRhythm(
  deps: Omit<Deps, 'directory'> & { readonly directory: Pick<HabitDirectory, 'secondsOf' | 'finishedOf'> },
  /** `isOwn`: they look themselves; a look as somebody else changes nothing. */
  reader: { readonly personId: PersonId; readonly zone: TimeZone; readonly isOwn: boolean },
): Promise<{ readonly rhythm: Rhythm; readonly open: number } | undefined> {
  const { today, settings, rhythm, pledges } = await readDone(deps, reader);
  if (settings.hidden) return undefined;
  return { rhythm, open: pledges.filter(({ pledge }) => isOpen(pledge, today)).length };
}

/** Sessions are kept for a hundred days: more than the weeks of a rhythm, and than a pledge of eight weeks that ended some weeks ago. */
const sessionDays = 100;

async function readDone(
  { habits, directory, clock }: Parameters<typeof readRhythm>[0],
  { personId, zone, isOwn }: Parameters<typeof readRhythm>[1],
) {
  const today = localDateOf(clock.now().getTime(), zone);
  const since = { day: addDays(today, 1 - sessionDays), zone };
  const [{ settings = noSettings(personId), pledges }, seconds, completions] = await Promise.all([
    habits.bookOf(personId),
    directory.secondsOf(personId, since),
    directory.finishedOf(personId),
  ]);
  const finished = new Map(
    completions.map(({ courseId, completedAt }) => [courseId, localDateOf(Date.parse(completedAt), zone)]),
  );
  const learned = new Set([...seconds.keys(), ...finished.values()]);
  const rhythm = rhythmOf(learned, { away: settings.away, today });
  const own = pledges.map((pledge): OwnPledge => {
    const progress = progressOf(pledge, { seconds, finished }, today);
    return { pledge, progress, state: stateOf(pledge, progress, today) };
  });
  if (isOwn) await noteKept(habits, own);
  return { today, settings, pledges: own, rhythm };
}

/** Once each. Where the pledge has been changed meanwhile, the next look notes it if it still is so. */
async function noteKept(habits: Pick<HabitStore, 'savePledge'>, own: readonly OwnPledge[]): Promise<void> {
  for (const { pledge, state } of own) {
    if (state === 'kept' && !pledge.kept) await habits.savePledge({ ...pledge, kept: true });
  }
}

/** What the reader's supervisor has pledged to the team, as long as it goes on. */
export async function pledgesForTeam(
  { habits, directory, clock }: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly Pledge[]> {
  const { supervisorId, timeZone } = await factsOf({ directory }, principal.personId);
  if (supervisorId === undefined) return [];
  const today = localDateOf(clock.now().getTime(), timeZone);
  return (await habits.pledgesOf(supervisorId)).filter(
    (one) => one.audience === 'team' && isOpen(one, today),
  );
}

/** What people of the reader's team have chosen to show, by name and day; nothing of how it goes. */
export async function pledgesInTeam(
  { habits, directory, clock }: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly SharedPledge[]> {
  const { timeZone } = await factsOf({ directory }, principal.personId);
  const today = localDateOf(clock.now().getTime(), timeZone);
  const shared: SharedPledge[] = [];
  for (const { personId, name } of await directory.teamOf(principal.personId)) {
    const all = await habits.pledgesOf(personId);
    const shown = all.filter((one) => one.audience === 'supervisor' && isOpen(one, today));
    shared.push(
      ...shown
        .toSorted((a, b) => a.until.localeCompare(b.until))
        .map(({ pledgeId, what, until }) => ({ name, pledge: { pledgeId, what, until } })),
    );
  }
  return shared;
}

const mostAway = 10;
const longestAway = 120;
/** Weeks that are counted are nearer than that, and nobody knows their leave further ahead. */
const furthestAway = 366;

/** Shows or hides the weeks on the home page. */
export async function hideRhythm(
  { habits }: Pick<Deps, 'habits'>,
  { principal, hidden }: { readonly principal: PersonPrincipal; readonly hidden: boolean },
): Promise<void> {
  const { hidden: _, ...before } =
    (await habits.settingsOf(principal.personId)) ?? noSettings(principal.personId);
  await saveSettings(habits, { ...before, ...(hidden && { hidden: true as const }) });
}

/** Notes days on which the reader is not at work; they are not counted. */
export async function noteAway(
  { habits, clock }: Pick<Deps, 'habits' | 'clock'>,
  { principal, away }: { readonly principal: PersonPrincipal; readonly away: Away },
): Promise<void> {
  const today = localDateOf(clock.now().getTime(), 'Asia/Jakarta');
  const isNear = addDays(today, -furthestAway) <= away.from && away.until <= addDays(today, furthestAway);
  const fits = away.from <= away.until && daysBetween(away.from, away.until) <= longestAway;
  if (!isNear || !fits) throw new UnfitPledge('until');
  const before = (await habits.settingsOf(principal.personId)) ?? noSettings(principal.personId);
  const others = before.away.filter(({ from, until }) => from !== away.from || until !== away.until);
  const all = [away, ...others].toSorted((a, b) => b.from.localeCompare(a.from));
  await saveSettings(habits, { ...before, away: all.slice(0, mostAway) });
}

/** Takes them back. */
export async function forgetAway(
  { habits }: Pick<Deps, 'habits'>,
  { principal, from }: { readonly principal: PersonPrincipal; readonly from: LocalDate },
): Promise<void> {
  const before = await habits.settingsOf(principal.personId);
  if (!before?.away.some((one) => one.from === from)) return;
  await saveSettings(habits, { ...before, away: before.away.filter((one) => one.from !== from) });
}

async function saveSettings(habits: HabitStore, next: HabitSettings): Promise<void> {
  if ((await habits.saveSettings(next)) === 'conflict') throw new HabitChanged();
}
