import { moveOnRules } from '@sinau/cmi5';
import { type Clock, type Digest, type Ids, InvalidInput, type Principal, parseJp } from '@sinau/kernel';
import { quizRulesSchema } from '@sinau/quiz';
import { completionRuleSchema } from '@sinau/rostering';
import * as z from 'zod';
import { freeze, modulesOf } from './commit-version.ts';
import type { Course, CourseDraft, CourseId, CourseVersion } from './course.ts';
import {
  admissionSchema,
  type CourseDetails,
  courseDetailsSchema,
  versionRules,
  wordingSchema,
} from './course-details.ts';
import { CourseChanged, CourseNotFound, NotPublishable } from './errors.ts';
import { type CourseModule, completionOf, isElsewhere, maxModules } from './module.ts';
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
  /** Of SCORM. @default as it was */
  statusMayFall: z.boolean().exactOptional(),
  /** All rules of a quiz; other kinds have none. */
  quiz: z.exactOptional(quizRulesSchema),
  /** Of what another system shows: which results count as done. Says `moveOn` too. @default as it was */
  completion: z.exactOptional(completionRuleSchema),
  /** Of a tool: shown inside the page. @default as it was */
  frame: z.boolean().exactOptional(),
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
  const { rev, jp, modules, details, ...words } = input.edit;
  if (rev !== course.rev) throw new CourseChanged();
  const { jp: jpBefore, ...rest } = course.draft;
  const nextJp = jp === undefined ? jpBefore : jpOf(jp);
  const draft: CourseDraft = {
    ...rest,
    ...words,
    ...(details && { details: withClassification(rest.details, details) }),
    ...(nextJp !== undefined && { jp: nextJp }),
    modules: modules ? editedModules(course.draft.modules, modules) : course.draft.modules,
  };
  return store(deps, course, draft);
}

/** Whoever does not know of it yet, and sends all other details, takes none of it away. */
function withClassification({ classification }: CourseDetails, details: CourseDetails): CourseDetails {
  return classification && !details.classification ? { ...details, classification } : details;
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
  return edits.map((edit, index) => {
    const { moduleId, title, required, after, moveOn, share, quiz, statusMayFall } = edit;
    const module = before.find((one) => one.moduleId === moduleId);
    if (!module || seen.has(moduleId)) throw wrongModule(index, 'name each module of the course once');
    const needed = (after ?? module.after).filter((id) => after !== undefined || seen.has(id));
    if (needed.some((id) => !seen.has(id)))
      throw wrongModule(index, 'only modules further up can be needed before');
    seen.add(moduleId);
    const elsewhere = isElsewhere(module.kind);
    const own = module.kind !== 'cmi5' && !elsewhere;
    const { statusMayFall: _asItWas, frame: _frameAsItWas, ...kept } = module;
    return {
      ...kept,
      ...(title && { title }),
      ...(required !== undefined && { required }),
      after: needed,
      ...(own && moveOn && { moveOn }),
      ...(own && share !== undefined && module.share !== undefined && { share }),
      ...(module.kind.startsWith('scorm') && fallOf(statusMayFall ?? module.statusMayFall)),
      ...(quiz && module.kind === 'quiz' && { quiz }),
      ...(elsewhere && edit.completion && completionOf(edit.completion)),
      ...(module.kind === 'lti' && (edit.frame ?? module.frame) && { frame: true as const }),
    };
  });
}

const fallOf = (statusMayFall: boolean | undefined) =>
  statusMayFall ? { statusMayFall: true as const } : {};

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
  const otherRule = settings.versionRule !== undefined && settings.versionRule !== course.versionRule;
  const next: Course = {
    ...course,
    ...settings,
    ...(otherRule && { termsRev: course.rev + 1 }),
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
