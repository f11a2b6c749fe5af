import { listCatalogue } from '@sinau/catalogue';
import type { AgencyId, LanguageMap } from '@sinau/kernel';
import { type Audience, type Duty, isOverdue, pathOf, requiredPath } from '@sinau/obligations';
import { isRequirable } from '@sinau/programmes';
import type { AudienceView, DutyRow, TermsDraft } from '@sinau/web';
import { titleOfRequired } from '../shared/required-paths.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

export type Deps = Pick<
  PortalDeps,
  'obligations' | 'people' | 'organisations' | 'courses' | 'paths' | 'clock' | 'signer'
>;

/** Parts that were left empty mean anybody. */
export function audienceIn(
  draft: Pick<TermsDraft, 'unitIds' | 'postFamilies' | 'postWords' | 'statuses'>,
): object {
  const { unitIds, postFamilies, postWords, statuses } = draft;
  return Object.fromEntries(
    Object.entries({ unitIds, postFamilies, postWords, statuses }).filter(([, values]) => values.length > 0),
  );
}

export async function audienceOf(
  { organisations }: Deps,
  agencyId: AgencyId | undefined,
  { unitIds = [], postFamilies = [], postWords = [], statuses = [] }: Audience,
): Promise<AudienceView> {
  const units = agencyId === undefined || unitIds.length === 0 ? [] : await organisations.listUnits(agencyId);
  const names = new Map(units.map(({ unitId, name }) => [unitId as string, name]));
  return {
    units: unitIds.map((unitId) => names.get(unitId) ?? '–'),
    postFamilies: postFamilies as AudienceView['postFamilies'],
    ...{ postWords, statuses },
  };
}

export async function rowsOf(deps: Deps, duties: readonly Duty[]): Promise<readonly DutyRow[]> {
  const people = await deps.people.findMany([...new Set(duties.map(({ personId }) => personId))]);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const courseIds = [...new Set(duties.map(({ courseId }) => courseId))];
  const titles = new Map(
    await inTurns(courseIds, async (courseId) => [courseId, await titleOf(deps, courseId)] as const),
  );
  const now = deps.clock.now();
  return duties.map((duty) => {
    const { personId, courseId, period, dueOn, extendedFrom, state, obstacle, released, finishedAt } = duty;
    return {
      ...{ personId, name: names.get(personId) ?? '–', course: titles.get(courseId) ?? {} },
      ...{ period, dueOn, state, isOverdue: isOverdue(duty, now) },
      ...(extendedFrom !== undefined && { extendedFrom }),
      ...(obstacle && { obstacle: obstacleFor(courseId, obstacle) }),
      ...(released && { released }),
      ...(finishedAt !== undefined && { finishedAt }),
    };
  });
}

const obstacleFor = (courseId: string, obstacle: NonNullable<Duty['obstacle']>) =>
  obstacle === 'course-closed' && pathOf(courseId) !== undefined ? ('path-closed' as const) : obstacle;

/** Of a course or a path. */
export const titleOf = async (
  deps: Pick<Deps, 'courses' | 'paths'>,
  courseId: string,
): Promise<LanguageMap> => (await titleOfRequired(deps, courseId)) ?? { id: '–' };

/** Published paths of the agency, and those for everybody, that may be required. */
export async function pathsToChoose(
  deps: Pick<Deps, 'paths'>,
  agencyId: AgencyId | undefined,
): Promise<readonly (readonly [required: string, title: LanguageMap])[]> {
  if (agencyId === undefined) return [];
  const { paths } = await deps.paths();
  const page = { limit: mostPaths };
  const lists = await Promise.all([
    paths.listOf({ kind: 'agency', agencyId }, page),
    paths.listOpen('all', page),
  ]);
  const found = new Map(lists.flatMap((list) => list.paths).map((path) => [path.pathId, path]));
  return [...found.values()]
    .filter((path) => isRequirable(path, agencyId))
    .map(({ pathId, current, draft }) => [requiredPath(pathId), { id: (current ?? draft).title }] as const);
}

/** Whoever has more finds the newest. */
const mostPaths = 200;

/** Published courses, as they are listed. */
export async function coursesToChoose(
  deps: Pick<Deps, 'courses'>,
): Promise<readonly (readonly [courseId: string, title: LanguageMap])[]> {
  const { courses } = await listCatalogue(deps, { limit: 500 });
  return courses.map(({ courseId, title }) => [courseId as string, title] as const);
}
