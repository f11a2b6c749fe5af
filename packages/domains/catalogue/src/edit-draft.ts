import { moveOnRules } from '@sinau/cmi5';
import { type Clock, type Digest, type Ids, InvalidInput, type Principal, parseJp } from '@sinau/kernel';
import { isWebAddress } from '@sinau/media';
import * as z from 'zod';
import { buildStructure } from './build-structure.ts';
import { freeze, modulesOf } from './commit-version.ts';
import type { Course, CourseDraft, CourseId, CourseVersion } from './course.ts';
import { admissionSchema, courseDetailsSchema, versionRules, wordingSchema } from './course-details.ts';
import { CourseChanged, CourseNotFound, NotPublishable } from './errors.ts';
import {
  type CourseModule,
  defaultRule,
  type MediaContent,
  maxModules,
  type PackageContent,
} from './module.ts';
import type { ContentRoom, CourseStore } from './ports.ts';
import { providerOf } from './provider-of.ts';

const moduleEditSchema = z.strictObject({
  moduleId: z.string().max(64),
  /** @default as it was */
  title: wordingSchema.exactOptional(),
  required: z.boolean().exactOptional(),
  /** Ids of modules further up that must be done before. */
  after: z.array(z.string().max(64)).max(maxModules).exactOptional(),
  moveOn: z.enum(moveOnRules).exactOptional(),
  share: z.number().min(0.05).max(1).exactOptional(),
});

/** What an author changes; what is left out stays. `modules` names all that remain, in their new order. */
export const draftEditSchema = z.strictObject({
  /** The `rev` of the course as the author saw it. */
  rev: z.int().positive(),
  title: wordingSchema.exactOptional(),
  description: wordingSchema.exactOptional(),
  /** Lesson hours as text, e.g. `2.5`; empty: none. */
  jp: z.string().max(10).exactOptional(),
  details: courseDetailsSchema.exactOptional(),
  modules: z.array(moduleEditSchema).min(1).max(maxModules).exactOptional(),
});
export type DraftEdit = z.infer<typeof draftEditSchema>;

