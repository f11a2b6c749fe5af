import type { ProviderId } from '@sinau/kernel';
import { writtenModule } from './add-module.ts';
import { modulesOf } from './commit-version.ts';
import type { Course, CourseId, CourseSource } from './course.ts';
import { noDetails, openAdmission } from './course-details.ts';
import type { EditDeps } from './edit-draft.ts';
import { CourseChanged } from './errors.ts';
import type { CourseModule, CoursePackage } from './module.ts';
import { type ProvidedField, type ProvidedWords, withWords, wordsOf } from './provided-words.ts';

export type { ProvidedField, ProvidedWords } from './provided-words.ts';

const mostRaces = 5;
const allFields: readonly ProvidedField[] = [
  ...(['title', 'description', 'languages', 'startsAt', 'endsAt'] as const),
  ...(['jp', 'price', 'seats', 'competencies'] as const),
];

/**
 * Makes the draft of a course that a provider's own system offers, with one module that leads there. Harmless when it is
 * there already. `gone`: it was deleted. Who asks was authorised by the connection.
 */
export async function makeProvidedCourse(
  deps: EditDeps,
  input: {
    readonly courseId: CourseId;
    readonly providerId: ProviderId;
    readonly source: CourseSource;
    readonly words: ProvidedWords;
  },
): Promise<'made' | 'gone'> {
  const { courseId, providerId, source, words } = input;
  if (await deps.courses.find(courseId)) return 'made';
  if (await deps.courses.findRemoval(courseId)) return 'gone';
  const at = deps.clock.now().toISOString();
  const texts = { title: {}, description: {}, details: noDetails };
  const empty: Course = {
    ...{ courseId, providerId, source, ...texts, draft: { ...texts, modules: [] } },
    ...{ admission: openAdmission, versionRule: 'stay', status: 'draft', latestVersion: 0 },
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  };
  const course = withWords(empty, words, allFields);
  const made = words.url === undefined ? undefined : await moduleTo(deps, course, words.url);
  const modules = made ? [made.module] : [];
  const outcome = await deps.courses.change({
    course: { ...course, draft: { ...course.draft, modules } },
    ...(made && { packages: [made.package] }),
  });
  // Somebody else made it meanwhile.
  if (outcome === 'conflict' && made) await deps.content.discard(made.module.originHash);
  return 'made';
}

/** As authors see the course now; undefined when there is none. */
export async function readProvidedCourse(
  deps: Pick<EditDeps, 'courses' | 'content'>,
  courseId: CourseId,
): Promise<{ readonly words: ProvidedWords; readonly status: Course['status'] } | undefined> {
  const course = await withModules(deps, courseId);
  return course && { words: wordsOf(course, await urlOf(deps, course)), status: course.status };
}

/**
 * Writes the fields of `to` that `choose` names when it sees the course as it is. When others write at the same time it
 * is asked again; what it throws is thrown, and nothing is written then.
 */
export async function editProvidedCourse(
  deps: EditDeps,
  input: {
    readonly courseId: CourseId;
    readonly to: ProvidedWords;
    readonly choose: (current: ProvidedWords) => readonly ProvidedField[];
  },
): Promise<'edited' | 'gone'> {
  const { courseId, to, choose } = input;
  for (let race = 0; race < mostRaces; race += 1) {
    const course = await withModules(deps, courseId);
    if (!course) return 'gone';
    const fields = choose(wordsOf(course, await urlOf(deps, course)));
    if (fields.length === 0) return 'edited';
    const at = deps.clock.now().toISOString();
    const said = { ...withWords(course, to, fields), updatedAt: at, rev: course.rev + 1 };
    const isMoved = fields.includes('url') && to.url !== undefined;
    const made = isMoved && to.url !== undefined ? await moduleTo(deps, said, to.url) : undefined;
    const next = made
      ? { ...said, draft: { ...said.draft, modules: modulesWith(course, made.module) } }
      : said;
    const packages = made ? [made.package] : [];
    if ((await deps.courses.change({ course: next, packages })) === 'stored') return 'edited';
    if (made) await deps.content.discard(made.module.originHash);
  }
  throw new CourseChanged();
}

async function withModules(deps: Pick<EditDeps, 'courses'>, courseId: CourseId): Promise<Course | undefined> {
  const course = await deps.courses.find(courseId);
  return course && { ...course, draft: { ...course.draft, modules: await modulesOf(deps, course) } };
}

const leadsThere = ({ kind }: CourseModule) => kind === 'external';

async function urlOf({ content }: Pick<EditDeps, 'content'>, { draft }: Course): Promise<string | undefined> {
  const module = draft.modules.find(leadsThere);
  const found = module && (await content.readPackage(module.originHash));
  return found?.kind === 'external' ? found.page.url : undefined;
}

function moduleTo(
  deps: EditDeps,
  course: Course,
  url: string,
): Promise<{ readonly module: CourseModule; readonly package: CoursePackage }> {
  const title = Object.values(course.draft.title)[0] ?? new URL(url).hostname;
  const module = { kind: 'external' as const, title: title.slice(0, 300), url };
  return writtenModule(deps, { course, module, at: course.updatedAt });
}

/** In the place of the module that led to the old address, with its rules: what learners reached in it stays. */
function modulesWith({ draft }: Course, made: CourseModule): readonly CourseModule[] {
  const before = draft.modules.find(leadsThere);
  if (!before) return [...draft.modules, made];
  const { packageId, originHash } = made;
  return draft.modules.map((one) => (one === before ? { ...before, packageId, originHash } : one));
}
