import type { Au, CourseStructure } from '@sinau/cmi5';
import type { LanguageMap, Principal } from '@sinau/kernel';
import { compareQuizzes, compareRules, type QuizDifference, type QuizRuleName } from '@sinau/quiz';
import { buildStructure } from './build-structure.ts';
import type { Course, CourseId, CourseVersion } from './course.ts';
import { ownCourse } from './edit-draft.ts';
import { CourseNotFound } from './errors.ts';
import { getVersionStructure } from './get-course.ts';
import type { CourseModule } from './module.ts';
import type { ContentRoom, CourseStore } from './ports.ts';

/** A module of either version and what became of it; in the order of the newer one, what is gone at the end. */
export interface ModuleChange {
  readonly moduleId: string;
  readonly title: LanguageMap;
  readonly change: 'same' | 'added' | 'removed' | 'replaced' | 'rules';
  /** True when it stands elsewhere in the order of those that both versions have. */
  readonly moved: boolean;
  /** Of a quiz whose package was replaced. */
  readonly questions?: QuizDifference;
  /** Of a quiz: the rules of taking it that differ. */
  readonly quizRules?: readonly QuizRuleName[];
}

/** A part (AU) of either version; parts are told apart by the publisher's id, which results are carried by. */
export interface PartChange {
  readonly id: string;
  readonly title: LanguageMap;
  readonly change: 'added' | 'removed' | 'criterion' | 'title' | 'content';
}

export interface VersionDifference {
  readonly from: number;
  readonly to: number;
  readonly modules: readonly ModuleChange[];
  /** Parts that differ; parts that are the same are counted only. */
  readonly parts: readonly PartChange[];
  /** Parts whose results a learner who moves takes along. */
  readonly carried: number;
}

type ComparedContent = Pick<ContentRoom, 'readStructure' | 'readPackage'>;

interface Side {
  readonly version: CourseVersion;
  readonly structure: CourseStructure;
}

/** What the newer of two versions of one course has otherwise, module by module and part by part. */
export function differenceOf(before: Side, after: Side): VersionDifference {
  const { parts, carried } = partChanges(before, after);
  return {
    from: before.version.version,
    to: after.version.version,
    modules: moduleChanges(before.version.modules, after.version.modules),
    parts,
    carried,
  };
}

/**
 * What publication of the draft as it stands would change; undefined before the first publication, when everything is
 * new. Rejects with `NotPublishable` when the modules cannot stand side by side.
 */
export async function compareDraft(
  deps: {
    readonly courses: CourseStore;
    readonly content: ComparedContent;
    readonly activityBase: string;
  },
  input: { readonly principal: Principal; readonly courseId: CourseId },
): Promise<VersionDifference | undefined> {
  const course = await ownCourse(deps, input);
  const { courseId, publishedVersion, draft, latestVersion } = course;
  const before =
    publishedVersion === undefined
      ? undefined
      : await getVersionStructure(deps, { courseId, version: publishedVersion });
  if (!before || draft.modules.length === 0) return undefined;
  const structure = await buildStructure(deps, { courseId, ...draft });
  const version = { ...before.version, version: latestVersion + 1, modules: draft.modules };
  return withQuestions(deps, before, { version, structure });
}

/** What a version would change for learners of the published one; for its provider and for reviewers. */
export async function compareWithPublished(
  deps: { readonly courses: CourseStore; readonly content: ComparedContent },
  input: { readonly course: Course; readonly version: number },
): Promise<VersionDifference | undefined> {
  const { courseId, publishedVersion } = input.course;
  if (publishedVersion === undefined || publishedVersion === input.version) return undefined;
  const [before, after] = await Promise.all([
    getVersionStructure(deps, { courseId, version: publishedVersion }),
    getVersionStructure(deps, { courseId, version: input.version }),
  ]);
  return before && after && withQuestions(deps, before, after);
}

/** The difference between two versions of one of the caller's own courses. */
export async function compareVersions(
  deps: { readonly courses: CourseStore; readonly content: ComparedContent },
  input: {
    readonly principal: Principal;
    readonly courseId: CourseId;
    readonly from: number;
    readonly to: number;
  },
): Promise<VersionDifference> {
  await ownCourse(deps, input);
  const { courseId } = input;
  const [before, after] = await Promise.all([
    getVersionStructure(deps, { courseId, version: input.from }),
    getVersionStructure(deps, { courseId, version: input.to }),
  ]);
  if (!before || !after) throw new CourseNotFound();
  return withQuestions(deps, before, after);
}

