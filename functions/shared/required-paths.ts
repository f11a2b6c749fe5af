import { type CreditStore, readLines, type StandingDirectory } from '@sinau/credit';
import { type LanguageMap, localDateOf, type PersonId, yearOf } from '@sinau/kernel';
import {
  type CourseDesk,
  type CourseShelf,
  type CourseStanding,
  type DutyPlace,
  isOpen,
  type ObligationsStore,
  pathOf,
  requiredPath,
} from '@sinau/obligations';
import {
  isRequirable,
  type PathId,
  type PathRound,
  type PathStore,
  readRound,
  releasePath,
  requirePath,
  standingOf,
  stepsOf,
} from '@sinau/programmes';
import type { PathDesk } from './path-parts.ts';
import { pathRegistration } from './path-registration.ts';

type Paths = Pick<PathDesk, 'paths' | 'members' | 'steps' | 'clock'>;

interface Deps extends Paths {
  readonly credit: CreditStore;
  readonly standings: StandingDirectory;
}

/** Obligations may name a course or a learning path: each is asked of whoever has it. */
export function withPaths(courses: CourseDesk, deps: Deps): CourseDesk {
  return {
    standingOf: (place) => {
      const pathId = idOf(place);
      return pathId === undefined ? courses.standingOf(place) : pathStanding(deps, { ...place, pathId });
    },
    give: async (order) => {
      const pathId = idOf(order);
      if (pathId === undefined) return courses.give(order);
      return (await requirePath(deps, { ...order, pathId })) === 'given' ? 'given' : 'course-closed';
    },
    takeBack: async (place, heir) => {
      const pathId = idOf(place);
      if (pathId === undefined) return courses.takeBack(place, heir);
      const { personId, obligationId } = place;
      await releasePath(deps, { pathId, personId, obligationId, ...(heir && { heir: heir.obligationId }) });
    },
  };
}

export const shelfWithPaths = (courses: CourseShelf, { paths }: Pick<PathDesk, 'paths'>): CourseShelf => ({
  async admissionOf(courseId, agencyId) {
    const pathId = idOf({ courseId });
    if (pathId === undefined) return courses.admissionOf(courseId, agencyId);
    const path = await paths.find(pathId);
    if (!isRequirable(path, agencyId) || !path.current) return undefined;
    return stepsOf(path.current).some(({ kind }) => kind === 'event') ? 'once' : 'open';
  },
});

const idOf = ({ courseId }: Pick<DutyPlace, 'courseId'>) => pathOf(courseId) as PathId | undefined;

interface Whose {
  readonly pathId: PathId;
  readonly personId: PersonId;
  readonly since?: string;
}

/** Read off steps as they are now, and not off what the path has noted. */
async function pathStanding(deps: Deps, { pathId, personId, since }: Whose): Promise<CourseStanding> {
  const [path, member] = await Promise.all([deps.paths.find(pathId), deps.members.find(pathId, personId)]);
  if (!path || !member || member.state === 'left') return { completions: [] };
  const round = await readRound(deps, { path, member, ...(since !== undefined && { since }) });
  if (!round) return { completions: [] };
  const { completedAt } = round.standing;
  if (completedAt !== undefined) {
    const registration = pathRegistration(pathId, personId);
    const isRecognised = await allRecognised(deps, personId, round);
    return {
      current: { state: 'completed', hasBegun: true },
      completions: [{ registration, completedAt, isRecognised }],
    };
  }
  const hasBegun = [...round.progress.values()].some(({ state }) => state === 'active' || state === 'done');
  return { current: { state: 'active', hasBegun }, completions: [] };
}

/** A path has no JP of its own: it is recognised once those of so many of its steps are that they alone finish it. */
async function allRecognised(deps: Deps, personId: PersonId, { terms, done }: PathRound): Promise<boolean> {
  const found = await readLines(deps, { personId });
  if (!found) return false;
  const { timeZone } = found.basis.standing;
  const yearOfStep = ({ at }: { readonly at: string }) => yearOf(localDateOf(Date.parse(at), timeZone));
  const counted = new Set<string>();
  for (const { account, recognised, year } of found.lines) {
    const { source } = account.earned;
    if (recognised <= 0) continue;
    const id = source.kind === 'course' ? source.courseId : source.kind === 'event' && source.eventId;
    // What was told after New Year is a step of the new year, and may lie in the ledger of the old one.
    for (const one of [year, yearOfStep(account.earned)]) counted.add(`${one} ${id}`);
  }
  const things = new Map(stepsOf(terms).map(({ stepId, of }) => [stepId, of]));
  const recognised = done.filter((one) => counted.has(`${yearOfStep(one)} ${things.get(one.stepId)}`));
  return standingOf(terms, recognised).completedAt !== undefined;
}

/** Whether somebody owes a path, as paths ask it. */
export const requirementsOf = ({ duties }: { readonly duties: Pick<ObligationsStore, 'dutiesOf'> }) => ({
  isRequired: async (personId: PersonId, pathId: PathId) =>
    (await duties.dutiesOf(personId)).some((duty) => isOpen(duty) && duty.courseId === requiredPath(pathId)),
});

/** What a course or a path is called; undefined where neither is there. */
export async function titleOfRequired(
  deps: {
    readonly courses: { find(courseId: string): Promise<{ readonly title: LanguageMap } | undefined> };
    readonly paths: () => Promise<{ readonly paths: Pick<PathStore, 'find'> }>;
  },
  required: string,
): Promise<LanguageMap | undefined> {
  const pathId = pathOf(required) as PathId | undefined;
  if (pathId === undefined) return (await deps.courses.find(required))?.title;
  const path = await (await deps.paths()).paths.find(pathId);
  return path && { id: (path.current ?? path.draft).title };
}

/** Where somebody goes on with it. */
export function hrefOfRequired(required: string): string {
  const pathId = pathOf(required);
  return pathId === undefined
    ? `/courses/${encodeURIComponent(required)}`
    : `/paths/${encodeURIComponent(pathId)}`;
}
