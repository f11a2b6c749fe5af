import type { CourseId } from '@sinau/catalogue';
import type { CourseStructure, StructureNode } from '@sinau/cmi5';
import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { StatementObject, StoredStatement } from '@sinau/xapi';
import type { PortalDeps } from './deps.ts';
import { lastSegment } from './last-segment.ts';

/** What a statement is about, in words, and the course it belongs to. */
export type FindTitles = (
  statement: StoredStatement,
) => Promise<{ readonly object: LanguageMap; readonly course?: LanguageMap }>;

interface CourseTitles {
  readonly course: LanguageMap;
  /** By `<kind>/<mark>`, the end of the ids that delivery gives. */
  readonly objects: ReadonlyMap<string, LanguageMap>;
}

type TitleDeps = Pick<PortalDeps, 'addresses' | 'courses' | 'content' | 'digest' | 'enrolments'>;

/** Statements of AUs often carry ids alone; their names come from the course's structure. Each course is read once. */
export function createActivityTitles(deps: TitleDeps, person: PersonPrincipal): FindTitles {
  const read = new Map<string, Promise<CourseTitles | undefined>>();
  const titlesOf = (courseId: string) => {
    const known = read.get(courseId) ?? readTitles(deps, person, courseId);
    read.set(courseId, known);
    return known;
  };
  return async (statement) => {
    const place = placesIn(statement, deps.addresses.activityBase)[0];
    const titles = place && (await titlesOf(place.courseId));
    const own = placeOf(statement.object, deps.addresses.activityBase);
    const object = nameOf(statement.object) ?? (own && titles?.objects.get(own.object));
    return {
      object: object ?? { und: fallback(statement.object) },
      ...(titles && { course: titles.course }),
    };
  };
}

interface Place {
  readonly courseId: string;
  readonly object: string;
}

function placesIn(statement: StoredStatement, base: string): readonly Place[] {
  const { grouping = [], parent = [] } = statement.context?.contextActivities ?? {};
  return [statement.object, ...[grouping, parent].flat()]
    .map((object) => placeOf(object, base))
    .filter((place) => place !== undefined);
}

function placeOf(object: StatementObject, base: string): Place | undefined {
  if (!('id' in object) || !object.id.startsWith(`${base}/`)) return undefined;
  const [courseId, kind, mark] = object.id.slice(base.length + 1).split('/');
  // Ids come from content: one that no course of ours can have names none, and hides no page (case F5).
  if (!courseId || !/^[\w-]{1,64}$/.test(courseId) || !kind || !mark) return undefined;
  return { courseId, object: `${kind}/${mark}` };
}

async function readTitles(
  deps: TitleDeps,
  person: PersonPrincipal,
  courseId: string,
): Promise<CourseTitles | undefined> {
  const [course, enrolment] = await Promise.all([
    deps.courses.find(courseId as CourseId),
    deps.enrolments.findCurrent(person.personId, courseId),
  ]);
  const version = enrolment?.version ?? course?.publishedVersion;
  if (!course || version === undefined) return undefined;
  const found = await deps.content.find(course.courseId, version);
  return found && { course: course.title, objects: objectTitles(deps, found.structure) };
}

function objectTitles(
  { digest }: Pick<TitleDeps, 'digest'>,
  { course, aus }: CourseStructure,
): ReadonlyMap<string, LanguageMap> {
  const mark = (id: string) => digest.sha256(id).slice(0, 32);
  const blocks = (nodes: readonly StructureNode[]): (readonly [string, LanguageMap])[] =>
    nodes.flatMap((node) =>
      node.kind === 'block'
        ? [[`block/${mark(node.id)}`, node.title] as const, ...blocks(node.children)]
        : [],
    );
  return new Map([
    [`course/${mark(course.id)}`, course.title],
    ...blocks(course.children),
    ...aus.map((au) => [`au/${mark(au.id)}`, au.title] as const),
  ]);
}

function nameOf(object: StatementObject): LanguageMap | undefined {
  if ('definition' in object && object.definition?.name) {
    const { name } = object.definition;
    return Object.keys(name).length > 0 ? name : undefined;
  }
  return 'name' in object && object.name ? { und: object.name } : undefined;
}

function fallback(object: StatementObject): string {
  return 'id' in object ? lastSegment(object.id) : object.objectType;
}