/** The difference, and of replaced quizzes what became of their questions. */
async function withQuestions(
  { content }: { readonly content: ComparedContent },
  before: Side,
  after: Side,
): Promise<VersionDifference> {
  const difference = differenceOf(before, after);
  const quizOf = async ({ version }: Side, moduleId: string) => {
    const module = version.modules.find((one) => one.moduleId === moduleId);
    const made = module?.kind === 'quiz' ? await content.readPackage(module.originHash) : undefined;
    return made?.kind === 'quiz' ? made.quiz : undefined;
  };
  const modules = difference.modules.map(async (change): Promise<ModuleChange> => {
    if (change.change !== 'replaced') return change;
    const [old, fresh] = [await quizOf(before, change.moduleId), await quizOf(after, change.moduleId)];
    return old && fresh ? { ...change, questions: compareQuizzes(old, fresh) } : change;
  });
  return { ...difference, modules: await Promise.all(modules) };
}

function moduleChanges(
  before: readonly CourseModule[],
  after: readonly CourseModule[],
): readonly ModuleChange[] {
  const shared = (modules: readonly CourseModule[], others: readonly CourseModule[]) =>
    modules.filter(({ moduleId }) => others.some((other) => other.moduleId === moduleId));
  const [oldOrder, newOrder] = [shared(before, after), shared(after, before)];
  const placeIn = (modules: readonly CourseModule[], id: string) =>
    modules.findIndex(({ moduleId }) => moduleId === id);
  const kept = after.map(({ moduleId, title, ...module }): ModuleChange => {
    const earlier = before.find((one) => one.moduleId === moduleId);
    if (!earlier) return { moduleId, title, change: 'added', moved: false };
    const replaced = earlier.packageId !== module.packageId;
    const change = replaced ? 'replaced' : hasSameRules(earlier, module) ? 'same' : 'rules';
    const moved = placeIn(oldOrder, moduleId) !== placeIn(newOrder, moduleId);
    const quizRules = earlier.quiz && module.quiz ? compareRules(earlier.quiz, module.quiz) : [];
    return { moduleId, title, change, moved, ...(quizRules.length > 0 && { quizRules }) };
  });
  const gone = before.filter(({ moduleId }) => placeIn(after, moduleId) < 0);
  return [
    ...kept,
    ...gone.map(({ moduleId, title }) => ({ moduleId, title, change: 'removed' as const, moved: false })),
  ];
}

type Rules = Pick<
  CourseModule,
  'required' | 'after' | 'moveOn' | 'share' | 'statusMayFall' | 'quiz' | 'completion' | 'frame'
>;

function hasSameRules(a: Rules, b: Rules): boolean {
  if (a.quiz && b.quiz && compareRules(a.quiz, b.quiz).length > 0) return false;
  const text = ({ required, after, moveOn, share, statusMayFall, completion, frame }: Rules) =>
    JSON.stringify([
      ...[required, [...after].sort(), moveOn, share, statusMayFall],
      ...[completion?.by, completion?.by === 'pass' && completion.passMark, frame],
    ]);
  return text(a) === text(b);
}

function partChanges(before: Side, after: Side): Pick<VersionDifference, 'parts' | 'carried'> {
  const earlier = new Map(before.structure.aus.map((au) => [au.id, au]));
  const later = new Set(after.structure.aus.map(({ id }) => id));
  const [oldOrigins, newOrigins] = [originsOf(before), originsOf(after)];
  const changed = after.structure.aus.flatMap((au): readonly PartChange[] => {
    const known = earlier.get(au.id);
    const change = known
      ? changeOf(known, au, oldOrigins[known.index] === newOrigins[au.index])
      : ('added' as const);
    return change ? [{ id: au.id, title: au.title, change }] : [];
  });
  const gone = before.structure.aus
    .filter(({ id }) => !later.has(id))
    .map(({ id, title }): PartChange => ({ id, title, change: 'removed' }));
  const carried = after.structure.aus.filter(({ id }) => earlier.has(id)).length;
  return { parts: [...changed, ...gone], carried };
}

/** What matters most of several changes. */
function changeOf(before: Au, after: Au, sameOrigin: boolean): PartChange['change'] | undefined {
  if (before.moveOn !== after.moveOn || before.masteryScore !== after.masteryScore) return 'criterion';
  if (JSON.stringify(before.title) !== JSON.stringify(after.title)) return 'title';
  return sameOrigin && before.url === after.url && before.launchParameters === after.launchParameters
    ? undefined
    : 'content';
}

/** The content origin of each AU, by its index: modules stand one behind the other. */
const originsOf = ({ version: { modules } }: Side): readonly string[] =>
  modules.flatMap(({ originHash, auCount }) => Array.from({ length: auCount }, () => originHash));
