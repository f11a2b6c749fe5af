import { type ProviderId, uuidOfParts } from '@sinau/kernel';
import type { LtiPlacement } from '@sinau/lti';
import type { CompletionRule } from '@sinau/rostering';
import { writtenModule } from './add-module.ts';
import { modulesOf } from './commit-version.ts';
import type { Course, CourseId, CourseSource } from './course.ts';
import { noDetails, openAdmission } from './course-details.ts';
import type { EditDeps } from './edit-draft.ts';
import { CourseChanged } from './errors.ts';
import { type CourseModule, type CoursePackage, completionOf } from './module.ts';
import { type ProvidedField, type ProvidedWords, withWords, wordsOf } from './provided-words.ts';

export type { ProvidedField, ProvidedWords } from './provided-words.ts';

const mostRaces = 5;
const allFields: readonly ProvidedField[] = [
  ...(['title', 'description', 'languages', 'startsAt', 'endsAt', 'classesFrom'] as const),
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
    /** It starts in a tool, not on its page. */
    readonly placement?: LtiPlacement;
    /** By what the module counts as done. @default as of any other module of its kind */
    readonly completion?: CompletionRule;
  },
): Promise<'made' | 'gone'> {
  const { courseId, providerId, source, words, placement, completion } = input;
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
  const start = { ...(placement && { placement }), url: words.url };
  const begun = await startOf(deps, course, { ...start, ids: firstIdsOf(deps, courseId, start) });
  const made = begun && completion ? { ...begun, module: ruledBy(begun.module, completion) } : begun;
  const modules = made ? [made.module] : [];
  const outcome = await deps.courses.change({
    course: {
      ...course,
      draft: { ...course.draft, modules },
      ...(made && placement && { source: startingIn(source, made.module, words.url) }),
    },
    ...(made && { packages: [made.package] }),
  });
  // Somebody else made it meanwhile, of other words: of the same the content is the same too.
  if (outcome === 'conflict' && made) await discardUnused(deps, courseId, made.module.originHash);
  return 'made';
}

const ruledBy = (module: CourseModule, completion: CompletionRule): CourseModule => ({
  ...module,
  ...completionOf(completion),
});

/** Of the first modules of courses that are made by a synchronisation. */
const moduleNamespace = '4f0c1f9e-2a43-5c1b-8d5e-90b7a3c1e6d2';

/** Whoever makes the course again after a break writes over what the first try left behind, so that nothing of it stays alone. */
function firstIdsOf(deps: Pick<EditDeps, 'digest'>, courseId: CourseId, start: object) {
  const [packageId = '', moduleId = ''] = ['package', 'module'].map((what) =>
    uuidOfParts(deps.digest, moduleNamespace, [courseId, what, JSON.stringify(start)]),
  );
  return { packageId, moduleId };
}

async function discardUnused(deps: EditDeps, courseId: CourseId, originHash: string): Promise<void> {
  const course = await withModules(deps, courseId);
  const isUsed = course?.draft.modules.some((module) => module.originHash === originHash);
  if (!isUsed) await deps.content.discard(originHash);
}

/** As authors see the course now; undefined when there is none. */
export async function readProvidedCourse(
  deps: Pick<EditDeps, 'courses' | 'content'>,
  courseId: CourseId,
): Promise<{ readonly words: ProvidedWords; readonly status: Course['status'] } | undefined> {
  const course = await withModules(deps, courseId);
  return course && { words: wordsOf(course, await urlOf(deps, course)), status: course.status };
}

/** By what the module that leads to the provider counts as done in the draft; undefined where there is none. */
export async function completionOfProvided(
  deps: Pick<EditDeps, 'courses'>,
  courseId: CourseId,
): Promise<CompletionRule | undefined> {
  const course = await withModules(deps, courseId);
  return course && leadOf(course)?.completion;
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
    const { made, next } = fields.includes('url') ? await moved(deps, said, to.url) : { next: said };
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

/** The module in which the course starts in a tool, or the first that leads to a page. */
const leadOf = ({ draft, source }: Course): CourseModule | undefined =>
  draft.modules.find(({ moduleId }) => moduleId === source?.start?.moduleId) ??
  draft.modules.find(({ kind }) => kind === 'external');

async function urlOf({ content }: Pick<EditDeps, 'content'>, course: Course): Promise<string | undefined> {
  const module = leadOf(course);
  if (module?.kind === 'lti') return course.source?.start?.url;
  const found = module && (await content.readPackage(module.originHash));
  return found?.kind === 'external' ? found.page.url : undefined;
}

interface Made {
  readonly module: CourseModule;
  readonly package: CoursePackage;
}

/** The course with its lead to another address; as it was where there is none any more. */
async function moved(
  deps: EditDeps,
  course: Course,
  url: string | undefined,
): Promise<{ readonly made?: Made; readonly next: Course }> {
  if (url === undefined) return { next: course };
  const { source } = course;
  const lead = leadOf(course);
  const isTools = lead?.kind === 'lti';
  const before = isTools ? await deps.content.readPackage(lead.originHash) : undefined;
  const placement = before?.kind === 'lti' ? before.placement : undefined;
  const told = source && lead && isTools ? { ...course, source: startingIn(source, lead, url) } : course;
  // The tool is told by an id that stays.
  if (isTools && placement?.url === undefined) return { next: told };
  const fresh = await startOf(deps, course, { ...(placement && { placement: { ...placement, url } }), url });
  if (!fresh) return { next: course };
  const made = { ...fresh, package: { ...fresh.package, ...(lead && { supersedes: lead.packageId }) } };
  const modules = modulesWith(course, made.module);
  return { made, next: { ...told, draft: { ...course.draft, modules } } };
}

const startingIn = (
  source: CourseSource,
  { moduleId }: CourseModule,
  url: string | undefined,
): CourseSource => ({
  ...source,
  start: { moduleId, ...(url !== undefined && { url }) },
});

/** A module that leads there; nothing where neither a tool nor an address is known. */
async function startOf(
  deps: EditDeps,
  course: Course,
  from: {
    readonly placement?: LtiPlacement;
    readonly url: string | undefined;
    readonly ids?: { readonly packageId: string; readonly moduleId: string };
  },
): Promise<Made | undefined> {
  const { placement, url, ids } = from;
  const title = (Object.values(course.draft.title)[0] ?? (url && new URL(url).hostname) ?? '–').slice(0, 300);
  const at = course.updatedAt;
  const made = { course, at, ...(ids && { ids }) };
  if (placement) return writtenModule(deps, { ...made, module: { kind: 'lti', title, placement } });
  if (url === undefined) return undefined;
  return writtenModule(deps, { ...made, module: { kind: 'external', title, url } });
}

/** In the place of the module that led to the old address, with its rules: what learners reached in it stays. */
function modulesWith(course: Course, made: CourseModule): readonly CourseModule[] {
  const { draft } = course;
  const before = leadOf(course);
  if (!before) return [...draft.modules, made];
  const { packageId, originHash } = made;
  return draft.modules.map((one) => (one === before ? { ...before, packageId, originHash } : one));
}
