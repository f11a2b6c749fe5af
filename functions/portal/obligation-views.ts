import { type CourseId, listCatalogue } from '@sinau/catalogue';
import type { AgencyId, LanguageMap } from '@sinau/kernel';
import { type Audience, type Duty, isOverdue } from '@sinau/obligations';
import type { AudienceView, DutyRow, TermsDraft } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

export type Deps = Pick<
  PortalDeps,
  'obligations' | 'people' | 'organisations' | 'courses' | 'clock' | 'signer'
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
      ...(obstacle && { obstacle }),
      ...(released && { released }),
      ...(finishedAt !== undefined && { finishedAt }),
    };
  });
}

export async function titleOf({ courses }: Pick<Deps, 'courses'>, courseId: string): Promise<LanguageMap> {
  return (await courses.find(courseId as CourseId))?.title ?? { id: '–' };
}

/** Published courses, as they are listed. */
export async function coursesToChoose(
  deps: Pick<Deps, 'courses'>,
): Promise<readonly (readonly [courseId: string, title: LanguageMap])[]> {
  const { courses } = await listCatalogue(deps, { limit: 500 });
  return courses.map(({ courseId, title }) => [courseId as string, title] as const);
}
