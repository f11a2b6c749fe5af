import { InvalidInput, type Principal, type ProviderId, Unavailable } from '@sinau/kernel';
import { type Elsewhere, type LtiPlacement, ltiPlacementSchema } from '@sinau/lti';
import { isAllowedRecording, isPublicWebAddress, maxSourceLength } from '@sinau/media';
import * as z from 'zod';
import { buildStructure } from './build-structure.ts';
import type { Course, CourseId } from './course.ts';
import { type EditDeps, ownCourse } from './edit-draft.ts';
import { CourseChanged, HostNotAllowed } from './errors.ts';
import {
  type CourseModule,
  type CoursePackage,
  type MediaContent,
  maxModules,
  type PackageContent,
  rulesOf,
} from './module.ts';

/** Which addresses are taken is said by `checkAddress`, to people and machines alike. */
const address = z.string().trim().min(1).max(maxSourceLength);

const linkSchema = z.strictObject({
  kind: z.literal('link'),
  title: z.string().trim().min(1).max(300),
  url: address,
});
/** A file of video or audio that stays where it lies, e.g. on the media server of a university. */
const recordingSchema = z.strictObject({
  kind: z.enum(['video', 'audio']),
  title: z.string().trim().min(1).max(300),
  url: address,
});
const articleSchema = z.strictObject({
  kind: z.literal('article'),
  title: z.string().trim().min(1).max(300),
  /** Markdown; HTML in it is sanitised when it is shown. */
  text: z.string().trim().min(1).max(200_000),
});
/** A page that a provider shows its learners; what is reached there comes as results. */
const externalSchema = z.strictObject({
  kind: z.literal('external'),
  title: z.string().trim().min(1).max(300),
  url: address,
  /** Plain text for whoever sees the course. */
  text: z.string().trim().min(1).max(4000).exactOptional(),
});
/** Content of a tool that is registered here (LTI 1.3), as deep linking or an author says it. */
const ltiSchema = z.strictObject({
  kind: z.literal('lti'),
  title: z.string().trim().min(1).max(300),
  placement: ltiPlacementSchema,
  /** Shown inside the page of the player. */
  frame: z.literal(true).exactOptional(),
});
const backAgainSchema = z.strictObject({
  kind: z.literal('package'),
  packageId: z.string().max(64),
});
/**
 * A module that needs no upload: a link, a recording elsewhere, an article written here, content of another system, or a package
 * of this course once more.
 */
export const newModuleSchema = z.discriminatedUnion('kind', [
  linkSchema,
  recordingSchema,
  articleSchema,
  externalSchema,
  ltiSchema,
  backAgainSchema,
]);
export type NewModule = z.infer<typeof newModuleSchema>;

export interface AddModuleDeps extends EditDeps {
  /** Where recordings may lie outside their package. @see mediaOriginsSchema of `@sinau/media` */
  readonly mediaOrigins: readonly string[];
  readonly tools: ToolPort;
}

/** Tools of universities; delivery answers. */
export interface ToolPort {
  /** Whether this provider may place content of that tool and deployment now. */
  mayPlace(providerId: ProviderId, placement: LtiPlacement): Promise<boolean>;
  /** Whether a tool may be asked to lead learners to that address: none of an inner network (case F3). */
  mayLeadTo(url: string): Promise<boolean>;
}

/** Puts a module behind the others of a draft. */
export async function addModule(
  deps: AddModuleDeps,
  input: { readonly principal: Principal; readonly courseId: CourseId; readonly module: NewModule },
): Promise<Course> {
  const course = await ownCourse(deps, input);
  if (course.draft.modules.length >= maxModules) {
    throw new InvalidInput(`A course has at most ${maxModules} modules.`);
  }
  const { module } = input;
  if (module.kind === 'package') return addAgain(deps, course, module.packageId);
  if ('url' in module) checkAddress(deps, module);
  if (module.kind === 'lti') await checkTool(deps, course, module.placement);
  const made = await writtenModule(deps, { course, module, at: deps.clock.now().toISOString() });
  const next = withModules(deps, course, [...course.draft.modules, made.module]);
  if ((await deps.courses.change({ course: next, packages: [made.package] })) === 'stored') return next;
  await deps.content.discard(made.module.originHash);
  throw new CourseChanged();
}

export type WritingDeps = EditDeps;