export interface EditDeps {
  readonly courses: CourseStore;
  readonly content: ContentRoom;
  readonly activityBase: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

interface Own {
  readonly principal: Principal;
  readonly courseId: CourseId;
}

/** One of the caller's own courses, with the modules of its draft. */
export async function ownCourse(deps: Pick<EditDeps, 'courses'>, own: Own): Promise<Course> {
  const course = await deps.courses.find(own.courseId);
  if (course?.providerId !== providerOf(own.principal)) throw new CourseNotFound();
  return { ...course, draft: { ...course.draft, modules: await modulesOf(deps, course) } };
}

/** Changes words, details, order and rules of a draft. Learners and reviewers see nothing of it. */
export async function editDraft(
  deps: Pick<EditDeps, 'courses' | 'clock'>,
  input: Own & { readonly edit: DraftEdit },
): Promise<Course> {
  const course = await ownCourse(deps, input);
  const { rev, jp, modules, ...words } = input.edit;
  if (rev !== course.rev) throw new CourseChanged();
  const { jp: jpBefore, ...rest } = course.draft;
  const nextJp = jp === undefined ? jpBefore : jpOf(jp);
  const draft: CourseDraft = {
    ...rest,
    ...words,
    ...(nextJp !== undefined && { jp: nextJp }),
    modules: modules ? editedModules(course.draft.modules, modules) : course.draft.modules,
  };
  return store(deps, course, draft);
}

function jpOf(text: string) {
  if (text.trim() === '') return undefined;
  const jp = parseJp(text);
  if (jp !== undefined) return jp;
  throw new InvalidInput('These are no lesson hours.', {
    issues: [{ path: '/jp', message: 'write lesson hours with at most two decimals, e.g. 2.5' }],
  });
}

function editedModules(
  before: readonly CourseModule[],
  edits: NonNullable<DraftEdit['modules']>,
): readonly CourseModule[] {
  const seen = new Set<string>();
  return edits.map(({ moduleId, title, required, after, moveOn, share }, index) => {
    const module = before.find((one) => one.moduleId === moduleId);
    if (!module || seen.has(moduleId)) throw wrongModule(index, 'name each module of the course once');
    const needed = (after ?? module.after).filter((id) => after !== undefined || seen.has(id));
    if (needed.some((id) => !seen.has(id)))
      throw wrongModule(index, 'only modules further up can be needed before');
    seen.add(moduleId);
    const own = module.kind !== 'cmi5';
    return {
      ...module,
      ...(title && { title }),
      ...(required !== undefined && { required }),
      after: needed,
      ...(own && moveOn && { moveOn }),
      ...(own && share !== undefined && module.share !== undefined && { share }),
    };
  });
}

function wrongModule(index: number, message: string): InvalidInput {
  return new InvalidInput('The modules cannot be arranged like this.', {
    issues: [{ path: `/modules/${index}`, message }],
  });
}

async function store(
  deps: Pick<EditDeps, 'courses' | 'clock'>,
  course: Course,
  draft: CourseDraft,
): Promise<Course> {
  const next: Course = {
    ...course,
    // Until something is public, a course is called as its draft is.
    ...(course.status === 'draft' && { title: draft.title, description: draft.description }),
    draft,
    updatedAt: deps.clock.now().toISOString(),
    rev: course.rev + 1,
  };
  if ((await deps.courses.replace(next)) === 'conflict') throw new CourseChanged();
  return next;
}

export const linkSchema = z.strictObject({
  kind: z.literal('link'),
  title: z.string().trim().min(1).max(300),
  url: z.string().trim().refine(isWebAddress, 'must be an https address without a password'),
});
export const articleSchema = z.strictObject({
  kind: z.literal('article'),
  title: z.string().trim().min(1).max(300),
  /** Markdown; HTML in it is sanitised when it is shown. */
  text: z.string().trim().min(1).max(200_000),
});
export const backAgainSchema = z.strictObject({
  kind: z.literal('package'),
  packageId: z.string().max(64),
});
/** A module that needs no upload: a link, an article written here, or a package of this course once more. */
export const newModuleSchema = z.discriminatedUnion('kind', [linkSchema, articleSchema, backAgainSchema]);
export type NewModule = z.infer<typeof newModuleSchema>;

/** Puts a module behind the others of a draft. */
export async function addModule(
  deps: EditDeps,
  input: Own & { readonly module: NewModule },
): Promise<Course> {
  const course = await ownCourse(deps, input);
  if (course.draft.modules.length >= maxModules) {
    throw new InvalidInput(`A course has at most ${maxModules} modules.`);
  }
  const { module } = input;
  if (module.kind === 'package') return addAgain(deps, course, module.packageId);
  const packageId = deps.ids.uuid();
  const originHash = deps.digest.sha256(`origin:${packageId}`).slice(0, 32);
  const media = await written(deps, originHash, module);
  await deps.content.writePackage(originHash, media.content);
  const title = { und: module.title };
  const part = { kind: media.content.kind, packageId, originHash, title, auCount: 1 };
  const next = withModules(deps, course, [
    ...course.draft.modules,
    { moduleId: deps.ids.uuid(), ...part, required: true, after: [], ...defaultRule(part.kind) },
  ]);
  const outcome = await deps.courses.change({
    course: next,
    package: {
      ...part,
      ...{ courseId: course.courseId, providerId: course.providerId, description: {} },
      ...{ fileCount: media.bytes > 0 ? 1 : 0, totalBytes: media.bytes, fileName: media.fileName },
      importedAt: next.updatedAt,
    },
  });
  if (outcome === 'stored') return next;
  await deps.content.discard(originHash);
  throw new CourseChanged();
}

async function written(
  deps: EditDeps,
  originHash: string,
  module: Exclude<NewModule, { kind: 'package' }>,
): Promise<{ readonly content: PackageContent; readonly bytes: number; readonly fileName: string }> {
  if (module.kind === 'link') {
    const media: MediaContent = { src: module.url, title: module.title, captions: [] };
    return { content: { kind: 'link', media }, bytes: 0, fileName: new URL(module.url).hostname };
  }
  const name = 'article.md';
  const contentType = 'text/markdown; charset=utf-8';
  await deps.content.writeFile(originHash, { name, contentType, body: module.text });
  const media: MediaContent = { src: name, type: 'text/markdown', title: module.title, captions: [] };
  return { content: { kind: 'article', media }, bytes: module.text.length, fileName: name };
}

async function addAgain(deps: EditDeps, course: Course, packageId: string): Promise<Course> {
  const packages = await deps.courses.listPackages(course.courseId);
  const found = packages.find((one) => one.packageId === packageId);
  if (!found) {
    throw new InvalidInput('This course has no such package.', {
      issues: [{ path: '/packageId', message: 'name a package that was imported into this course' }],
    });
  }
  const { kind, originHash, title, auCount } = found;
  const part = { kind, packageId, originHash, title, auCount };
  const module = { moduleId: deps.ids.uuid(), ...part, required: true, after: [], ...defaultRule(kind) };
  const next = withModules(deps, course, [...course.draft.modules, module]);
  // Tells at once when an AU would stand in the course twice.
  await buildStructure(deps, { courseId: course.courseId, ...next.draft });
  if ((await deps.courses.replace(next)) === 'conflict') throw new CourseChanged();
  return next;
}

function withModules(
  deps: Pick<EditDeps, 'clock'>,
  course: Course,
  modules: readonly CourseModule[],
): Course {
  const updatedAt = deps.clock.now().toISOString();
  return { ...course, draft: { ...course.draft, modules }, updatedAt, rev: course.rev + 1 };
}

/** What is changed without review, since it touches no content. */
export const courseSettingsSchema = z.strictObject({
  rev: z.int().positive(),
  admission: admissionSchema.exactOptional(),
  versionRule: z.enum(versionRules).exactOptional(),
});
export type CourseSettings = z.infer<typeof courseSettingsSchema>;

export async function changeSettings(
  deps: Pick<EditDeps, 'courses' | 'clock'>,
  input: Own & { readonly settings: CourseSettings },
): Promise<Course> {
  const course = await ownCourse(deps, input);
  const { rev, ...settings } = input.settings;
  if (rev !== course.rev) throw new CourseChanged();
  const next: Course = {
    ...course,
    ...settings,
    updatedAt: deps.clock.now().toISOString(),
    rev: course.rev + 1,
  };
  if ((await deps.courses.replace(next)) === 'conflict') throw new CourseChanged();
  return next;
}

/**
 * The version that holds the draft as it stands: the latest one when nothing changed since, else a new one. Two at once
 * get one version or a conflict.
 */
export async function freezeDraft(
  deps: EditDeps,
  input: Own,
): Promise<{ readonly course: Course; readonly version: CourseVersion }> {
  const course = await ownCourse(deps, input);
  if (course.draft.modules.length === 0) {
    throw new NotPublishable('The course has no module yet.', {
      issues: [{ path: '/modules/-', message: 'add a module' }],
    });
  }
  const latest =
    course.latestVersion > 0 && (await deps.courses.findVersion(course.courseId, course.latestVersion));
  if (latest && isSameDraft(latest, course.draft)) return { course, version: latest };
  const changed: Course = {
    ...course,
    updatedAt: deps.clock.now().toISOString(),
    rev: course.rev + 1,
  };
  const version = await freeze(deps, changed, { versionId: deps.ids.uuid() });
  const next = { ...changed, latestVersion: version.version };
  if ((await deps.courses.change({ course: next, version })) === 'stored') return { course: next, version };
  if (!version.modules.some(({ originHash }) => originHash === version.originHash)) {
    await deps.content.discard(version.originHash);
  }
  throw new CourseChanged();
}

function isSameDraft(version: CourseVersion, draft: CourseDraft): boolean {
  const asText = ({ title, description, jp, details, modules }: CourseDraft) =>
    JSON.stringify(sorted({ title, description, jp: jp ?? 0, details, modules }));
  return asText(version) === asText(draft);
}

/** Rows come back with their properties in another order than they went. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