/** Writes what a module of our own making holds; the course and the package that name it are the caller's to store. */
export async function writtenModule(
  deps: WritingDeps,
  of: {
    readonly course: Course;
    readonly module: Exclude<NewModule, { kind: 'package' }>;
    readonly at: string;
    /** Where the same is written again after a break. @default fresh ones */
    readonly ids?: { readonly packageId: string; readonly moduleId: string };
  },
): Promise<{ readonly module: CourseModule; readonly package: CoursePackage }> {
  const { courseId, providerId } = of.course;
  const packageId = of.ids?.packageId ?? deps.ids.uuid();
  const originHash = deps.digest.sha256(`origin:${packageId}`).slice(0, 32);
  const media = await written(deps, originHash, of.module);
  await deps.content.writePackage(originHash, media.content);
  const title = { und: of.module.title };
  const part = { kind: media.content.kind, packageId, originHash, title, auCount: 1 };
  return {
    module: {
      ...{ moduleId: of.ids?.moduleId ?? deps.ids.uuid(), ...part, required: true, after: [] },
      ...rulesOf(media.content),
      ...(of.module.kind === 'lti' && of.module.frame && { frame: true }),
    },
    package: {
      ...part,
      ...{ courseId, providerId, description: {} },
      ...media.files,
      ...{ fileName: media.fileName, importedAt: of.at },
    },
  };
}

type Addressed = Extract<NewModule, { readonly url: string }>;

function checkAddress({ mediaOrigins }: Pick<AddModuleDeps, 'mediaOrigins'>, { kind, url }: Addressed): void {
  if (!isPublicWebAddress(url)) {
    throw new InvalidInput('This is no address that learners can open.', {
      issues: [
        { path: '/url', message: 'write an https address with a public host name and without a password' },
      ],
    });
  }
  if (kind === 'link' || kind === 'external' || isAllowedRecording(url, mediaOrigins)) return;
  throw new HostNotAllowed(new URL(url).origin, mediaOrigins);
}

export async function checkTool(
  { tools }: Pick<AddModuleDeps, 'tools'>,
  { providerId }: Pick<Course, 'providerId'>,
  placement: LtiPlacement,
): Promise<void> {
  if (await tools.mayPlace(providerId, placement)) {
    if (placement.url === undefined || (await tools.mayLeadTo(placement.url))) return;
    throw new InvalidInput('This is no address that learners can be led to.', {
      issues: [{ path: '/placement/url', message: 'write an https address with a public host name' }],
    });
  }
  throw new InvalidInput('This tool cannot be used in this course.', {
    issues: [
      {
        path: '/placement/clientId',
        message: 'name a tool of your organisation that an operator has approved, and one of its deployments',
      },
    ],
  });
}

/** Content of another system, in the words of the course. */
const elsewhereIn = (module: Extract<NewModule, { kind: 'external' | 'lti' }>): Elsewhere =>
  module.kind === 'lti'
    ? { kind: 'lti', placement: module.placement }
    : {
        kind: 'external',
        page: { url: new URL(module.url).href, ...(module.text !== undefined && { text: module.text }) },
      };

async function written(
  deps: EditDeps,
  originHash: string,
  module: Exclude<NewModule, { kind: 'package' }>,
): Promise<{
  readonly content: PackageContent;
  readonly files: { readonly fileCount: number; readonly totalBytes: number };
  readonly fileName: string;
}> {
  const noFiles = { fileCount: 0, totalBytes: 0 };
  if (module.kind === 'lti' || module.kind === 'external') {
    const content = elsewhereIn(module);
    const fileName = content.kind === 'lti' ? 'lti' : new URL(content.page.url).hostname;
    return { content, files: noFiles, fileName };
  }
  if (module.kind !== 'article') {
    const { kind, title, url } = module;
    // As browsers will read it, whatever way it was written.
    const { href, hostname } = new URL(url);
    const media: MediaContent = { src: href, title, captions: [] };
    return { content: { kind, media }, files: noFiles, fileName: hostname };
  }
  const { media: written, ...files } = await deps.content.writeArticle(originHash, module.text);
  const media: MediaContent = { ...written, title: module.title, captions: [] };
  return { content: { kind: 'article', media }, files, fileName: 'article.md' };
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
  const content = await deps.content.readPackage(originHash);
  if (!content) throw new Unavailable('The package cannot be read.');
  const module = { moduleId: deps.ids.uuid(), ...part, required: true, after: [], ...rulesOf(content) };
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
